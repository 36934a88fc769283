package import AverModel
package import AverRules

/// Joins names to entities and reads sentences as relations.
package struct Linker: Sendable {
  private let rules: RuleSet

  package init(rules: RuleSet) { self.rules = rules }

  package func link(_ text: AnalyzedText, mentions: [Mention]) -> LinkedDocument {
    LinkedDocument(
      analyzed: text,
      mentions: mentions,
      entityOfMention: [],
      entities: [],
      relations: []
    )
  }
}
