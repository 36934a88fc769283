package import AverModel

/// Rules, checked and compiled; immutable and shared by all documents of a run.
public struct RuleSet: Sendable {
  /// The words that rules and lists mention.
  package let vocabulary: Vocabulary
  /// The roles that a relation of each type needs to be a claim.
  package let schemas: [String: RelationSchema]
  /// `sha256:` and the digest of all rule files, paths and contents.
  package let digest: String
}
