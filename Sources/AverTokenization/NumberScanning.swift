import AverModel

extension TokenScanner {
  /// A token that begins with a digit, and the letters after it: `1,200.50` `7.5|bn` `20th`.
  mutating func scanNumber() {
    if let end = endOfHyphenedDigits() { return emit(to: end) }
    let (end, isPlain) = endOfNumber(from: cursor)
    let wordEnd = endOfWordRun(from: end)
    if wordEnd == end { return emit(to: end, isPlain ? .number : []) }
    let suffix = suffixKind(end, wordEnd, hasSeparator: hasSeparator(cursor, end))
    switch suffix {
    case .ordinal: emit(to: wordEnd, .ordinal)
    case .unit:
      emit(to: end, isPlain ? .number : [])
      emit(to: wordEnd)
    case .part:
      emit(to: endOfWord(from: wordEnd))
    }
  }

  /// What the letters after digits are.
  private enum SuffixKind {
    /// `20th`
    case ordinal
    /// A scale or unit, a token of its own: `bn` `pm`.
    case unit
    /// A part of a name: `3M` `2010s` `4x4`.
    case part
  }

  private mutating func suffixKind(_ start: Int, _ end: Int, hasSeparator: Bool) -> SuffixKind {
    if isOrdinal(start, end), !hasStop(cursor, start) { return .ordinal }
    if matches(start, end, "s") { return .part }
    var hasUpper = false
    var index = start
    while index < end {
      let (traits, length) = character(at: index)
      if traits.isDisjoint(with: [.letter, .mark]) { return .part }
      if traits.contains(.upper) { hasUpper = true }
      index += length
    }
    if !hasUpper || hasSeparator { return .unit }
    if let last = tokens.last, last.end == cursor, last.traits.contains(.currency) { return .unit }
    if matches(start, end, "am") || matches(start, end, "pm") { return .unit }
    return end - start > 1 && classes(start, end).contains(.unitSuffix) ? .unit : .part
  }

  /// Whether the letters make an ordinal of the digits before them: `1st` but not `12st`.
  private func isOrdinal(_ start: Int, _ end: Int) -> Bool {
    guard end - start == 2 else { return false }
    return matches(start, end, "th") || matches(start, end, "st") || matches(start, end, "nd")
      || matches(start, end, "rd")
  }

  private func hasStop(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { text[$0] == UInt8(ascii: ".") }
  }

  private func hasSeparator(_ start: Int, _ end: Int) -> Bool {
    for index in start..<end
    where text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ",") {
      return true
    }
    return false
  }

  /// The end of digits with inner `,` `.` `:` `/`, and whether the first two are all it has.
  private mutating func endOfNumber(from start: Int) -> (Int, isPlain: Bool) {
    var end = endOfAnyDigits(from: start)
    var isPlain = true
    while isDigit(end + 1) {
      switch byte(end) {
      case UInt8(ascii: ","), UInt8(ascii: "."): break
      case UInt8(ascii: ":"), UInt8(ascii: "/"): isPlain = false
      default: return (end, isPlain)
      }
      end = endOfAnyDigits(from: end + 1)
    }
    return (end, isPlain)
  }

  /// The end of decimal digits of any script.
  private mutating func endOfAnyDigits(from start: Int) -> Int {
    var end = endOfDigits(from: start)
    while end < chunkEnd {
      let (traits, length) = character(at: end)
      if traits.isDisjoint(with: [.digit, .mark]) || traits.contains(.letter) { break }
      end += length
    }
    return end
  }

  /// The end of a day or telephone number at the cursor: `2025-10-03` `555-0142` `212-555-0142`.
  ///
  /// Other digits with hyphens are ranges and scores, three tokens each.
  private func endOfHyphenedDigits() -> Int? {
    let first = endOfDigits(from: cursor)
    guard byte(first) == UInt8(ascii: "-"), first - cursor <= 4 else { return nil }
    let second = endOfDigits(from: first + 1)
    let secondCount = second - first - 1
    guard secondCount > 0 else { return nil }
    if byte(second) != UInt8(ascii: "-") {
      let isNumber = first - cursor == 3 && secondCount == 4
      return isNumber && endsHyphenedDigits(second) ? second : nil
    }
    let third = endOfDigits(from: second + 1)
    let thirdCount = third - second - 1
    guard secondCount <= 3, thirdCount >= 2, thirdCount <= 4 else { return nil }
    return endsHyphenedDigits(third) ? third : nil
  }

  private func endsHyphenedDigits(_ end: Int) -> Bool {
    let next = byte(end)
    return next != UInt8(ascii: "-") && next < 0x80
      && characters.traits(ofByte: next).isDisjoint(with: .word)
  }
}
