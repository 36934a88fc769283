import ArgumentParser
import Aver
import AverEvaluation
import AverModel
import Synchronization

/// `aver rules profile`: what each rule costs over a corpus.
struct RulesProfileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract:
      "Show what each rule costs: time, attempts, how often it is tried, how its cost grows.",
    discussion: """
      'selects' is the share of sentences in which a rule is tried at all, 'growth' the exponent with \
      which its time grows over texts of 32 to 1024 words: 1 is linear. Times are those of one core.
      """
  )

  @ArgumentParser.Argument(help: "Files and folders of documents.")
  var corpus: [String]

  @OptionGroup var rules: RuleOptions

  @Option(help: ArgumentHelp("How many rules to show, the most expensive first.", valueName: "n"))
  var show = 20

  @OptionGroup var options: CorpusOptions

  func validate() throws {
    if show < 0 { throw ValidationError("--show takes 0 or more") }
  }

  func run() async throws {
    let loaded = try rules.load()
    let total = Mutex(RuleProfile(rules: loaded.ruleSet))
    let (status, _) = try await DocumentRun(options, paths: corpus).run(
      makeWorker: { () throws(PipelineError) in try Pipeline(rules: loaded) },
      work: { document, pipeline, _ throws(PipelineError) in
        let profile = try RuleProfile(document, &pipeline, loaded)
        total.withLock { $0.add(profile) }
      },
      take: { _ throws(CommandFailure) in }
    )
    let report = ProfileReport(total.withLock { $0 }, rules: loaded.ruleSet)
    try ResultWriter(path: nil).write(Array(report.text(limit: show).utf8))
    if status != .done { throw ExitCode(status.rawValue) }
  }
}
