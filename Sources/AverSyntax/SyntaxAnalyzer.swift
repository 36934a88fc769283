package import AverModel

/// Tags words and finds noun groups, verb groups and clauses.
package struct SyntaxAnalyzer: Sendable {
  private let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  package func analyze(_ text: TokenizedText) -> AnalyzedText {
    AnalyzedText(tokenized: text, tags: [], verbGroups: [], nounGroups: [], clauses: [])
  }
}
