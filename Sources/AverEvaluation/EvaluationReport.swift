import AverModel

/// A score as text for people and as JSON for programs.
package struct EvaluationReport: Sendable {
  let score: ClaimScore
  let digest: String

  /// Creates a report.
  package init(score: ClaimScore, digest: String) {
    self.score = score
    self.digest = digest
  }

  /// A rate with three decimals, rounded down, so that no regression is rounded away.
  package static func rate(_ value: Double) -> String {
    // The small addend keeps 0.29 from becoming 0.289 through its binary fraction.
    let thousandths = Int((value * 1000 + 1e-6).rounded(.down))
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// Tables of rates, and at most `limit` entries of each blame list.
  package func text(limit: Int) -> String {
    var lines = [
      "\(score.documentCount) documents, corpus \(digest)",
      Self.row("core", score.core), interval(score.documentCounts.map(\.core)),
      Self.row("full", score.full), interval(score.documentCounts.map(\.full)),
      "evidence overlaps gold in \(score.evidenceOverlaps) of \(score.core.truePositives) matches",
      "",
      "by type (core)",
    ]
    lines += Self.rows(score.coreByType)
    lines += ["", "by slot, within core matches"]
    lines += Self.rows(score.slots)
    if !score.byRule.isEmpty {
      lines += ["", "by rule (right, false)"]
      let order = score.byRule.sorted {
        ($1.value.falsePositives, $1.value.truePositives, $0.key)
          < ($0.value.falsePositives, $0.value.truePositives, $1.key)
      }
      lines += order.map { "  \($0.key)  \($0.value.truePositives), \($0.value.falsePositives)" }
    }
    lines += Self.list("false", score.unfounded, limit) {
      ["\($0.document): \($0.summary)", "    by \($0.rule)", "    \(Self.folded($0.quote))"]
    }
    lines += Self.list("missed", score.missed, limit) {
      ["\($0.document): \($0.summary)", "    \(Self.folded($0.quote))", "    \(Self.blame($0))"]
    }
    let obstacles = Self.obstacles(of: score.missed)
    if !obstacles.isEmpty, limit > 0 {
      lines += ["", "what stopped the missed claims, most frequent first"]
      lines += obstacles.prefix(limit).map { "  \($0.count)  \($0.obstacle)" }
    }
    lines += Self.list("right but for a slot", score.inexact.filter { !$0.isFull }, limit) {
      [
        "\($0.document): \($0.gold)", "    by \($0.rule): \($0.wrongSlots.joined(separator: ", "))",
        "    \($0.summary)",
      ]
    }
    lines += Self.list("problems", score.problems, max(limit, 20)) {
      ["\($0.document): \($0.isError ? "error: " : "")\($0.message)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The 95 % intervals of precision, recall and F1, resampled by document.
  private func interval(_ documents: [ConfusionCounts]) -> String {
    let texts = ScoreInterval.Rate.allCases.map { rate in
      let interval = ScoreInterval(of: rate, over: documents)
      return "\(rate.rawValue) \(Self.rate(interval.low)) to \(Self.rate(interval.high))"
    }
    return "    95% by document: " + texts.joined(separator: ", ")
  }

  /// Why a claim was missed, as far as the rules can tell.
  private static func blame(_ missed: ClaimScore.Missed) -> String {
    guard let miss = missed.nearMiss else { return "no rule of the type gets past two words here" }
    return "nearest: \(miss.rule) with \(miss.found): \(miss.detail)"
  }

  /// What stopped missed claims, by rule, with how often it did.
  static func obstacles(of missed: [ClaimScore.Missed]) -> [(count: Int, obstacle: String)] {
    var counts: [String: Int] = [:]
    for claim in missed {
      let type = claim.summary.prefix { $0 != "(" }
      let obstacle = claim.nearMiss.map { "\($0.rule)  \($0.obstacle)" }
      counts[obstacle ?? "\(type)  no trigger", default: 0] += 1
    }
    return counts.map { ($0.value, $0.key) }.sorted { (-$0.0, $0.1) < (-$1.0, $1.1) }
  }

  private static func rows(_ counts: [String: ConfusionCounts]) -> [String] {
    counts.keys.sorted().compactMap { key in counts[key].map { row(key, $0) } }
  }

  private static func row(_ name: String, _ counts: ConfusionCounts) -> String {
    let padded = name + String(repeating: " ", count: max(0, 16 - name.count))
    return "  \(padded) P \(rate(counts.precision))  R \(rate(counts.recall))  "
      + "F1 \(rate(counts.f1))  (right \(counts.truePositives), false \(counts.falsePositives), "
      + "missed \(counts.falseNegatives))"
  }

  private static func list<Element>(
    _ title: String,
    _ elements: [Element],
    _ limit: Int,
    _ lines: (Element) -> [String]
  ) -> [String] {
    guard !elements.isEmpty, limit > 0 else { return [] }
    let shown = min(limit, elements.count)
    let head = shown == elements.count ? "\(shown)" : "\(shown) of \(elements.count)"
    return ["", "\(title) (\(head))"]
      + elements.prefix(limit).flatMap { lines($0).map { "  " + $0 } }
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
