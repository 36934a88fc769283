import ArgumentParser
import Aver
import AverReports

/// `aver manual`: the manual page, made of what the commands say of themselves.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page aver(1).",
    discussion: "Look at it with: aver manual | man -l -"
  )

  func run() throws {
    let description: JSONValue
    do {
      description = try JSONValue(Array(RootCommand._dumpHelp().utf8))
    } catch {
      throw CommandFailure("the commands cannot be described: \(error)")
    }
    let page = ManualPage(version: Version.tool, topics: HelpTopic.allCases)
    try ResultWriter(path: nil).write(Array(page.text(of: description["command"] ?? .null).utf8))
  }
}
