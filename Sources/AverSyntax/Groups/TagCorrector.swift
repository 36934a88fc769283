import AverModel

/// Corrects tags that the words around them rule out: the safety nets under the tagger.
enum TagCorrector {
  /// How far an auxiliary may stand before its verb.
  private static let reach = 4

  /// Corrects the tags of all sentences.
  static func correct(
    _ tokens: inout SyntaxTokens,
    _ text: TokenizedText,
    _ lexicon: TaggerLexicon
  ) {
    for sentence in text.sentences {
      for index in sentence.tokens.indices {
        correct(index, sentence.tokens, &tokens)
      }
      MissingVerb(text: text, lexicon: lexicon).restore(sentence.tokens, &tokens)
    }
  }

  /// Corrects one tag; each step sees what the one before made of it.
  private static func correct(_ index: Int, _ range: TokenRange, _ tokens: inout SyntaxTokens) {
    correctUnknown(index, &tokens)
    correctPreposition(index, &tokens)
    correctThat(index, &tokens)
    switch tokens.tokens[index].tag {
    case .punctuation, .properNoun, .numeral, .symbol, .determiner, .interjection, .other: return
    case .verb, .adposition: correctClosedClass(index, &tokens)
    case .adverb: correctAdverb(index, &tokens)
    default: break
    }
    switch tokens.tokens[index].tag {
    case .noun, .adjective, .verb, .coordinator:
      correctNoun(index, &tokens)
      correctThirdPerson(index, &tokens)
      correctGerund(index, &tokens)
      if tokens.tokens[index].isVerb { correctMarker(index, &tokens) }
    case .pronoun, .adposition, .particle: correctMarker(index, &tokens)
    default: return
    }
    guard tokens.tokens[index].tag == .noun || tokens.tokens[index].tag == .adjective else {
      return
    }
    correctAfterMarker(index, range, &tokens)
    correctAfterPronoun(index, range, &tokens)
    correctParticiple(index, range, &tokens)
    correctPastForm(index, &tokens)
    correctReport(index, &tokens)
    correctProgressive(index, range, &tokens)
    correctControlled(index, range, &tokens)
    correctCoordinated(index, range, &tokens)
  }

  /// Words that are always the same: forms of `be`, `n't`, prepositions such as `according`.
  private static func correctClosedClass(_ index: Int, _ tokens: inout SyntaxTokens) {
    let token = tokens[index]
    if token.words.contains(.preposition), token.isVerb, token.forms.contains(.gerund) {
      set(.adposition, index, &tokens)
    }
    // `about 10 billion`, `over 500 people`
    if token.tag == .adposition, token.words.contains(.degreeAdverb),
      tokens[index + 1].tag == .numeral || tokens[index + 1].isCurrency
    {
      set(.adverb, index, &tokens)
    }
    if token.words.contains(.haveForm), token.isVerb { correctHave(index, &tokens) }
    let isBe = token.words.contains(.beForm) && !token.words.contains(.haveForm)
    if isBe, token.isVerb, token.traits.contains(.lowerCase) { set(.auxiliary, index, &tokens) }
    let isPlainModal = token.words.contains(.modal) && !token.words.contains(.haveForm)
    if isPlainModal, token.isVerb, tokens[index + 1].isVerb { set(.auxiliary, index, &tokens) }
  }

  /// `to fund the deal`: a noun between `to` and a determiner is a verb.
  private static func correctMarker(_ index: Int, _ tokens: inout SyntaxTokens) {
    let token = tokens[index]
    let next = tokens[index + 1]
    if token.tag == .pronoun, token.traits.contains(.possessive) { set(.particle, index, &tokens) }
    // `up to $4 billion` has no particle.
    if token.grammar == .up, token.tagClass == .verbParticle, next.grammar == .to {
      set(.adposition, index, &tokens)
    }
    if token.grammar == .help, token.isVerb, next.tag == .noun, next.forms.contains(.base),
      tokens[index + 2].isDeterminer
    {
      tokens.tokens[index + 1].becomeVerb()
    }
    // `to further diversify`
    if token.grammar == .to, next.tag == .adjective, next.entry.includes(.adverb),
      tokens[index + 2].isVerb, tokens[index + 2].forms.contains(.base)
    {
      set(.adverb, index + 1, &tokens)
      if token.tag == .adposition { set(.particle, index, &tokens) }
    }
    guard token.grammar == .to, token.tag == .adposition else { return }
    let verb = next.isQuote ? tokens[index + 2] : next
    if verb.isVerb, verb.forms.contains(.base) { set(.particle, index, &tokens) }
    guard next.tag == .noun, !next.isPlural,
      next.traits.contains(.lowerCase), tokens[index + 2].isDeterminer
    else { return }
    set(.particle, index, &tokens)
    tokens.tokens[index + 1].becomeVerb()
  }

  /// `has since sold`: the auxiliary and the adverb.
  private static func correctHave(_ index: Int, _ tokens: inout SyntaxTokens) {
    let next = tokens[index + 1]
    let isAdverb = next.tag == .adverb || next.words.contains(.subordinator)
    let isFloating = next.tag == .determiner && tokens[index + 2].tagClass == .pastParticiple
    var verb = isAdverb || isFloating ? index + 2 : index + 1
    // `Had it been sold`
    if next.tag == .pronoun, tokens[index].traits.contains(.sentenceStart) { verb = index + 2 }
    // `has, however, been sold`
    if next.isComma, tokens[index + 2].tag == .adverb, tokens[index + 3].isComma {
      verb = index + 4
    }
    guard tokens[verb].isVerb || tokens[verb].isAuxiliary,
      tokens[verb].forms.contains(.pastParticiple), !tokens[verb].forms.contains(.base)
    else { return }
    set(.auxiliary, index, &tokens)
    if isAdverb { set(.adverb, index + 1, &tokens) }
  }

  /// Unknown names, nouns behind a determiner, gerunds before an object.
  private static func correctNoun(_ index: Int, _ tokens: inout SyntaxTokens) {
    let token = tokens[index]
    let next = tokens[index + 1]
    if token.tag == .noun, token.entry == .none, token.traits.contains(.capitalized),
      !token.traits.contains(.inTitleCase)
    {
      let isSubject = next.isVerb || next.isAuxiliary || next.isPossessiveMark || next.isComma
      if !token.traits.contains(.sentenceStart) || (isSubject && !token.isPlural) {
        set(.properNoun, index, &tokens)
      }
    }
    let before = tokens[index - 1]
    // `Omar Haddad`
    if token.tag == .adjective, token.entry == .none, token.traits.contains(.capitalized),
      !token.traits.contains(.inTitleCase), next.isName
    {
      return set(.properNoun, index, &tokens)
    }
    // `of United Airlines`
    if token.isVerb, token.traits.contains(.capitalized), next.isName,
      !token.traits.contains(.inTitleCase),
      !token.traits.contains(.sentenceStart) || token.entry == .none,
      token.forms.isSubset(of: [.past, .pastParticiple, .gerund])
    {
      return set(.properNoun, index, &tokens)
    }
    // `pro-Beijing lawmakers`
    if token.isVerb, token.entry == .none, next.tag == .noun, token.forms == .base,
      token.traits.isDisjoint(with: [.lowerCase, .capitalized])
    {
      return set(.adjective, index, &tokens)
    }
    // `…, rose 5%`
    if token.tag == .noun, before.isComma, token.entry.includes(.verb), token.forms.contains(.past),
      next.grammar == .stop || next.tag == .numeral || next.isCurrency
    {
      tokens.tokens[index].becomeVerb()
    }
    // `renewables giant Orsted`
    if token.tag == .adjective, token.entry.includes(.noun), before.isNounLike, next.isName,
      token.traits.contains(.lowerCase)
    {
      return set(.noun, index, &tokens)
    }
    // `its chief executive,`
    if token.tag == .adjective, before.grammar == .chief, next.tag != .noun {
      return set(.noun, index, &tokens)
    }
    if token.tag == .adjective, token.entry.includes(.noun),
      before.tag == .adjective || before.isDeterminer
        || before.grammar == .hyphen,
      next.isVerb || next.isAuxiliary || next.isPreposition || next.grammar == .stop
        || (next.isComma && tokens[index + 2].tag != .adjective)
    {
      set(.noun, index, &tokens)
    }
    if token.tag == .coordinator, token.words.contains(.determiner), next.tag == .noun {
      set(.determiner, index, &tokens)
    }
    let isModified = before.tag == .adjective && tokens[index - 2].tag == .determiner
    if token.isVerb, token.forms.contains(.base), token.tagClass != .pastParticiple,
      // `Some believe`
      token.entry.includes(.noun) || !token.words.contains(.reportingVerb),
      before.isPossessiveMark || (before.isDeterminer && !before.words.contains(.pronoun))
        || (isModified && next.isNounLike) || isBehindSingular(index, tokens),
      token.traits.contains(.lowerCase)
    {
      set(.noun, index, &tokens)
    }
    let isGerund = token.forms.contains(.gerund) && token.mayBeVerb
    let isBeforeObject = next.isName || next.isDeterminer || next.isCurrency
    // `…, replacing Jane Roe`
    if isGerund, isBeforeObject, before.isComma, !token.isVerb, token.traits.contains(.lowerCase) {
      return tokens.tokens[index].becomeVerb()
    }
    guard token.tag == .noun, isGerund else { return }
    let isControlled = before.isVerb && before.words.contains(.controlWord)
    if token.traits.contains(.sentenceStart)
      ? isBeforeObject : isControlled && (!next.isNounLike || next.isPlural)
    {
      tokens.tokens[index].becomeVerb()
    }
  }

  /// `bought a majority stake`: a base form has no singular noun as its subject, but behind verbs such as
  /// `let` and `demand`.
  private static func isBehindSingular(_ index: Int, _ tokens: SyntaxTokens) -> Bool {
    let before = tokens[index - 1]
    let opener = tokens[index - 3]
    // `said cloud rival Google …`
    let last = tokens[index - 2]
    let isBeforeName =
      tokens[index + 1].isName && tokens[index].forms == .base
      && tokens[index].words.isDisjoint(with: [.reportingVerb, .controlWord])
      && (last.isVerb || last.isPreposition) && !last.words.contains(.bareInfinitiveVerb)
    guard before.tag == .noun, !before.isPlural, last.tag == .determiner || isBeforeName else {
      return false
    }
    if isBeforeName { return true }
    // `people close to the firm say that …`
    let next = tokens[index + 1]
    if tokens[index].words.contains(.reportingVerb),
      next.grammar == .that || next.isName || next.isDeterminer || next.tag == .pronoun
    {
      return false
    }
    let isOpen =
      opener.isVerb && opener.words.isDisjoint(with: [.bareInfinitiveVerb, .reportingVerb])
    return isOpen || opener.isPreposition
  }

  /// What follows `to` before a verb, or a modal, is a verb: `to fund`, `will purchase`.
  private static func correctAfterMarker(
    _ index: Int,
    _ range: TokenRange,
    _ tokens: inout SyntaxTokens
  ) {
    let token = tokens[index]
    guard index > range.start, token.tag == .noun || token.tag == .adjective else { return }
    guard token.forms.contains(.base) || token.entry == .none else { return }
    // `exposed to sexually explicit material`
    if token.tag == .adjective, tokens[index + 1].isNounLike, !token.entry.includes(.verb) {
      return
    }
    var before = index - 1
    while before > range.start, index - before < reach,
      tokens[before].tag == .adverb || tokens[before].isNegation
    {
      before -= 1
    }
    let marker = tokens[before]
    let isInfinitive = marker.grammar == .to && marker.tag == .particle
    let isModal =
      marker.isAuxiliary && (marker.words.contains(.modal) || marker.words.contains(.doForm))
      && !marker.words.contains(.haveForm)
    // `we will partner with`: no noun follows a modal, but in a question.
    let subject = tokens[before - 1]
    let isBehindSubject =
      before > range.start && (subject.isNounLike || subject.words.contains(.pronoun))
    let isCertain =
      isModal && isBehindSubject && token.tag == .noun && token.traits.contains(.lowerCase)
    guard isInfinitive || isModal, token.mayBeVerb || (isCertain && !token.isPlural) else { return }
    tokens.tokens[index].becomeVerb()
  }

  /// What follows `he` or `which` and looks like a verb is one: `he plans to`, `who heads`.
  private static func correctAfterPronoun(
    _ index: Int,
    _ range: TokenRange,
    _ tokens: inout SyntaxTokens
  ) {
    let token = tokens[index]
    // `that vastly outstrips`
    let isBehindAdverb = tokens[index - 1].tag == .adverb
    let before = tokens[isBehindAdverb ? index - 2 : index - 1]
    let isRelative = isBehindAdverb && before.grammar == .that
    guard index > range.start, token.tag == .noun, token.traits.contains(.lowerCase),
      before.tag == .pronoun, before.words.contains(.pronoun),
      isRelative || !before.words.contains(.determiner)
    else { return }
    let next = tokens[index + 1]
    guard !next.isAuxiliary, !next.isVerb else { return }
    let isKnown = token.entry.includes(.verb)
    let isUnknown = before.grammar == .who || token.entry == .none
    guard isKnown || (isUnknown && token.isPlural && !next.isNounLike) else { return }
    tokens.tokens[index].becomeVerb()
    // `who steps down`, though the lexicon knows steps only as nouns
    if !isKnown { tokens.tokens[index].forms = .thirdPerson }
    let behind = tokens[index + 2]
    if next.isPreposition, next.words.contains(.particle),
      behind.isPreposition || behind.isComma || behind.grammar == .stop
    {
      set(.verbParticle, index + 1, &tokens)
    }
  }

  /// An adjective or noun that is a past participle behind its auxiliary: `was re-elected`.
  private static func correctParticiple(
    _ index: Int,
    _ range: TokenRange,
    _ tokens: inout SyntaxTokens
  ) {
    let token = tokens[index]
    guard token.tag == .adjective || token.tag == .noun, token.forms.contains(.pastParticiple)
    else {
      return
    }
    var before = index - 1
    while before > range.start, index - before < reach,
      tokens[before].tag == .adverb || tokens[before].isNegation || tokens[before].isQuote
    {
      before -= 1
    }
    let auxiliary = tokens[before]
    guard before >= range.start, auxiliary.isAuxiliary else { return }
    let isKnownAdjective = token.entry.includes(.adjective) || token.entry.includes(.noun)
    if auxiliary.words.contains(.beForm) {
      let isPassive =
        tokens[index + 1].grammar == .by || auxiliary.grammar == .being
        || (tokens[index + 1].isPreposition && isTime(tokens[index + 2]))
      guard isPassive || (token.tag == .adjective && !isKnownAdjective) else { return }
    } else if !auxiliary.words.contains(.haveForm) {
      guard !auxiliary.words.contains(.modal), !auxiliary.words.contains(.doForm) else { return }
    }
    tokens.tokens[index].becomeVerb(isParticiple: true)
  }

  /// Whether a token begins a date: `was closed in May`, `was built in 1998`.
  private static func isTime(_ token: SyntaxToken) -> Bool {
    token.words.contains(.month) || token.words.contains(.weekday) || token.tag == .numeral
  }

  static func set(_ tagClass: TagClass, _ index: Int, _ tokens: inout SyntaxTokens) {
    tokens.tokens[index].tag = tagClass.partOfSpeech
    tokens.tokens[index].tagClass = tagClass
  }
}
