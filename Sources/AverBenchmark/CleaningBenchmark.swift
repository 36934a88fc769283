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
      \(pages.count) pages, \(megabytes(byteCount)) MB, \(passCount) passes
      bare SAX parse   \(milliseconds(bestParse)) ms
      clean            \(milliseconds(best)) ms, \(ratio(best, bestParse)) times the parse
      slowest page     \(milliseconds(slowest.time)) ms, \(slowest.name)
      """
  }

  private func megabytes(_ bytes: Int) -> String { tenths(Double(bytes) / 1e6) }

  private func milliseconds(_ duration: Duration) -> String {
    tenths(duration / .milliseconds(1))
  }

  private func ratio(_ left: Duration, _ right: Duration) -> String {
    let hundredths = Int((left / right * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
