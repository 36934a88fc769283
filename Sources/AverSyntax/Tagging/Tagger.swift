package import AverModel

/// Gives every token a tag: greedy, from left to right, by an averaged perceptron.
package struct Tagger: Sendable {
  private let model: TaggerModel

  package init(model: TaggerModel) { self.model = model }

  /// The classes of all tokens; nil for punctuation, symbols and foreign matter.
  package func tag(_ text: TokenizedText) -> TaggedTokens {
    var result = TaggedTokens(count: text.tokens.count)
    var features: [WordFeatures] = []
    for sentence in text.sentences {
      SentenceReader.read(sentence.tokens, of: text, model.lexicon, into: &features)
      tag(features, at: sentence.tokens.start, text.tokens, &result)
    }
    return result
  }

  private func tag(
    _ words: [WordFeatures],
    at start: Int,
    _ tokens: [Token],
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
        let tagClass = tagClass(of: words, index, history)
        result.classes[token] = tagClass
        result.tags[token] = tagClass.partOfSpeech
        history.append(tagClass, word)
      }
    }
  }

  private func tagClass(
    of words: [WordFeatures],
    _ index: Int,
    _ history: TagHistory
  ) -> TagClass {
    if words[index].entry.isCertain, let only = words[index].entry.firstClass { return only }
    let context = history.context(of: words, index)
    var scores = SIMD16<Int16>()
    for template in 0..<TaggerContext.featureCount {
      model.addWeights(of: context.feature(template), to: &scores)
    }
    var best = 0
    for lane in 1..<TagClass.count where scores[lane] > scores[best] { best = lane }
    return TagClass.allCases[best]
  }
}
