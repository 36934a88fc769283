import ArgumentParser
import Aver
import AverEvaluation
import AverModel
import Synchronization

/// `aver rules suggest`: near misses of a corpus, gathered by the element that failed.
struct RulesSuggestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Show where rules nearly fired, by the element that stopped them.",
    discussion: """
      Counts sentences that hold a trigger and at least one filled place of a frame, and in which the \
      rule made nothing. The kinds with most sentences come first: they tell what to write next.
      """
  )

  @ArgumentParser.Argument(help: "Files and folders of documents.")
  var corpus: [String]

  @OptionGroup var rules: RuleOptions

  @Option(help: ArgumentHelp("Only near misses of this rule or claim type.", valueName: "name"))
  var rule: String?

  @Option(help: ArgumentHelp("How many kinds to show.", valueName: "n"))
  var show = 20

  @Option(help: ArgumentHelp("How many sentences to show of each kind.", valueName: "n"))
  var examples = 3

  @OptionGroup var options: CorpusOptions

  func validate() throws {
    if show < 0 || examples < 0 { throw ValidationError("--show and --examples take 0 or more") }
  }

  func run() async throws {
    let loaded = try rules.load()
    // Workers note near misses by document; the order of the corpus is restored when they are added.
    let notes = Mutex<[String: [NearMiss]]>([:])
    var harvest = NearMissHarvest()
    let run = DocumentRun(options, paths: corpus)
    let (status, _) = try await run.run(
      makeWorker: { () throws(PipelineError) in try Pipeline(rules: loaded) },
      work: { [rule] document, pipeline, output throws(PipelineError) in
        let analyzed = try pipeline.analyzed(document)
        let (linked, attempts) = pipeline.explain(
          analyzed,
          mentions: pipeline.mentions(in: analyzed)
        )
        let misses = NearMissHarvest.nearMisses(
          among: attempts,
          in: linked,
          rules: loaded.ruleSet
        ).filter { rule == nil || $0.isOf(rule ?? "") }
        guard !misses.isEmpty else { return }
        notes.withLock { $0[document.identifier, default: []] += misses }
        output.bytes += Array(document.identifier.utf8) + [0]
      },
      take: { bytes throws(CommandFailure) in
        for name in bytes.split(separator: 0) {
          let identifier = String(decoding: name, as: UTF8.self)
          let misses = notes.withLock { $0.removeValue(forKey: identifier) } ?? []
          harvest.add(misses, of: identifier)
        }
      }
    )
    try ResultWriter(path: nil).write(
      Array(harvest.text(limit: show, examples: examples).utf8)
    )
    if status != .done { throw ExitCode(status.rawValue) }
  }
}

extension NearMiss {
  /// Whether it is one of a rule or of a claim type.
  func isOf(_ name: String) -> Bool { type == name || rule == name || rule.hasSuffix(":" + name) }
}
