import AverModel
import AverRules

/// Whether a time in the sentence of a match is that of the match.
struct TimeScope {
  let rules: RuleSet
  /// The words of the match.
  let trigger: TokenRange
  let sentence: SentenceContext

  /// How many words may stand between a word that compares and the time of what is compared.
  private static let reach = 16
  /// How many words may stand between `from` and the figure: `from a net profit of $3 million`.
  private static let leap = 5

  /// Whether a time tells when something else was: what an inner clause says, or a figure beside the one
  /// that is meant.
  func isElsewhere(_ time: TokenRange, _ input: borrowing SentenceInput) -> Bool {
    isInOtherClause(time) || isBefore(time) || isCompared(time, input)
  }

  /// Whether a time stands in a clause inside the sentence that says something of its own.
  ///
  /// `X, which owned 20 ships in May, sold Y`; a clause that begins the sentence only says when.
  private func isInOtherClause(_ time: TokenRange) -> Bool {
    sentence.clauses.contains { index in
      let clause = sentence.text.clauses[index]
      guard clause.kind == .relative || clause.kind == .subordinate,
        clause.tokens.start > sentence.tokens.start, clause.tokens.contains(time)
      else { return false }
      // Between the words of a match, too, it says something else.
      let isBetween =
        clause.tokens.start > trigger.start && clause.tokens.end < trigger.end
      return isBetween || !clause.tokens.overlaps(trigger)
    }
  }

  /// Whether something else happens at the time, and what is told was before: `Before May it held 5%`.
  private func isBefore(_ time: TokenRange) -> Bool {
    guard let words = rules.list(named: StageLists.earlierWord) else { return false }
    return (time.start - 2..<time.start).contains { token in
      token >= sentence.tokens.start && isListed(token, words)
    }
  }

  /// Whether a time is that of a figure with which the one meant is compared, or the other way round:
  /// `$4 billion in 2018, up from $3 billion in 2017`.
  private func isCompared(_ time: TokenRange, _ input: borrowing SentenceInput) -> Bool {
    guard let list = rules.list(named: StageLists.comparisonWord) else { return false }
    var token = time.start - 1
    while token >= sentence.tokens.start, time.start - token <= Self.reach,
      !isVerb(token)
    {
      if compares(token, list, input) { return !trigger.contains(token) }
      token -= 1
    }
    return trigger.indices.contains { token in
      token >= time.end && compares(token, list, input)
    }
  }

  /// Whether the match is about a figure with which another one is compared.
  func comparesFigures(_ input: borrowing SentenceInput) -> Bool {
    guard let list = rules.list(named: StageLists.comparisonWord) else { return false }
    return trigger.indices.contains { compares($0, list, input) }
  }

  private func compares(_ token: Int, _ list: Int, _ input: borrowing SentenceInput) -> Bool {
    let position = token - input.base
    guard position >= 0, position < input.count else { return false }
    if input.listMatches(at: position).contains(where: { Int($0.list) == list }) { return true }
    // `rose to $4 billion from $3 billion`, but not `bought it from Norden`.
    guard let words = rules.list(named: StageLists.originWord), isListed(token, words) else {
      return false
    }
    let of = rules.vocabulary.symbol(of: "of")
    let next = sentence.sentenceMentions.first { $0.1.tokens.start > token }?.1
    guard let next, next.tokens.start <= token + Self.leap,
      [.money, .number, .percent].contains(next.type)
    else { return false }
    return !(token + 1..<next.tokens.start).contains { between in
      sentence.text.tags[between] == .adposition && sentence.token(between).symbol != of
    }
  }

  private func isListed(_ token: Int, _ list: Int) -> Bool {
    let symbol = sentence.token(token).symbol
    return symbol.isKnown && rules.contains(symbol, inList: list)
  }

  private func isVerb(_ token: Int) -> Bool {
    sentence.verb(at: token).map { sentence.text.verbGroups[$0].isFinite } ?? false
  }
}
