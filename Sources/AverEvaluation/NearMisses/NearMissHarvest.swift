package import AverLinking
package import AverModel
import AverReports
package import AverRules

/// Near misses of a corpus, gathered by the element that failed: what to write next.
package struct NearMissHarvest: Sendable {
  /// Near misses that the same element stopped.
  package struct Cluster: Sendable {
    /// `file:rule`.
    package let rule: String
    /// What stopped them.
    package let obstacle: String
    /// In the order of documents.
    package fileprivate(set) var examples: [(document: String, miss: NearMiss)]
  }

  private struct Key: Hashable {
    let rule: String
    let obstacle: String
  }

  private var clusterOfKey: [Key: Cluster] = [:]
  /// How many sentences hold a near miss.
  package private(set) var sentenceCount = 0

  /// Creates a harvest of nothing.
  package init() {}

  /// The near misses of a document, one a rule and sentence: of several the nearest.
  ///
  /// Sentences count that hold a trigger and at least one filled place, and in which the rule made
  /// nothing at all.
  ///
  /// - Parameters:
  ///   - attempts: All attempts of the document.
  ///   - document: The document.
  ///   - rules: The rules.
  /// - Returns: Near misses in text order.
  package static func nearMisses(
    among attempts: [FrameAttempt],
    in document: LinkedDocument,
    rules: RuleSet
  ) -> [NearMiss] {
    let made = Set(document.relations.map { Place(sentence: $0.sentence, type: $0.type) })
    var best: [Place: (order: Int, attempt: FrameAttempt)] = [:]
    for (order, attempt) in attempts.enumerated() where attempt.isNearMiss {
      let place = Place(sentence: attempt.sentence, type: rules.relations[attempt.relation].type)
      guard !made.contains(place) else { continue }
      if let known = best[place], known.attempt.nearness >= attempt.nearness { continue }
      best[place] = (order, attempt)
    }
    return best.values.sorted { $0.order < $1.order }
      .map { NearMiss($0.attempt, in: document, rules: rules) }
  }

  private struct Place: Hashable {
    let sentence: Int
    let type: String
  }

  /// Adds the near misses of a document.
  package mutating func add(_ misses: [NearMiss], of document: String) {
    sentenceCount += Set(misses.map(\.quote)).count
    for miss in misses {
      let key = Key(rule: miss.rule, obstacle: miss.obstacle)
      clusterOfKey[key, default: Cluster(rule: miss.rule, obstacle: miss.obstacle, examples: [])]
        .examples.append((document, miss))
    }
  }

  /// The clusters, biggest first.
  package var clusters: [Cluster] {
    clusterOfKey.values.sorted {
      (-$0.examples.count, $0.rule, $0.obstacle) < (-$1.examples.count, $1.rule, $1.obstacle)
    }
  }

  /// The report, each line with its end.
  ///
  /// - Parameters:
  ///   - limit: How many clusters to show.
  ///   - examples: How many sentences to show of each.
  /// - Returns: The biggest clusters with their sentences.
  package func text(limit: Int, examples: Int) -> String {
    let clusters = clusters
    let total = clusters.reduce(0) { $0 + $1.examples.count }
    var lines = [
      "\(total) near misses in \(sentenceCount) sentences, \(clusters.count) kinds; biggest first"
    ]
    for cluster in clusters.prefix(limit) {
      lines += ["", "\(cluster.examples.count)  \(cluster.rule)  \(cluster.obstacle)"]
      for (document, miss) in cluster.examples.prefix(examples) {
        lines += ["    “\(miss.quote)”", "      \(document): \(miss.found); \(miss.detail)"]
      }
    }
    return lines.map { VisibleText.escaped($0) + "\n" }.joined()
  }
}
