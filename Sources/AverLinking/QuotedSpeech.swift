import AverModel
import AverRules

/// Credits what is quoted over several sentences to who speaks: the quotations of a document in double marks.
struct QuotedSpeech {
  let rules: RuleSet
  private let sentences: [SentenceContext]
  /// The tokens between the marks, in text order.
  private let quotes: [TokenRange]
  /// Makes a sentence ready for the machine.
  private let load: (_ sentence: SentenceContext, _ input: inout SentenceInput) -> Void

  init(
    rules: RuleSet,
    sentences: [SentenceContext],
    load: @escaping (_ sentence: SentenceContext, _ input: inout SentenceInput) -> Void
  ) {
    self.rules = rules
    self.sentences = sentences
    self.load = load
    quotes = sentences.first.map { Self.quotes(in: $0.text, sentences) } ?? []
  }

  /// The relations, those in a quotation whose own sentence names no speaker with the one that another names.
  func credited(
    _ relations: [Relation],
    entityOfMention: [Int?],
    entities: [Entity],
    _ input: inout SentenceInput
  ) -> [Relation] {
    if quotes.isEmpty { return relations }
    var credits: [Int: [AttributionReader.Credit]] = [:]
    let reader = AttributionReader(rules: rules)
    var result = relations
    for (index, relation) in relations.enumerated() where relation.attribution.isEmpty {
      for number in speakerSentences(at: relation.trigger.start, in: relation.sentence) {
        if credits[number] == nil {
          load(sentences[number], &input)
          credits[number] = reader.credits(
            in: sentences[number],
            entityOfMention: entityOfMention,
            entities: entities,
            input
          )
        }
        let speakers = (credits[number] ?? []).filter {
          $0.stance == nil && quote(around: $0.cue.start) == nil
        }
        if speakers.isEmpty { continue }
        result[index] = Attributing.credit(relation, speakers, entityOfMention, entities)
        break
      }
    }
    return result
  }

  /// The sentences that may say who speaks at a token of a sentence, nearest to the end of the quotation first;
  /// empty outside of quotations and where a sentence is quoted alone.
  private func speakerSentences(at token: Int, in sentence: Int) -> [Int] {
    guard let number = quote(around: token) else { return [] }
    let own = quotes[number]
    let last = self.sentence(of: own.last, from: sentence)
    var first = sentence
    while first > 0, sentences[first].tokens.start > own.start { first -= 1 }
    var result = (first...max(first, last)).reversed().filter { $0 != sentence }
    // `"We bought it," she said. "It was cheap."`: who spoke in the sentence before goes on.
    if number > 0, first > 0, sentences[first].tokens.start + 1 >= own.start,
      sentences[first - 1].tokens.contains(quotes[number - 1].last)
    {
      result.append(first - 1)
    }
    return result
  }

  private func quote(around token: Int) -> Int? {
    var low = 0
    var high = quotes.count
    while low < high {
      let middle = (low + high) / 2
      if quotes[middle].end <= token { low = middle + 1 } else { high = middle }
    }
    return low < quotes.count && quotes[low].contains(token) ? low : nil
  }

  private func sentence(of token: Int, from start: Int) -> Int {
    var index = start
    while index + 1 < sentences.count, sentences[index + 1].tokens.start <= token { index += 1 }
    return index
  }

  /// The quotations of a text; one that is not closed ends with its paragraph.
  private static func quotes(in text: AnalyzedText, _ sentences: [SentenceContext]) -> [TokenRange]
  {
    var result: [TokenRange] = []
    var start: Int?
    var block = -1
    for (index, sentence) in sentences.enumerated() {
      let own = text.tokenized.sentences[index].block
      if own != block {
        if let open = start, open < sentence.tokens.start {
          result.append(TokenRange(open, sentence.tokens.start))
        }
        start = nil
        block = own
      }
      for token in sentence.tokens.indices where isDoubleMark(token, text) {
        if let open = start {
          if open < token { result.append(TokenRange(open, token)) }
          start = nil
        } else {
          start = token + 1
        }
      }
    }
    return result
  }

  private static func isDoubleMark(_ token: Int, _ text: AnalyzedText) -> Bool {
    let found = text.tokenized.tokens[token]
    guard found.traits.contains(.quote) else { return false }
    let bytes = text.tokenized.clean.bytes
    let first = bytes[found.start]
    if first == 0x22 { return true }
    // U+201C and U+201D; the single marks beside them are apostrophes too.
    return first == 0xE2 && found.end - found.start == 3
      && (bytes[found.start + 2] == 0x9C || bytes[found.start + 2] == 0x9D)
  }
}
