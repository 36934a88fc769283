/// How sure a rate is: a percentile bootstrap over documents, with a fixed seed.
///
/// Source: Efron, Tibshirani, "An Introduction to the Bootstrap", chapter 13.
package struct ScoreInterval: Hashable, Sendable {
  /// Precision, recall or F1.
  package enum Rate: String, CaseIterable, Sendable {
    case precision
    case recall
    case f1

    func of(_ counts: ConfusionCounts) -> Double {
      switch self {
      case .precision: counts.precision
      case .recall: counts.recall
      case .f1: counts.f1
      }
    }
  }

  /// The 2.5th percentile.
  package let low: Double
  /// The 97.5th percentile.
  package let high: Double

  private static let resampleCount = 2000

  /// The 95 % interval of a rate over documents.
  ///
  /// - Parameters:
  ///   - rate: The rate.
  ///   - documents: The counts of each document.
  ///   - other: The counts of the same documents under other rules: the interval is then that of the
  ///     difference, document by document.
  package init(
    of rate: Rate,
    over documents: [ConfusionCounts],
    minus other: [ConfusionCounts]? = nil
  ) {
    guard !documents.isEmpty else {
      low = 0
      high = 0
      return
    }
    var state: UInt64 = 0x5EED
    var rates: [Double] = []
    rates.reserveCapacity(Self.resampleCount)
    for _ in 0..<Self.resampleCount {
      var counts = ConfusionCounts()
      var otherCounts = ConfusionCounts()
      for _ in documents.indices {
        let index = Int(Self.next(&state) % UInt64(documents.count))
        counts += documents[index]
        if let other, index < other.count { otherCounts += other[index] }
      }
      rates.append(rate.of(counts) - (other == nil ? 0 : rate.of(otherCounts)))
    }
    rates.sort()
    low = rates[Self.resampleCount * 25 / 1000]
    high = rates[Self.resampleCount * 975 / 1000 - 1]
  }

  /// The next number of a SplitMix64 generator.
  ///
  /// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators".
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
