import AverModel
import FoundationEssentials

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
    var nearest: Nearest?
  }

  private struct Nearest: Encodable {
    let rule: String
    let obstacle: String
    let found: String
    let detail: String

    init(_ miss: NearMiss) {
      rule = miss.rule
      obstacle = miss.obstacle
      found = miss.found
      detail = miss.detail
    }
  }

  private struct Record: Encodable {
    let corpus: String
    let documents: Int
    let core: Rates
    let full: Rates
    let intervals: [String: [String: [Double]]]
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
      case intervals
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
      intervals: [
        "core": Self.intervals(score.documentCounts.map(\.core)),
        "full": Self.intervals(score.documentCounts.map(\.full)),
      ],
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
        Blame(
          document: $0.document,
          gold: $0.summary,
          quote: $0.quote,
          nearest: $0.nearMiss.map(Nearest.init)
        )
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

  /// The 95 % interval of each rate, low end first.
  private static func intervals(_ documents: [ConfusionCounts]) -> [String: [Double]] {
    var result: [String: [Double]] = [:]
    for rate in ScoreInterval.Rate.allCases {
      let interval = ScoreInterval(of: rate, over: documents)
      result[rate.rawValue] = [interval.low, interval.high].map {
        ($0 * 10_000).rounded() / 10_000
      }
    }
    return result
  }
}
