import AverModel

/// Says where relativizers and subordinators open clauses.
struct ClauseOpener {
  let chart: SentenceChart
  /// The innermost clause that is open, and its index.
  let innermost: ClauseDraft
  let parent: Int

  private var tokens: SyntaxTokens { chart.tokens }

  /// Whether a token may open a clause at all; most do not.
  static func mayOpen(_ token: SyntaxToken) -> Bool {
    token.tag == .subordinator || token.words.contains(.relativizer)
  }

  /// The clause that a relativizer or subordinator at a position opens, if it is one.
  func draft(at position: Int) -> ClauseDraft? {
    let token = tokens[position]
    if isReport(position) { return ClauseDraft(kind: .reported, start: position, parent: parent) }
    if isRelativizer(position), let antecedent = antecedent(of: position) {
      let isAfterPreposition = tokens[position - 1].isPreposition
      return ClauseDraft(
        kind: .relative,
        start: isAfterPreposition ? position - 1 : position,
        antecedent: antecedent,
        parent: parent,
        isSetOff: tokens[position - (isAfterPreposition ? 2 : 1)].isComma
      )
    }
    guard isSubordinator(position) else { return nil }
    return ClauseDraft(kind: kind(of: token), start: position, parent: parent)
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

  /// `told reporters in May that …`: behind whom one tells, or when, `that` joins what is told.
  private func isReport(_ position: Int) -> Bool {
    guard tokens[position].grammar == .that, chart.noun(at: position) == nil,
      let verb = innermost.verb, chart.isReporting(verb), chart.verbs[verb].isFinite,
      let noun = chart.noun(at: position - 1)
    else { return false }
    let isTime = SubjectFinder.isAdverbial(noun, chart)
    let isTold =
      tokens[chart.verbs[verb].head].grammar == .tell
      && chart.nouns[noun].tokens.start == chart.verbs[verb].end
    return isTime || isTold
  }

  /// Whether a noun group stands right before, with or without a comma.
  private func isJoined(_ position: Int) -> Bool { antecedent(of: position) != nil }

  private func antecedent(of position: Int) -> Int? {
    var before = position - 1
    if tokens[before].isPreposition { before -= 1 }
    if tokens[before].isComma { before -= 1 }
    if tokens[before].isQuote { before -= 1 }
    guard let noun = chart.noun(at: before).map({ chart.explained($0) }) else { return nil }
    return before == position - 1 ? restrictedNoun(noun) : noun
  }

  /// The common noun before a name that no clause can narrow: `a bid from Kraft that valued …`.
  private func restrictedNoun(_ noun: Int) -> Int {
    let head = tokens[chart.nouns[noun].head]
    guard head.isName || head.tag == .numeral, noun > 0 else { return noun }
    let opener = chart.fullStart(noun) - 1
    guard tokens[opener].isPreposition, let outer = chart.noun(at: opener - 1),
      tokens[chart.nouns[outer].head].tag == .noun
    else { return noun }
    return outer
  }

  private func isSubordinator(_ position: Int) -> Bool {
    let token = tokens[position]
    guard chart.noun(at: position) == nil else { return false }
    let isAdverb = token.tag == .adverb && token.words.contains([.relativizer, .subordinator])
    guard token.tag == .subordinator || isAdverb, token.grammar != .than else { return false }
    // `by buying`, `after being bought`: the verb opens its own clause.
    guard let next = chart.verb(at: position + 1) else { return isFollowedByClause(position) }
    return chart.verbs[next].isFinite
  }

  /// Whether a finite verb comes, and no comma that shows that none does (`if approved,`).
  private func isFollowedByClause(_ position: Int) -> Bool {
    guard let verb = chart.verbs.first(where: { $0.isFinite && $0.start > position }) else {
      return false
    }
    // `as its first president, Forbes reported`
    if let own = chart.noun(at: position + 1),
      let subject = chart.noun(at: chart.tokenBefore(verb.start)),
      chart.explained(chart.listRoot(subject)) > own,
      tokens[chart.fullStart(chart.explained(chart.listRoot(subject))) - 1].isComma
    {
      return false
    }
    let stop = min(verb.start, position + 6)
    return !((position + 2)..<max(stop, position + 2)).contains { tokens[$0].isComma }
      || chart.noun(at: position + 1) != nil || tokens[position + 1].isPreposition
  }

  private func kind(of token: SyntaxToken) -> Clause.Kind {
    if token.words.contains(.conditional) { return .conditional }
    guard token.grammar == .that, let verb = innermost.verb, chart.isReporting(verb) else {
      return .subordinate
    }
    return .reported
  }
}
