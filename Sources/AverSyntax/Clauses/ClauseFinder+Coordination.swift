import AverModel

/// Clauses that `and` and its kin join to an earlier one.
extension ClauseFinder {
  /// Joins a verb right after `and` to the clause whose subject it shares.
  mutating func placeCoordinated(_ verb: Int) -> Bool {
    let joint = chart.tokenBefore(chart.verbs[verb].start)
    guard joint > chart.range.start, tokens[joint].isCoordinator else { return false }
    let hasComma = tokens[chart.tokenBefore(joint)].isComma
    let shared = chart.verbs[verb].coordinatedWith
    guard
      let depth = open.lastIndex(where: { clause in
        guard let other = drafts[clause].verb else { return false }
        if let shared { return other == shared }
        let isClosed = hasComma && drafts[clause].isSetOff
        return chart.verbs[other].isFinite && !isClosed
          && !isWithinReport(other, of: verb, isSetOff: hasComma)
      })
    else { return false }
    return coordinate(verb, withClauseAt: depth)
  }

  /// Whether a verb belongs to what is reported, and a coordinated one to who reports it:
  /// `denied that it had used data and said …`, `said it would buy Y and sold Z`, `said profit rose, and named Z`.
  private func isWithinReport(_ other: Int, of verb: Int, isSetOff: Bool) -> Bool {
    let draft = chart.verbs[verb]
    let earlier = chart.verbs[other]
    guard draft.form == .past, draft.parts.count == 1, !draft.sharesAuxiliaries,
      open.contains(where: { drafts[$0].verb.map { $0 < other && chart.isReporting($0) } ?? false })
    else { return false }
    return earlier.modal != nil || isSetOff && earlier.form == .past
      || (chart.isReporting(verb) && !chart.isReporting(other) && earlier.parts.count > 1)
  }

  /// Places the verb of a report whose subject has an insert behind it:
  /// `said its orders, a measure of future sales, soared`.
  mutating func placeReported(_ verb: Int) -> Bool {
    let comma = chart.tokenBefore(chart.verbs[verb].start)
    guard tokens[comma].isComma else { return false }
    for depth in open.indices.reversed() {
      guard let outer = drafts[open[depth]].verb, chart.verbs[outer].isFinite,
        chart.isReporting(outer), var subject = chart.noun(at: chart.verbs[outer].end)
      else { continue }
      while chart.nouns[subject].isPossessive, subject + 1 < chart.nouns.count { subject += 1 }
      var end = chart.nouns[subject].tokens.end
      while tokens[end].isPreposition, let next = chart.noun(at: end + 1) {
        end = chart.nouns[next].tokens.end
      }
      guard tokens[end].isComma, end < comma else { return false }
      close(downTo: depth + 1, at: chart.verbs[verb].start)
      push(
        ClauseDraft(
          kind: .reported,
          start: chart.fullStart(subject),
          verb: verb,
          subject: subject,
          parent: open[depth]
        )
      )
      return true
    }
    return false
  }

  mutating func coordinate(_ verb: Int, withClauseAt depth: Int) -> Bool {
    let clause = open[depth]
    close(downTo: depth, at: chart.tokenBefore(chart.verbs[verb].start) + 1)
    if chart.verbs[verb].coordinatedWith == nil {
      chart.verbs[verb].coordinatedWith = drafts[clause].verb
    }
    push(
      ClauseDraft(
        kind: drafts[clause].kind,
        start: chart.verbs[verb].start,
        verb: verb,
        subjectOf: clause,
        antecedent: drafts[clause].antecedent,
        parent: drafts[clause].parent,
        isSetOff: drafts[clause].isSetOff
      )
    )
    return true
  }

  /// `X bought Y and Z sold W`: a clause beside the innermost finite one that is not relative.
  mutating func placeSibling(_ verb: Int, _ subject: Int, _ start: Int, hasComma: Bool) {
    let depth = open.lastIndex { clause in
      guard let other = drafts[clause].verb else { return false }
      let kind = drafts[clause].kind
      let isInner = kind == .conditional || kind == .subordinate
      return chart.verbs[other].isFinite && kind != .relative && !(hasComma && isInner)
    }
    let sibling = open[depth ?? 0]
    close(downTo: depth ?? 0, at: start)
    push(
      ClauseDraft(
        kind: drafts[sibling].kind,
        start: start,
        verb: verb,
        subject: subject,
        parent: drafts[sibling].parent
      )
    )
  }
}
