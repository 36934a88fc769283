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
    var worker = try Worker(vocabulary: vocabulary)
    while passes < 2 || ContinuousClock.now - start < time {
      let pass = try run(measure, &worker)
      best = min(best ?? pass, pass)
      passes += 1
    }
    return best ?? .zero
  }

  /// Runs a measure so many times, untimed.
  func run(_ measure: Measure, passes: Int) throws {
    var worker = try Worker(vocabulary: vocabulary)
    for _ in 0..<passes { _ = try run(measure, &worker) }
    print("\(measure.rawValue): \(passes) passes over \(byteCount) bytes, \(tokenCount) tokens")
  }

  /// What a worker of a batch keeps from one document to the next.
  private struct Worker: ~Copyable {
    var tokenizer: Tokenizer
    let segmenter: UnicodeSegmenter
    var tagger: Tagger
    var analyzer: SyntaxAnalyzer

    init(vocabulary: Vocabulary) throws {
      let tokenizer = try Tokenizer(vocabulary: vocabulary)
      let segmenter = try UnicodeSegmenter()
      self.tokenizer = tokenizer
      self.segmenter = segmenter
      tagger = Tagger(model: .builtIn)
      analyzer = SyntaxAnalyzer(vocabulary: vocabulary)
    }
  }

  private func run(_ measure: Measure, _ worker: inout Worker) throws -> Duration {
    let start = ContinuousClock.now
    switch measure {
    case .words: for text in texts { _ = try worker.tokenizer.tokenize(text) }
    case .unicodeWords:
      for text in texts { _ = worker.segmenter.wordEnds(in: text.bytes.span, text.bytes.indices) }
    case .unicodeSentences:
      for text in texts {
        _ = worker.segmenter.sentenceEnds(in: text.bytes.span, text.bytes.indices)
      }
    case .tags: for text in tokenized { _ = worker.tagger.tag(text) }
    case .syntax: for text in tokenized { _ = worker.analyzer.analyze(text) }
    }
    return ContinuousClock.now - start
  }
}
