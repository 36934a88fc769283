import ArgumentParser
import Aver

/// `aver`: the subcommands, and the version.
struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aver",
    abstract: "Turn news reporting into claims, each traced to the bytes that state it.",
    subcommands: [
      ExtractCommand.self, CleanCommand.self, AnnotateCommand.self, ExplainCommand.self,
      RulesCommand.self, EvaluateCommand.self, WatchCommand.self,
    ]
  )

  @Flag(help: "Show the versions of the tool, its libraries and its rules.")
  var version = false

  func run() async throws {
    guard version else { throw CommandFailure(help: RootCommand.helpMessage()) }
    let rules = try RuleOptions.parse([]).load()
    let lines = [Version.tool] + LibraryVersions.all + ["rules \(rules.digest)"]
    try ResultWriter(path: nil).write(Array((lines.joined(separator: "\n") + "\n").utf8))
  }
}
