import Aver
import AverModel

/// What pages that were made to be slow cost, and what twice as much of the same costs.
struct CleaningGrowth {
  /// The sizes of the pages in bytes, each twice the one before.
  private static let sizes = [500_000, 1_000_000, 2_000_000]

  /// What each kind of page repeats, and what stands before it.
  private static let kinds: [(name: String, before: String, unit: String)] = [
    ("<", "", "<"), ("<!--", "", "<!--"), ("&xyzzy", "", "&xyzzy"), ("</div>", "", "</div>"),
    ("<p><a>", "", "<p><a>"), ("<select>", "", "<select>"), ("<div>", "", "<div>"),
    ("unclosed script", "<script>", "if (a < b) { c() }\n"), ("NULs", "<p>", "\u{0}"),
    ("unclosed attribute", "<p><a href=\"", "text and more text "),
  ]

  /// A table: for each kind the best time for each size, and the greatest factor from one to the next.
  func table() -> String {
    let cleaner = DocumentCleaner(rules: .builtIn)
    var lines = [
      "milliseconds for 0.5, 1 and 2 MB of each, and the greatest factor for twice as much"
    ]
    for kind in Self.kinds {
      let times = Self.sizes.map { time(of: page(kind.before, kind.unit, $0), cleaner) }
      let factors = zip(times.dropFirst(), times).map { $0 / $1 }
      let columns = times.map { BenchmarkTable.decimal($0 / .milliseconds(1)) }
      let growth = BenchmarkTable.decimal(factors.max() ?? 0)
      lines.append(BenchmarkTable.row(kind.name, columns[0], columns[1], columns[2], growth))
    }
    return lines.joined(separator: "\n")
  }

  private func page(_ before: String, _ unit: String, _ size: Int) -> SourceDocument {
    let bytes =
      Array(before.utf8) + (0..<(size / unit.utf8.count)).flatMap { _ in Array(unit.utf8) }
    return SourceDocument(identifier: "growth", bytes: bytes, mediaType: .html)
  }

  private func time(of page: SourceDocument, _ cleaner: DocumentCleaner) -> Duration {
    (0..<3).map { _ in
      let start = ContinuousClock.now
      // A page without any text is an error, which takes its time as well.
      _ = try? cleaner.clean(page)
      return ContinuousClock.now - start
    }.min() ?? .zero
  }
}
