import AverModel
import AverRules

/// Whether a time in the sentence of a match is that of the match.
struct TimeScope {
  let rules: RuleSet
  /// The words of the match.
  let trigger: TokenRange
  let sentence: SentenceContext
  /// The phrases that fill roles of the match.
  var fillers: [Int] = []

  /// How many words may stand between a word that compares and the time of what is compared.
  private static let reach = 16
  /// How many phrases may stand between an event that is not meant and its time.
  private static let links = 3
  /// How many words may stand between `from` and the figure: `from a net profit of $3 million`.
  private static let leap = 5

  /// Whether a time tells when something else was: what an inner clause says, or a figure beside the one
  /// that is meant.
  func isElsewhere(_ time: TokenRange, _ input: borrowing SentenceInput) -> Bool {
    isInOtherClause(time) || isOfParticiple(time) || isBefore(time) || isOfAside(time)
      || isOfSaying(time) || isCompared(time, input)
  }

  /// Whether a time tells when somebody said what the match is part of: `said in March it would close`.
  private func isOfSaying(_ time: TokenRange) -> Bool {
    var before = time.start - 1
    if before > sentence.tokens.start, sentence.text.tags[before] == .adposition { before -= 1 }
    return [sentence.verb(at: before), sentence.verb(at: time.end)].contains { verb in
      guard let verb, sentence.isSaying(verb, rules), let own = sentence.clauseIndex(of: verb)
      else {
        return false
      }
      return sentence.clauses.contains { index in
        let clause = sentence.text.clauses[index]
        return clause.kind == .reported && clause.parent == own
          && clause.tokens.start >= time.end
          && clause.tokens.contains(sentence.text.verbGroups[clause.verb].head)
          && trigger.contains(sentence.text.verbGroups[clause.verb].head)
      }
    }
  }

  /// Whether a time is that of a participle which tells something else of a noun:
  /// `bought Norden, founded in 2010`.
  private func isOfParticiple(_ time: TokenRange) -> Bool {
    sentence.clauses.contains { index in
      let clause = sentence.text.clauses[index]
      guard clause.kind == .participial, clause.tokens.contains(time),
        isBetween(clause) || !clause.tokens.overlaps(trigger)
      else { return false }
      let head = sentence.text.verbGroups[clause.verb].head
      let isSettling =
        !sentence.isInsert(clause.tokens, before: trigger)
        && sentence.isWord(head, of: StageLists.settlingWord, rules)
      return head < time.start && !isSettling
    }
  }

  /// Whether a time is that of another event than the one told of: `bought it after talks in May`.
  private func isOfAside(_ time: TokenRange) -> Bool {
    var token = time.start - 1
    if token > sentence.tokens.start, sentence.text.tags[token] == .adposition { token -= 1 }
    for _ in 0..<Self.links {
      guard token > sentence.tokens.start, let phrase = sentence.phrase(at: token),
        !fillers.contains(phrase)
      else { return false }
      var start = sentence.phrases[phrase].tokens.start
      while let before = sentence.phrase(at: start - 1), sentence.phrases[before].isPossessive {
        start = sentence.phrases[before].tokens.start
      }
      guard start > sentence.tokens.start, !TokenRange(start, token + 1).overlaps(trigger) else {
        return false
      }
      for length in 1...2 where start - length >= sentence.tokens.start {
        let words = TokenRange(start - length, start)
        if isEntry(words, StageLists.asideWord) { return true }
      }
      guard sentence.isWord(start - 1, of: StageLists.partWord, rules) else { return false }
      token = start - 2
    }
    return false
  }

  private func isEntry(_ words: TokenRange, _ name: String) -> Bool {
    guard let list = rules.list(named: name) else { return false }
    return rules.contains(sentence.text.tokenized.string(words), inList: list)
  }

  /// The time that opens a sentence, if a verb belongs to its main clause or is joined to that one's:
  /// `Last May, X left Norden and joined Tern`.
  func opening(for verb: Int?) -> Int? {
    guard let verb,
      let first = sentence.sentenceMentions.first(where: { _, mention in
        if case .time? = mention.value { true } else { false }
      })
    else { return nil }
    let time = first.1.tokens
    let isOpening =
      time.start - sentence.tokens.start <= 1 && time.end < trigger.start
      && sentence.token(time.end).traits.contains(.punctuation)
    guard isOpening, var root = sentence.chain(of: verb).last else { return nil }
    while let before = sentence.text.verbGroups[root].coordinatedWith, before < root,
      sentence.verbs.contains(before)
    {
      root = before
    }
    guard let clause = sentence.clause(of: root), clause.kind == .main else { return nil }
    return first.0
  }

  /// The time at which what a clause says happened, where it stands before it:
  /// `in August, when it raised $3 million`.
  func antecedent(of verb: Int?) -> Int? {
    guard let verb, let clause = sentence.clause(of: verb),
      clause.tokens.start > sentence.tokens.start
    else { return nil }
    var start = clause.tokens.start
    // The clause may begin behind the word that joins it to the time.
    if !sentence.isWord(start, of: StageLists.timeRelative, rules) { start -= 1 }
    guard start > sentence.tokens.start, sentence.isWord(start, of: StageLists.timeRelative, rules)
    else { return nil }
    var end = start
    while end > sentence.tokens.start, sentence.token(end - 1).traits.contains(.punctuation) {
      end -= 1
    }
    return sentence.sentenceMentions.first { $0.1.tokens.end == end }?.0
  }

  /// Whether a time stands in a clause inside the sentence that says something of its own.
  ///
  /// `X, which owned 20 ships in May, sold Y`; a clause that begins the sentence only says when, unless with `after`.
  private func isInOtherClause(_ time: TokenRange) -> Bool {
    sentence.clauses.contains { index in
      let clause = sentence.text.clauses[index]
      guard clause.kind == .relative || clause.kind == .subordinate, clause.tokens.contains(time),
        clause.tokens.start > sentence.tokens.start
          || sentence.isWord(clause.tokens.start, of: StageLists.asideWord, rules)
      else { return false }
      return isBetween(clause) || !clause.tokens.overlaps(trigger)
    }
  }

  /// Whether a clause stands between the words of a match, where it says something else.
  private func isBetween(_ clause: Clause) -> Bool {
    clause.tokens.start > trigger.start && clause.tokens.end < trigger.end
  }

  /// Whether something else happens at the time, and what is told was before: `Before May it held 5%`.
  private func isBefore(_ time: TokenRange) -> Bool {
    guard let words = rules.list(named: StageLists.earlierWord) else { return false }
    return (time.start - 2..<time.start).contains { token in
      token >= sentence.tokens.start && sentence.isWord(token, in: words, rules)
    }
  }

  /// Whether a time is that of a figure with which the one meant is compared, or the other way round:
  /// `$4 billion in 2018, up from $3 billion in 2017`.
  private func isCompared(_ time: TokenRange, _ input: borrowing SentenceInput) -> Bool {
    guard let list = rules.list(named: StageLists.comparisonWord) else { return false }
    var token = time.start - 1
    if isBase(time) { return true }
    while token >= sentence.tokens.start, time.start - token <= Self.reach {
      if compares(token, list, input) { return !trigger.contains(token) }
      if isVerb(token) { break }
      token -= 1
    }
    return trigger.indices.contains { token in
      token >= time.end && compares(token, list, input)
    }
  }

  /// Whether a change is measured from a time: `up 9% from 2018`.
  private func isBase(_ time: TokenRange) -> Bool {
    let word = time.start - 1
    guard word > sentence.tokens.start, sentence.isWord(word, of: StageLists.originWord, rules)
    else {
      return false
    }
    return sentence.sentenceMentions.contains { _, mention in
      [.percent, .money].contains(mention.type) && mention.tokens.end <= word
        && word - mention.tokens.end <= Self.leap
    }
  }

  /// Whether the match is about a figure with which another one is compared.
  func comparesFigures(_ input: borrowing SentenceInput) -> Bool {
    guard let list = rules.list(named: StageLists.comparisonWord) else { return false }
    // `compared with a loss of $3 million`
    let start = max(sentence.tokens.start, trigger.start - Self.links)
    return (start..<trigger.end).contains { compares($0, list, input) }
  }

  private func compares(_ token: Int, _ list: Int, _ input: borrowing SentenceInput) -> Bool {
    let position = token - input.base
    guard position >= 0, position < input.count else { return false }
    if input.listMatches(at: position).contains(where: { Int($0.list) == list }) { return true }
    // `rose to $4 billion from $3 billion`, but not `bought it from Norden`.
    guard let words = rules.list(named: StageLists.originWord),
      sentence.isWord(token, in: words, rules)
    else {
      return false
    }
    let next = sentence.sentenceMentions.first { $0.1.tokens.start > token }?.1
    guard let next, next.tokens.start <= token + Self.leap,
      [.money, .number, .percent].contains(next.type)
    else { return false }
    return !(token + 1..<next.tokens.start).contains { between in
      sentence.text.tags[between] == .adposition
        && !sentence.isWord(between, of: StageLists.partWord, rules)
    }
  }

  private func isVerb(_ token: Int) -> Bool {
    sentence.verb(at: token).map { sentence.text.verbGroups[$0].isFinite } ?? false
  }
}
