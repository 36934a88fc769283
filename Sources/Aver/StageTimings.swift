/// How long each stage took, summed over documents.
public struct StageTimings: Sendable {
  /// The stages in their order.
  public enum Stage: String, CaseIterable, Sendable {
    /// Page to article.
    case cleaning
    /// Text to words and sentences.
    case tokenization
    /// Tags, groups, clauses.
    case syntax
    /// Names and values.
    case extraction
    /// Entities and relations.
    case linking
    /// Relations to claims.
    case claims
    /// Claims to JSON.
    case reports
  }

  private var durations: [Stage: Duration] = [:]

  /// Creates timings of nothing.
  public init() {}

  /// The time spent in a stage.
  public subscript(stage: Stage) -> Duration { durations[stage] ?? .zero }

  /// The time spent in all stages.
  public var total: Duration { durations.values.reduce(.zero, +) }

  /// Of each stage the shorter of two times.
  public func fastest(_ other: StageTimings) -> StageTimings {
    var result = StageTimings()
    for stage in Stage.allCases { result.durations[stage] = min(self[stage], other[stage]) }
    return result
  }

  /// Adds the time since an instant to a stage, and gives the instant now.
  ///
  /// - Parameters:
  ///   - stage: The stage that has just ended.
  ///   - start: When it began.
  /// - Returns: When the next one begins.
  public mutating func add(
    _ stage: Stage,
    since start: ContinuousClock.Instant
  ) -> ContinuousClock.Instant {
    let now = ContinuousClock.now
    durations[stage, default: .zero] += now - start
    return now
  }
}
