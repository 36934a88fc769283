import ArgumentParser
import Aver
import AverReports

/// `aver`: the subcommands, and the version.
struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aver",
    abstract: "Turn news reporting into claims, each traced to the bytes that state it.",
    discussion: """
      Topics: aver help formats, exit-status, filter, records, environment; aver help A0107 says what a \
      code of aver rules check means.
      """,
    subcommands: [
      ExtractCommand.self, CleanCommand.self, AnnotateCommand.self, ExplainCommand.self,
      RulesCommand.self, EvaluateCommand.self, WatchCommand.self, ReportCommand.self,
      ConvertCommand.self, DiffCommand.self, StatsCommand.self, JoinCommand.self,
      VerifyCommand.self, SchemaCommand.self, CompletionsCommand.self, ManualCommand.self,
    ]
  )

  @Flag(help: "Show the versions of the tool, its libraries and its rules.")
  var version = false

  @Flag(help: "Write the versions as JSON.")
  var json = false

  func validate() throws {
    if json, !version { throw ValidationError("--json goes with --version") }
  }

  func run() async throws {
    guard version else { throw CommandFailure(help: RootCommand.helpMessage()) }
    let rules = try RuleOptions.parse([]).load()
    let names = LibraryVersions.all + [ClaimDatabase.libraryVersion]
    let writer = try ResultWriter(path: nil)
    guard json else {
      return try writer.writeLine(
        ([Version.tool] + names + ["rules \(rules.digest)"]).joined(separator: "\n")
      )
    }
    var json = JSONWriter()
    json.beginObject()
    json.member("tool", Version.tool)
    for name in names {
      let parts = name.split(separator: " ", maxSplits: 1)
      json.member(parts[0].lowercased(), parts.count > 1 ? String(parts[1]) : "")
    }
    json.member("rules", rules.digest)
    json.endObject()
    json.endLine()
    try writer.write(json.takeBytes())
  }
}
