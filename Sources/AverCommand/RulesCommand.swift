import ArgumentParser
import Aver
import AverRuleLoading
import AverRules
import FoundationEssentials

/// `aver rules`: the rule author's bench.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Check, test, compare and export rule files.",
    subcommands: [
      RulesCheckCommand.self, RulesTestCommand.self, RulesExportCommand.self, RulesDiffCommand.self,
      RulesSuggestCommand.self,
    ]
  )
}

/// Where the rules of a bench command come from: an argument or `--rules`, else the built-in ones.
struct RuleFolderOptions: ParsableArguments {
  @ArgumentParser.Argument(help: "The folder of rule files; without it the built-in rules.")
  var folder: String?

  @Option(help: "The same as the argument.")
  var rules: String?

  /// The compiled rules.
  func load() throws(RuleError) -> RuleSet {
    if let folder = folder ?? rules { return try RuleLoader.load(directory: folder) }
    return try BuiltInRules.compiled()
  }
}

/// `aver rules check`: every error and warning of all files.
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report every error and warning in rule files."
  )

  @OptionGroup var source: RuleFolderOptions

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  func run() throws {
    let writer = try ResultWriter(path: nil)
    let rules: RuleSet
    do throws(RuleError) {
      rules = try source.load()
    } catch {
      let errors = error.diagnostics.filter { !$0.code.isWarning }.count
      try writer.writeLine(error.description)
      try writer.writeLine("\(errors) errors, \(error.diagnostics.count - errors) warnings")
      throw ExitCode(ExitStatus.someFailed.rawValue)
    }
    for warning in rules.warnings {
      try writer.writeLine(RuleExcerpt.text(for: warning, in: rules.files))
    }
    try writer.writeLine(
      "\(rules.entityRules.count) entity rules, \(rules.relations.count) relations, "
        + "\(rules.listNames.count) lists; \(rules.warnings.count) warnings"
    )
    if strict, !rules.warnings.isEmpty { throw ExitCode(ExitStatus.someFailed.rawValue) }
  }
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

  func run() throws {
    let rules: RuleSet
    do throws(RuleError) { rules = try source.load() } catch {
      throw CommandFailure(error.description)
    }
    var tester = try RuleTester(rules: rules)
    let outcomes = try tester.run(rule: rule)
    let writer = try ResultWriter(path: nil)
    var failed = 0
    for outcome in outcomes {
      let isTodo = outcome.test.syntax.isTodo
      guard let failure = outcome.failure else {
        if isTodo, outcome.isAlone {
          try writer.writeLine(line(outcome, "todo test passes now", rules))
        }
        continue
      }
      if isTodo { continue }
      failed += 1
      let message = "\(failure.rawValue) \(outcome.isAlone ? "alone" : "in company")"
      try writer.writeLine(line(outcome, message, rules))
      try writer.writeLine("  \(outcome.test.syntax.sentence)\n  found \(outcome.found)")
    }
    try writer.writeLine("\(outcomes.count - failed) passed, \(failed) failed")
    if failed > 0 { throw ExitCode(ExitStatus.someFailed.rawValue) }
  }

  private func line(_ outcome: RuleTester.Outcome, _ message: String, _ rules: RuleSet) -> String {
    let place = outcome.test.syntax.place
    let file = rules.files[place.file]
    let (line, column) = file.position(of: place.start)
    return "\(file.path):\(line):\(column): \(outcome.test.name): \(message)"
  }
}

/// `aver rules export`: the built-in rules as files, to start from.
struct RulesExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the built-in rule files to a folder."
  )

  @ArgumentParser.Argument(help: "The folder; it must be new or empty.")
  var folder: String

  func run() throws {
    let manager = FileManager.default
    if let inside = try? manager.contentsOfDirectory(atPath: folder), !inside.isEmpty {
      throw CommandFailure("'\(folder)' is not empty; name a new folder")
    }
    do {
      for file in BuiltInRules.library().files {
        let path = folder + "/" + file.path
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        try manager.createDirectory(
          atPath: parent.joined(separator: "/"),
          withIntermediateDirectories: true
        )
        try Data(file.bytes).write(to: URL(filePath: path))
      }
    } catch {
      throw CommandFailure("cannot write to '\(folder)': \(error)")
    }
  }
}
