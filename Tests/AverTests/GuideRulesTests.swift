import AverRules
import AverTestSupport
import Foundation
import Testing

@testable import Aver
@testable import AverRuleLoading

/// The six rule files by which the language was designed, as they stood in the design.
///
/// What the design leaves to files of the product comes from these: status words, pronouns and the
/// words of the language. The table of months, of which it shows the first line, is written out.
@Suite("Rules of the design")
struct GuideRulesTests {
  static func library() throws -> RuleLibrary {
    let fixtures = RepositoryLayout.root + "/Tests/Fixtures/guide"
    var files = try RuleLoader.library(in: fixtures).files
    let shared = [
      "en/language/function-words.aver", "en/language/abbreviations.aver",
      "en/language/irregular-verbs.tsv", "en/language/irregular-nouns.tsv",
      "en/claims/status.aver", "en/claims/references.aver",
    ]
    for path in shared {
      let data = try Data(contentsOf: URL(filePath: RepositoryLayout.root + "/Rules/" + path))
      files.append(RuleFile(path: path, bytes: Array(data)))
    }
    return RuleLibrary(files)
  }

  @Test("all 33 tests pass, each rule alone and in company")
  func designTests() throws {
    let rules = try RuleLoader.compile(Self.library(), digest: "design")
    var tester = try RuleTester(rules: rules)
    let outcomes = try tester.run()
    #expect(outcomes.count == 66)
    let failures = outcomes.filter { $0.failure != nil }.map { outcome in
      "\(outcome.test.syntax.sentence): \(outcome.failure?.rawValue ?? ""), \(outcome.found)"
    }
    #expect(failures == [])
  }
}
