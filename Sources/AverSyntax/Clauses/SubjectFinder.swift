import AverModel

/// Finds the noun group that is the subject of a verb.
struct SubjectFinder {
  let chart: SentenceChart
  let drafts: [ClauseDraft]

  init(chart: SentenceChart, drafts: [ClauseDraft], closing: [Int] = [], at position: Int = 0) {
    self.chart = chart
    var drafts = drafts
    for clause in closing { drafts[clause].end = position }
    self.drafts = drafts
  }

  /// How many noun groups are looked at; subjects farther off are not clear.
  private static let reach = 40

  private var tokens: SyntaxTokens { chart.tokens }

  /// The subject of a finite verb in a clause that waited for it.
  func subject(of verb: Int, in clause: Int) -> Int? {
    let draft = drafts[clause]
    if let asked = subjectOfQuestion(verb) { return asked }
    let own = freshSubject(before: chart.verbs[verb].start, after: draft.start)
    if let own, !tokens[chart.nouns[own].head].isQuoted || tokens[chart.verbs[verb].head].isQuoted {
      return own
    }
    return invertedSubject(of: verb) ?? own ?? draft.antecedent
  }

  /// The group between the parts of a verb, as in `Will Google buy …`.
  private func subjectOfQuestion(_ verb: Int) -> Int? {
    let parts = chart.verbs[verb].parts
    guard parts.count > 1, parts[1] > parts[0] + 1 else { return nil }
    return chart.noun(at: parts[1] - 1).map { chart.listRoot($0) }
  }

  /// The subject right before a verb, behind a token.
  func freshSubject(of verb: Int, after floor: Int) -> Int? {
    freshSubject(before: chart.verbs[verb].start, after: floor)
  }

  /// The nearest noun group before a position that can be a subject.
  ///
  /// A group that says when or how much counts only where there is no other.
  func freshSubject(before position: Int, after floor: Int) -> Int? {
    var fallback: Int?
    var candidate = chart.nouns.lastIndex { $0.tokens.end <= position } ?? -1
    var steps = 0
    while candidate >= 0, chart.nouns[candidate].tokens.start >= floor, steps < Self.reach {
      steps += 1
      let group = chart.nouns[candidate]
      let root = chart.explained(chart.listRoot(candidate))
      if isClosedOff(group.tokens.start, floor) || group.isPossessive
        || chart.nouns[root].isInPrepositionalPhrase || group.isInPrepositionalPhrase
        || isBehindVerb(group.tokens.end, position)
      {
        candidate -= 1
        continue
      }
      let start = chart.fullStart(root)
      if start < floor { return fallback }
      if !isAdverbial(root) { return root }
      fallback = fallback ?? root
      candidate = root - 1
    }
    return fallback
  }

  /// Whether a group says when or how much, and is a subject only for want of another.
  func isAdverbial(_ noun: Int) -> Bool { Self.isAdverbial(noun, chart) }

  static func isAdverbial(_ noun: Int, _ chart: SentenceChart) -> Bool {
    let head = chart.tokens[chart.nouns[noun].head]
    return head.tag == .numeral || !head.words.isDisjoint(with: [.timeNoun, .weekday, .month])
  }

  /// Whether a token lies in a clause that is closed and begins behind the floor.
  private func isClosedOff(_ token: Int, _ floor: Int) -> Bool {
    drafts.contains { draft in
      guard let end = draft.end else { return false }
      return draft.start >= floor && draft.start <= token && token < end
    }
  }

  /// Whether an open verb of another clause stands between a group and the verb.
  private func isBehindVerb(_ end: Int, _ position: Int) -> Bool {
    drafts.contains { draft in
      guard draft.end == nil, let verb = draft.verb else { return false }
      return chart.verbs[verb].start >= end && chart.verbs[verb].start < position
    }
  }

  /// The subject that a report parts from its verb.
  ///
  /// As in `"The price," said Smith, "is too low."`
  func quotedSubject(of verb: Int) -> Int? {
    let start = chart.verbs[verb].start
    guard tokens[chart.verbs[verb].head].isQuoted, tokens[start - 1].isQuote,
      let subject = chart.nouns.lastIndex(where: {
        $0.tokens.end <= start && tokens[$0.head].isQuoted && !$0.isInPrepositionalPhrase
      })
    else { return nil }
    let end = chart.nouns[subject].tokens.end
    let hasVerb = chart.verbs[..<verb].contains { $0.start >= end && tokens[$0.head].isQuoted }
    return hasVerb ? nil : chart.explained(chart.listRoot(subject))
  }

  /// `…," said Smith`: the group behind a verb of saying at a comma or quotation mark.
  func invertedSubject(of verb: Int) -> Int? {
    let draft = chart.verbs[verb]
    // Whom `told` tells is no subject.
    guard chart.isReporting(verb), draft.parts.count == 1, tokens[draft.head].grammar != .tell
    else { return nil }
    let before = draft.start - 1
    guard tokens[before].isComma || tokens[before].isQuote || draft.start == chart.range.start
    else {
      return nil
    }
    guard let noun = chart.noun(at: draft.end), chart.nouns[noun].tokens.start == draft.end else {
      return nil
    }
    var last = noun
    while chart.nouns[last].isPossessive, last + 1 < chart.nouns.count { last += 1 }
    if let next = chart.verb(at: chart.nouns[last].tokens.end), chart.verbs[next].isFinite {
      return nil
    }
    return last
  }

  /// The subject of an infinitive, gerund or participle, or the clause whose subject it shares.
  func nonfiniteSubject(of verb: Int, in clause: Int) -> (subject: Int?, clause: Int?) {
    let draft = chart.verbs[verb]
    if let governor = draft.governor { return controlled(by: governor, verb) }
    if let other = draft.coordinatedWith, let shared = self.clause(of: other) {
      return (nil, shared)
    }
    let before = draft.start - 1
    let adjacent = chart.noun(at: before)
    if draft.form == .infinitive {
      if let adjacent { return purposeOrNoun(adjacent, clause) }
      return (nil, clause)
    }
    if let adjacent { return (chart.explained(adjacent), nil) }
    let comma = chart.tokenBefore(draft.start)
    if tokens[comma].isComma, draft.form == .participle, let noun = chart.noun(at: comma - 1),
      !isLevel(noun)
    {
      return (chart.setOff(noun) ?? chart.explained(noun), nil)
    }
    return (nil, clause)
  }

  /// Whether a group says how much or when, so that what a comma parts from it explains the subject:
  /// `profit rose to 5 million euros, helped by …`.
  private func isLevel(_ noun: Int) -> Bool {
    let group = chart.nouns[noun]
    if isAdverbial(noun) || tokens[group.head].grammar == .percent { return true }
    return group.isInPrepositionalPhrase
      && group.tokens.indices.contains { tokens[$0].tag == .numeral }
  }

  private func controlled(by governor: Int, _ verb: Int) -> (subject: Int?, clause: Int?) {
    let shared = clause(of: governor)
    guard !chart.verbs[governor].isPassive, !chart.isCopula(governor),
      let object = chart.noun(at: chart.verbs[governor].end)
    else { return (nil, shared) }
    var last = object
    while chart.nouns[last].isPossessive, last + 1 < chart.nouns.count { last += 1 }
    let isObjectControl =
      !chart.isControl(noun: last) && chart.nouns[last].tokens.end <= chart.verbs[verb].start
    return isObjectControl && chart.isControl(verb: governor) ? (last, nil) : (nil, shared)
  }

  /// `Google's plan to buy`, `Ford to cut jobs`, `raised money to buy`.
  private func purposeOrNoun(_ noun: Int, _ clause: Int) -> (subject: Int?, clause: Int?) {
    if let possessor = chart.nouns[noun].possessor { return (possessor, nil) }
    if drafts[clause].verb != nil { return (nil, clause) }
    return chart.isControl(noun: noun) ? (nil, nil) : (chart.explained(chart.listRoot(noun)), nil)
  }

  private func clause(of verb: Int) -> Int? { drafts.lastIndex { $0.verb == verb } }
}
