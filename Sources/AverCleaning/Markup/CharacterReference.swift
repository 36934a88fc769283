/// A character reference such as `&eacute;`, decoded as HTML says.
struct CharacterReference {
  /// What it stands for; never empty.
  let scalars: [Unicode.Scalar]
  /// The place behind it.
  let end: Int

  /// Reads the reference at a `&`; nil if none begins there.
  init?(_ text: Span<UInt8>, at start: Int) {
    guard start + 1 < text.count, text[start] == 0x26 else { return nil }
    let reference =
      text[start + 1] == 0x23
      ? Self.numeric(text, at: start) : Self.named(text, from: start + 1)
    guard let (scalars, end) = reference else { return nil }
    self.scalars = scalars
    self.end = end
  }

  private static func numeric(_ text: Span<UInt8>, at start: Int) -> ([Unicode.Scalar], Int)? {
    guard let (value, end) = number(text, at: start) else { return nil }
    // Two halves of a pair, as JavaScript counts characters.
    if value & 0xFFFF_FC00 == 0xD800, let (low, pairEnd) = number(text, at: end),
      low & 0xFFFF_FC00 == 0xDC00
    {
      return ([scalar(0x1_0000 + (value & 0x3FF) << 10 + low & 0x3FF)], pairEnd)
    }
    return ([scalar(value)], end)
  }

  /// The number of the numeric reference at a place, and the place behind it.
  private static func number(_ text: Span<UInt8>, at start: Int) -> (UInt32, Int)? {
    guard start + 2 < text.count, text[start] == 0x26, text[start + 1] == 0x23 else { return nil }
    let radix: UInt32 = text[start + 2] | 0x20 == 0x78 ? 16 : 10
    let digits = start + (radix == 16 ? 3 : 2)
    var position = digits
    var value: UInt32 = 0
    while position < text.count, let digit = digit(text[position], radix: radix) {
      value = min(value * radix + digit, 0x11_0000)
      position += 1
    }
    guard position > digits else { return nil }
    if position < text.count, text[position] == 0x3B { position += 1 }
    return (value, position)
  }

  /// Whether a numeric reference stands at a place whose number no character has.
  static func isToNoCharacter(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard let (value, _) = number(text, at: start) else { return false }
    switch value {
    case 0x09, 0x0A, 0x0D: return false
    case 0..<0x20, 0xD800...0xDFFF, 0xFFFE, 0xFFFF: return true
    default: return value > 0x10_FFFF
    }
  }

  private static func digit(_ byte: UInt8, radix: UInt32) -> UInt32? {
    if ASCII.isDigit(byte) { return UInt32(byte - 0x30) }
    let lower = byte | 0x20
    return radix == 16 && lower >= 0x61 && lower <= 0x66 ? UInt32(lower - 0x61 + 10) : nil
  }

  private static func named(_ text: Span<UInt8>, from start: Int) -> ([Unicode.Scalar], Int)? {
    var end = start
    let limit = min(text.count, start + NamedReferences.longestName)
    while end < limit, ASCII.isLetter(text[end]) || ASCII.isDigit(text[end]) { end += 1 }
    guard end > start else { return nil }
    let name = (start..<end).map { text[$0] }
    if end < text.count, text[end] == 0x3B,
      let scalars = NamedReferences.scalars[String(decoding: name, as: UTF8.self)]
    {
      return (scalars, end + 1)
    }
    // Without its `;`, the longest old name that the text begins with counts: `&copy2024`.
    for count in stride(from: min(name.count, 6), through: 2, by: -1) {
      let prefix = String(decoding: name[..<count], as: UTF8.self)
      if NamedReferences.legacyNames.contains(prefix),
        let scalars = NamedReferences.scalars[prefix]
      {
        return (scalars, start + count)
      }
    }
    return nil
  }

  /// The character that a number stands for; U+FFFD where no text may hold it.
  static func scalar(_ value: UInt32) -> Unicode.Scalar {
    switch value {
    case 0x80...0x9F: windows1252[Int(value - 0x80)]
    case 0x09, 0x0A, 0x0D: Unicode.Scalar(UInt8(value))
    case 0x0C: " "
    case 0..<0x20, 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: Unicode.Scalar(value) ?? "\u{FFFD}"
    }
  }

  /// What pages mean by U+0080 to U+009F.
  ///
  /// Source: WHATWG HTML, "Numeric character reference end state".
  private static let windows1252: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]
}
