/// Questions about ASCII bytes of a UTF-8 text.
enum ASCII {
  /// Whether a byte is HTML white space.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  /// Whether a byte is a letter.
  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  /// Whether a byte is a digit.
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The lower-case form of a letter; other bytes as they are.
  static func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// Whether the text continues with a word in lower case, whatever its own case.
  static func hasPrefix(_ word: StaticString, in text: Span<UInt8>, at start: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start >= 0, start + count <= text.count else { return false }
    let letters = unsafe Span(_unsafeStart: word.utf8Start, count: count)
    for offset in 0..<count where lowered(text[start + offset]) != letters[offset] { return false }
    return true
  }

  /// The first place of a word in lower case, whatever the text's case.
  static func find(
    _ word: StaticString,
    in text: Span<UInt8>,
    from start: Int,
    to end: Int
  )
    -> Int?
  {
    var position = start
    while position + word.utf8CodeUnitCount <= end {
      if hasPrefix(word, in: text, at: position) { return position }
      position += 1
    }
    return nil
  }
}
