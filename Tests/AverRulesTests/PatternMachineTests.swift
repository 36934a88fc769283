import AverModel
import AverRuleFuzzing
import Testing

@testable import AverRules

@Suite("Pattern machine")
struct PatternMachineTests {
  @Test("finds what plain backtracking finds", arguments: [1, 2, 3, 4, 5])
  func agreesWithReference(seed: Int) throws {
    let comparison = try MatcherComparison(seed: seed, patternCount: 100, sentenceCount: 40)
    let differences = comparison.differences
    #expect(differences.count == 0, "\(differences.prefix(5).joined(separator: "\n"))")
    // The comparison is worth something only if most cases are compared and many match.
    #expect(comparison.givenUpCount < 40)
    #expect(comparison.caseCount + comparison.givenUpCount == 4_000)
    #expect(comparison.matchCount > 1_000)
  }

  @Test("a captured list entry has its value")
  func entryValues() throws {
    let rules = try RuleFixture.compile(
      PatternGenerator.declarations + "entity t : PERSON\n  match k:@color @fruit?\n"
    )
    for (words, value) in PatternGenerator.values {
      #expect(RuleFixture.matches(words, rules) == ["\(words) k=\(words)/\(value)"])
    }
  }
}
