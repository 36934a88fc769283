/// A path as the bytes that the system uses, which need not be UTF-8.
struct RawPath: Hashable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The path for people and records: each bad byte as U+FFFD.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The path of something in this folder.
  func appending(_ name: [UInt8]) -> RawPath {
    if bytes.isEmpty { return RawPath(bytes: name) }
    return RawPath(bytes: bytes.last == 0x2F ? bytes + name : bytes + [0x2F] + name)
  }

  /// The path below a folder that it was found in.
  func relative(to folder: RawPath) -> RawPath {
    guard bytes.starts(with: folder.bytes) else { return self }
    return RawPath(bytes: Array(bytes[folder.bytes.count...].drop { $0 == 0x2F }))
  }

  /// The path without `./` at its front and without doubled slashes: what names a document.
  var normalized: RawPath {
    var result: [UInt8] = []
    for byte in bytes where byte != 0x2F || result.last != 0x2F { result.append(byte) }
    while result.count > 2, result.starts(with: [0x2E, 0x2F]) { result.removeFirst(2) }
    return RawPath(bytes: result)
  }

  /// What stands after the last dot of the name, in lower case; empty if there is none.
  var suffix: String {
    let name = bytes.suffix(while: { $0 != 0x2F })
    guard let dot = name.lastIndex(of: 0x2E), dot > name.startIndex else { return "" }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// The suffix of the contents: `html` of `page.html.gz`.
  var contentSuffix: String {
    let suffix = suffix
    guard suffix == "gz" || suffix == "zst" else { return suffix }
    return RawPath(bytes: bytes.dropLast(suffix.utf8.count + 1)).suffix
  }

  /// Calls `body` with the path as C takes it.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      guard let address = buffer.baseAddress else {
        preconditionFailure("a path with its terminator is never empty")
      }
      return unsafe body(address)
    }
  }
}

extension [UInt8] {
  /// The longest end of which every byte passes a test.
  fileprivate func suffix(while isKept: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, isKept(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
