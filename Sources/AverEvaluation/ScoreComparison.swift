/// What a change of rules does to a score: the rates, and each claim that became right or wrong.
package struct ScoreComparison: Sendable {
  private let old: ClaimScore
  private let new: ClaimScore

  /// Compares two scores of the same documents.
  package init(old: ClaimScore, new: ClaimScore) {
    self.old = old
    self.new = new
  }

  /// The report, each line with its end.
  ///
  /// - Parameters:
  ///   - name: What the old rules are called.
  ///   - limit: How many entries of each list to show.
  /// - Returns: The rates with their differences, then the lists.
  package func text(since name: String, limit: Int) -> String {
    var lines = ["since \(name)"]
    for (title, before, after, left, right) in [
      ("core", old.core, new.core, old.documentCounts.map(\.core), new.documentCounts.map(\.core)),
      ("full", old.full, new.full, old.documentCounts.map(\.full), new.documentCounts.map(\.full)),
    ] {
      let changes = ScoreInterval.Rate.allCases.map { rate in
        let interval = ScoreInterval(of: rate, over: right, minus: left)
        return "\(rate.rawValue) \(EvaluationReport.rate(rate.of(before))) → "
          + "\(EvaluationReport.rate(rate.of(after))) "
          + "(\(Self.signed(rate.of(after) - rate.of(before))); "
          + "95% \(Self.signed(interval.low)) to \(Self.signed(interval.high)))"
      }
      lines += ["  \(title)"] + changes.map { "    " + $0 }
    }
    let types = Set(old.coreByType.keys).union(new.coreByType.keys).sorted()
    let moved = types.filter { old.coreByType[$0] != new.coreByType[$0] }
    if !moved.isEmpty { lines += ["", "types (right, false, missed)"] }
    for type in moved {
      let before = old.coreByType[type] ?? ConfusionCounts()
      let after = new.coreByType[type] ?? ConfusionCounts()
      lines.append("  \(type)  \(Self.counts(before)) → \(Self.counts(after))")
    }
    lines += list("no longer missed", missed(old), minus: missed(new), limit)
    lines += list("newly missed", missed(new), minus: missed(old), limit)
    lines += list("no longer false", unfounded(old), minus: unfounded(new), limit)
    lines += list("newly false", unfounded(new), minus: unfounded(old), limit)
    return lines.joined(separator: "\n") + "\n"
  }

  private func missed(_ score: ClaimScore) -> [String] {
    score.missed.map { "\($0.document): \($0.summary)" }
  }

  private func unfounded(_ score: ClaimScore) -> [String] {
    score.unfounded.map { "\($0.document): \($0.summary) by \($0.rule)" }
  }

  /// Lines that are in one list and not in another, as often as they are more.
  private func list(
    _ title: String,
    _ lines: [String],
    minus other: [String],
    _ limit: Int
  ) -> [String] {
    var counts: [String: Int] = [:]
    for line in other { counts[line, default: 0] += 1 }
    let rest = lines.filter { line in
      guard let count = counts[line], count > 0 else { return true }
      counts[line] = count - 1
      return false
    }
    guard !rest.isEmpty else { return [] }
    let more = rest.count > limit ? ["  … and \(rest.count - limit) more"] : []
    return ["", "\(title) (\(rest.count))"] + rest.prefix(limit).map { "  " + $0 } + more
  }

  private static func counts(_ counts: ConfusionCounts) -> String {
    "\(counts.truePositives), \(counts.falsePositives), \(counts.falseNegatives)"
  }

  private static func signed(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(abs(thousandths) % 1000)
    let padded = String(repeating: "0", count: 3 - digits.count) + digits
    return (thousandths < 0 ? "-" : "+") + "\(abs(thousandths) / 1000)." + padded
  }
}
