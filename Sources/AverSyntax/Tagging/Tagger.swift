package import AverModel

/// Gives every token a tag: greedy, from left to right, by an averaged perceptron.
package struct Tagger: ~Copyable {
  private let model: TaggerModel
  private var memory = ScoreMemory()
  private var words: [WordFeatures] = []
  private var sums: [ClassScores] = []
  private var hashes = Array(repeating: UInt64(0), count: TaggerContext.otherFeatureCount)

  package init(model: TaggerModel) { self.model = model }

  /// The classes of all tokens; nil for punctuation, symbols and foreign matter.
  package mutating func tag(_ text: TokenizedText) -> TaggedTokens {
    var result = TaggedTokens(count: text.tokens.count)
    for sentence in text.sentences {
      SentenceReader.read(sentence.tokens, of: text, model.lexicon, into: &words)
      sums.removeAll(keepingCapacity: true)
      sums.append(contentsOf: repeatElement(ClassScores(), count: words.count))
      memory.addWords(words, to: &sums, model)
      tagWords(at: sentence.tokens.start, text.tokens, &result)
    }
    return result
  }

  private mutating func tagWords(at start: Int, _ tokens: [Token], _ result: inout TaggedTokens) {
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
        let tagClass = tagClass(at: index, history)
        result.classes[token] = tagClass
        result.tags[token] = tagClass.partOfSpeech
        history.append(tagClass, word)
      }
    }
  }

  private mutating func tagClass(at index: Int, _ history: TagHistory) -> TagClass {
    if words[index].entry.isCertain, let only = words[index].entry.firstClass { return only }
    let context = history.context(of: words, index)
    var scores = sums[index]
    scores.add(memory.scores(of: context, model))
    context.fillOthers(&hashes)
    model.add(hashes.span, to: &scores)
    return TagClass(rawValue: UInt8(scores.best)) ?? .noun
  }
}
