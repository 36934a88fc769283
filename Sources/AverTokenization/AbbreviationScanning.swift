import AverModel

extension WordClass {
  /// Words that keep their stop, whatever the conditions.
  static let anyAbbreviation: WordClass = [
    .abbreviation, .titleAbbreviation, .capitalizedAbbreviation, .numberAbbreviation,
  ]
}

extension TokenScanner {
  /// Whether the stop after a word is part of it.
  ///
  /// - Parameters:
  ///   - start: The first byte of the word.
  ///   - end: The byte of the stop.
  /// - Returns: Whether the token ends after the stop.
  mutating func stopBelongs(_ start: Int, _ end: Int) -> Bool {
    // `Inc..` and `U.S...` end in an ellipsis, not in a stop of the word.
    if byte(end + 1) == UInt8(ascii: ".") { return false }
    let (first, length) = character(at: start)
    if hasInnerStop(start, end) { return true }
    let classes = classes(start, end + 1)
    if start + length == end, first.contains(.upper), isInitial(start, end) { return true }
    if classes.isDisjoint(with: .anyAbbreviation) { return false }
    if classes.contains(.abbreviation) { return true }
    if first.contains(.upper),
      !classes.isDisjoint(with: [.titleAbbreviation, .capitalizedAbbreviation])
    {
      return true
    }
    return classes.contains(.numberAbbreviation) && isDigitNext(after: end + 1)
  }

  /// Whether a range is single letters with stops between them, such as `U.S`.
  private func hasInnerStop(_ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3 else { return false }
    var letters = 0
    for index in start..<end {
      if text[index] == UInt8(ascii: ".") {
        if letters != 1 { return false }
        letters = 0
      } else {
        guard characters.traits(ofByte: text[index]).contains(.letter) else { return false }
        letters += 1
      }
    }
    return letters == 1 && text[start + 1] == UInt8(ascii: ".")
  }

  /// Whether a single capital with a stop abbreviates a name: `J. Smith`, `George W. Bush`.
  private mutating func isInitial(_ start: Int, _ end: Int) -> Bool {
    if end + 1 < chunkEnd { return isLetter(end + 1) }
    let nextStart = startOfNextChunk(after: end + 1)
    guard nextStart < blockEnd, character(at: nextStart).0.contains(.upper) else { return false }
    // `Vitamin C. The study …`: a sentence begins.
    if isOpener(nextStart) { return false }
    guard text[start] == UInt8(ascii: "I") || text[start] == UInt8(ascii: "A") else {
      return isNameBefore(start) || start == chunkStart
    }
    return isNameBefore(start)
  }

  /// Whether the token before a word is a capitalized word or an initial.
  private func isNameBefore(_ start: Int) -> Bool {
    guard let last = tokens.last, last.end <= start else { return true }
    return last.traits.contains(.capitalized) || last.traits.contains(.punctuation)
  }

  private mutating func isDigitNext(after end: Int) -> Bool {
    if end < chunkEnd { return isDigit(end) }
    let next = startOfNextChunk(after: end)
    return next < blockEnd && character(at: next).0.contains(.digit)
  }

  /// Whether a word that begins sentences stands at an index, not an initial such as `A.`.
  private mutating func isOpener(_ start: Int) -> Bool {
    var end = start
    while end < blockEnd, characters.traits(ofByte: text[end]).contains(.letter) { end += 1 }
    if end < blockEnd, text[end] == UInt8(ascii: ".") { return false }
    return end > start && !classes(start, end).isDisjoint(with: .opensSentences)
  }

  /// Where the white space at `end` ends; the block's end if nothing follows.
  private mutating func startOfNextChunk(after end: Int) -> Int {
    var index = end
    while index < blockEnd {
      let (traits, length) = character(at: index)
      if !traits.contains(.space) { return index }
      index += length
    }
    return index
  }
}
