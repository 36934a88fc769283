import Aver
import AverCleaning
import AverModel

/// Times cleaning beside the bare parse of the same bytes, in turns, on one core.
struct CleaningBenchmark {
  let documents: [SourceDocument]

  /// The best pass of each, the slowest page, and what is to be read from them.
  func run(for time: Duration) throws -> String {
    let pages = documents.filter { $0.mediaType != .plainText && $0.mediaType != .recordText }
    let cleaner = DocumentCleaner(rules: .builtIn)
    let byteCount = pages.reduce(0) { $0 + $1.bytes.count }
    var bestParse = Duration.seconds(1000)
    var best = Duration.seconds(1000)
    var slowest: (time: Duration, name: String) = (.zero, "")
    var perPage = Array(repeating: Duration.seconds(1000), count: pages.count)
    let start = ContinuousClock.now
    var passCount = 0
    while passCount < 2 || ContinuousClock.now - start < time {
      let begin = ContinuousClock.now
      for page in pages { BareParse.run(page.bytes) }
      bestParse = min(bestParse, ContinuousClock.now - begin)
      var total = Duration.zero
      for (index, page) in pages.enumerated() {
        let instant = ContinuousClock.now
        _ = try cleaner.clean(page)
        let spent = ContinuousClock.now - instant
        total += spent
        perPage[index] = min(perPage[index], spent)
      }
      best = min(best, total)
      passCount += 1
    }
    for (page, spent) in zip(pages, perPage) where spent > slowest.time {
      slowest = (spent, page.identifier)
    }
    return """
      \(pages.count) pages, \(BenchmarkTable.decimal(Double(byteCount) / 1e6)) MB, \(passCount) passes
      bare SAX parse   \(BenchmarkTable.decimal(bestParse / .milliseconds(1))) ms
      clean            \(BenchmarkTable.decimal(best / .milliseconds(1))) ms, \(BenchmarkTable.hundredths(best / bestParse)) times the parse
      slowest page     \(BenchmarkTable.decimal(slowest.time / .milliseconds(1))) ms, \(slowest.name)
      """
  }
}
