import Aver
import AverEvaluation
import AverRuleLoading
import AverRules

/// One turn of the loop on save: check the rules, run tests, compare the claims of a corpus.
struct RuleWatch {
  let folder: String
  let corpus: [String]
  let options: CorpusOptions
  let show: Int
  /// The claims of the last rules without errors.
  private var known: [String: ClaimSection] = [:]
  private var hasRun = false

  init(folder: String, corpus: [String], options: CorpusOptions, show: Int) {
    self.folder = folder
    self.corpus = corpus
    self.options = options
    self.show = show
  }

  /// Does one turn.
  ///
  /// - Parameters:
  ///   - files: The files that changed, whose tests come first; all files if there are none.
  ///   - write: Takes lines for people.
  /// - Throws: `CommandFailure` if nothing can be written or read.
  mutating func turn(
    changed files: [String],
    write: (String) throws(CommandFailure) -> Void
  ) async throws(CommandFailure) {
    let start = ContinuousClock.now
    let rules: RuleSet
    do throws(RuleError) {
      rules = try RuleLoader.load(directory: folder)
    } catch {
      try write(error.description)
      try write("check  the rules cannot be used; waiting for the next change")
      return
    }
    for warning in rules.warnings {
      try write(RuleExcerpt.text(for: warning, in: rules.files))
    }
    try write(
      "check  \(rules.entityRules.count) entity rules, \(rules.relations.count) relations, "
        + "\(rules.warnings.count) warnings"
    )
    let own = try test(rules, in: Set(files), write)
    if !files.isEmpty { try write("test   \(own) in \(files.joined(separator: ", "))") }
    try await compare(rules, write)
    try write("took   \(Self.milliseconds(since: start)) ms")
    if files.isEmpty || !hasRun {
      hasRun = true
      return
    }
    let others = try test(rules, notIn: Set(files), write)
    try write("test   \(others) in all other files")
  }

  private static func milliseconds(since start: ContinuousClock.Instant) -> Int {
    let duration = ContinuousClock.now - start
    return Int(duration.components.seconds) * 1000
      + Int(duration.components.attoseconds / 1_000_000_000_000_000)
  }

  private func test(
    _ rules: RuleSet,
    in files: Set<String>? = nil,
    notIn others: Set<String>? = nil,
    _ write: (String) throws(CommandFailure) -> Void
  ) throws(CommandFailure) -> String {
    var names: [String] = []
    for test in rules.ruleTests {
      let path = rules.files[test.syntax.place.file].path
      let isWanted = files.map { $0.contains(path) } ?? !(others?.contains(path) ?? false)
      if isWanted, names.last != test.name { names.append(test.name) }
    }
    var lines: [String] = []
    var passed = 0
    var failed = 0
    do throws(PipelineError) {
      var tester = try RuleTester(rules: rules)
      for name in names {
        for outcome in try tester.run(rule: name) where !outcome.test.syntax.isTodo {
          guard let failure = outcome.failure else {
            passed += 1
            continue
          }
          failed += 1
          let file = rules.files[outcome.test.syntax.place.file]
          let (line, column) = file.position(of: outcome.test.syntax.place.start)
          let company = outcome.isAlone ? "alone" : "in company"
          lines.append(
            "\(file.path):\(line):\(column): \(name): \(failure.rawValue) \(company)\n"
              + "  \(outcome.test.syntax.sentence)\n  found \(outcome.found)"
          )
        }
      }
    } catch {
      throw CommandFailure(error.description)
    }
    for line in lines { try write(line) }
    return "\(passed) passed, \(failed) failed"
  }

  private mutating func compare(
    _ rules: RuleSet,
    _ write: (String) throws(CommandFailure) -> Void
  ) async throws(CommandFailure) {
    guard !corpus.isEmpty else { return }
    let isFirst = known.isEmpty
    let library = RuleLibrary(rules.files)
    let run = DifferenceRun(
      old: DifferenceSide(name: "before", rules: nil, known: known, digest: ""),
      new: DifferenceSide(
        name: folder,
        rules: LazyRules(library, compiled: rules),
        known: [:],
        digest: rules.digest
      ),
      documents: DocumentRun(options, paths: corpus, isQuiet: !isFirst)
    )
    let result = try await run.run()
    known = ClaimSnapshot(program: "", rules: "", sections: result.sections[1]).byKey
    if isFirst {
      let difference = result.difference
      try write("diff   \(difference.documentCount) documents: \(difference.newCount) claims")
      return
    }
    let text = DifferenceText(result.difference, limit: show).text
    try write("diff   " + text.dropLast())
  }
}
