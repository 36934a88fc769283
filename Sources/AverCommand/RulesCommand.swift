import ArgumentParser
import Aver
import AverRuleLoading
import AverRules
import FoundationEssentials

/// `aver rules`: the rule author's bench.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Check, test, compare, lay out and export rule files.",
    subcommands: [
      RulesCheckCommand.self, RulesTestCommand.self, RulesFormatCommand.self,
      RulesListCommand.self, RulesExpandCommand.self, RulesNewCommand.self,
      RulesExportCommand.self, RulesDiffCommand.self, RulesSuggestCommand.self,
      RulesCoverageCommand.self, RulesProfileCommand.self,
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

  /// The rule files.
  func library() throws(RuleError) -> RuleLibrary {
    if let folder = folder ?? rules { return try RuleLoader.library(in: folder) }
    return BuiltInRules.library()
  }

  /// The folder of a command that changes files.
  func folderToChange() throws(CommandFailure) -> String {
    if let folder = folder ?? rules { return folder }
    throw CommandFailure("the built-in rules cannot be changed; name a folder (aver rules export)")
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
