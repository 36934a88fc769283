import Aver
import AverModel

/// Runs all documents through all stages again and again, on one core.
struct StageBenchmark {
  struct Result {
    /// Of each stage the time of its fastest pass over all documents.
    var best = StageTimings()
    var passCount = 0
    var documentCount = 0
    var sourceByteCount = 0
    var textByteCount = 0
    var tokenCount = 0
    var mentionCount = 0
    var claimCount = 0
  }

  let rules: LoadedRules

  func run(_ documents: [SourceDocument], for time: Duration) throws -> Result {
    var pipeline = try Pipeline(rules: rules)
    let lines = ClaimLines(rules: rules)
    let start = ContinuousClock.now
    var result = Result()
    // At least two passes: the first one fills caches.
    while result.passCount < 2 || ContinuousClock.now - start < time {
      var pass = Result()
      var timings = StageTimings()
      for document in documents {
        try run(document, &pipeline, lines, &timings, &pass)
      }
      pass.passCount = result.passCount + 1
      pass.best = result.passCount == 0 ? timings : result.best.fastest(timings)
      result = pass
    }
    return result
  }

  private func run(
    _ document: SourceDocument,
    _ pipeline: inout Pipeline,
    _ lines: ClaimLines,
    _ timings: inout StageTimings,
    _ counts: inout Result
  ) throws {
    var instant = ContinuousClock.now
    let clean = try pipeline.clean(document)
    instant = timings.add(.cleaning, since: instant)
    let tokenized = try pipeline.tokenize(clean)
    instant = timings.add(.tokenization, since: instant)
    let analyzed = pipeline.analyze(tokenized)
    instant = timings.add(.syntax, since: instant)
    let mentions = pipeline.mentions(in: analyzed)
    instant = timings.add(.extraction, since: instant)
    let linked = pipeline.link(analyzed, mentions: mentions)
    instant = timings.add(.linking, since: instant)
    let claims = pipeline.claims(of: linked)
    instant = timings.add(.claims, since: instant)
    _ = lines.lines(for: claims, of: clean)
    _ = timings.add(.reports, since: instant)
    counts.documentCount += 1
    counts.sourceByteCount += document.bytes.count
    counts.textByteCount += clean.bytes.count
    counts.tokenCount += tokenized.tokens.count
    counts.mentionCount += mentions.count
    counts.claimCount += claims.count
  }
}
