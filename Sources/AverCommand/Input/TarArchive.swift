/// The files of a tar archive in memory, as `git archive` writes one.
///
/// Source: POSIX.1-2017, "pax Interchange Format" and "ustar Interchange Format".
enum TarArchive {
  private static let blockSize = 512

  /// The regular files in their order; nil if the bytes are cut off or no archive.
  static func files(in bytes: [UInt8]) -> [(path: String, bytes: [UInt8])]? {
    var files: [(path: String, bytes: [UInt8])] = []
    var longPath: String?
    var position = 0
    while position + blockSize <= bytes.count {
      let header = bytes[position..<(position + blockSize)]
      if header.allSatisfy({ $0 == 0 }) { return files }
      guard let size = octal(header, 124, 12) else { return nil }
      let start = position + blockSize
      guard start + size <= bytes.count else { return nil }
      let contents = bytes[start..<(start + size)]
      switch header[position + 156] {
      case UInt8(ascii: "0"), 0:
        files.append((longPath ?? path(in: header), Array(contents)))
        longPath = nil
      case UInt8(ascii: "x"): longPath = extendedPath(contents)
      default: break
      }
      position = start + (size + blockSize - 1) / blockSize * blockSize
    }
    return nil
  }

  private static func text(_ header: ArraySlice<UInt8>, _ offset: Int, _ count: Int) -> String {
    let start = header.startIndex + offset
    return String(decoding: header[start..<(start + count)].prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func octal(_ header: ArraySlice<UInt8>, _ offset: Int, _ count: Int) -> Int? {
    let digits = text(header, offset, count).filter { $0 != " " }
    return digits.isEmpty ? 0 : Int(digits, radix: 8).flatMap { $0 >= 0 ? $0 : nil }
  }

  private static func path(in header: ArraySlice<UInt8>) -> String {
    let folder = text(header, 345, 155)
    let name = text(header, 0, 100)
    return folder.isEmpty ? name : folder + "/" + name
  }

  /// The `path` of an extended header, whose records are `LENGTH KEY=VALUE` lines.
  private static func extendedPath(_ records: ArraySlice<UInt8>) -> String? {
    var rest = records
    while let space = rest.firstIndex(of: 0x20),
      let length = Int(String(decoding: rest[rest.startIndex..<space], as: UTF8.self)),
      length > 0, rest.startIndex + length <= rest.endIndex, space < rest.startIndex + length
    {
      let record = rest[(space + 1)..<(rest.startIndex + length - 1)]
      let key = Array("path=".utf8)
      if record.starts(with: key) {
        return String(decoding: record.dropFirst(key.count), as: UTF8.self)
      }
      rest = rest[(rest.startIndex + length)...]
    }
    return nil
  }
}
