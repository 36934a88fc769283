/// Reads one JSON text (RFC 8259) strictly, without recursion and without copying what is skipped.
///
/// Strict means: valid UTF-8, no lone surrogate, no number beyond a double, limited depth.
package struct JSONScanner {
  /// How deep objects and arrays may nest.
  package static let deepest = 256

  private let text: [UInt8]
  package private(set) var position = 0

  /// Creates a scanner.
  ///
  /// - Parameter text: The bytes of one JSON text.
  /// - Throws: `RecordError` if they are not valid UTF-8.
  package init(_ text: [UInt8]) throws(RecordError) {
    self.text = text
    do {
      _ = try UTF8Span(validating: text.span)
    } catch {
      let place = error.byteOffsets.lowerBound + 1
      throw RecordError(code: "bad-json", message: "the line is not UTF-8 at byte \(place)")
    }
  }

  /// The next byte that is no white space; nil at the end.
  package mutating func peek() -> UInt8? {
    while position < text.count {
      switch text[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return text[position]
      }
    }
    return nil
  }

  /// Takes the next byte that is no white space if it is the given one.
  package mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  package mutating func expect(_ byte: UInt8) throws(RecordError) {
    guard take(byte) else {
      let found = peek().map { "found \(JSONScanner.shown($0))" } ?? "the line ends"
      throw failure("expected '\(Character(Unicode.Scalar(byte)))', but \(found)")
    }
  }

  /// Reads a string and resolves its escapes.
  package mutating func string() throws(RecordError) -> [UInt8] {
    try expect(0x22)
    var result: [UInt8] = []
    var start = position
    while position < text.count {
      let byte = text[position]
      if byte == 0x22 {
        result.append(contentsOf: text[start..<position])
        position += 1
        return result
      }
      if byte == 0x5C {
        result.append(contentsOf: text[start..<position])
        position += 1
        try escape(into: &result)
        start = position
      } else if byte < 0x20 {
        throw failure("a control character stands unescaped in a string")
      } else {
        position += 1
      }
    }
    throw failure("a string has no end")
  }

  /// Reads past a value of any kind.
  package mutating func skipValue() throws(RecordError) {
    var closers: [UInt8] = []
    repeat {
      switch peek() {
      case 0x7B:
        position += 1
        closers.append(0x7D)
      case 0x5B:
        position += 1
        closers.append(0x5D)
      case 0x22: try skipString()
      default: try skipScalar()
      }
      guard closers.count <= JSONScanner.deepest else {
        throw failure("values nest deeper than \(JSONScanner.deepest)")
      }
      try advance(&closers)
    } while !closers.isEmpty
  }

  /// Goes from the end of a value, or from an opening bracket, to the start of the next value.
  private mutating func advance(_ closers: inout [UInt8]) throws(RecordError) {
    var isOpen = position > 0 && (text[position - 1] == 0x7B || text[position - 1] == 0x5B)
    // A string may end in a bracket, but then its quotation mark follows.
    while let closer = closers.last {
      if take(closer) {
        closers.removeLast()
        isOpen = false
        continue
      }
      if !isOpen { try expect(0x2C) }
      if closer == 0x7D {
        try skipString()
        try expect(0x3A)
      }
      return
    }
  }

  private mutating func skipString() throws(RecordError) { _ = try string() }

  /// Reads the characters of a number, as they are written.
  package mutating func number() throws(RecordError) -> [UInt8] {
    guard peek() != nil else { throw failure("a value is missing") }
    let start = position
    if text[position] == 0x2D { position += 1 }
    let whole = digits()
    guard whole > 0, whole == 1 || text[position - whole] != 0x30 else {
      throw failure("this is no JSON value")
    }
    if position < text.count, text[position] == 0x2E {
      position += 1
      guard digits() > 0 else { throw failure("a number has no digits after its point") }
    }
    if position < text.count, text[position] | 0x20 == 0x65 {
      position += 1
      if position < text.count, text[position] == 0x2B || text[position] == 0x2D { position += 1 }
      guard digits() > 0 else { throw failure("a number has no digits in its exponent") }
    }
    let written = text[start..<position]
    guard let value = Double(String(decoding: written, as: UTF8.self)), value.isFinite else {
      throw failure("a number is too large")
    }
    return Array(written)
  }

  private mutating func digits() -> Int {
    let start = position
    while position < text.count, (0x30...0x39).contains(text[position]) { position += 1 }
    return position - start
  }

  /// Takes a word such as `null` if it comes next.
  package mutating func takeWord(_ word: String) -> Bool {
    guard peek() != nil else { return false }
    let end = position + word.utf8.count
    guard end <= text.count, text[position..<end].elementsEqual(word.utf8) else { return false }
    position = end
    return true
  }

  private mutating func skipScalar() throws(RecordError) {
    if takeWord("true") || takeWord("false") || takeWord("null") { return }
    _ = try number()
  }

  private mutating func escape(into result: inout [UInt8]) throws(RecordError) {
    guard position < text.count else { throw failure("a string has no end") }
    let byte = text[position]
    position += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: result.append(byte)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"): try unicodeEscape(into: &result)
    default: throw failure("a string has an unknown escape '\\\(JSONScanner.shown(byte))'")
    }
  }

  private mutating func unicodeEscape(into result: inout [UInt8]) throws(RecordError) {
    var value = UInt32(try codeUnit())
    if (0xD800..<0xDC00).contains(value), position + 1 < text.count, text[position] == 0x5C,
      text[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      let low = UInt32(try codeUnit())
      guard (0xDC00..<0xE000).contains(low) else {
        throw failure("a string has half of a surrogate pair")
      }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw failure("a string has half of a surrogate pair")
    }
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func codeUnit() throws(RecordError) -> UInt16 {
    guard position + 4 <= text.count else { throw failure("a string has no end") }
    var value: UInt16 = 0
    for byte in text[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw failure("a string has an escape '\\u' without four hexadecimal digits")
      }
      value = value << 4 | UInt16(digit)
    }
    position += 4
    return value
  }

  package func failure(_ message: String) -> RecordError {
    RecordError(code: "bad-json", message: "\(message) (byte \(position + 1) of the line)")
  }

  private static func shown(_ byte: UInt8) -> String {
    (0x21..<0x7F).contains(byte) ? "'\(Character(Unicode.Scalar(byte)))'" : "byte \(byte)"
  }
}
