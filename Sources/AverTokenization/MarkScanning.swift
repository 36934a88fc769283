import AverModel

extension TokenScanner {
  /// A token that begins with neither letter nor digit.
  mutating func scanMark(_ traits: CharacterTraits, _ length: Int) {
    let byte = text[cursor]
    if traits.contains(.apostrophe) || cursor > chunkStart && apostropheLength(cursor) > 0 {
      return scanApostrophe(length)
    }
    if byte == UInt8(ascii: ".") { return scanStops() }
    if traits.contains(.currency) {
      return emit(to: endOfSignedCode(cursor + length) ?? endWithMarks(cursor + length), .currency)
    }
    if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
      var end = cursor
      while self.byte(end) == UInt8(ascii: "!") || self.byte(end) == UInt8(ascii: "?") { end += 1 }
      return emit(to: end)
    }
    if isDegreeSign() { return emit(to: cursor + 3) }
    if traits.contains(.terminator), byte >= 0x80 { hasForeignTerminator = true }
    if isRepeatable(byte) { return emit(to: endOfRepeated(byte)) }
    let known: TokenTraits = traits.contains(.quote) ? .quote : []
    emit(to: endWithMarks(cursor + length), known)
  }

  /// A clitic, a shortened word or decade, or a quotation mark.
  private mutating func scanApostrophe(_ length: Int) {
    let after = cursor + length
    let isGlued = cursor > chunkStart
    // `''` closes a quotation in older wires; so does ``` `` ``` open one.
    if text[cursor] == UInt8(ascii: "'"), byte(after) == UInt8(ascii: "'") {
      hasOpenSingleQuote = false
      return emit(to: after + 1, .quote)
    }
    if isLetter(after) {
      let end = endOfWordRun(from: after)
      if isClitic(after, end), isGlued || end == after + 1 && !hasLetterNext(end) {
        let isPossessive = end == after + 1 && WordFolding.foldedASCII(text[after]) == 0x73
        if isGlued || isPossessive { return emit(to: end, isPossessive ? .possessive : []) }
      }
      if !isGlued || isOpeningBefore(), isShortened(after, end) { return emit(to: end) }
    } else if isDecade(after), !isGlued || isOpeningBefore() {
      return emit(to: after + (byte(after + 2) == UInt8(ascii: "s") ? 3 : 2))
    }
    if isGlued, !hasOpenSingleQuote, endsInS() {
      return emit(to: after, [.possessive, .punctuation])
    }
    hasOpenSingleQuote = !isGlued || isOpeningBefore()
    emit(to: endWithMarks(after), .quote)
  }

  private mutating func hasLetterNext(_ index: Int) -> Bool { isWordCharacter(index) }

  /// Whether the character before the cursor opens a quotation or bracket.
  private func isOpeningBefore() -> Bool {
    guard cursor > chunkStart, let last = tokens.last else { return false }
    return last.traits.contains(.quote) || text[cursor - 1] == UInt8(ascii: "(")
      || text[cursor - 1] == UInt8(ascii: "[") || text[cursor - 1] == UInt8(ascii: "-")
  }

  private func endsInS() -> Bool {
    guard let last = tokens.last, last.end == cursor else { return false }
    let byte = WordFolding.foldedASCII(text[cursor - 1])
    return byte == UInt8(ascii: "s") || byte == UInt8(ascii: "x") || byte == UInt8(ascii: "z")
  }

  /// `'em` `'til`: words that begin with an apostrophe.
  private func isShortened(_ start: Int, _ end: Int) -> Bool {
    classes(start, end).contains(.shortenedWord)
  }

  /// `'90s` `'08`: two digits, perhaps an s, and no more of a word.
  private mutating func isDecade(_ start: Int) -> Bool {
    guard isDigit(start), isDigit(start + 1) else { return false }
    let end = byte(start + 2) == UInt8(ascii: "s") ? start + 3 : start + 2
    if byte(end) == UInt8(ascii: "."), isDigit(end + 1) { return false }
    return !isWordCharacter(end)
  }

  /// A stop, an ellipsis, or a fraction without its zero.
  private mutating func scanStops() {
    var end = cursor + 1
    while byte(end) == UInt8(ascii: ".") { end += 1 }
    let isFraction = end == cursor + 1 && isDigit(end)
    guard isFraction, cursor == chunkStart || tokens.last?.traits.contains(.currency) == true else {
      return emit(to: end)
    }
    let digitsEnd = endOfDigits(from: end)
    emit(to: digitsEnd, .number)
  }

  /// Whether `°C` or `°F` stands at the cursor.
  private mutating func isDegreeSign() -> Bool {
    guard text[cursor] == 0xC2, byte(cursor + 1) == 0xB0 else { return false }
    let unit = byte(cursor + 2)
    guard unit == UInt8(ascii: "C") || unit == UInt8(ascii: "F") else { return false }
    return !isWordCharacter(cursor + 3)
  }

  private func isRepeatable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "~"),
      UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// `--` `***`: the same mark again and again is one token.
  private mutating func endOfRepeated(_ mark: UInt8) -> Int {
    var end = cursor
    while byte(end) == mark { end += 1 }
    return endWithMarks(end)
  }

  /// The end after the combining marks that follow a character.
  private mutating func endWithMarks(_ start: Int) -> Int {
    var end = start
    while end < chunkEnd {
      let (traits, length) = character(at: end)
      if !traits.contains(.mark) { break }
      end += length
    }
    return end
  }
}
