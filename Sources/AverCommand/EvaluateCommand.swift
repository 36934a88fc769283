import ArgumentParser
import Aver
import AverEvaluation
import AverModel

/// `aver eval`: precision, recall and F1 over articles with gold claims.
struct EvaluateCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Score extraction against gold claims, with the blame for every error.",
    discussion: """
      The folder holds one folder an article: 'article.html' or 'article.txt', and 'gold.json'. Exit \
      status: 0 done, 1 an article or its gold failed or a score is below its floor, 2 misuse.
      """
  )

  @ArgumentParser.Argument(help: "The folder of gold articles, with all below it.")
  var folder: String

  @Option(help: "A file of floors; a score below one is an error.")
  var floors: String?

  @OptionGroup var rules: RuleOptions

  @Option(help: "What to print.")
  var format = Format.text

  @Option(help: ArgumentHelp("How many entries of each blame list to print.", valueName: "n"))
  var show = 10

  @Option(
    help: ArgumentHelp(
      "Compare with other rules: a revision of git, a folder, or 'built-in'.",
      valueName: "rules"
    )
  )
  var since: String?

  func validate() throws {
    if since != nil, format == .json {
      throw ValidationError("--since compares in text; leave out --format json")
    }
    if show < 0 { throw ValidationError("--show takes 0 or more") }
  }

  func run() throws {
    let gold: GoldFolder
    let pinned: QualityFloors?
    do throws(GoldError) {
      gold = try GoldFolder(path: folder)
      pinned = if let floors { try QualityFloors(path: floors) } else { nil }
    } catch {
      throw CommandFailure(error.description)
    }
    let loaded = try rules.load()
    let score = try self.score(gold, loaded)
    let report = EvaluationReport(score: score, digest: gold.digest)
    let output = format == .json ? report.json(limit: show) : report.text(limit: show)
    let writer = try ResultWriter(path: nil)
    try writer.write(Array((output ?? "").utf8))
    if let since {
      let source = RuleSource(since)
      let rules = LazyRules(try source.library())
      let old: LoadedRules
      do throws(PipelineError) { old = try rules.rules() } catch {
        throw CommandFailure(error.description)
      }
      let comparison = ScoreComparison(old: try self.score(gold, old), new: score)
      try writer.write(Array(("\n" + comparison.text(since: source.name, limit: show)).utf8))
    }
    let violations = pinned?.violations(score: score, digest: gold.digest) ?? []
    for violation in violations { MessageLog.write("\(floors ?? ""): error: \(violation)") }
    if !violations.isEmpty || score.problems.contains(where: \.isError) {
      throw ExitCode(ExitStatus.someFailed.rawValue)
    }
  }

  private func score(
    _ gold: GoldFolder,
    _ rules: LoadedRules
  ) throws(CommandFailure) -> ClaimScore {
    do throws(PipelineError) {
      var pipeline = try Pipeline(rules: rules)
      return ClaimScore(documents: gold.documents) { document in
        try ClaimScore.Reading(document, &pipeline, rules)
      }
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
