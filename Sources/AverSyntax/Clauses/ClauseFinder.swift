import AverModel

/// Finds the clauses of a sentence and their subjects, in one pass from left to right.
///
/// A stack holds the clauses that are open. A relativizer or subordinator opens a clause that waits
/// for its verb; a finite verb goes to the innermost clause that waits, or opens one of its own.
struct ClauseFinder {
  var chart: SentenceChart
  var drafts: [ClauseDraft] = []
  var open: [Int] = []

  init(chart: SentenceChart) { self.chart = chart }

  var tokens: SyntaxTokens { chart.tokens }

  /// Finds the clauses and links coordinated finite verbs.
  mutating func find() {
    push(ClauseDraft(kind: .main, start: chart.range.start))
    var position = chart.range.start
    while position < chart.range.end {
      if let verb = chart.verb(at: position), chart.verbs[verb].start == position {
        if chart.verbs[verb].isFinite || isPlainBare(verb) {
          placeFinite(verb)
        } else {
          placeNonfinite(verb)
        }
      } else if ClauseOpener.mayOpen(chart.tokens[position]), chart.verb(at: position) == nil {
        let opener = ClauseOpener(chart: chart, innermost: drafts[top], parent: top)
        if let draft = opener.draft(at: position) { push(draft) }
      }
      position += 1
    }
    close(downTo: 0, at: chart.range.end)
    promoteParticiples()
  }

  // MARK: The stack

  private var top: Int { open.last ?? 0 }

  mutating func push(_ draft: ClauseDraft) {
    open.append(drafts.count)
    drafts.append(draft)
  }

  /// Closes the innermost clauses until only `depth` are open.
  mutating func close(downTo depth: Int, at position: Int) {
    while open.count > depth, let clause = open.popLast() {
      var end = position
      while end > drafts[clause].start, endsNoClause(end - 1) { end -= 1 }
      drafts[clause].end =
        drafts[clause].parent == nil && position == chart.range.end ? position : end
    }
  }

  private func endsNoClause(_ token: Int) -> Bool {
    tokens[token].tag == .punctuation || tokens[token].isCoordinator
      || tokens[token].tag == .subordinator
  }

  // MARK: Finite verbs

  /// Whether a bare form stands as a verb of its own: an imperative or a headline's.
  private func isPlainBare(_ verb: Int) -> Bool {
    chart.verbs[verb].form == .bare
      && (drafts[top].verb == nil || chart.verbs[verb].coordinatedWith != nil)
  }

  private mutating func placeFinite(_ verb: Int) {
    if ParticipleReading(chart: chart).endsPeriod(verb) { return placeParticiple(verb) }
    if drafts[top].verb == nil {
      if !placeInsert(verb), !placeReducedRelative(verb) { assign(verb) }
      return
    }
    if placeCoordinated(verb) { return }
    let isWaiting = open.contains { drafts[$0].verb == nil }
    if !isWaiting, placeSetOff(verb) || placeInverted(verb) { return }
    for depth in open.indices.reversed() {
      if drafts[open[depth]].verb == nil {
        close(downTo: depth + 1, at: startOfClause(of: verb, above: depth))
        return assign(verb)
      }
      if let subject = ownSubject(of: verb, above: depth) {
        close(downTo: depth + 1, at: chart.fullStart(subject))
        return place(verb, with: subject)
      }
    }
    if placeAsParticiple(verb) || demote(for: verb) { return }
    placeWithoutSubject(verb)
  }

  /// Places a verb whose subject stands with its apposition between commas:
  /// `…, its chairman, Kim Lee, told analysts`, `Ann Roe, head of sales at X, told reporters`.
  private mutating func placeSetOff(_ verb: Int) -> Bool {
    let comma = chart.tokenBefore(chart.verbs[verb].start)
    guard tokens[comma].isComma, let last = chart.noun(at: comma - 1),
      let subject = chart.setOff(last), tokens[chart.fullStart(subject) - 1].isComma
    else { return false }
    let start = chart.fullStart(subject)
    close(downTo: 0, at: start)
    push(ClauseDraft(kind: .main, start: start, verb: verb, subject: subject))
    return true
  }

  /// Takes a verb for a participle (`a deal valued at $1bn`) if a preposition follows it and it has
  /// no subject but the noun of a phrase.
  private mutating func placeAsParticiple(_ verb: Int) -> Bool {
    guard ParticipleReading(chart: chart).isReducedRelative(verb) else { return false }
    placeParticiple(verb)
    return true
  }

  private mutating func placeParticiple(_ verb: Int) {
    chart.verbs[verb].form = .participle
    chart.verbs[verb].isPassive = true
    placeNonfinite(verb)
  }

  /// Takes an earlier verb for a participle (`the claims made there were false`) where a second
  /// finite verb has no other subject.
  private mutating func demote(for verb: Int) -> Bool {
    for depth in open.indices.reversed() {
      let clause = open[depth]
      guard let other = drafts[clause].verb, let subject = drafts[clause].subject,
        ParticipleReading(chart: chart).mayBeParticiple(other)
      else { continue }
      close(downTo: depth + 1, at: chart.verbs[verb].start)
      chart.verbs[other].form = .participle
      chart.verbs[other].isPassive = true
      drafts.append(
        ClauseDraft(
          kind: .participial,
          start: chart.verbs[other].start,
          end: chart.verbs[verb].start,
          verb: other,
          subject: subject,
          parent: clause
        )
      )
      drafts[clause].verb = verb
      return true
    }
    return false
  }

  /// Takes a participle for the past tense (`experts raised questions`) where a clause has no
  /// other verb.
  private mutating func promoteParticiples() {
    let reading = ParticipleReading(chart: chart)
    let waiting = drafts.indices.filter { drafts[$0].verb == nil && drafts[$0].kind != .relative }
    for clause in waiting {
      guard
        let child = drafts.indices.first(where: {
          drafts[$0].parent == clause && reading.mayBePast(drafts[$0])
        }),
        let verb = drafts[child].verb
      else { continue }
      chart.verbs[verb].form = .past
      chart.verbs[verb].isPassive = false
      drafts[clause].verb = verb
      drafts[clause].subject = drafts[child].subject
      drafts[child].verb = nil
    }
  }

  /// Gives a verb to the innermost clause, which waited for one.
  private mutating func assign(_ verb: Int) {
    drafts[top].verb = verb
    let subjects = SubjectFinder(chart: chart, drafts: drafts)
    drafts[top].subject = subjects.subject(of: verb, in: top)
  }

  /// Where the clause of a verb begins, as far as it stands behind the verb of an inner one.
  private func startOfClause(of verb: Int, above depth: Int) -> Int {
    let subjects = SubjectFinder(chart: chart, drafts: drafts)
    let inner = drafts[open[min(depth + 1, open.count - 1)]].start
    let outer = subjects.freshSubject(before: inner, after: drafts[open[depth]].start)
    let hasSubject = outer.map { !subjects.isAdverbial($0) } ?? false
    guard !hasSubject, let floor = lastVerbEnd(above: depth),
      let subject = SubjectFinder(chart: chart, drafts: drafts).freshSubject(
        of: verb,
        after: floor
      ),
      tokens[chart.fullStart(subject) - 1].tag == .punctuation
    else { return chart.tokenBefore(chart.verbs[verb].start) + 1 }
    return chart.fullStart(subject)
  }

  private func lastVerbEnd(above depth: Int) -> Int? {
    open[(depth + 1)...].compactMap { drafts[$0].verb.map { chart.verbs[$0].end } }.max()
  }

  /// The subject of a verb that opens a clause of its own inside the clause at a depth.
  private func ownSubject(of verb: Int, above depth: Int) -> Int? {
    guard let outer = drafts[open[depth]].verb else { return nil }
    let subjects = SubjectFinder(
      chart: chart,
      drafts: drafts,
      closing: Array(open[(depth + 1)...]),
      at: chart.verbs[verb].start
    )
    guard let subject = subjects.freshSubject(of: verb, after: chart.verbs[outer].end) else {
      return nil
    }
    let isWaiting = open[..<depth].contains { drafts[$0].verb == nil }
    let start = chart.fullStart(subject)
    let opener = tokens[chart.tokenBefore(start)]
    let isSetOff = opener.tag == .punctuation || opener.isCoordinator
    if opener.tag == .punctuation, isWaiting { return nil }
    // An object is no subject: `which owns networks, rose`; but `said it rose`.
    let isComplement = chart.isReporting(outer) || tokens[chart.nouns[subject].head].tag == .pronoun
    if !isSetOff, isWaiting, !isComplement { return nil }
    let end = chart.nouns[subject].tokens.end
    let before = chart.tokenBefore(chart.verbs[verb].start)
    // A comma between them must close what another one opened.
    if tokens[before].isComma, before == end || !tokens[end].isComma { return nil }
    if !isSetOff, !isComplement, before >= end, !tokens[before].isComma { return nil }
    return subject
  }

  /// `the company Google bought last year said`: two groups side by side before the verb.
  private mutating func placeReducedRelative(_ verb: Int) -> Bool {
    guard drafts[top].kind != .relative,
      let subject = chart.noun(at: chart.tokenBefore(chart.verbs[verb].start)),
      chart.nouns[subject].coordinatedWith == nil,
      let antecedent = chart.noun(at: chart.fullStart(subject) - 1),
      chart.nouns[antecedent].tokens.start >= drafts[top].start,
      !chart.nouns[antecedent].isPossessive, antecedent < subject,
      !tokens[chart.nouns[antecedent].head].words.contains(.timeNoun),
      !tokens[chart.nouns[antecedent].head].words.contains(.weekday),
      tokens[chart.nouns[antecedent].head].tag == .noun,
      chart.verbs[(verb + 1)...].contains(where: { $0.isFinite && $0.coordinatedWith == nil })
    else { return false }
    push(
      ClauseDraft(
        kind: .relative,
        start: chart.fullStart(subject),
        verb: verb,
        subject: subject,
        antecedent: antecedent,
        parent: top
      )
    )
    return true
  }

  /// Gives an insert such as `, Smith said,` a clause of its own while the main one still waits.
  private mutating func placeInsert(_ verb: Int) -> Bool {
    guard chart.isReporting(verb), tokens[chart.verbs[verb].end].isComma else { return false }
    let subjects = SubjectFinder(chart: chart, drafts: drafts)
    let floor = drafts[top].start
    guard let subject = subjects.freshSubject(of: verb, after: floor) else { return false }
    let start = chart.fullStart(subject)
    guard start > floor, tokens[start - 1].isComma,
      chart.noun(at: chart.tokenBefore(start - 1)) != nil,
      subjects.freshSubject(before: start - 1, after: floor) != nil
    else { return false }
    push(ClauseDraft(kind: .main, start: start, verb: verb, subject: subject))
    close(downTo: open.count - 1, at: chart.verbs[verb].end)
    return true
  }

  private mutating func placeWithoutSubject(_ verb: Int) {
    let start = chart.verbs[verb].start
    if let subject = SubjectFinder(chart: chart, drafts: drafts).quotedSubject(of: verb) {
      close(downTo: 0, at: start)
      return push(ClauseDraft(kind: .main, start: start, verb: verb, subject: subject))
    }
    if placeReported(verb) { return }
    if tokens[chart.tokenBefore(start)].isComma,
      let depth = open.lastIndex(where: { clause in
        drafts[clause].kind != .relative
          && drafts[clause].verb.map { chart.verbs[$0].isFinite } ?? false
      })
    {
      _ = coordinate(verb, withClauseAt: depth)
      return
    }
    push(ClauseDraft(kind: .subordinate, start: start, verb: verb, parent: top))
  }

  /// `…, said Smith`: the subject stands behind.
  private mutating func placeInverted(_ verb: Int) -> Bool {
    guard let subject = SubjectFinder(chart: chart, drafts: drafts).invertedSubject(of: verb) else {
      return false
    }
    close(downTo: 0, at: chart.verbs[verb].start)
    push(ClauseDraft(kind: .main, start: chart.verbs[verb].start, verb: verb, subject: subject))
    return true
  }

  /// Places a verb that has a subject of its own behind the verb of the innermost clause.
  private mutating func place(_ verb: Int, with subject: Int) {
    let start = chart.fullStart(subject)
    let before = chart.tokenBefore(start)
    let joint = tokens[before]
    if joint.isCoordinator {
      let hasComma = tokens[chart.tokenBefore(before)].isComma
      return placeSibling(verb, subject, start, hasComma: hasComma)
    }
    if joint.tag == .punctuation {
      close(downTo: 0, at: start)
      push(ClauseDraft(kind: .main, start: start, verb: verb, subject: subject))
      return
    }
    let isReported = drafts[top].verb.map { chart.isReporting($0) } ?? false
    let antecedent = chart.noun(at: before)
    let kind: Clause.Kind = isReported ? .reported : antecedent == nil ? .subordinate : .relative
    push(
      ClauseDraft(
        kind: kind,
        start: start,
        verb: verb,
        subject: subject,
        antecedent: kind == .relative ? antecedent : nil,
        parent: top
      )
    )
  }

  // MARK: Infinitives, participles, gerunds

  private mutating func placeNonfinite(_ verb: Int) {
    let draft = chart.verbs[verb]
    if let other = draft.governor ?? draft.coordinatedWith,
      let depth = open.lastIndex(where: { drafts[$0].verb == other })
    {
      let isSibling = draft.governor == nil
      close(downTo: isSibling ? depth : depth + 1, at: draft.start)
    }
    let subjects = SubjectFinder(chart: chart, drafts: drafts)
    let found = subjects.nonfiniteSubject(of: verb, in: top)
    let isInfinitive = draft.form == .infinitive || draft.form == .bare
    // `if approved`
    let isCondition = tokens[draft.start - 1].words.contains(.conditional) && !isInfinitive
    push(
      ClauseDraft(
        kind: isCondition ? .conditional : isInfinitive ? .infinitive : .participial,
        start: isCondition ? draft.start - 1 : draft.start,
        verb: verb,
        subject: found.subject,
        subjectOf: found.clause,
        parent: top,
        isSetOff: tokens[draft.start - 1].isComma
      )
    )
  }
}
