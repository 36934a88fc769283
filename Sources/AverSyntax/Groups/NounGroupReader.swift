import AverModel

/// Reads one noun group from its first token on.
struct NounGroupReader {
  private let tokens: SyntaxTokens
  private let limit: Int
  private let start: Int
  private var position: Int
  private var head: Int?
  private var end: Int

  init(tokens: SyntaxTokens, limit: Int, start: Int) {
    self.tokens = tokens
    self.limit = limit
    self.start = start
    position = start
    end = start
  }

  /// The group, or nil if no noun, name, number or pronoun comes.
  mutating func read() -> NounGroupDraft? {
    let first = tokens[start]
    if first.tag == .pronoun, !first.isDeterminer, !beginsPossessive { return pronoun() }
    while position < limit, canContinue() { take() }
    guard let head = head ?? substantivized() else { return nil }
    var draft = NounGroupDraft(tokens: TokenRange(start, max(end, head + 1)), head: head)
    if first.isDeterminer || first.tag == .pronoun {
      // `all-share deal` has none.
      draft.determiner = start == head || tokens.isInnerHyphen(start + 1) ? nil : start
    }
    if tokens[draft.tokens.end].isPossessiveMark, draft.tokens.end < limit {
      draft.isPossessive = true
      draft.tokens = TokenRange(start, draft.tokens.end + 1)
    }
    return draft
  }

  /// Whether a pronoun such as `her` stands before a noun.
  private var beginsPossessive: Bool {
    let next = tokens[start + 1]
    return tokens[start].words.contains(.determiner)
      && (next.isNounLike || next.tag == .adjective || next.tag == .numeral
        || NounGroupFinder.isModifier(tokens, start + 1))
  }

  private func pronoun() -> NounGroupDraft {
    let isPossessive = tokens[start + 1].isPossessiveMark && start + 1 < limit
    return NounGroupDraft(
      tokens: TokenRange(start, start + (isPossessive ? 2 : 1)),
      head: start,
      isPossessive: isPossessive
    )
  }

  /// The head of a group without a noun: `the unemployed`, `this`.
  private func substantivized() -> Int? {
    guard tokens[start].isDeterminer || tokens[start].tag == .pronoun else { return nil }
    if end > start + 1 { return end - 1 }
    let next = tokens[start + 1]
    return tokens[start].words.contains(.pronoun) || next.isAuxiliary || next.isVerb
      || next.isPreposition ? start : nil
  }

  private mutating func take() {
    let token = tokens[position]
    switch token.tag {
    case .noun, .properNoun, .other, .numeral:
      head = position
      end = position + 1
    case .symbol where token.grammar == .percent:
      end = position + 1
    case .adjective where head == nil, .verb where head == nil, .determiner, .pronoun:
      end = position + 1
    default: break
    }
    position += 1
  }

  /// Whether the token at the position belongs to the group.
  private func canContinue() -> Bool {
    if position == start { return true }
    let token = tokens[position]
    if tokens.isInnerHyphen(position) { return true }
    if tokens.isInnerHyphen(position - 1) { return token.tag != .auxiliary }
    switch token.tag {
    case .noun: return true
    case .properNoun, .other: return !endsWithTime()
    case .adjective: return canTakeAdjective()
    case .numeral: return canTakeNumber()
    case .determiner, .pronoun: return canTakeDeterminer()
    case .symbol:
      if token.grammar == .percent { return tokens[position - 1].tag == .numeral }
      return token.isCurrency ? head == nil || tokens[position - 1].tag == .numeral : false
    case .verb: return head == nil && NounGroupFinder.isModifier(tokens, position)
    case .adverb: return head == nil && leadsToModifier()
    case .coordinator: return joinsNameOrAdjectives()
    case .adposition:
      // `a for-profit entity`
      if head == nil, tokens.isInnerHyphen(position + 1) { return true }
      return token.grammar == .than && leadsToQuantity(position + 1)
    default: return false
    }
  }

  /// Whether the group so far is a date, after which a name begins a group of its own.
  private func endsWithTime() -> Bool {
    guard head == position - 1 else { return false }
    let last = tokens[position - 1]
    // `raised $5 million Friday`, `at a hearing Monday`
    if tokens[position].words.contains(.weekday), !last.isName { return true }
    if last.words.contains(.timeNoun) || last.words.contains(.weekday) {
      // `full-year outlook`
      return !tokens.isInnerHyphen(position - 2)
    }
    // `in 2019 Google bought …`
    return last.tag == .numeral && position - 1 == start && tokens[start - 1].isPreposition
      && tokens[start - 1].grammar != .by
  }

  private func canTakeAdjective() -> Bool {
    guard head == position - 1 else { return true }
    let last = tokens[position - 1]
    // `enterprise-grade open tools`
    if last.tag == .numeral || tokens.isInnerHyphen(position - 2) { return leadsToNoun() }
    return last.isName && leadsToNoun() && !leadsToTime()
  }

  private func canTakeNumber() -> Bool {
    let last = tokens[position - 1]
    guard head == position - 1, last.tag != .numeral else { return true }
    // `Windows 11`, `May 2019`, but not `fined Google 500 million`.
    let next = tokens[position + 1]
    return !next.isNounLike && next.tag != .numeral && next.grammar != .percent
  }

  /// Whether only determiners came so far: `all the`, `both its`.
  private func canTakeDeterminer() -> Bool {
    guard tokens[position].isDeterminer else { return false }
    return (start..<position).allSatisfy { tokens[$0].isDeterminer || tokens[$0].tag == .adverb }
  }

  /// Whether adjectives lead to a noun or name.
  private func leadsToNoun() -> Bool {
    var next = position
    while tokens[next].tag == .adjective || tokens.isInnerHyphen(next) { next += 1 }
    return next < limit && tokens[next].isNounLike
  }

  /// Whether an adjective and a time follow a name, as in `Ford last week`.
  private func leadsToTime() -> Bool {
    tokens[position + 1].words.contains(.timeNoun) && !tokens[position + 2].isNounLike
  }

  private func leadsToModifier() -> Bool {
    let next = tokens[position + 1]
    return next.tag == .adjective || next.tag == .numeral || next.isCurrency
      || NounGroupFinder.isModifier(tokens, position + 1)
  }

  private func leadsToQuantity(_ index: Int) -> Bool {
    index < limit && (tokens[index].tag == .numeral || tokens[index].isCurrency)
  }

  /// Whether `&` joins two names, or `and` two adjectives before a noun.
  private func joinsNameOrAdjectives() -> Bool {
    let last = tokens[position - 1]
    let next = tokens[position + 1]
    if tokens[position].grammar == .ampersand { return last.isNounLike && next.isNounLike }
    let isModifier = next.isVerb && NounGroupFinder.isModifier(tokens, position + 1)
    guard head == nil, last.tag == .adjective, next.tag == .adjective || isModifier else {
      return false
    }
    return tokens[position + 2].isNounLike || tokens[position + 2].tag == .adjective
  }
}
