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

  func validate() throws {
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
    var pipeline: Pipeline
    do throws(PipelineError) {
      pipeline = try Pipeline(rules: loaded)
    } catch {
      throw CommandFailure(error.description)
    }
    let score = ClaimScore(documents: gold.documents) { document in
      let text = try pipeline.clean(document)
      let linked = try pipeline.annotate(text)
      return (text, pipeline.claims(of: linked))
    }
    let report = EvaluationReport(score: score, digest: gold.digest)
    let output = format == .json ? report.json(limit: show) : report.text(limit: show)
    try ResultWriter(path: nil).write(Array((output ?? "").utf8))
    let violations = pinned?.violations(score: score, digest: gold.digest) ?? []
    for violation in violations { MessageLog.write("\(floors ?? ""): error: \(violation)") }
    if !violations.isEmpty || score.problems.contains(where: \.isError) {
      throw ExitCode(ExitStatus.someFailed.rawValue)
    }
  }
}
