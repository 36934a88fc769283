import AverModel

/// Says when a verb without auxiliary may be read the other way: past tense or past participle.
struct ParticipleReading {
  let chart: SentenceChart

  private var tokens: SyntaxTokens { chart.tokens }

  /// Whether a verb in the past has a noun before it and a preposition behind (`a deal valued at`),
  /// so that it narrows the noun where it cannot be the verb of a clause.
  func isReducedRelative(_ verb: Int) -> Bool {
    let draft = chart.verbs[verb]
    let isSetOff = tokens[draft.start - 1].isComma
    guard isPlainPast(draft), tokens[draft.end].isPreposition,
      let noun = chart.noun(at: isSetOff ? draft.start - 2 : draft.start - 1)
    else { return false }
    let head = tokens[chart.nouns[noun].head]
    // `ARX Robotics, headquartered near Munich, …`
    if isSetOff { return head.isName && tokens[draft.head].entry == .none }
    return head.tag != .numeral && !head.words.contains(.timeNoun)
  }

  /// Whether a verb in the past only says which period is meant: `for the quarter ended March 31`.
  func endsPeriod(_ verb: Int) -> Bool {
    let draft = chart.verbs[verb]
    guard isPlainPast(draft), tokens[draft.end].words.contains(.month),
      let noun = chart.noun(at: draft.start - 1)
    else { return false }
    return tokens[chart.nouns[noun].head].words.contains(.timeNoun)
  }

  /// Whether a verb in the past may be the participle of its subject: `the claims made there were`.
  func mayBeParticiple(_ verb: Int) -> Bool {
    let draft = chart.verbs[verb]
    guard isPlainPast(draft), draft.coordinatedWith == nil else { return false }
    // `the plan, announced last week, drew criticism`
    let isSetOff = tokens[draft.start - 1].isComma
    let before = isSetOff ? draft.start - 2 : chart.tokenBefore(draft.start)
    guard chart.noun(at: before) != nil, isSetOff || !chart.isReporting(verb) else { return false }
    guard let object = chart.noun(at: draft.end) else { return true }
    return isSetOff && tokens[chart.nouns[object].head].words.contains(.timeNoun)
  }

  /// Whether the participle of a clause may be the past tense: `experts raised questions`.
  func mayBePast(_ clause: ClauseDraft) -> Bool {
    guard clause.kind == .participial, let subject = clause.subject, let verb = clause.verb,
      !clause.isSetOff || closesApposition(of: subject, before: verb)
    else { return false }
    let draft = chart.verbs[verb]
    guard draft.form == .participle, draft.parts.count == 1,
      tokens[draft.head].forms.contains(.past), tokens[draft.end].grammar != .by
    else { return false }
    return chart.noun(at: draft.end) != nil || tokens[chart.range.last].grammar == .stop
  }

  /// Whether an apposition of a subject ends right before a verb: `Ann Roe, head of sales, told analysts`.
  private func closesApposition(of subject: Int, before verb: Int) -> Bool {
    let comma = chart.tokenBefore(chart.verbs[verb].start)
    guard tokens[comma].isComma, let noun = chart.noun(at: comma - 1) else { return false }
    return chart.setOff(noun) == subject
  }

  private func isPlainPast(_ draft: VerbGroupDraft) -> Bool {
    draft.form == .past && draft.parts.count == 1
      && tokens[draft.head].forms.contains(.pastParticiple)
  }
}
