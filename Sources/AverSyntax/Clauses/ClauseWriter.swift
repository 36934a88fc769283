import AverModel

/// Turns the drafts of a sentence into clauses: those with a verb, ordered, with resolved subjects.
struct ClauseWriter {
  let chart: SentenceChart
  let drafts: [ClauseDraft]
  /// The numbers of groups and clauses in the sentences before.
  let verbOffset: Int
  let nounOffset: Int
  let clauseOffset: Int

  func clauses() -> [Clause] {
    let ranges = drafts.indices.map(range)
    // An outer clause stands before the inner ones that begin with it.
    let kept = drafts.indices.filter { drafts[$0].verb != nil }.sorted { first, second in
      let (left, right) = (ranges[first], ranges[second])
      return (left.start, right.end, first) < (right.start, left.end, second)
    }
    var numbers = Array(repeating: Int?.none, count: drafts.count)
    for (number, clause) in kept.enumerated() { numbers[clause] = number }
    return kept.map { clause in
      Clause(
        tokens: ranges[clause],
        kind: kind(of: clause),
        verb: verbOffset + (drafts[clause].verb ?? 0),
        subject: subject(of: clause).map { nounOffset + $0 },
        parent: parent(of: clause, numbers).map { clauseOffset + $0 }
      )
    }
  }

  private func kind(of clause: Int) -> Clause.Kind {
    guard drafts[clause].kind == .main, let verb = drafts[clause].verb else {
      return drafts[clause].kind
    }
    return chart.tokens[chart.verbs[verb].head].isQuoted ? .quoted : .main
  }

  private func range(of clause: Int) -> TokenRange {
    let draft = drafts[clause]
    let verb = draft.verb.map { chart.verbs[$0] }
    let start = min(draft.start, verb?.start ?? draft.start)
    return TokenRange(start, max(draft.end ?? chart.range.end, verb?.end ?? start))
  }

  /// The nearest clause around that has a verb.
  private func parent(of clause: Int, _ numbers: [Int?]) -> Int? {
    var next = drafts[clause].parent
    while let candidate = next {
      if let number = numbers[candidate], candidate != clause { return number }
      next = drafts[candidate].parent
    }
    return nil
  }

  private func subject(of clause: Int) -> Int? {
    var current = clause
    // A clause shares the subject of one that was opened before it, so this ends.
    for _ in drafts.indices {
      if let subject = drafts[current].subject { return subject }
      guard let other = drafts[current].subjectOf, other != current else { return nil }
      current = other
    }
    return nil
  }
}
