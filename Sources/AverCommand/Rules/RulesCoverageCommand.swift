import ArgumentParser
import Aver
import AverEvaluation
import AverModel
import Synchronization

/// `aver rules coverage`: how much work each rule does over a corpus.
struct RulesCoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Show how often each rule, construction and list entry was tried, matched and kept.",
    discussion: """
      A match is kept if it becomes a mention or a claim, shadowed if another match has its words, \
      refused if a condition of the rule does not hold. Exit status: 0 done, 1 a document failed or \
      the coverage is below --fail-under, 2 misuse.
      """
  )

  @ArgumentParser.Argument(help: "Files and folders of documents.")
  var corpus: [String]

  @OptionGroup var rules: RuleOptions

  @Option(
    help: ArgumentHelp(
      "Fail if fewer than so many percent of the rules kept a match.",
      valueName: "percent"
    )
  )
  var failUnder: Double?

  @Flag(help: "Print the counts of every rule and list.")
  var all = false

  @Option(help: ArgumentHelp("How many idle rules of each kind to print.", valueName: "n"))
  var show = 20

  @Option(help: ArgumentHelp("Write a page with all tables.", valueName: "file"))
  var html: String?

  @OptionGroup var options: CorpusOptions

  func validate() throws {
    if show < 0 { throw ValidationError("--show takes 0 or more") }
    if let failUnder, !(0...100).contains(failUnder) {
      throw ValidationError("--fail-under takes a percentage from 0 to 100")
    }
  }

  func run() async throws {
    let loaded = try rules.load()
    let total = Mutex(RuleCoverage(rules: loaded.ruleSet))
    let (status, _) = try await DocumentRun(options, paths: corpus).run(
      makeWorker: { () throws(PipelineError) in try Pipeline(rules: loaded) },
      work: { document, pipeline, _ throws(PipelineError) in
        // Counts are sums: the order in which documents are added does not show.
        let coverage = try RuleCoverage(document, &pipeline, loaded)
        total.withLock { $0.add(coverage) }
      },
      take: { _ throws(CommandFailure) in }
    )
    let report = CoverageReport(total.withLock { $0 }, rules: loaded.ruleSet)
    try ResultWriter(path: nil).write(Array(report.text(showsAll: all, limit: show).utf8))
    if let html {
      var page = try ResultWriter(path: html)
      try page.write(Array(report.page.utf8))
      try page.finish()
    }
    if let failUnder, report.share * 100 < failUnder {
      MessageLog.write("the coverage is below \(failUnder)%")
      throw ExitCode(ExitStatus.someFailed.rawValue)
    }
    if status != .done { throw ExitCode(status.rawValue) }
  }
}
