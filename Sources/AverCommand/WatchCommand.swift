import ArgumentParser
import Aver
import AverModel

/// `aver watch`: check, test and compare on every save.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Check, test and compare rules whenever a rule file is saved.",
    discussion: """
      On every save the rules are checked, the tests of the changed files run, and the claims of the \
      corpus are compared with those before the change; then all other tests run. Ends with Ctrl-C.
      """
  )

  @ArgumentParser.Argument(help: "The folder of rule files.")
  var folder: String

  @ArgumentParser.Argument(help: "Files and folders of documents to compare claims on.")
  var corpus: [String] = []

  @Option(help: ArgumentHelp("How many changes of a kind to show for a rule.", valueName: "n"))
  var show = 3

  @Option(help: ArgumentHelp("End after so many changes.", valueName: "n"))
  var changes: Int?

  @OptionGroup var options: CorpusOptions

  func validate() throws {
    if show < 0 { throw ValidationError("--show takes 0 or more") }
    if let changes, changes < 1 { throw ValidationError("--changes takes 1 or more") }
    if corpus.contains("-") { throw ValidationError("a corpus is read from files, not from '-'") }
  }

  func run() async throws {
    guard (try? FileStatus(of: RawPath(folder), followingLinks: true))?.kind == .folder else {
      throw CommandFailure("'\(folder)' is no folder; name a folder of rule files")
    }
    let writer = try ResultWriter(path: nil)
    var watch = RuleWatch(folder: folder, corpus: corpus, options: options, show: show)
    var stamp = FolderStamp(folder: folder)
    var files: [String] = []
    var turns = 0
    while true {
      try await watch.turn(changed: files) { line throws(CommandFailure) in
        try writer.writeLine(line)
      }
      if let changes, turns >= changes { return }
      try writer.writeLine("waiting for changes in \(folder)\n")
      let next = FolderStamp.next(of: folder, after: stamp)
      files = next.changes(since: stamp)
      stamp = next
      turns += 1
    }
  }
}
