/// What a pass over bytes finds out about them as UTF-8.
struct UTF8Validation {
  /// Well-formed characters of two and more bytes.
  private(set) var multibyteCount = 0
  /// Maximal bad parts.
  private(set) var badCount = 0
  /// Bad parts of one byte that windows-1252 would read as a letter or a punctuation mark.
  private(set) var plausibleLatinCount = 0
  /// Characters that no text may hold: NUL and other controls, U+FFFE, U+FFFF.
  private(set) var forbiddenCount = 0

  /// Whether the bytes are well-formed.
  var isValid: Bool { badCount == 0 }

  /// Whether the bytes can be used as they are.
  var isClean: Bool { badCount == 0 && forbiddenCount == 0 }

  init(_ bytes: Span<UInt8>) {
    var position = 0
    let end = bytes.count
    while position < end {
      let byte = bytes[position]
      if byte < 0x80 {
        if Self.isForbidden(byte) { forbiddenCount += 1 }
        position += 1
        continue
      }
      let part = Self.part(in: bytes, at: position)
      if !part.isValid {
        badCount += 1
        if part.count == 1, Self.isPlausibleLatin(byte), position + 1 < end {
          plausibleLatinCount += 1
        }
      } else if Self.isNonCharacter(bytes, position, part.count) {
        forbiddenCount += 1
      } else {
        multibyteCount += 1
      }
      position += part.count
    }
  }

  /// The length of the character at a non-ASCII byte, or of the maximal bad part that begins there.
  ///
  /// Source: The Unicode Standard, table 3-7 and "U+FFFD Substitution of Maximal Subparts".
  static func part(in bytes: Span<UInt8>, at start: Int) -> (count: Int, isValid: Bool) {
    let lead = bytes[start]
    let expected: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: expected = 2
    case 0xE0: (expected, low) = (3, 0xA0)
    case 0xED: (expected, high) = (3, 0x9F)
    case 0xE1...0xEF: expected = 3
    case 0xF0: (expected, low) = (4, 0x90)
    case 0xF4: (expected, high) = (4, 0x8F)
    case 0xF1...0xF3: expected = 4
    default: return (1, false)
    }
    var count = 1
    while count < expected {
      guard start + count < bytes.count else { return (count, false) }
      let byte = bytes[start + count]
      guard byte >= low, byte <= high else { return (count, false) }
      low = 0x80
      high = 0xBF
      count += 1
    }
    return (count, true)
  }

  /// Whether an ASCII byte is a control character other than tab, line feed and carriage return.
  static func isForbidden(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  /// Whether three bytes are U+FFFE or U+FFFF.
  static func isNonCharacter(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> Bool {
    count == 3 && bytes[start] == 0xEF && bytes[start + 1] == 0xBF && bytes[start + 2] >= 0xBE
  }

  private static func isPlausibleLatin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80, 0x82, 0x84, 0x85, 0x8A, 0x8C, 0x8E, 0x91...0x97, 0x99, 0x9A, 0x9C, 0x9E: true
    case 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAD, 0xAE, 0xB0, 0xB4, 0xB7, 0xBB...0xBF: true
    case 0xC0...0xFD: true
    default: false
    }
  }
}
