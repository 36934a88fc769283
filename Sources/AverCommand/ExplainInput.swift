import AverModel

/// What is to be explained: words of the command line, standard input, or a line of a file.
struct ExplainInput {
  private static let longestDocument = 32 << 20

  let document: SourceDocument
  /// The bytes of the line in the file; nil to explain everything.
  private let line: ByteRange?

  /// Reads the arguments.
  ///
  /// - Parameters:
  ///   - arguments: The words, or one argument `FILE:LINE` or `-`.
  ///   - date: The day of publication; nil if unknown.
  /// - Throws: `CommandFailure` if the file or its line cannot be read.
  init(_ arguments: [String], date: String?) throws(CommandFailure) {
    if arguments == ["-"] {
      var bytes: [UInt8] = []
      do throws(SystemError) {
        let input = FileDescriptor(borrowing: 0)
        while bytes.count <= Self.longestDocument, try input.read(into: &bytes, limit: 1 << 16) > 0
        {}
      } catch {
        throw CommandFailure("standard input cannot be read: \(error.message)")
      }
      self.init(bytes, date: date)
      return
    }
    guard arguments.count == 1, let (path, number) = Self.place(in: arguments[0]) else {
      self.init(Array(arguments.joined(separator: " ").utf8), date: date)
      return
    }
    let reader = DocumentReader(date: date, longestDocument: Self.longestDocument)
    let raw = RawPath(path)
    let mediaType: SourceDocument.MediaType =
      switch InputFormat(suffix: raw.suffix) {
      case .html: .html
      case .text: .plainText
      default: .unknown
      }
    let document: SourceDocument
    do throws(DocumentFailure) {
      document = try reader.document(
        for: .file(raw, identifier: path, mediaType: mediaType)
      )
    } catch {
      throw CommandFailure("\(path): \(error.message)")
    }
    guard let line = Self.line(number, of: document.bytes) else {
      throw CommandFailure("\(path) has no line \(number)")
    }
    self.init(document, line: line)
  }

  private init(_ document: SourceDocument, line: ByteRange?) {
    self.document = document
    self.line = line
  }

  private init(_ bytes: [UInt8], date: String?) {
    let document = SourceDocument(
      identifier: "sentence",
      bytes: bytes,
      mediaType: .plainText,
      date: date
    )
    self.init(document, line: nil)
  }

  /// `FILE` and `LINE` of an argument that names a line of a file that is there.
  private static func place(in argument: String) -> (path: String, line: Int)? {
    guard let colon = argument.lastIndex(of: ":"),
      let number = Int(argument[argument.index(after: colon)...]), number > 0
    else { return nil }
    let path = String(argument[..<colon])
    let status = try? FileStatus(of: RawPath(path), followingLinks: true)
    return status?.kind == .file ? (path, number) : nil
  }

  private static func line(_ number: Int, of bytes: [UInt8]) -> ByteRange? {
    var start = 0
    for _ in 1..<number {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
      start = end + 1
    }
    guard start < bytes.count else { return nil }
    return ByteRange(start, bytes[start...].firstIndex(of: 0x0A) ?? bytes.count)
  }

  /// The bytes of the clean text to explain; nil for all.
  func ranges(in text: CleanText) throws(CommandFailure) -> [ByteRange]? {
    guard let line else { return nil }
    var ranges: [ByteRange] = []
    var start = 0
    while start < text.bytes.count {
      // A code point at a time: the cleaned text need not stand in the order or form of the file.
      var end = start + 1
      while end < text.bytes.count, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
      let range = ByteRange(start, end)
      if let source = text.offsets?.source(of: range), source.overlaps(line) {
        if let last = ranges.last, last.end == start {
          ranges[ranges.count - 1] = last.union(range)
        } else {
          ranges.append(range)
        }
      }
      start = end
    }
    guard !ranges.isEmpty else {
      throw CommandFailure("nothing on that line is part of the article")
    }
    return ranges
  }
}
