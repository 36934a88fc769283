/// A tokenized text with tags, groups and clauses.
public final class AnalyzedText: Sendable {
  /// The text with its tokens.
  public let tokenized: TokenizedText
  /// One tag a token.
  public let tags: [PartOfSpeech]
  /// Verb groups in text order; no group crosses a sentence.
  public let verbGroups: [VerbGroup]
  /// Noun groups in text order; disjoint.
  public let nounGroups: [NounGroup]
  /// Clauses by first token, an outer clause before its inner ones.
  public let clauses: [Clause]

  /// Creates an analyzed text.
  public init(
    tokenized: TokenizedText,
    tags: [PartOfSpeech],
    verbGroups: [VerbGroup],
    nounGroups: [NounGroup],
    clauses: [Clause]
  ) {
    self.tokenized = tokenized
    self.tags = tags
    self.verbGroups = verbGroups
    self.nounGroups = nounGroups
    self.clauses = clauses
  }
}
