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
    return classes.contains(.numberAbbreviation) && isNumberNext(after: end + 1)
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
    // `he and I. Jane` is more likely than a name that begins with I.
    return text[start] != UInt8(ascii: "I") || isNameBefore(start)
  }

  /// Whether the token before a word is a capitalized word or an initial.
  private func isNameBefore(_ start: Int) -> Bool {
    guard let last = tokens.last, last.end <= start else { return true }
    return last.traits.contains(.capitalized) || last.traits.contains(.punctuation)
  }

  /// Whether digits or a month's name follow: `No. 5`, `b. March 1950`.
  private mutating func isNumberNext(after end: Int) -> Bool {
    if end < chunkEnd { return isDigit(end) }
    let next = startOfNextChunk(after: end)
    guard next < blockEnd else { return false }
    let (traits, _) = character(at: next)
    if traits.contains(.upper) { return classesOfWord(at: next).contains(.month) }
    return traits.contains(.digit)
  }

  /// Whether a word that begins sentences stands at an index, not an initial such as `A.`.
  private func isOpener(_ start: Int) -> Bool {
    !classesOfWord(at: start).isDisjoint(with: .opensSentences)
  }

  /// The classes of the ASCII word at an index of the block; none if a stop follows it.
  private func classesOfWord(at start: Int) -> WordClass {
    var end = start
    while end < blockEnd, end - start < 32,
      characters.traits(ofByte: text[end]).contains(.letter)
    {
      end += 1
    }
    if end == start || end < blockEnd && text[end] == UInt8(ascii: ".") { return [] }
    return classes(start, end)
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
