import AverModel

/// Words whose tag their looks rule out, or their neighbours.
extension TagCorrector {
  /// Names and unknown words that were taken for small words, and adverbs taken for verbs.
  static func correctUnknown(_ index: Int, _ tokens: inout SyntaxTokens) {
    let token = tokens.tokens[index]
    guard token.tag == .adposition || token.tag == .adverb || token.isVerb,
      !token.traits.contains(.inTitleCase)
    else { return }
    if token.isVerb {
      if isNameLikeVerb(index, tokens) { return set(.properNoun, index, &tokens) }
      // `vastly outstrips`
      let isAdverb =
        token.isAdverbial && token.entry == .none && tokens[index + 1].tag != .determiner
      return isAdverb ? set(.adverb, index, &tokens) : ()
    }
    let isSmallWord =
      !token.words.isDisjoint(with: [.preposition, .subordinator, .particle, .degreeAdverb])
    guard !isSmallWord, !token.isAdverbial else { return }
    if token.traits.contains(.capitalized) {
      // `posted on X that …`, `Anysphere famously hit …`
      let isUnknown = token.tag == .adposition || token.entry == .none
      let next = tokens[index + 1]
      let isSubject =
        next.isVerb || next.isAuxiliary || next.isPossessiveMark || next.tag == .adverb
      let isStart = token.traits.contains(.sentenceStart)
      guard isUnknown, !isStart || (token.entry == .none && isSubject) else { return }
      set(.properNoun, index, &tokens)
    } else if token.tag == .adposition, token.entry == .none, token.traits.contains(.lowerCase) {
      set(.noun, index, &tokens)
    }
  }

  /// `amid sustained attacks`: what is only a preposition, as far as lists and lexicon know.
  static func correctPreposition(_ index: Int, _ tokens: inout SyntaxTokens) {
    let token = tokens.tokens[index]
    guard token.tag == .noun || token.tag == .adjective || token.isVerb,
      token.words.contains(.preposition), token.traits.contains(.lowerCase),
      !token.entry.includes(.noun), !token.entry.includes(.adjective),
      !token.entry.includes(.verb), token.forms.isEmpty || token.entry == .none,
      !token.words.contains(.degreeAdverb)
    else { return }
    set(.adposition, index, &tokens)
  }

  /// `suggests that smaller firms could …`: no plural has `that` as its determiner.
  static func correctThat(_ index: Int, _ tokens: inout SyntaxTokens) {
    let token = tokens.tokens[index]
    guard token.grammar == .that, token.tag == .determiner, tokens[index - 1].isVerb,
      tokens[index - 1].words.contains(.reportingVerb)
    else { return }
    var head = index + 1
    while tokens[head].tag == .adjective || tokens[head].isComma || tokens.isInnerHyphen(head)
      || tokens.isInnerHyphen(head - 1) || tokens.isInnerHyphen(head + 1)
    {
      head += 1
    }
    if tokens[head].tag == .noun, tokens[head].isPlural { set(.subordinator, index, &tokens) }
  }

  /// `SoftBank, Thrive Capital and …`: a capital inside a sentence, where no quotation begins.
  private static func isNameLikeVerb(_ index: Int, _ tokens: SyntaxTokens) -> Bool {
    let token = tokens[index]
    let before = tokens[index - 1]
    guard token.traits.contains(.capitalized), !token.traits.contains(.allCapitals),
      token.traits.isDisjoint(with: [.sentenceStart, .inTitleCase])
    else { return false }
    return before.isComma
      || (before.tag != .punctuation && before.tag != .pronoun && before.tag != .particle
        && !before.isAuxiliary && !before.isQuote)
  }

  /// `a Series C round led by Alder`: an adverb between a noun of a group and what follows a group.
  static func correctAdverb(_ index: Int, _ tokens: inout SyntaxTokens) {
    let token = tokens[index]
    let next = tokens[index + 1]
    if token.entry.includes(.noun), tokens[index - 1].tag == .numeral, tokens[index - 3].isCurrency,
      token.words.isDisjoint(with: [.particle, .timeNoun, .preposition, .degreeAdverb]),
      next.isPreposition || next.isVerb || next.isAuxiliary
    {
      return set(.noun, index, &tokens)
    }
    guard token.entry.includes(.noun), token.traits.contains(.lowerCase),
      token.words.isDisjoint(with: [.particle, .timeNoun, .preposition]),
      tokens[index - 1].isNounLike,
      next.isVerb || next.isAuxiliary
        || (!tokens[index - 1].isPlural && (next.isComma || next.grammar == .stop))
    else { return }
    let opener = tokens[index - 2]
    guard
      opener.isDeterminer || opener.tag == .adjective
        || (opener.isNounLike && tokens[index - 3].isDeterminer)
    else { return }
    set(.noun, index, &tokens)
  }

  /// Nouns that look like verbs in the third person: `with offers valuing`, `has multiple offers`.
  static func correctThirdPerson(_ index: Int, _ tokens: inout SyntaxTokens) {
    let token = tokens[index]
    guard token.isVerb, token.isPlural, token.forms.isSubset(of: .thirdPerson),
      token.traits.contains(.lowerCase)
    else { return }
    let before = tokens[index - 1]
    let isModified =
      before.tag == .adjective
      && (tokens[index - 2].isVerb || tokens[index - 2].isPreposition
        || tokens[index - 2].words.contains(.haveForm) || tokens[index - 2].isPossessiveMark)
    let isOwned = before.isDeterminer && !before.words.contains(.pronoun)
    let isBehindNoNoun =
      isOwned || before.isPreposition || before.tagClass == .verbParticle || before.tag == .numeral
    guard
      isModified || before.isPossessiveMark
        || (isBehindNoNoun && token.entry.includes(.noun))
    else { return }
    set(.noun, index, &tokens)
  }

  /// `to raise funding at …`, `data labeling firms`: gerunds that name something.
  static func correctGerund(_ index: Int, _ tokens: inout SyntaxTokens) {
    let token = tokens[index]
    guard token.isVerb, token.forms.contains(.gerund),
      !token.traits.isDisjoint(with: [.lowerCase, .sentenceStart])
    else { return }
    let before = tokens[index - 1]
    let next = tokens[index + 1]
    if token.entry.includes(.noun), next.isPreposition, isSubjectAtStart(index, tokens) {
      return set(.noun, index, &tokens)
    }
    let isObject =
      before.isVerb && token.entry.includes(.noun) && !token.entry.includes(.verb)
      && before.words.isDisjoint(with: [.controlWord, .bareInfinitiveVerb, .beForm])
      && (next.isPreposition || next.isComma || next.grammar == .stop || next.isCoordinator)
    if isObject { return set(.noun, index, &tokens) }
    guard before.tag == .noun, !before.isPlural, next.tag == .noun, next.isPlural else { return }
    var opener = index - 2
    while tokens[opener].tag == .adjective || tokens[opener].tag == .noun { opener -= 1 }
    // `with demand driving sales` is a clause.
    guard tokens[opener].grammar != .with,
      tokens[opener].isVerb || tokens[opener].isPreposition || tokens[opener].isCoordinator
    else { return }
    set(.noun, index, &tokens)
  }

  /// Whether a word opens its sentence and a finite verb follows before any comma: `Funding in Europe has
  /// doubled`, but `Speaking in Paris, he said`.
  private static func isSubjectAtStart(_ index: Int, _ tokens: SyntaxTokens) -> Bool {
    guard tokens[index].traits.contains(.sentenceStart) else { return false }
    for next in (index + 2)..<(index + 12) {
      let token = tokens[next]
      if token.isAuxiliary { return true }
      if token.tag == .punctuation || token.tag == .pronoun || token.tag == .subordinator {
        return false
      }
      if token.isVerb, token.tagClass != .pastParticiple, !token.forms.contains(.gerund) {
        return tokens[next - 1].grammar != .to
      }
    }
    return false
  }

  /// `Critics fear Anthropic will …`: a noun of saying behind a plural, with a group behind it.
  static func correctReport(_ index: Int, _ tokens: inout SyntaxTokens) {
    let token = tokens[index]
    let before = tokens[index - 1]
    let next = tokens[index + 1]
    guard token.tag == .noun, token.words.contains(.reportingVerb), token.forms.contains(.base),
      !token.isPlural, token.traits.contains(.lowerCase), before.tag == .noun, before.isPlural,
      next.isName || next.isDeterminer || next.tag == .pronoun
    else { return }
    tokens.tokens[index].becomeVerb()
  }

  /// `Brendan Foody posted on X`: an adjective in -ed right behind a name, with no noun behind it.
  static func correctPastForm(_ index: Int, _ tokens: inout SyntaxTokens) {
    let token = tokens[index]
    let next = tokens[index + 1]
    guard token.tag == .adjective, token.forms.contains(.past), token.traits.contains(.lowerCase),
      tokens[index - 1].isName,
      next.isPreposition || next.isDeterminer || next.isName || next.tag == .pronoun
    else { return }
    tokens.tokens[index].becomeVerb()
  }
}
