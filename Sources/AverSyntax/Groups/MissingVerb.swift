import AverModel

/// Finds the verb of a sentence in which the tagger saw none: `Google Buys Wiz`, where capitals
/// make every word look like a name.
struct MissingVerb {
  let text: TokenizedText
  let lexicon: TaggerLexicon

  /// Makes the likeliest word of a sentence a verb, if it has no finite verb.
  func restore(_ range: TokenRange, _ tokens: inout SyntaxTokens) {
    guard range.count > 2, !hasFiniteVerb(range, tokens) else { return }
    let bytes = text.clean.bytes.span
    for index in (range.start + 1)..<range.end where mayStandHere(index, range, tokens) {
      let form = form(of: index, tokens, bytes)
      guard !form.isEmpty else { continue }
      tokens.tokens[index].becomeVerb()
      tokens.tokens[index].forms = form
      return
    }
  }

  private func hasFiniteVerb(_ range: TokenRange, _ tokens: SyntaxTokens) -> Bool {
    range.indices.contains { index in
      let token = tokens[index]
      if tokens[index - 1].grammar == .to { return false }
      if token.isAuxiliary { return true }
      // `Founded in 1921, Acme employs …`
      if index == range.start, token.forms.contains(.pastParticiple),
        tokens[index + 1].isPreposition
      {
        return false
      }
      return token.isVerb && token.tagClass != .pastParticiple && !token.forms.contains(.gerund)
    }
  }

  /// Whether a noun stands before, and something that can follow a verb behind.
  private func mayStandHere(_ index: Int, _ range: TokenRange, _ tokens: SyntaxTokens) -> Bool {
    let token = tokens[index]
    guard token.isNounLike || token.tag == .adjective,
      isSubjectBefore(index, range, tokens)
    else { return false }
    let next = tokens[index + 1]
    guard index + 1 < range.end else { return false }
    // `Shares rose.`
    if next.grammar == .stop {
      return token.entry.verbForms.contains(.past) || isUnknownPast(token)
    }
    return next.isName || next.isDeterminer || next.tag == .numeral || next.isCurrency
      || next.tag == .adposition || next.tag == .adjective || next.tag == .pronoun
      || next.tag == .adverb || (next.grammar == .to && tokens[index + 2].isVerb)
      || (next.tag == .noun
        && (token.traits.contains(.inTitleCase) || isKnownPast(token) || isUnknownPast(token)
          || isKnownThird(index, tokens)))
  }

  /// Whether a noun stands before the word or, after a comma or not, before its adverb: `Marlin, a fund,
  /// reportedly plans`.
  private func isSubjectBefore(_ index: Int, _ range: TokenRange, _ tokens: SyntaxTokens) -> Bool {
    var before = index - 1
    guard tokens[before].tag == .adverb else { return tokens[before].isNounLike }
    while before > range.start, tokens[before].tag == .adverb { before -= 1 }
    if tokens[before].isComma, before > range.start { before -= 1 }
    return tokens[before].isNounLike
  }

  /// `The sale surprised analysts`: a past form that may be an adjective, too.
  private func isKnownPast(_ token: SyntaxToken) -> Bool {
    token.tag == .adjective && token.entry.verbForms.contains(.past)
  }

  /// `Mercor earns revenue`: a form in -s that the lexicon knows as a verb, behind a name.
  private func isKnownThird(_ index: Int, _ tokens: SyntaxTokens) -> Bool {
    tokens[index].isPlural && tokens[index].entry.verbForms.contains(.thirdPerson)
      && tokens[index - 1].isName && !tokens[index + 2].isNounLike
  }

  /// `Jane Roe resigned.`: no word of the lexicon, but it ends as a past form does.
  private func isUnknownPast(_ token: SyntaxToken) -> Bool {
    token.entry == .none && token.forms.contains(.past) && token.traits.contains(.lowerCase)
  }

  /// The finite forms that the word may be; empty if it is no verb.
  private func form(of index: Int, _ tokens: SyntaxTokens, _ bytes: Span<UInt8>) -> VerbFormSet {
    let token = tokens[index]
    let range = text.tokens[index].range
    if token.entry.includes(.verb) {
      let finite = token.entry.verbForms.intersection([.thirdPerson, .past])
      if !finite.isEmpty { return finite }
      return tokens[index - 1].isPlural ? token.entry.verbForms.intersection(.base) : []
    }
    if isUnknownPast(token) { return .past }
    let next = tokens[index + 1]
    let isBeforeObject = next.isName || next.isDeterminer || next.tag == .numeral || next.isCurrency
    guard token.entry == .none || isBeforeObject, token.isPlural, range.count > 3 else { return [] }
    let stems = [range.end - 1, range.end - 2]
    let isKnown = stems.contains { end in
      lexicon.entry(of: WordFeatures(of: bytes, range.start, end).hash).includes(.verb)
    }
    return isKnown ? .thirdPerson : []
  }
}
