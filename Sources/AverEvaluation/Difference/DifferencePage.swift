/// A difference of rule sets as one page, to be read like a code review.
package enum DifferencePage {
  /// Writes the page.
  ///
  /// - Parameters:
  ///   - difference: What to report.
  ///   - limit: How many changes of each kind to show for a rule.
  ///   - names: What the two rule sets are called.
  /// - Returns: The page, complete.
  package static func text(
    of difference: RuleSetDifference,
    limit: Int,
    names: (old: String, new: String)
  ) -> String {
    var page = BenchPage(title: "Rules: \(names.old) → \(names.new)")
    page.add("p", DifferenceText(difference, limit: limit).heading)
    page.add(markup: "<table>")
    for group in difference.groups {
      page.add(
        row: [
          group.rule, "+\(group.gained.count)", "−\(group.lost.count)", "~\(group.changed.count)",
        ]
      )
    }
    page.add(markup: "</table>")
    for group in difference.groups {
      page.add("h2", DifferenceText.title(group))
      for (kind, occurrences) in [
        ("gained", group.gained), ("lost", group.lost), ("changed", group.changed),
      ] {
        let shown = RuleSetDifference.Group.sample(occurrences, limit: limit)
        for occurrence in shown { add(occurrence, kind, to: &page) }
        if shown.count < occurrences.count {
          page.add("p", "… and \(occurrences.count - shown.count) more", kind: kind)
        }
      }
    }
    return page.text
  }

  private static func add(
    _ occurrence: RuleSetDifference.Occurrence,
    _ kind: String,
    to page: inout BenchPage
  ) {
    let claim: ClaimLine =
      switch occurrence.change {
      case .gained(let claim), .lost(let claim), .changed(_, let claim): claim
      }
    page.add("p", claim.summary, kind: kind)
    for slot in occurrence.change.slots {
      page.add(
        "p",
        "\(slot.name): \(DifferenceText.shown(slot.old)) → \(DifferenceText.shown(slot.new))",
        kind: "slot"
      )
    }
    page.add("blockquote", "“\(claim.quote)”")
    page.add("p", "\(occurrence.document), by \(claim.rule)", kind: "place")
  }
}
