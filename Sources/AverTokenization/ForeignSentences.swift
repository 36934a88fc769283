import AverModel

extension TokenScanner {
  /// Where ICU begins a sentence after a mark that is not ASCII: `。` `।` `؟`.
  mutating func foreignSentenceStarts(_ range: ByteRange) throws(TokenizationError) -> [Int] {
    guard hasForeignTerminator else { return [] }
    guard let ends = segmenter.sentenceEnds(in: text.span, range.indices) else {
      throw .segmentationFailed(blockStart: range.start)
    }
    var starts: [Int] = []
    for end in ends where end < range.end {
      if let start = startAfterForeignTerminator(end, from: range.start) { starts.append(start) }
    }
    return starts
  }

  /// Where the sentence begins whose start ICU sees at `end`, if a mark that is not ASCII parts it
  /// from the one before.
  ///
  /// To ICU every bracket and quotation mark after the end mark closes; one that opens belongs to
  /// the next sentence.
  private mutating func startAfterForeignTerminator(_ end: Int, from start: Int) -> Int? {
    var index = end
    var next = end
    while index > start {
      index -= 1
      while index > start, text[index] & 0xC0 == 0x80 { index -= 1 }
      let (traits, _) = character(at: index)
      if traits.contains(.terminator) { return text[index] >= 0x80 ? next : nil }
      if traits.contains(.opening) {
        next = index
      } else if traits.isDisjoint(with: [.space, .closing, .quote, .mark]) {
        return nil
      }
    }
    return nil
  }
}
