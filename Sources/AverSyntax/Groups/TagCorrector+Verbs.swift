import AverModel

/// Verbs that the tagger took for nouns or adjectives, told by what stands before and behind them.
extension TagCorrector {
  /// How many tokens are looked at on either side for another verb, so that time stays linear.
  private static let horizon = 40

  /// `is undergoing repairs`, `is also urging the bank`: a gerund between `be` and an object.
  static func correctProgressive(
    _ index: Int,
    _ range: TokenRange,
    _ tokens: inout SyntaxTokens
  ) {
    let token = tokens[index]
    guard token.tag == .noun || token.tag == .adjective, token.forms.contains(.gerund),
      !token.forms.contains(.base), index > range.start
    else { return }
    let before = tokens[index - 1].tag == .adverb ? index - 2 : index - 1
    guard before >= range.start, tokens[before].isAuxiliary,
      tokens[before].words.contains(.beForm)
    else { return }
    let next = tokens[index + 1]
    let isBeforeGroup = next.isDeterminer || next.isName || next.tag == .pronoun
    // `is exciting news`
    guard isBeforeGroup || (next.tag == .noun && !token.entry.includes(.adjective)) else { return }
    tokens.tokens[index].becomeVerb()
  }

  /// What a verb controls: `is to field questions`, `tried to court voters`, and `the group plans to
  /// hire`, unless the sentence has another verb for the group.
  static func correctControlled(
    _ index: Int,
    _ range: TokenRange,
    _ tokens: inout SyntaxTokens
  ) {
    let token = tokens[index]
    guard token.tag == .noun, token.traits.contains(.lowerCase), index > range.start else { return }
    let before = tokens[index - 1]
    let next = tokens[index + 1]
    if before.grammar == .to, token.forms.contains(.base), !token.isPlural {
      let controller = tokens[index - 2]
      // `hoping to resume flights`
      let isCertain = controller.isVerb && controller.words.contains(.infinitiveVerb)
      let isControlled =
        isCertain
        || (controller.isVerb && controller.words.contains(.controlWord) && token.mayBeVerb)
        || (controller.isAuxiliary && controller.words.contains(.beForm))
      let isBeforeObject =
        next.isDeterminer || next.isName || next.tag == .pronoun || next.tag == .numeral
        || (next.tag == .noun && next.isPlural)
        || (isCertain && !next.isVerb && !next.isAuxiliary)
        || (token.entry == .none && (next.grammar == .stop || next.isComma || next.isPreposition))
      guard index - 2 >= range.start, isControlled, isBeforeObject else { return }
      set(.particle, index - 1, &tokens)
      tokens.tokens[index].becomeVerb()
    } else if token.forms.contains(.thirdPerson), token.words.contains(.infinitiveVerb),
      before.isCoordinator, next.grammar == .to, mayBeInfinitive(tokens[index + 2])
    {
      // `adjusts to a new chief and tries to scale`
      tokens.tokens[index].becomeVerb()
      set(.particle, index + 1, &tokens)
    } else if token.forms.contains(.base), !token.isPlural, token.words.contains(.controlWord),
      before.tag == .noun || before.isName, before.isPlural, next.grammar == .to,
      mayBeInfinitive(tokens[index + 2]), !isFollowedByFiniteVerb(index, range, tokens)
    {
      // `as funds look to expand`
      tokens.tokens[index].becomeVerb()
      set(.particle, index + 1, &tokens)
    } else if token.forms.contains(.thirdPerson), token.words.contains(.controlWord),
      next.grammar == .to, mayBeInfinitive(tokens[index + 2]),
      hasSubjectWithoutVerb(index, range, tokens)
    {
      tokens.tokens[index].becomeVerb()
      set(.particle, index + 1, &tokens)
    }
  }

  private static func mayBeInfinitive(_ token: SyntaxToken) -> Bool {
    guard token.forms.contains(.base), !token.isPlural else { return false }
    return token.isVerb || (token.tag == .noun && token.entry == .none)
  }

  /// `to hire engineers and open an office`: a base form between a conjunction and an object, behind an
  /// infinitive or a modal.
  static func correctCoordinated(
    _ index: Int,
    _ range: TokenRange,
    _ tokens: inout SyntaxTokens
  ) {
    let token = tokens[index]
    let next = tokens[index + 1]
    guard token.tag == .noun || token.tag == .adjective, index > range.start,
      tokens[index - 1].isCoordinator, token.forms.contains(.base), token.entry.includes(.verb),
      next.isDeterminer || next.tag == .numeral
    else { return }
    let first = max(range.start, index - horizon)
    let isBehindInfinitive = (first..<(index - 1)).contains { other in
      let marker = tokens[other]
      return (marker.grammar == .to && marker.tag == .particle)
        || (marker.isAuxiliary && marker.words.contains(.modal))
    }
    guard isBehindInfinitive else { return }
    tokens.tokens[index].becomeVerb()
  }

  /// Whether a noun group stands right before a word, begins a clause, and has no other verb behind.
  private static func hasSubjectWithoutVerb(
    _ index: Int,
    _ range: TokenRange,
    _ tokens: SyntaxTokens
  ) -> Bool {
    var before = index - 1
    // `its chairman, Maria Rossi, plans to …`
    let isSetOff = tokens[before].isComma
    if isSetOff { before -= 1 }
    let head = tokens[before]
    // `Tata Motors plans to …`: a name that ends in s may be one.
    guard before >= range.start, !head.isPlural || head.isName,
      head.isNounLike || (head.tag == .adjective && head.entry.includes(.noun))
    else { return false }
    let first = max(range.start, index - horizon)
    while before >= first, isPartOfGroup(tokens[before]) { before -= 1 }
    let opener = tokens[before]
    let beginsClause =
      before < range.start || opener.isCoordinator || opener.isComma || opener.isQuote
      || opener.tag == .subordinator || opener.words.contains(.reportingVerb)
    guard beginsClause, !isSetOff || opener.isComma else { return false }
    return !isFollowedByFiniteVerb(index, range, tokens)
  }

  private static func isPartOfGroup(_ token: SyntaxToken) -> Bool {
    token.isNounLike || token.isDeterminer || token.isPossessiveMark || token.tag == .adjective
      || token.tag == .numeral
  }

  /// Whether a finite verb comes before the next comma, conjunction or subordinator.
  private static func isFollowedByFiniteVerb(
    _ index: Int,
    _ range: TokenRange,
    _ tokens: SyntaxTokens
  ) -> Bool {
    var next = index + 3
    let end = min(range.end, index + horizon)
    while next < end, !tokens[next].isComma, !tokens[next].isCoordinator,
      tokens[next].tag != .subordinator, !tokens[next].words.contains(.relativizer)
    {
      let token = tokens[next]
      if token.isAuxiliary || (token.isVerb && tokens[next - 1].grammar != .to) {
        return !token.forms.contains(.gerund) && token.tagClass != .pastParticiple
      }
      next += 1
    }
    return false
  }
}
