import AverModel
import FoundationEssentials

/// A score as text for people and as JSON for programs.
package struct EvaluationReport: Sendable {
  private let score: ClaimScore
  private let digest: String

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
      Self.row("core", score.core),
      Self.row("full", score.full),
      "evidence overlaps gold in \(score.evidenceOverlaps) of \(score.core.truePositives) matches",
      "",
      "by type (core)",
    ]
    lines += Self.rows(score.coreByType)
    lines += ["", "by slot, within core matches"]
    lines += Self.rows(score.slots)
    let blamed = score.byRule.filter { $0.value.falsePositives > 0 }
    if !blamed.isEmpty {
      lines += ["", "rules with false claims (right, false)"]
      let order = blamed.sorted {
        ($1.value.falsePositives, $0.key) < ($0.value.falsePositives, $1.key)
      }
      lines += order.map { "  \($0.key)  \($0.value.truePositives), \($0.value.falsePositives)" }
    }
    lines += Self.list("false", score.unfounded, limit) {
      ["\($0.document): \($0.summary)", "    by \($0.rule)", "    \(Self.folded($0.quote))"]
    }
    lines += Self.list("missed", score.missed, limit) {
      ["\($0.document): \($0.summary)", "    \(Self.folded($0.quote))"]
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

extension EvaluationReport {
  private struct Rates: Encodable {
    let precision: Double
    let recall: Double
    let f1: Double
    let right: Int
    let wrong: Int
    let missed: Int

    enum CodingKeys: String, CodingKey {
      case precision
      case recall
      case f1
      case right
      case wrong = "false"
      case missed
    }

    init(_ counts: ConfusionCounts) {
      precision = Self.rounded(counts.precision)
      recall = Self.rounded(counts.recall)
      f1 = Self.rounded(counts.f1)
      right = counts.truePositives
      wrong = counts.falsePositives
      missed = counts.falseNegatives
    }

    private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
  }

  private struct Blame: Encodable {
    let document: String
    var rule: String?
    var claim: String?
    var gold: String?
    var quote: String?
    var slots: [String]?
    var message: String?
  }

  private struct Record: Encodable {
    let corpus: String
    let documents: Int
    let core: Rates
    let full: Rates
    let types: [String: Rates]
    let slots: [String: Rates]
    let rules: [String: Rates]
    let unfounded: [Blame]
    let missed: [Blame]
    let inexact: [Blame]
    let problems: [Blame]

    enum CodingKeys: String, CodingKey {
      case corpus
      case documents
      case core
      case full
      case types
      case slots
      case rules
      case unfounded = "false"
      case missed
      case inexact
      case problems
    }
  }

  /// The whole score as one JSON object, members sorted; blame lists hold at most `limit` entries.
  ///
  /// - Returns: nil never happens for a score: all its members can be encoded.
  package func json(limit: Int) -> String? {
    let record = Record(
      corpus: digest,
      documents: score.documentCount,
      core: Rates(score.core),
      full: Rates(score.full),
      types: score.coreByType.mapValues(Rates.init),
      slots: score.slots.mapValues(Rates.init),
      rules: score.byRule.mapValues(Rates.init),
      unfounded: score.unfounded.prefix(limit).map {
        Blame(
          document: $0.document,
          rule: $0.rule.description,
          claim: $0.summary,
          quote: $0.quote
        )
      },
      missed: score.missed.prefix(limit).map {
        Blame(document: $0.document, gold: $0.summary, quote: $0.quote)
      },
      inexact: score.inexact.prefix(limit).map {
        Blame(
          document: $0.document,
          rule: $0.rule.description,
          claim: $0.summary,
          gold: $0.gold,
          slots: $0.wrongSlots
        )
      },
      problems: score.problems.map { Blame(document: $0.document, message: $0.message) }
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(record) else { return nil }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
