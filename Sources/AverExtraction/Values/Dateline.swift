import AverModel

/// Where a story was written, as its first line says: `TORONTO, June 3 (Reuters) -`.
struct Dateline {
  /// A dateline ends within so many tokens of one of the first sentences.
  private static let sentences = 4
  private static let tokens = 16

  /// The sentence that it opens.
  let sentence: TokenRange
  /// The token of the dash that ends it.
  let end: Int

  /// The dateline of a text; nil if it has none.
  init?(of text: AnalyzedText) {
    for sentence in text.tokenized.sentences.prefix(Self.sentences) {
      guard let end = Self.end(sentence.tokens, in: text) else { continue }
      self.sentence = sentence.tokens
      self.end = end
      return
    }
    return nil
  }

  private static func end(_ sentence: TokenRange, in text: AnalyzedText) -> Int? {
    let words = text.tokenized.tokens
    guard sentence.start < sentence.end, words[sentence.start].traits.contains(.allCapitals) else {
      return nil
    }
    let last = min(sentence.end, sentence.start + tokens)
    return (sentence.start..<last).first { index in
      let token = words[index]
      guard token.traits.contains(.punctuation) else { return false }
      let word = text.tokenized.string(TokenRange(index, index + 1))
      return word == "-" || word == "–" || word == "—" || word == "--"
    }
  }
}
