/// How many were right, wrong and missed, and the rates that follow.
package struct ConfusionCounts: Hashable, Sendable {
  /// Right ones.
  package var truePositives = 0
  /// Extracted, but not in gold.
  package var falsePositives = 0
  /// In gold, but not extracted.
  package var falseNegatives = 0

  /// Creates counts.
  package init(truePositives: Int = 0, falsePositives: Int = 0, falseNegatives: Int = 0) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
  }

  /// How much of what was extracted is right; 0 if nothing was extracted.
  package var precision: Double { rate(falsePositives) }

  /// How much of gold was extracted; 0 if gold is empty.
  package var recall: Double { rate(falseNegatives) }

  /// The harmonic mean of precision and recall.
  package var f1: Double {
    let sum = precision + recall
    return sum > 0 ? 2 * precision * recall / sum : 0
  }

  /// Adds other counts.
  package static func += (left: inout ConfusionCounts, right: ConfusionCounts) {
    left.truePositives += right.truePositives
    left.falsePositives += right.falsePositives
    left.falseNegatives += right.falseNegatives
  }

  /// What was counted since other counts.
  package static func - (left: ConfusionCounts, right: ConfusionCounts) -> ConfusionCounts {
    ConfusionCounts(
      truePositives: left.truePositives - right.truePositives,
      falsePositives: left.falsePositives - right.falsePositives,
      falseNegatives: left.falseNegatives - right.falseNegatives
    )
  }

  private func rate(_ errors: Int) -> Double {
    let total = truePositives + errors
    return total > 0 ? Double(truePositives) / Double(total) : 0
  }
}
