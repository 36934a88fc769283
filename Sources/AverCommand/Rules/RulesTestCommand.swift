import ArgumentParser
import Aver
import AverRules

/// How the outcomes of rule tests are written.
enum RuleTestFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people: what failed, and a count.
  case text
  /// JUnit's XML, as servers that run tests read it.
  case junit
}

/// `aver rules test`: the tests that stand in the rule files.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests in rule files, each rule alone and in company."
  )

  @OptionGroup var source: RuleFolderOptions

  @Option(help: "Only the tests of this rule.")
  var rule: String?

  @Flag(help: "Rewrite the expectations of tests that fail in company to what was found.")
  var update = false

  @Option(help: "How the outcomes are written.")
  var format = RuleTestFormat.text

  func run() throws {
    let folder = update ? try source.folderToChange() : nil
    var (rules, outcomes) = try outcomes()
    if let folder, try ExpectationUpdate(rules: rules).write(outcomes, in: folder) {
      (rules, outcomes) = try self.outcomes()
    }
    let writer = try ResultWriter(path: nil)
    let report = RuleTestReport(outcomes: outcomes, rules: rules)
    try writer.write(Array((format == .junit ? report.junit : report.text).utf8))
    if report.failed > 0 { throw ExitCode(ExitStatus.someFailed.rawValue) }
  }

  private func outcomes() throws -> (RuleSet, [RuleTester.Outcome]) {
    let rules: RuleSet
    do throws(RuleError) { rules = try source.load() } catch {
      throw CommandFailure(error.description)
    }
    if let rule, !rules.ruleTests.contains(where: { $0.name == rule }) {
      let hint = Suggestion.hint(for: rule, among: rules.ruleTests.map(\.name))
      throw CommandFailure(
        "no rule '\(rule)' has tests: \(hint ?? "aver rules list shows the names")"
      )
    }
    var tester = try RuleTester(rules: rules)
    return (rules, try tester.run(rule: rule))
  }
}

/// Puts what was found in the place of what tests expect.
struct ExpectationUpdate {
  let rules: RuleSet

  /// Rewrites the files.
  ///
  /// - Parameters:
  ///   - outcomes: What the tests gave; those in company count, those that pass and `todo` tests stay.
  ///   - folder: The rule folder.
  /// - Returns: Whether anything changed.
  /// - Throws: `CommandFailure` if a file cannot be written.
  func write(
    _ outcomes: [RuleTester.Outcome],
    in folder: String
  ) throws(CommandFailure) -> Bool {
    let edits = outcomes.filter { !$0.isAlone && !$0.test.syntax.isTodo }
      .compactMap { outcome -> RuleFix.Edit? in
        guard let found = outcome.expectation else { return nil }
        return RuleFix.Edit(outcome.test.syntax.expectationPlace, found)
      }
    let changed = RuleFixer.applied(edits, to: rules.files)
    for file in changed { try RuleFolderWriter.write(file, in: folder) }
    return !changed.isEmpty
  }
}
