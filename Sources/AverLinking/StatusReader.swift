import AverModel
import AverRules

/// Reads from the verb group and the status words around a trigger whether it happened.
struct StatusReader {
  /// What was read, and the words that said so.
  struct Reading {
    var status: ClaimStatus
    var isStated: Bool
    var polarity: Polarity
    var cues: [Cue]
  }

  let rules: RuleSet

  /// Reads the status of a match.
  func read(
    _ match: FrameMatch,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput
  ) -> Reading {
    let relation = rules.relations[match.relation]
    let chain = match.verb.map { sentence.chain(of: $0) } ?? []
    var cues: [Cue] = []
    var polarity = Polarity.affirmed
    // `would not cancel its order`
    let undone = deniedEnd(relation, match.scope, sentence, input)
    for verb in chain {
      guard let negation = sentence.text.verbGroups[verb].negation,
        undone.map({ !sentence.text.verbGroups[verb].parts.contains($0.start) }) ?? true
      else { continue }
      polarity = .negated
      cues.append(Cue(slot: "polarity", tokens: TokenRange(negation, negation + 1)))
      break
    }
    if polarity == .affirmed, undone == nil, let negation = rules.negation,
      let words = words(of: negation, in: match.scope, sentence, input)
    {
      polarity = .negated
      cues.append(Cue(slot: "polarity", tokens: words))
    }
    // `has not ruled out a bid`
    if let words = deniedDenial(match, chain, sentence, input) {
      cues.append(Cue(slot: "polarity", tokens: words))
      return Reading(status: .possible, isStated: true, polarity: .affirmed, cues: cues)
    }
    if let words = end(of: match, sentence, input) {
      cues.append(Cue(slot: "status", tokens: words))
      return Reading(status: .ended, isStated: true, polarity: polarity, cues: cues)
    }
    if let (status, words) = stated(relation, match.scope, without: undone, sentence, input) {
      cues.append(Cue(slot: "status", tokens: words))
      let status = isHypothetical(words, sentence) ? .possible : status
      return Reading(status: status, isStated: true, polarity: polarity, cues: cues)
    }
    if isConditional(chain, sentence) {
      return Reading(status: .possible, isStated: true, polarity: polarity, cues: cues)
    }
    let (status, isStated) = status(fromTense: match, chain, sentence)
    return Reading(status: status, isStated: isStated, polarity: polarity, cues: cues)
  }

  /// The strongest status that words in the ranges state.
  ///
  /// Of the relation's own lines the first that fits counts; of words that overlap the longest, then the
  /// relation's own.
  private func stated(
    _ relation: CompiledRelation,
    _ ranges: [TokenRange],
    without undone: TokenRange?,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput
  ) -> (ClaimStatus, TokenRange)? {
    var found: [(status: ClaimStatus, tokens: TokenRange, isOwn: Bool)] = []
    for (number, line) in (relation.statuses + rules.statuses).enumerated() {
      for match in input.lists.matches where Int(match.list) == line.list {
        let tokens = TokenRange(input.base + Int(match.start), input.base + Int(match.end))
        guard let range = ranges.first(where: { $0.contains(tokens) }),
          undone.map({ !$0.overlaps(tokens) }) ?? true, !sentence.isAside(tokens, in: range),
          !isOfMention(tokens, sentence)
        else { continue }
        found.append((line.status, tokens, number < relation.statuses.count))
      }
    }
    let telling = found.filter { one in
      !found.contains { other in
        other.status != one.status && other.tokens.overlaps(one.tokens)
          && (other.tokens.count, other.isOwn ? 1 : 0) > (one.tokens.count, one.isOwn ? 1 : 0)
      }
    }
    let own = telling.first { $0.isOwn }
    // What a relation takes for done is done, unless it has come to an end or its verb says more: `may complete`.
    let verb = own.flatMap { sentence.verb(at: $0.tokens.start) }
    let candidates = telling.filter { one in
      if own?.status != .completed { return !one.isOwn }
      return one.status == .ended
        || (verb != nil && !one.isOwn && sentence.verb(at: one.tokens.start) == verb)
    }
    let order = rules.statuses.map(\.status)
    let best = (candidates + (own.map { [$0] } ?? [])).min { left, right in
      (order.firstIndex(of: left.status) ?? 0) < (order.firstIndex(of: right.status) ?? 0)
    }
    // What is planned is done once it is completed: `closed its deal to buy X`.
    if let best, best.status == .planned,
      let closing = telling.first(where: {
        $0.status == .completed && isClosing($0.tokens, sentence)
      }),
      !telling.contains(where: {
        $0.status == .planned && $0.tokens.start <= closing.tokens.start
      })
    {
      return (.completed, closing.tokens)
    }
    return best.map { ($0.status, $0.tokens) }
  }

  /// The verb of a later clause of the sentence that tells the end of what a match says:
  /// `considered selling X, but the talks collapsed`, `bid for X but withdrew the offer`.
  private func end(
    of match: FrameMatch,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput
  ) -> TokenRange? {
    let lists = rules.statuses.filter { $0.status == .ended }.map(\.list)
    for verb in sentence.verbs {
      let group = sentence.text.verbGroups[verb]
      let position = group.head - input.base
      guard group.isFinite, group.negation == nil, group.tokens.start >= match.trigger.end,
        position >= 0, position < input.count,
        let hit = input.listMatches(at: position).last(where: { lists.contains(Int($0.list)) })
      else { continue }
      let words = TokenRange(input.base + Int(hit.start), input.base + Int(hit.end))
      if let subject = sentence.clause(of: verb)?.subject,
        isEvent(sentence.text.nounGroups[subject].head, behind: match.trigger, sentence)
      {
        return words
      }
      if group.coordinatedWith == match.verb, match.verb != nil,
        let object = sentence.phrase(at: words.end),
        isEvent(sentence.phrases[object].head, behind: match.trigger, sentence)
      {
        return words
      }
    }
    return nil
  }

  /// Whether a noun behind the words of a match refers to what they say, as one that says itself what it is of
  /// does not: `but its bid for Tern collapsed`.
  private func isEvent(_ head: Int, behind words: TokenRange, _ sentence: SentenceContext) -> Bool {
    guard head >= words.end, sentence.isWord(head, of: StageLists.eventNoun, rules),
      let phrase = sentence.phrase(at: head)
    else { return false }
    let end = sentence.phrases[phrase].tokens.end
    guard end < sentence.tokens.end,
      [.adposition, .particle].contains(sentence.text.tags[end])
    else { return true }
    return sentence.sentenceMentions.contains { _, mention in
      guard case .time? = mention.value else { return false }
      return mention.tokens.start == end + 1
    }
  }

  /// Whether a word is the head of a verb in the past that completes what was planned.
  private func isClosing(_ words: TokenRange, _ sentence: SentenceContext) -> Bool {
    guard sentence.isWord(words.start, of: StageLists.closingVerb, rules),
      let verb = sentence.verb(at: words.start)
    else { return false }
    let group = sentence.text.verbGroups[verb]
    return group.form == .past || group.isPerfect
  }

  /// The words of a negated verb that would tell an end.
  private func deniedEnd(
    _ relation: CompiledRelation,
    _ ranges: [TokenRange],
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput
  ) -> TokenRange? {
    let lists = (relation.statuses + rules.statuses).filter { $0.status == .ended }.map(\.list)
    for verb in sentence.verbs where sentence.text.verbGroups[verb].negation != nil {
      let head = sentence.text.verbGroups[verb].head
      let position = head - input.base
      guard ranges.contains(where: { $0.contains(head) }), position >= 0, position < input.count,
        let hit = input.listMatches(at: position).last(where: { lists.contains(Int($0.list)) })
      else { continue }
      return TokenRange(input.base + Int(hit.start), input.base + Int(hit.end))
    }
    return nil
  }

  /// The words of a verb that denies and is itself negated.
  private func deniedDenial(
    _ match: FrameMatch,
    _ chain: [Int],
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput
  ) -> TokenRange? {
    guard let negation = rules.negation else { return nil }
    for verb in chain where sentence.text.verbGroups[verb].negation != nil {
      let head = sentence.text.verbGroups[verb].head - input.base
      guard head >= 0, head < input.count else { continue }
      let denial = input.listMatches(at: head).first { Int($0.list) == negation }
      if let denial {
        return TokenRange(input.base + Int(denial.start), input.base + Int(denial.end))
      }
    }
    return nil
  }

  /// The first entry of a list that stands in one of the ranges, but for what a clause between their words
  /// says of something else: `orders, a part of which has not been paid, rose`.
  private func words(
    of list: Int,
    in ranges: [TokenRange],
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput
  ) -> TokenRange? {
    for range in ranges {
      for match in input.lists.matches where Int(match.list) == list {
        let tokens = TokenRange(input.base + Int(match.start), input.base + Int(match.end))
        if range.contains(tokens), !sentence.isAside(tokens, in: range),
          !isOfMention(tokens, sentence)
        {
          return tokens
        }
      }
    }
    return nil
  }

  /// Whether a word is one of a name or of a time: the `May` of `in May`, the `ended` of `the year ended May 31`.
  private func isOfMention(_ words: TokenRange, _ sentence: SentenceContext) -> Bool {
    sentence.sentenceMentions.contains { _, mention in
      if mention.type.isName, mention.tokens.contains(words) { return true }
      guard case .time? = mention.value else { return false }
      if mention.tokens.overlaps(words) { return true }
      guard mention.tokens.start == words.end, words.start > sentence.tokens.start else {
        return false
      }
      let before = sentence.token(words.start - 1).symbol
      return rules.vocabulary.classes(of: before).contains(.timeNoun)
    }
  }

  /// Whether a `would` speaks of what is only thought of: nobody says or decides it, whose `will` it would be
  /// (`it said it would`, `it would not buy, it said`).
  private func isHypothetical(_ words: TokenRange, _ sentence: SentenceContext) -> Bool {
    guard words.count == 1, sentence.isWord(words.start, of: StageLists.hypotheticalModal, rules),
      let verb = sentence.verb(at: words.start)
    else { return false }
    let clause = sentence.clause(of: verb)
    return clause?.kind != .reported && clause?.kind != .relative
      && !sentence.verbs.contains { other in
        guard sentence.text.verbGroups[other].isFinite else { return false }
        return other < verb || (other > verb && sentence.isSaying(other, rules))
      }
  }

  private func isConditional(_ chain: [Int], _ sentence: SentenceContext) -> Bool {
    chain.contains { sentence.clause(of: $0)?.kind == .conditional }
  }

  private func status(
    fromTense match: FrameMatch,
    _ chain: [Int],
    _ sentence: SentenceContext
  ) -> (ClaimStatus, Bool) {
    guard let verb = match.verb, let outermost = chain.last else { return (.completed, false) }
    let group = sentence.text.verbGroups[outermost]
    switch group.form {
    case .infinitive: return (.planned, true)
    case .present:
      if group.isPerfect { return (.completed, true) }
      if group.isProgressive { return (.planned, true) }
      return (.completed, false)
    // `said it was buying X`
    case .past: return (group.isProgressive && !group.isPerfect ? .planned : .completed, true)
    case .modal: return (.planned, true)
    case .gerund, .participle, .bare:
      return (.completed, sentence.text.verbGroups[verb].form == .participle)
    }
  }
}
