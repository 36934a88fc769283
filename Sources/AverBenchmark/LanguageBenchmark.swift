import Aver
import AverModel
import AverRules
import AverSyntax
import AverTokenization

/// Times words, sentences, tags and groups by themselves, beside ICU's own breaks, on one core.
struct LanguageBenchmark {
  /// What is timed, in the order of the table.
  enum Measure: String, CaseIterable {
    case words = "words and sentences"
    case unicodeWords = "ICU word breaks"
    case unicodeSentences = "ICU sentence breaks"
    case tags
    case syntax = "tags, groups, clauses"
  }

  let texts: [CleanText]
  private let vocabulary: Vocabulary
  private let tokenized: [TokenizedText]

  init(_ documents: [SourceDocument], rules: LoadedRules) throws {
    let pipeline = try Pipeline(rules: rules)
    vocabulary = rules.ruleSet.vocabulary
    texts = try documents.map { try pipeline.clean($0) }
    var tokenizer = try Tokenizer(vocabulary: vocabulary)
    var tokenized: [TokenizedText] = []
    for text in texts { tokenized.append(try tokenizer.tokenize(text)) }
    self.tokenized = tokenized
  }

  var byteCount: Int { texts.reduce(0) { $0 + $1.bytes.count } }
  var tokenCount: Int { tokenized.reduce(0) { $0 + $1.tokens.count } }

  /// The fastest of the passes over all texts that fit into a time; two at least.
  func fastest(_ measure: Measure, within time: Duration) throws -> Duration {
    let start = ContinuousClock.now
    var best: Duration?
    var passes = 0
    while passes < 2 || ContinuousClock.now - start < time {
      let pass = try run(measure)
      best = min(best ?? pass, pass)
      passes += 1
    }
    return best ?? .zero
  }

  private func run(_ measure: Measure) throws -> Duration {
    var tokenizer = try Tokenizer(vocabulary: vocabulary)
    let segmenter = try UnicodeSegmenter()
    let tagger = Tagger(model: .builtIn)
    let analyzer = SyntaxAnalyzer(vocabulary: vocabulary)
    let start = ContinuousClock.now
    switch measure {
    case .words: for text in texts { _ = try tokenizer.tokenize(text) }
    case .unicodeWords:
      for text in texts { _ = segmenter.wordEnds(in: text.bytes.span, text.bytes.indices) }
    case .unicodeSentences:
      for text in texts { _ = segmenter.sentenceEnds(in: text.bytes.span, text.bytes.indices) }
    case .tags: for text in tokenized { _ = tagger.tag(text) }
    case .syntax: for text in tokenized { _ = analyzer.analyze(text) }
    }
    return ContinuousClock.now - start
  }
}
