import AverReports

/// A difference of rule sets as lines for people.
package struct DifferenceText: Sendable {
  private let difference: RuleSetDifference
  private let limit: Int

  /// - Parameters:
  ///   - difference: What to report.
  ///   - limit: How many changes of each kind to show for a rule.
  package init(_ difference: RuleSetDifference, limit: Int) {
    self.difference = difference
    self.limit = limit
  }

  /// The report, each line with its end.
  package var text: String {
    var lines = [heading]
    for group in difference.groups {
      lines += ["", Self.title(group)]
      lines += block(group.gained, "+") + block(group.lost, "-") + block(group.changed, "~")
    }
    return lines.map { VisibleText.escaped($0) + "\n" }.joined()
  }

  /// `1000 documents: 5210 claims, then 5251; 60 gained, 19 lost, 12 changed`.
  package var heading: String {
    let counts = difference.counts
    let numbers =
      "\(difference.documentCount) documents: \(difference.oldCount) claims, "
      + "then \(difference.newCount); "
    if difference.isEmpty { return numbers + "no difference" }
    return numbers + "\(counts.gained) gained, \(counts.lost) lost, \(counts.changed) changed"
  }

  static func title(_ group: RuleSetDifference.Group) -> String {
    "\(group.rule)  +\(group.gained.count) -\(group.lost.count) ~\(group.changed.count)"
  }

  private func block(_ occurrences: [RuleSetDifference.Occurrence], _ sign: String) -> [String] {
    let shown = RuleSetDifference.Group.sample(occurrences, limit: limit)
    var lines = shown.flatMap { block(of: $0, sign) }
    if shown.count < occurrences.count {
      lines.append("  \(sign) … and \(occurrences.count - shown.count) more")
    }
    return lines
  }

  private func block(of occurrence: RuleSetDifference.Occurrence, _ sign: String) -> [String] {
    switch occurrence.change {
    case .gained(let claim), .lost(let claim):
      return ["  \(sign) \(claim.summary)"] + place(of: claim, occurrence)
    case .changed(_, let claim):
      let slots = occurrence.change.slots.map {
        "      \($0.name): \(Self.shown($0.old)) → \(Self.shown($0.new))"
      }
      return ["  \(sign) \(claim.summary)"] + slots + place(of: claim, occurrence)
    }
  }

  static func shown(_ text: String) -> String { text.isEmpty ? "nothing" : text }

  private func place(
    of claim: ClaimLine,
    _ occurrence: RuleSetDifference.Occurrence
  ) -> [String] {
    ["      “\(claim.quote)”", "      \(occurrence.document)  by \(claim.rule)"]
  }
}
