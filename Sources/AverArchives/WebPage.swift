/// A page that a web archive holds.
public struct WebPage: Sendable {
  /// The record's name, such as `urn:uuid:…`.
  public let identifier: String
  /// The address that was asked for.
  public let address: String?
  /// When it was fetched, as the archive writes it.
  public let date: String?
  /// The `charset` that the server gave.
  public let encoding: String?
  /// The page, with the encodings of transfer taken off.
  public let bytes: [UInt8]
}

/// The lines `Name: value` of a record or a message.
struct HeaderFields {
  /// The first line.
  let start: String
  private var fields: [(name: String, value: String)] = []

  /// Reads a block of lines, without the blank line at its end.
  init(_ block: ArraySlice<UInt8>) {
    let lines = block.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    start = lines.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    for line in lines.dropFirst() {
      let text = String(decoding: line, as: UTF8.self)
      if line.first == 0x20 || line.first == 0x09 {
        // A line that goes on, as old servers write it.
        guard let last = fields.indices.last else { continue }
        fields[last].value += " " + text.trimmed
      } else if let colon = text.utf8.firstIndex(of: 0x3A) {
        let value = String(text[text.index(after: colon)...])
        fields.append((String(text[..<colon]).trimmed.lowercased(), value.trimmed))
      }
    }
  }

  /// The value of the first field of a name, which is written in lower case.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The value up to the first semicolon, in lower case.
  func word(_ name: String) -> String? {
    self[name].map { String($0.prefix { $0 != ";" }).trimmed.lowercased() }
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    var rest = self[...].drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }
}
