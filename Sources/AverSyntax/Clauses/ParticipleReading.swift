import AverModel

/// Says when a verb without auxiliary may be read the other way: past tense or past participle.
struct ParticipleReading {
  let chart: SentenceChart

  private var tokens: SyntaxTokens { chart.tokens }

  /// Whether a verb in the past has a noun before it and a preposition behind (`a deal valued at`),
  /// so that it narrows the noun where it cannot be the verb of a clause.
  func isReducedRelative(_ verb: Int) -> Bool {
    let draft = chart.verbs[verb]
    guard isPlainPast(draft), tokens[draft.end].isPreposition,
      let noun = chart.noun(at: draft.start - 1)
    else { return false }
    let head = tokens[chart.nouns[noun].head]
    return head.tag != .numeral && !head.words.contains(.timeNoun)
  }

  /// Whether a verb in the past may be the participle of its subject: `the claims made there were`.
  func mayBeParticiple(_ verb: Int) -> Bool {
    let draft = chart.verbs[verb]
    return isPlainPast(draft) && draft.coordinatedWith == nil && !chart.isReporting(verb)
      && chart.noun(at: chart.tokenBefore(draft.start)) != nil
      && chart.noun(at: draft.end) == nil
  }

  /// Whether the participle of a clause may be the past tense: `experts raised questions`.
  func mayBePast(_ clause: ClauseDraft) -> Bool {
    guard clause.kind == .participial, clause.subject != nil, !clause.isSetOff,
      let verb = clause.verb
    else { return false }
    let draft = chart.verbs[verb]
    guard draft.form == .participle, draft.parts.count == 1,
      tokens[draft.head].forms.contains(.past), tokens[draft.end].grammar != .by
    else { return false }
    return chart.noun(at: draft.end) != nil || tokens[chart.range.last].grammar == .stop
  }

  private func isPlainPast(_ draft: VerbGroupDraft) -> Bool {
    draft.form == .past && draft.parts.count == 1
      && tokens[draft.head].forms.contains(.pastParticiple)
  }
}
