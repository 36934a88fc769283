import AverModel

extension TokenScanner {
  /// A word that begins with a letter, with what belongs to it, and a clitic after it.
  mutating func scanWord() {
    if scanWebAddress() || scanPrefixedSign() || scanCurrencyCode() || scanFusedWord() { return }
    emitWord(to: endOfWord(from: endOfWordRun(from: cursor)))
  }

  /// Emits a word to `end`, its stop if it is an abbreviation, and `n't` by itself.
  private mutating func emitWord(to end: Int) {
    if let negationStart = startOfNegation(end) {
      if negationStart > cursor { emit(to: negationStart) }
      return emit(to: end)
    }
    if byte(end) == UInt8(ascii: "."), stopBelongs(cursor, end) {
      return emit(to: end + 1, .abbreviation)
    }
    emit(to: end)
  }

  /// `cannot` and its colloquial kin are two words written as one.
  mutating func scanFusedWord() -> Bool {
    var end = cursor
    while end - cursor <= Self.longestFusedWord,
      characters.traits(ofByte: byte(end)).contains(.letter)
    {
      end += 1
    }
    guard isFusedLength(end - cursor), !isWordCharacter(end), byte(end) != UInt8(ascii: "-"),
      classes(cursor, end).contains(.fusedWord)
    else { return false }
    emit(to: cursor + 3)
    emit(to: end)
    return true
  }

  private static let longestFusedWord = 8

  /// Whether a word of so many letters may be two.
  func isFusedLength(_ length: Int) -> Bool { length > 3 && length <= Self.longestFusedWord }

  /// Extends a word over apostrophes, stops, ampersands and hyphens inside it.
  ///
  /// - Parameter runEnd: The end of the letters and digits from the cursor on.
  /// - Returns: The end of the word, without clitic and stop.
  mutating func endOfWord(from runEnd: Int) -> Int {
    var end = runEnd
    var mayJoinHyphen = true
    var isInitials =
      text[runEnd < chunkEnd ? runEnd : cursor] == UInt8(ascii: ".")
      && isSingleLetter(cursor, runEnd)
    while end < chunkEnd {
      let next: Int?
      switch text[end] {
      case UInt8(ascii: "."):
        next = endAcrossStop(end, isInitials: isInitials)
        if let next { isInitials = isInitials && isSingleLetter(end + 1, next) }
      case UInt8(ascii: "&"): next = endAcrossAmpersand(end)
      case UInt8(ascii: "-"):
        next = mayJoinHyphen ? endAcrossHyphen(end) : nil
        mayJoinHyphen = false
      case UInt8(ascii: "+"): next = endAcrossPlus(end)
      default: next = endAcrossApostrophe(end)
      }
      guard let next else { return end }
      end = next
    }
    return end
  }

  private mutating func isSingleLetter(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    let (traits, length) = character(at: start)
    return start + length == end && traits.contains(.letter)
  }

  /// `O'Brien` is one word; `Italy's` and `they're` are two; `didn't` is cut before its n later.
  private mutating func endAcrossApostrophe(_ index: Int) -> Int? {
    let length = apostropheLength(index)
    guard length > 0, isLetter(index + length) else { return nil }
    let end = endOfWordRun(from: index + length)
    if isClitic(index + length, end) { return nil }
    return end
  }

  /// Whether the letters after an apostrophe are a clitic.
  mutating func isClitic(_ start: Int, _ end: Int) -> Bool {
    switch end - start {
    case 1:
      switch WordFolding.foldedASCII(text[start]) {
      case UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "m"): true
      default: false
      }
    case 2: matches(start, end, "re") || matches(start, end, "ll") || matches(start, end, "ve")
    default: false
    }
  }

  /// Where `n't` begins in a word that ends with it, such as `didn't`.
  private mutating func startOfNegation(_ end: Int) -> Int? {
    guard end - cursor >= 3, WordFolding.foldedASCII(text[end - 1]) == UInt8(ascii: "t") else {
      return nil
    }
    var apostrophe = end - 2
    while apostrophe > cursor, text[apostrophe] & 0xC0 == 0x80 { apostrophe -= 1 }
    guard apostrophe > cursor, apostropheLength(apostrophe) == end - 1 - apostrophe,
      WordFolding.foldedASCII(text[apostrophe - 1]) == UInt8(ascii: "n")
    else { return nil }
    return apostrophe - 1
  }

  /// `U.S` `example.com` `Ph.D` go on over the stop; `end.The` lacks a space.
  ///
  /// - Parameters:
  ///   - index: The byte of the stop.
  ///   - isInitials: Whether what is before it is single letters with stops between them.
  /// - Returns: The end of the word so far; nil if it ends before the stop.
  private mutating func endAcrossStop(_ index: Int, isInitials: Bool) -> Int? {
    guard isWordCharacter(index + 1) else { return nil }
    let end = endOfWordRun(from: index + 1)
    if isInitials, isSingleLetter(index + 1, end) { return end }
    let withStop = byte(end) == UInt8(ascii: ".") ? end + 1 : end
    if !classes(cursor, withStop).isDisjoint(with: .anyAbbreviation) { return end }
    if isDomainLabel(index + 1, end) { return end }
    let (next, _) = character(at: index + 1)
    if isInitials { return next.contains(.upper) ? nil : end }
    if next.contains(.upper) { return nil }
    // `growth.12 The`: the number of a footnote, for a word of plain letters has no decimals.
    if next.contains(.digit), endOfDigits(from: index + 1) == end, isPlainWord(cursor, index) {
      return nil
    }
    return classes(cursor, index + 1).isDisjoint(with: .anyAbbreviation) ? end : nil
  }

  /// Whether a range is four or more ASCII letters in lower case.
  private func isPlainWord(_ start: Int, _ end: Int) -> Bool {
    end - start >= 4 && (start..<end).allSatisfy { text[$0] >= 0x61 && text[$0] <= 0x7A }
  }

  /// `AT&T` `S&P` `R&D`: short runs of capitals on both sides.
  private mutating func endAcrossAmpersand(_ index: Int) -> Int? {
    var end = index + 1
    while end < chunkEnd, text[end] >= 0x41, text[end] <= 0x5A { end += 1 }
    guard end > index + 1, end - index <= 4, index - cursor <= 3, !isWordCharacter(end) else {
      return nil
    }
    for index in cursor..<index where text[index] < 0x41 || text[index] > 0x5A { return nil }
    return end
  }

  /// `co-founder` `e-mail`: a prefix keeps its hyphen.
  private mutating func endAcrossHyphen(_ index: Int) -> Int? {
    guard isWordCharacter(index + 1), classes(cursor, index).contains(.joinedPrefix) else {
      return nil
    }
    // `over-the-counter`: a small word is not what a prefix changes.
    let end = endOfWordRun(from: index + 1)
    if !classes(index + 1, end).isDisjoint(with: .opensSentences) { return nil }
    // `Lashkar-e-Taiba`: inside a compound it is no prefix.
    if cursor > chunkStart, text[cursor - 1] == UInt8(ascii: "-") { return nil }
    return end
  }

  /// `Disney+` `C++`: plus signs that end a name.
  private mutating func endAcrossPlus(_ index: Int) -> Int? {
    var end = index
    while byte(end) == UInt8(ascii: "+") { end += 1 }
    return isWordCharacter(end) || end - index > 2 ? nil : end
  }
}
