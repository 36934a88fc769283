import AverModel

extension TokenScanner {
  /// Makes the bytes from the cursor to `end` a token, with traits read from its bytes.
  mutating func emit(to end: Int, _ known: TokenTraits = []) {
    precondition(cursor < end, "a token must not be empty")
    let shape = shape(cursor, end)
    var traits = shape.traits.union(known)
    if cursor > chunkStart { traits.insert(.glued) }
    let symbol =
      shape.isASCII
      ? vocabulary.symbol(in: text.span, cursor, end)
      : symbols.symbol(in: text, cursor, end)
    noteBreak(to: end, traits)
    tokens.append(Token(start: cursor, end: end, symbol: symbol, traits: traits))
    cursor = end
  }

  /// Notes where the token that begins at the cursor may part sentences.
  private mutating func noteBreak(to end: Int, _ traits: TokenTraits) {
    let index = tokens.count
    switch text[cursor] {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ")"):
      // The number of an item in a list begins a sentence.
      if let last = tokens.last, last.end - last.start <= 2 { breaks.note(index - 2) }
      breaks.note(index)
    // `Image:` begins one, too.
    case UInt8(ascii: ":"): breaks.note(index - 2)
    // An ellipsis may end a sentence, a bullet begin one.
    case 0xE2:
      breaks.note(index - 1)
      breaks.note(index)
    default:
      // The year of a dateline may end one.
      let isYear = traits.contains(.number) && end - cursor == 4 && index - breaks.first < 6
      if isYear || traits.contains(.abbreviation) { breaks.note(index) }
    }
  }

  /// What the bytes of a token look like.
  private mutating func shape(_ start: Int, _ end: Int) -> TokenShape {
    var shape = TokenShape()
    var index = start
    while index < end {
      let (traits, length) = character(at: index)
      shape.add(traits, text[index])
      index += length
    }
    return shape
  }
}

/// What the characters of a token have shown so far.
private struct TokenShape {
  private var held: CharacterTraits = []
  private var first: CharacterTraits = []
  private var letters = 0
  private var uppers = 0
  private var hasMixedCase = false
  private var hasOther = false
  private(set) var isASCII = true
  private var isEmpty = true

  mutating func add(_ traits: CharacterTraits, _ byte: UInt8) {
    if isEmpty { first = traits }
    isEmpty = false
    if byte >= 0x80 { isASCII = false }
    if traits.contains(.letter) {
      letters += 1
      if traits.contains(.upper) {
        uppers += 1
        if held.contains(.lower) { hasMixedCase = true }
      }
    } else if traits.isDisjoint(with: [.digit, .mark, .apostrophe]), !isInnerMark(byte) {
      hasOther = true
    }
    held.formUnion(traits)
  }

  /// `.` `-` `&`: what, with apostrophes, may stand inside a word of letters.
  private func isInnerMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&")
  }

  var traits: TokenTraits {
    if letters == 0 {
      return !held.contains(.digit) && first.contains(.punctuation) ? .punctuation : []
    }
    var result: TokenTraits = []
    if first.contains(.upper) { result.insert(.capitalized) }
    if letters >= 2, uppers == letters { result.insert(.allCapitals) }
    if uppers == 0 { result.insert(.lowerCase) }
    if hasMixedCase { result.insert(.mixedCase) }
    if held.contains(.digit) {
      result.insert(.alphanumeric)
    } else if !hasOther {
      result.insert(.letters)
    }
    return result
  }
}
