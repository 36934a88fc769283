import AverModel

extension TokenScanner {
  /// Makes the bytes from the cursor to `end` a token, with traits read from its bytes.
  mutating func emit(to end: Int, _ known: TokenTraits = []) {
    precondition(cursor < end, "a token must not be empty")
    var traits = shape(cursor, end).union(known)
    if cursor > chunkStart { traits.insert(.glued) }
    let symbol = symbols.symbol(in: text, cursor, end)
    tokens.append(Token(start: cursor, end: end, symbol: symbol, traits: traits))
    cursor = end
  }

  /// What the bytes of a token look like.
  private mutating func shape(_ start: Int, _ end: Int) -> TokenTraits {
    var letters = 0
    var uppers = 0
    var lowers = 0
    var hasDigit = false
    var hasOther = false
    var hasMixedCase = false
    var index = start
    while index < end {
      let (traits, length) = character(at: index)
      if traits.contains(.letter) || traits.contains(.complex) && !traits.contains(.punctuation) {
        letters += 1
        if traits.contains(.upper) {
          uppers += 1
          if lowers > 0 { hasMixedCase = true }
        } else if traits.contains(.lower) {
          lowers += 1
        }
      } else if traits.contains(.digit) {
        hasDigit = true
      } else if !traits.contains(.mark), !isInnerMark(text[index], traits) {
        hasOther = true
      }
      index += length
    }
    let (first, _) = character(at: start)
    var result: TokenTraits = []
    if letters == 0 {
      if !hasDigit, first.contains(.punctuation) { result.insert(.punctuation) }
      return result
    }
    if first.contains(.upper) { result.insert(.capitalized) }
    if letters >= 2, uppers == letters { result.insert(.allCapitals) }
    if uppers == 0 { result.insert(.lowerCase) }
    if hasMixedCase { result.insert(.mixedCase) }
    if hasDigit {
      result.insert(.alphanumeric)
    } else if !hasOther {
      result.insert(.letters)
    }
    return result
  }

  /// `'` `.` `-` `&`: what may stand inside a word of letters.
  private func isInnerMark(_ byte: UInt8, _ traits: CharacterTraits) -> Bool {
    traits.contains(.apostrophe) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "&")
  }
}
