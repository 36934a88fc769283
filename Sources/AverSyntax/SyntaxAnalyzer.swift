package import AverModel

/// Tags words and finds noun groups, verb groups and clauses.
///
/// Make one a worker: it remembers sums of weights, which changes its speed and nothing else.
package struct SyntaxAnalyzer: ~Copyable {
  /// How many tokens are analyzed together.
  ///
  /// Clauses look back over their sentence, so a page without a full stop would cost the square of its
  /// length; no writer's sentence is this long.
  private static let longest = 512

  private let vocabulary: Vocabulary
  private var tagger = Tagger?.none

  /// Reads the tagger's model, which is else read when the first sentence needs it.
  package static func prepare() { _ = TaggerModel.builtIn }

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  package mutating func analyze(_ text: TokenizedText) -> AnalyzedText {
    // The model is read when there is something to tag.
    var tagger = self.tagger.take() ?? Tagger(model: .builtIn)
    let tagged = tagger.tag(text)
    self.tagger = consume tagger
    var tokens = SyntaxTokens(text, tagged, vocabulary)
    var analysis = SentenceAnalyses()
    TagCorrector.correct(&tokens, text, TaggerModel.builtIn.lexicon)
    for sentence in text.sentences {
      for start in stride(from: sentence.tokens.start, to: sentence.tokens.end, by: Self.longest) {
        let end = min(start + Self.longest, sentence.tokens.end)
        analysis.append(TokenRange(start, end), of: &tokens)
      }
    }
    return AnalyzedText(
      tokenized: text,
      tags: FinalTags(tokens, tagged).tags(
        verbs: analysis.verbGroups,
        nouns: analysis.nounGroups,
        clauses: analysis.clauses
      ),
      verbGroups: analysis.verbGroups,
      nounGroups: analysis.nounGroups,
      clauses: analysis.clauses
    )
  }
}

/// The groups and clauses of the sentences so far.
private struct SentenceAnalyses {
  private(set) var verbGroups: [VerbGroup] = []
  private(set) var nounGroups: [NounGroup] = []
  private(set) var clauses: [Clause] = []

  /// Analyzes one sentence; indices of groups count over the whole text.
  mutating func append(_ range: TokenRange, of tokens: inout SyntaxTokens) {
    var verbs = VerbGroupFinder(tokens: tokens, range: range).groups()
    var nouns = NounGroupFinder(tokens: tokens, range: range).groups()
    // A determiner among the parts of a verb (`have each agreed`) is no group.
    nouns.removeAll { noun in
      noun.tokens.count == 1 && tokens[noun.head].tag == .determiner
        && verbs.contains { $0.start < noun.head && noun.head < $0.end }
    }
    SubordinatorMarker.mark(&tokens, range, &verbs, nouns)
    NounGroupLinker(tokens: tokens, range: range, verbs: verbs).link(&nouns)
    var chart = SentenceChart(tokens: tokens, range: range, verbs: verbs, nouns: nouns)
    ControlChains.link(&chart)
    var finder = ClauseFinder(chart: chart)
    finder.find()
    let writer = ClauseWriter(
      chart: finder.chart,
      drafts: finder.drafts,
      verbOffset: verbGroups.count,
      nounOffset: nounGroups.count,
      clauseOffset: clauses.count
    )
    clauses.append(contentsOf: writer.clauses())
    let verbOffset = verbGroups.count
    let nounOffset = nounGroups.count
    verbGroups.append(contentsOf: finder.chart.verbs.map { $0.group(offset: verbOffset) })
    nounGroups.append(contentsOf: finder.chart.nouns.map { $0.group(offset: nounOffset) })
  }
}
