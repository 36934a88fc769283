public import AverModel

/// Reads input records: `{"id", "text" | "html", "url", "title", "date"}`, one JSON object a line.
public struct JSONRecordReader: Sendable {
  /// The date of records that give none.
  private let date: String?

  /// Creates a reader.
  ///
  /// - Parameter date: ISO 8601 day or instant of publication for records that give none.
  public init(date: String? = nil) { self.date = date }

  /// Reads one line.
  ///
  /// - Parameter line: The bytes of the line, without its end.
  /// - Returns: The document.
  /// - Throws: `RecordError` if the line is no JSON object, or no document.
  public func document(from line: [UInt8]) throws(RecordError) -> SourceDocument {
    var record = Record()
    do {
      try record.read(line)
    } catch {
      throw RecordError(code: error.code, message: error.message, identifier: record.identifier)
    }
    guard let identifier = record.identifier, !identifier.isEmpty else {
      throw RecordError(code: "no-id", message: "the record has no 'id', or an empty one")
    }
    guard let bytes = record.text ?? record.html else {
      throw RecordError(
        code: "no-text",
        message: "the record has neither 'text' nor 'html'",
        identifier: identifier
      )
    }
    guard record.text == nil || record.html == nil else {
      throw RecordError(
        code: "no-text",
        message: "the record has both 'text' and 'html'; leave one out",
        identifier: identifier
      )
    }
    return SourceDocument(
      identifier: identifier,
      bytes: bytes,
      mediaType: record.text == nil ? .html : .recordText,
      address: record.address,
      title: record.title,
      date: record.date ?? date,
      // The record's own encoding is UTF-8, whatever the page says of itself.
      declaredEncoding: record.text == nil ? "utf-8" : nil
    )
  }

  private struct Record {
    var identifier: String?
    var text: [UInt8]?
    var html: [UInt8]?
    var address: String?
    var title: String?
    var date: String?
    private var seen: Set<String> = []

    mutating func read(_ line: [UInt8]) throws(RecordError) {
      var scanner = try JSONScanner(line)
      guard scanner.peek() == UInt8(ascii: "{") else {
        throw RecordError(code: "bad-json", message: "the line is no JSON object")
      }
      try scanner.expect(UInt8(ascii: "{"))
      if !scanner.take(UInt8(ascii: "}")) {
        repeat {
          let name = String(decoding: try scanner.string(), as: UTF8.self)
          try scanner.expect(UInt8(ascii: ":"))
          try readMember(name, from: &scanner)
        } while scanner.take(UInt8(ascii: ","))
        try scanner.expect(UInt8(ascii: "}"))
      }
      guard scanner.peek() == nil else {
        throw scanner.failure("something stands after the JSON object")
      }
    }

    private mutating func readMember(
      _ name: String,
      from scanner: inout JSONScanner
    ) throws(RecordError) {
      guard ["id", "text", "html", "url", "title", "date"].contains(name) else {
        try scanner.skipValue()
        return
      }
      guard seen.insert(name).inserted else {
        throw scanner.failure("the member '\(name)' stands twice")
      }
      if scanner.takeWord("null") { return }
      guard scanner.peek() == 0x22 else {
        guard name == "id" else { throw scanner.failure("the member '\(name)' is no string") }
        identifier = String(decoding: try scanner.number(), as: UTF8.self)
        return
      }
      let value = try scanner.string()
      switch name {
      case "text": text = value
      case "html": html = value
      case "id": identifier = String(decoding: value, as: UTF8.self)
      default:
        guard !value.isEmpty else { return }
        let string = String(decoding: value, as: UTF8.self)
        switch name {
        case "url": address = string
        case "title": title = string
        default: date = string
        }
      }
    }
  }
}
