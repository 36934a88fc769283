import AverModel

/// Finds the flat noun groups of a sentence: `the British rival BOC`, `its $13 billion stake`.
struct NounGroupFinder {
  let tokens: SyntaxTokens
  let range: TokenRange

  func groups() -> [NounGroupDraft] {
    var result: [NounGroupDraft] = []
    result.reserveCapacity(range.count / 3 + 1)
    var position = range.start
    while position < range.end {
      if let draft = group(at: position) {
        result.append(draft)
        position = draft.tokens.end
      } else {
        position += 1
      }
    }
    return result
  }

  /// Whether a participle stands before its noun (`the proposed deal`), so that it is no verb here.
  static func isModifier(_ tokens: SyntaxTokens, _ index: Int) -> Bool {
    let token = tokens[index]
    guard token.isVerb else { return false }
    if tokens.isInnerHyphen(index - 1) || tokens.isInnerHyphen(index + 1) { return true }
    let isParticiple = token.mayBePastParticiple && !token.forms.contains(.base)
    guard isParticiple || token.forms.contains(.gerund) else { return false }
    let next = tokens[index + 1]
    guard next.isNounLike || next.tag == .adjective || next.tag == .numeral || next.isCurrency
    else { return false }
    var before = index - 1
    while tokens[before].tag == .adverb || tokens[before].tag == .adjective { before -= 1 }
    let opener = tokens[before]
    // `from existing investors`
    if next.tag == .noun, token.words.contains(.participialAdjective), !opener.isAuxiliary {
      return true
    }
    if opener.isDeterminer || opener.isPossessiveMark || opener.tag == .numeral { return true }
    // No past participle follows a preposition or a full verb but as part of a noun group.
    guard token.tagClass == .pastParticiple, before == index - 1 else { return false }
    return opener.isPreposition || (opener.isVerb && next.isNounLike)
  }

  private func group(at start: Int) -> NounGroupDraft? {
    guard canBegin(start) else { return nil }
    var reader = NounGroupReader(tokens: tokens, limit: range.end, start: start)
    return reader.read()
  }

  private func canBegin(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.tag {
    case .determiner: return !isRelativizer(index)
    case .pronoun: return !isRelativizer(index)
    case .adjective, .numeral, .noun, .properNoun, .other: return true
    case .symbol: return token.isCurrency
    case .adverb: return introducesQuantity(index)
    case .verb: return Self.isModifier(tokens, index)
    default: return false
    }
  }

  /// Whether `which`, `who` or `that` here joins a clause instead of naming something.
  private func isRelativizer(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.words.contains(.relativizer), !token.words.contains(.determiner) || isThat(index)
    else { return false }
    return true
  }

  private func isThat(_ index: Int) -> Bool {
    guard tokens[index].grammar == .that else { return false }
    guard tokens[index].tag == .pronoun else { return false }
    let next = tokens[index + 1]
    let before = tokens[index - 1]
    let isBeforeVerb = next.isVerb || next.isAuxiliary || next.tag == .adverb
    return !isBeforeVerb || before.isNounLike || before.tag == .numeral || before.isComma
  }

  /// Whether an adverb stands before a quantity or a modified noun: `about 5 %`, `very large`.
  private func introducesQuantity(_ index: Int) -> Bool {
    let next = tokens[index + 1]
    if next.tag == .numeral || next.isCurrency { return true }
    guard next.tag == .adjective else { return false }
    var after = index + 2
    while tokens[after].tag == .adjective { after += 1 }
    return after < range.end && tokens[after].isNounLike
  }
}
