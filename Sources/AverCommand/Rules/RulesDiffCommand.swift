import ArgumentParser
import Aver
import AverEvaluation
import AverReports
import AverRules
import FoundationEssentials

/// `aver rules diff`: what a change of rules gains, loses and changes over a corpus.
struct RulesDiffCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case jsonl
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show the claims that a change of rules gains, loses and changes.",
    discussion: """
      OLD and NEW are folders of rule files, 'built-in', or revisions of git: 'main' means the folder \
      'Rules' of that revision, 'main:lib/rules' another one. OLD may also be a file that --accept \
      wrote. Exit status: 0 no difference, 1 a difference or a document that failed, 2 misuse.
      """
  )

  @ArgumentParser.Argument(help: "The rules before the change, or accepted claims.")
  var old: String

  @ArgumentParser.Argument(help: "The rules after the change.")
  var new: String

  @ArgumentParser.Argument(help: "Files and folders of documents to try them on.")
  var corpus: [String]

  @Option(
    help: ArgumentHelp(
      "Try an edit of the new rules: 'list NAME += word | word', or -=.",
      valueName: "edit"
    )
  )
  var with: [String] = []

  @Option(help: ArgumentHelp("How many changes of a kind to show for a rule.", valueName: "n"))
  var show = 5

  @Option(help: "What to print.")
  var format = Format.text

  @Option(help: ArgumentHelp("Write a page with all that is shown.", valueName: "file"))
  var html: String?

  @Option(
    help: ArgumentHelp("Write the new claims to a file, to compare with later.", valueName: "file")
  )
  var accept: String?

  @Option(help: ArgumentHelp("Where known claims are kept.", valueName: "dir"))
  var cache: String?

  @Flag(help: "Neither read nor keep known claims.")
  var noCache = false

  @OptionGroup var options: CorpusOptions

  func validate() throws {
    if show < 0 { throw ValidationError("--show takes 0 or more") }
    if corpus.contains("-") { throw ValidationError("a corpus is read from files, not from '-'") }
  }

  func run() async throws {
    let cache = noCache ? nil : ClaimCache(folder: cache)
    let old = try side(old, cache)
    let new = try newSide(cache)
    let run = DifferenceRun(
      old: old,
      new: new,
      documents: DocumentRun(options, paths: corpus)
    )
    let result = try await run.run()
    try write(result.difference, names: (old.name, new.name))
    for (side, sections) in zip([old, new], result.sections)
    where side.rules != nil && sections.contains(where: { side.known[$0.key] == nil }) {
      cache?.keep(sections, earlier: side.known, rules: side.digest)
    }
    if let accept {
      let snapshot = ClaimSnapshot(
        program: Version.tool,
        rules: new.digest,
        sections: result.sections[1]
      )
      var writer = try ResultWriter(path: accept)
      try writer.write(snapshot.bytes)
      try writer.finish()
    }
    let isDifferent = !result.difference.isEmpty && accept == nil
    if isDifferent || result.failureCount > 0 { throw ExitCode(ExitStatus.someFailed.rawValue) }
  }

  private func side(
    _ argument: String,
    _ cache: ClaimCache?
  ) throws(CommandFailure) -> DifferenceSide {
    if (try? FileStatus(of: RawPath(argument), followingLinks: true))?.kind == .file {
      guard let data = FileManager.default.contents(atPath: argument),
        let snapshot = ClaimSnapshot(bytes: Array(data))
      else { throw CommandFailure("'\(argument)' holds no claims that --accept wrote") }
      return DifferenceSide(
        name: argument,
        rules: nil,
        known: snapshot.byKey,
        digest: snapshot.rules
      )
    }
    let source = RuleSource(argument)
    return side(named: source.name, try source.library(), cache)
  }

  private func newSide(_ cache: ClaimCache?) throws(CommandFailure) -> DifferenceSide {
    let source = RuleSource(new)
    var library = try source.library()
    for text in with {
      guard let edit = TrialEdit(text) else {
        throw CommandFailure("'\(text)' is no edit; write 'list NAME += word | word' or -=")
      }
      guard let edited = edit.applied(to: library) else {
        throw CommandFailure(
          "no rule file declares the list '\(edit.list)' with such entries of its own"
        )
      }
      library = edited
    }
    return side(named: ([source.name] + with).joined(separator: " with "), library, cache)
  }

  private func side(
    named name: String,
    _ library: RuleLibrary,
    _ cache: ClaimCache?
  ) -> DifferenceSide {
    let rules = LazyRules(library)
    return DifferenceSide(
      name: name,
      rules: rules,
      known: cache?.sections(rules: rules.digest) ?? [:],
      digest: rules.digest
    )
  }

  private func write(
    _ difference: RuleSetDifference,
    names: (old: String, new: String)
  ) throws(CommandFailure) {
    let output = try ResultWriter(path: nil)
    switch format {
    case .text: try output.write(Array(DifferenceText(difference, limit: show).text.utf8))
    case .jsonl: try output.write(DifferenceRecord.lines(of: difference))
    }
    guard let html else { return }
    var page = try ResultWriter(path: html)
    try page.write(Array(DifferencePage.text(of: difference, limit: show, names: names).utf8))
    try page.finish()
  }
}
