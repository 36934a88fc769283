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
    for verb in chain {
      guard let negation = sentence.text.verbGroups[verb].negation else { continue }
      polarity = .negated
      cues.append(Cue(slot: "polarity", tokens: TokenRange(negation, negation + 1)))
      break
    }
    if polarity == .affirmed, let negation = rules.negation,
      let words = words(of: negation, in: match.scope, sentence, input)
    {
      polarity = .negated
      cues.append(Cue(slot: "polarity", tokens: words))
    }
    for (status, list) in relation.statuses + rules.statuses {
      if let words = words(of: list, in: match.scope, sentence, input) {
        cues.append(Cue(slot: "status", tokens: words))
        let status = isHypothetical(words, sentence) ? .possible : status
        return Reading(status: status, isStated: true, polarity: polarity, cues: cues)
      }
    }
    if isConditional(chain, sentence) {
      return Reading(status: .possible, isStated: true, polarity: polarity, cues: cues)
    }
    let (status, isStated) = status(fromTense: match, chain, sentence)
    return Reading(status: status, isStated: isStated, polarity: polarity, cues: cues)
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
        if range.contains(tokens), !sentence.isAside(tokens, in: range), !isTime(tokens, sentence) {
          return tokens
        }
      }
    }
    return nil
  }

  /// Whether a word is one of a time: the `May` of `in May`.
  private func isTime(_ words: TokenRange, _ sentence: SentenceContext) -> Bool {
    sentence.sentenceMentions.contains { _, mention in
      guard case .time? = mention.value else { return false }
      return mention.tokens.overlaps(words)
    }
  }

  /// Whether a `would` speaks of what is only thought of: no verb of saying or deciding stands before it,
  /// whose `will` it would be (`it said it would`).
  private func isHypothetical(_ words: TokenRange, _ sentence: SentenceContext) -> Bool {
    let would = rules.vocabulary.symbol(of: "would")
    guard words.count == 1, sentence.token(words.start).symbol == would, would.isKnown,
      let verb = sentence.verb(at: words.start)
    else { return false }
    let clause = sentence.clause(of: verb)
    return clause?.kind != .reported && clause?.kind != .relative
      && !sentence.verbs.contains {
        $0 < verb && sentence.text.verbGroups[$0].isFinite
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
    case .past: return (.completed, true)
    case .modal: return (.planned, true)
    case .gerund, .participle, .bare:
      return (.completed, sentence.text.verbGroups[verb].form == .participle)
    }
  }
}
