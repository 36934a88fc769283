import AverModel

/// Decides the form of a verb group from its first part and what stands before it.
struct VerbFormReader {
  let tokens: SyntaxTokens
  let range: TokenRange

  /// The form of a group; a bare participle is marked passive on the way.
  func form(of draft: inout VerbGroupDraft) -> VerbGroup.Form {
    if draft.modal != nil { return .modal }
    let verb = firstVerb(of: draft.parts) ?? draft.head
    let first = tokens[verb]
    if first.isAuxiliary {
      if first.forms.contains(.gerund) { return .gerund }
      if first.forms.isSubset(of: [.pastParticiple]), !first.forms.isEmpty { return .participle }
      if first.forms.contains(.past), !first.forms.contains(.base) { return .past }
      if first.forms == .base, first.words.contains(.beForm), !hasSubject(verb) { return .bare }
      return .present
    }
    let form = mainVerbForm(verb)
    if form == .participle { draft.isPassive = true }
    return form
  }

  private func firstVerb(of parts: VerbParts) -> Int? {
    (0..<parts.count).lazy.map { parts[$0] }.first { !tokens[$0].isNegation && isVerbal($0) }
  }

  /// Whether a noun stands right behind a verb, as in `let the companies go`.
  private func isObjectOfVerb(_ noun: Int) -> Bool {
    var before = noun - 1
    while before >= range.start, noun - before < 6,
      tokens[before].isDeterminer || tokens[before].tag == .adjective || tokens[before].isNounLike
    {
      before -= 1
    }
    guard before >= range.start, tokens[before].isVerb else { return false }
    if tokens[before].words.contains(.bareInfinitiveVerb) { return true }
    return tokens[noun].tag == .noun && !tokens[noun].isPlural
      && !tokens[before].words.contains(.reportingVerb)
  }

  /// Whether `they`, `who` or the like stands right before, so that the verb is finite.
  private func followsPronoun(_ index: Int) -> Bool {
    let before = tokens[index - 1]
    return index > range.start && before.tag == .pronoun
      && (before.words.contains(.pronoun) || before.words.contains(.relativizer))
      && (!tokens[index - 2].isVerb || tokens[index - 2].words.contains(.reportingVerb))
  }

  private func isVerbal(_ index: Int) -> Bool { tokens[index].isVerb || tokens[index].isAuxiliary }

  private func mainVerbForm(_ index: Int) -> VerbGroup.Form {
    let token = tokens[index]
    if token.tagClass == .pastParticiple, token.forms.contains(.pastParticiple) {
      return token.forms.contains(.past) && followsPronoun(index) ? .past : .participle
    }
    if token.forms.contains(.gerund) { return .gerund }
    if token.forms.contains(.thirdPerson) { return .present }
    let isPast = token.forms.contains(.past)
    let isBase = token.forms.contains(.base)
    if isPast, !isBase { return isFollowedByAgent(index) ? .participle : .past }
    // `cut`, `bid`, `put`: news tells what happened.
    if isPast { return .past }
    if isBase { return hasSubject(index) ? .present : .bare }
    return token.tagClass == .pastParticiple ? .participle : .past
  }

  /// Whether `by` and no number follows (`GitHub, bought by Microsoft`, but `rose by 5%`).
  private func isFollowedByAgent(_ index: Int) -> Bool {
    let next = tokens[index + 2]
    return tokens[index + 1].grammar == .by && tokens[index].forms.contains(.pastParticiple)
      && (next.isNounLike || next.isDeterminer || next.tag == .adjective || next.tag == .pronoun)
  }

  /// Whether a noun, name, pronoun or relativizer stands before the verb, adverbs aside.
  private func hasSubject(_ index: Int) -> Bool {
    var before = index - 1
    while before >= range.start, tokens[before].tag == .adverb || tokens[before].isNegation {
      before -= 1
    }
    guard before >= range.start else { return false }
    switch tokens[before].tag {
    case .noun, .properNoun: return !isObjectOfVerb(before)
    case .pronoun:
      return !(tokens[before - 1].isVerb && !tokens[before - 1].words.contains(.reportingVerb))
    case .numeral, .other, .determiner, .symbol: return true
    case .coordinator: return true
    case .punctuation: return tokens[before].grammar != .colon && before > range.start
    default: return tokens[before].isPossessiveMark
    }
  }
}
