package import AverModel
package import AverRules

/// Runs the entity rules over an analyzed text.
package struct Extractor: Sendable {
  private let rules: RuleSet

  package init(rules: RuleSet) { self.rules = rules }

  package func mentions(in text: AnalyzedText, reference: ReferenceDate) -> [Mention] { [] }
}
