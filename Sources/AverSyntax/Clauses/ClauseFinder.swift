import AverModel

/// Finds the clauses of a sentence and their subjects, in one pass from left to right.
///
/// A stack holds the clauses that are open. A relativizer or subordinator opens a clause that waits
/// for its verb; a finite verb goes to the innermost clause that waits, or opens one of its own.
struct ClauseFinder {
  private(set) var chart: SentenceChart
  private(set) var drafts: [ClauseDraft] = []
  private var open: [Int] = []

  init(chart: SentenceChart) { self.chart = chart }

  private var tokens: SyntaxTokens { chart.tokens }

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
      } else if chart.verb(at: position) == nil {
        openClause(at: position)
      }
      position += 1
    }
    close(downTo: 0, at: chart.range.end)
  }

  // MARK: The stack

  private var top: Int { open.last ?? 0 }

  private mutating func push(_ draft: ClauseDraft) {
    open.append(drafts.count)
    drafts.append(draft)
  }

  /// Closes the innermost clauses until only `depth` are open.
  private mutating func close(downTo depth: Int, at position: Int) {
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

  /// How many clauses stay open if everything above the innermost waiting one is closed.
  private func depthOfWaiting() -> Int? {
    open.lastIndex { drafts[$0].verb == nil }.map { $0 + 1 }
  }

  // MARK: Openers

  /// Opens a clause if a relativizer or subordinator stands here.
  private mutating func openClause(at position: Int) {
    let token = tokens[position]
    if isRelativizer(position), let antecedent = antecedent(of: position) {
      let isAfterPreposition = tokens[position - 1].isPreposition
      push(
        ClauseDraft(
          kind: .relative,
          start: isAfterPreposition ? position - 1 : position,
          antecedent: antecedent,
          parent: top,
          isSetOff: tokens[position - (isAfterPreposition ? 2 : 1)].isComma
        )
      )
    } else if isSubordinator(position) {
      push(ClauseDraft(kind: kind(of: token), start: position, parent: top))
    }
  }

  private func isRelativizer(_ position: Int) -> Bool {
    let token = tokens[position]
    guard token.words.contains(.relativizer) else { return false }
    if let noun = chart.noun(at: position) {
      // `whose shares`
      return token.isDeterminer && token.grammar != .that
        && chart.nouns[noun].tokens.start == position
        && token.words.contains(.relativizer) && isJoined(position)
    }
    return token.tag != .subordinator || (token.grammar != .that && isJoined(position))
  }

  /// Whether a noun group stands right before, with or without a comma.
  private func isJoined(_ position: Int) -> Bool { antecedent(of: position) != nil }

  private func antecedent(of position: Int) -> Int? {
    var before = position - 1
    if tokens[before].isPreposition { before -= 1 }
    if tokens[before].isComma { before -= 1 }
    if tokens[before].isQuote { before -= 1 }
    return chart.noun(at: before).map { chart.explained($0) }
  }

  private func isSubordinator(_ position: Int) -> Bool {
    let token = tokens[position]
    guard chart.noun(at: position) == nil else { return false }
    let isOpener = token.tag == .subordinator || opensLikeSubordinator(position)
    guard isOpener, token.grammar != .than else { return false }
    // `by buying`, `after being bought`: the verb opens its own clause.
    guard let next = chart.verb(at: position + 1) else { return true }
    return chart.verbs[next].isFinite
  }

  /// Whether an adverb such as `when` or a preposition such as `after` has a clause behind it.
  private func opensLikeSubordinator(_ position: Int) -> Bool {
    let token = tokens[position]
    guard token.words.contains(.subordinator) || token.words.contains(.conditional) else {
      return false
    }
    if token.tag == .adverb, token.words.contains(.relativizer) { return true }
    guard token.tag == .adposition, token.words.contains(.subordinator),
      let noun = chart.noun(at: position + 1),
      tokens[chart.nouns[noun].head].tag != .numeral,
      !tokens[chart.nouns[noun].head].words.contains(.timeNoun)
    else { return false }
    guard let verb = chart.verb(at: chart.nouns[noun].tokens.end) else { return false }
    return chart.verbs[verb].isFinite && !chart.nouns[noun].isPossessive
      && (position == chart.range.start || drafts[top].verb != nil)
  }

  private func kind(of token: SyntaxToken) -> Clause.Kind {
    if token.words.contains(.conditional) { return .conditional }
    guard token.grammar == .that, let verb = drafts[top].verb, chart.isReporting(verb) else {
      return .subordinate
    }
    return .reported
  }

  // MARK: Finite verbs

  /// Whether a bare form stands as a verb of its own: an imperative or a headline's.
  private func isPlainBare(_ verb: Int) -> Bool {
    chart.verbs[verb].form == .bare
      && (drafts[top].verb == nil || chart.verbs[verb].coordinatedWith != nil)
  }

  private mutating func placeFinite(_ verb: Int) {
    if drafts[top].verb == nil {
      if placeInsert(verb) { return }
      drafts[top].verb = verb
      let subjects = SubjectFinder(chart: chart, drafts: drafts)
      drafts[top].subject = subjects.subject(of: verb, in: top)
      return
    }
    if placeCoordinated(verb) { return }
    let subjects = SubjectFinder(chart: chart, drafts: drafts)
    let floor = drafts[top].verb.map { chart.verbs[$0].end } ?? chart.range.start
    guard let subject = subjects.freshSubject(of: verb, after: floor) else {
      return placeWithoutSubject(verb)
    }
    place(verb, with: subject, start: chart.fullStart(subject))
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

  /// Joins a verb right after `and` to the clause whose subject it shares.
  private mutating func placeCoordinated(_ verb: Int) -> Bool {
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
      })
    else { return false }
    return coordinate(verb, withClauseAt: depth)
  }

  private mutating func coordinate(_ verb: Int, withClauseAt depth: Int) -> Bool {
    let clause = open[depth]
    close(downTo: depth, at: chart.verbs[verb].start)
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

  private mutating func placeWithoutSubject(_ verb: Int) {
    let start = chart.verbs[verb].start
    if placeInverted(verb) { return }
    if let depth = depthOfWaiting() {
      close(downTo: depth, at: start)
      drafts[top].verb = verb
      let subjects = SubjectFinder(chart: chart, drafts: drafts)
      drafts[top].subject = subjects.subject(of: verb, in: top)
      return
    }
    if tokens[chart.tokenBefore(start)].isComma,
      let depth = open.lastIndex(where: { clause in
        drafts[clause].verb.map { chart.verbs[$0].isFinite } ?? false
      })
    {
      _ = coordinate(verb, withClauseAt: depth)
      return
    }
    let parent = top
    push(ClauseDraft(kind: .subordinate, start: start, verb: verb, parent: parent))
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
  private mutating func place(_ verb: Int, with subject: Int, start: Int) {
    let before = chart.tokenBefore(start)
    let joint = tokens[before]
    if joint.isCoordinator {
      return placeSibling(verb, subject, start, hasComma: tokens[chart.tokenBefore(before)].isComma)
    }
    if joint.tag == .punctuation {
      if let depth = depthOfWaiting() {
        close(downTo: depth, at: start)
        drafts[top].verb = verb
        drafts[top].subject = subject
        return
      }
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

  /// `X bought Y and Z sold W`: a clause beside the innermost finite one that is not relative.
  private mutating func placeSibling(_ verb: Int, _ subject: Int, _ start: Int, hasComma: Bool) {
    if let depth = depthOfWaiting(), hasComma {
      close(downTo: depth, at: start)
      drafts[top].verb = verb
      drafts[top].subject = subject
      return
    }
    let depth = open.lastIndex { clause in
      guard let other = drafts[clause].verb else { return false }
      return chart.verbs[other].isFinite && drafts[clause].kind != .relative
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
    push(
      ClauseDraft(
        kind: isInfinitive ? .infinitive : .participial,
        start: draft.start,
        verb: verb,
        subject: found.subject,
        subjectOf: found.clause,
        parent: top,
        isSetOff: tokens[draft.start - 1].isComma
      )
    )
  }
}
