import ArgumentParser
import Aver
import AverRuleLoading
import AverRules

/// `aver rules expand`: what a rule reads, construction by construction.
struct RulesExpandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expand",
    abstract: "Show the constructions that a rule's frames cover, as patterns with an example each."
  )

  @ArgumentParser.Argument(help: "The name of the rule.")
  var rule: String

  @OptionGroup var source: RuleFolderOptions

  func run() throws {
    let library: RuleLibrary
    do throws(RuleError) { library = try source.library() } catch {
      throw CommandFailure(error.description)
    }
    guard let lines = RuleExpansion.lines(ofRule: rule, in: library) else {
      let names = RuleIndex.entries(of: library).map(\.name)
      let hint = Suggestion.hint(for: rule, among: names) ?? "aver rules list shows the names"
      throw CommandFailure("there is no rule '\(rule)': \(hint)")
    }
    let writer = try ResultWriter(path: nil)
    for line in lines { try writer.writeLine(line) }
  }
}
