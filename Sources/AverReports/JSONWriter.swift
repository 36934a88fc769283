package import AverModel

/// Writes JSON as UTF-8 bytes, one value a line.
///
/// Strings keep their characters, but for what would break a line or a terminal: U+0085, U+2028,
/// U+2029 and the C0 and C1 controls are written as `\uXXXX`. Members stand in the order in which
/// they are written; the caller gives every name once.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  /// Takes what was written and starts afresh.
  package mutating func takeBytes() -> [UInt8] {
    defer {
      bytes = []
      needsComma = false
    }
    return bytes
  }

  package mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
  }

  package mutating func endObject() {
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  package mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
  }

  package mutating func endArray() {
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Ends the line after a whole value.
  package mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Writes the name of the member whose value comes next.
  package mutating func name(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ text: String) {
    separate()
    var text = text
    text.makeContiguousUTF8()
    let span = text.utf8Span.span
    quote(span, 0, span.count)
  }

  /// Writes a range of valid UTF-8.
  package mutating func string(_ text: [UInt8], _ range: ByteRange) {
    separate()
    quote(text.span, range.start, range.end)
  }

  package mutating func integer(_ value: Int) {
    separate()
    digits(value)
  }

  package mutating func number(_ value: ExactDecimal) {
    separate()
    bytes.append(contentsOf: value.description.utf8)
  }

  /// Writes a number that was read, in its own digits.
  mutating func number(digits: String) {
    separate()
    bytes.append(contentsOf: digits.utf8)
  }

  package mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes `[start,end]`.
  package mutating func pair(_ start: Int, _ end: Int) {
    separate()
    bytes.append(UInt8(ascii: "["))
    digits(start)
    bytes.append(UInt8(ascii: ","))
    digits(end)
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func digits(_ value: Int) {
    guard value >= 10 else {
      if value >= 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(value))
      } else {
        bytes.append(contentsOf: String(value).utf8)
      }
      return
    }
    let start = bytes.count
    var rest = value
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    bytes[start...].reverse()
  }

  private mutating func quote(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    bytes.append(0x22)
    var position = start
    while position < end {
      let byte = text[position]
      if byte >= 0x20, byte < 0x7F, byte != 0x22, byte != 0x5C {
        bytes.append(byte)
        position += 1
      } else {
        position += quoteSpecial(text, position, end)
      }
    }
    bytes.append(0x22)
  }

  /// Writes one character that may need an escape; gives the number of bytes that it takes.
  private mutating func quoteSpecial(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> Int {
    let byte = text[position]
    switch byte {
    case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20, 0x7F: escape(UInt16(byte))
    case 0xC2 where position + 1 < end && text[position + 1] < 0xA0:
      escape(UInt16(text[position + 1]))
      return 2
    case 0xE2
    where position + 2 < end && text[position + 1] == 0x80 && text[position + 2] | 1 == 0xA9:
      escape(0x2000 | UInt16(text[position + 2] & 0x3F))
      return 3
    default: bytes.append(byte)
    }
    return 1
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: "\\u".utf8)
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt16(shift)) & 15]) }
  }
}
