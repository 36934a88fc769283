package import AverModel

/// Gives every token a tag: greedy, from left to right, by an averaged perceptron.
package struct Tagger: Sendable {
  private let model: TaggerModel

  package init(model: TaggerModel) { self.model = model }

  /// The classes of all tokens; nil for punctuation, symbols and foreign matter.
  package func tag(_ text: TokenizedText) -> TaggedTokens {
    var result = TaggedTokens(count: text.tokens.count)
    var words: [WordFeatures] = []
    var hashes = Array(repeating: UInt64(0), count: TaggerContext.featureCount)
    for sentence in text.sentences {
      SentenceReader.read(sentence.tokens, of: text, model.lexicon, into: &words)
      tag(words, at: sentence.tokens.start, text.tokens, &hashes, &result)
    }
    return result
  }

  private func tag(
    _ words: [WordFeatures],
    at start: Int,
    _ tokens: [Token],
    _ hashes: inout [UInt64],
    _ result: inout TaggedTokens
  ) {
    var history = TagHistory()
    for index in 2..<(words.count - 2) {
      let token = start + index - 2
      let word = words[index]
      result.entries[token] = word.entry
      let decided = PlainTokenTag.tag(of: tokens[token], word, words[index - 1], words[index + 1])
      if let decided {
        result.tags[token] = decided
        result.classes[token] = TagClass(decided)
        history.append(decided, word)
      } else {
        let tagClass = tagClass(of: words, index, history, &hashes)
        result.classes[token] = tagClass
        result.tags[token] = tagClass.partOfSpeech
        history.append(tagClass, word)
      }
    }
  }

  private func tagClass(
    of words: [WordFeatures],
    _ index: Int,
    _ history: TagHistory,
    _ hashes: inout [UInt64]
  ) -> TagClass {
    if words[index].entry.isCertain, let only = words[index].entry.firstClass { return only }
    history.context(of: words, index).fill(&hashes)
    let scores = model.scores(of: hashes)
    var best = 0
    for lane in 1..<TagClass.count where scores[lane] > scores[best] { best = lane }
    return TagClass(rawValue: UInt8(best)) ?? .noun
  }
}
