import AverModel
import AverRules

/// Frames whose trigger is a verb.
extension FrameMatcher {
  func matchVerb(
    _ frame: CompiledFrame,
    _ relation: CompiledRelation,
    _ index: Int,
    _ token: Int,
    _ trigger: TokenRange,
    _ sentence: SentenceContext
  ) -> FrameMatch? {
    guard let verb = sentence.verb(at: token) else { return nil }
    let group = sentence.text.verbGroups[verb]
    let end = max(trigger.end, group.tokens.end)
    let stop = complementEnd(of: verb, after: end, sentence)
    let slots = verbSlots(frame, relation, verb, from: end, to: stop, sentence)
    guard isComplete(slots, frame, relation) else { return nil }
    let region = region(of: verb, end: stop, sentence)
    return FrameMatch(
      relation: index,
      variant: variant(of: verb, sentence),
      trigger: trigger,
      verb: verb,
      fillers: slots.filter { !$0.phrases.isEmpty }.map { ($0.role, $0.phrases) },
      scope: verbScope(verb, sentence),
      region: region,
      fillerRegion: region
    )
  }

  /// What stands in the places of a frame around a verb.
  func verbSlots(
    _ frame: CompiledFrame,
    _ relation: CompiledRelation,
    _ verb: Int,
    from end: Int,
    to stop: Int,
    _ sentence: SentenceContext
  ) -> [FrameSlot] {
    var slots: [FrameSlot] = []
    let subject = sentence.subject(of: verb)
    if sentence.text.verbGroups[verb].isPassive {
      if let role = frame.object {
        let object = subject ?? antecedent(of: verb, sentence)
        slots.append(slot(role, .subject, object, of: relation, in: sentence))
      }
      if let role = frame.subject {
        // Behind another participle `by` is that one's: `was announced in a round led by Norden`.
        let next = sentence.nextVerb(from: end) { _ in true }
        let own = min(stop, next.map { sentence.text.verbGroups[$0].tokens.start } ?? stop)
        slots.append(
          oblique(byMarkers, .agent, role: role, of: relation, from: end, to: own, in: sentence)
        )
      }
    } else {
      if let role = frame.subject {
        slots.append(slot(role, .subject, subject, of: relation, in: sentence))
      }
      if let role = frame.object {
        let direct =
          phrase(startingAt: end, sentence) ?? relativeObject(of: verb, subject, sentence)
        slots.append(slot(role, .object, direct, of: relation, in: sentence))
      }
    }
    for item in frame.obliques {
      slots.append(
        oblique(
          item.markers,
          .oblique,
          role: item.role,
          of: relation,
          from: end,
          to: stop,
          in: sentence
        )
      )
    }
    return slots
  }

  var byMarkers: [[Symbol]] { [[rules.vocabulary.symbol(of: "by")]] }

  /// Where the complements of a verb end: at the next verb group that has a life of its own.
  func complementEnd(of verb: Int, after end: Int, _ sentence: SentenceContext) -> Int {
    let clauseEnd = sentence.clause(of: verb)?.tokens.end ?? sentence.tokens.end
    let next = sentence.nextVerb(from: end) { $0.form != .participle }
    let nextStart = next.map { sentence.text.verbGroups[$0].tokens.start } ?? sentence.tokens.end
    return min(max(clauseEnd, end), nextStart)
  }

  /// The noun that a bare participle explains: `GitHub, acquired by …`.
  func antecedent(of verb: Int, _ sentence: SentenceContext) -> Int? {
    var token = sentence.text.verbGroups[verb].tokens.start - 1
    while token >= sentence.tokens.start,
      sentence.token(token).traits.contains(.punctuation)
        || sentence.text.tags[token] == .adverb
    {
      token -= 1
    }
    return sentence.phrase(at: token)
  }

  /// The antecedent of `which Microsoft acquired`, where the object stands before the clause.
  private func relativeObject(
    of verb: Int,
    _ subject: Int?,
    _ sentence: SentenceContext
  ) -> Int? {
    guard let clause = sentence.clause(of: verb), clause.kind == .relative, let subject,
      sentence.phrases[subject].tokens.start >= clause.tokens.start
    else { return nil }
    var token = clause.tokens.start - 1
    while token >= sentence.tokens.start, sentence.token(token).traits.contains(.punctuation) {
      token -= 1
    }
    return sentence.phrase(at: token)
  }

  private func variant(of verb: Int, _ sentence: SentenceContext) -> String {
    let group = sentence.text.verbGroups[verb]
    let kind = sentence.clause(of: verb)?.kind
    if group.form == .participle { return "reduced_passive" }
    if kind == .relative {
      let subject = sentence.subject(of: verb)
      let start = sentence.clause(of: verb)?.tokens.start ?? 0
      let isInside = subject.map { sentence.phrases[$0].tokens.start >= start } ?? false
      return isInside && !group.isPassive ? "object_relative" : "subject_relative"
    }
    if group.isPassive { return "passive" }
    if group.form == .gerund, group.governor == nil { return "participle" }
    return group.coordinatedWith != nil ? "coordination" : "active"
  }

  /// The tokens from what controls a verb to the trigger.
  private func verbScope(_ verb: Int, _ sentence: SentenceContext) -> [TokenRange] {
    let start = controlStart(of: verb, sentence)
    return [TokenRange(start, max(sentence.text.verbGroups[verb].head + 1, start))]
  }

  /// Where the words begin that say how far a verb has come: those of the outermost verb that controls it, or of
  /// a noun that the infinitive hangs on (`a deal to buy`), and the adverbs before them.
  func controlStart(of verb: Int, _ sentence: SentenceContext) -> Int {
    let groups = sentence.text.verbGroups
    let chain = sentence.chain(of: verb)
    var start = groups[chain.last ?? verb].tokens.start
    if chain.count == 1, groups[verb].form == .infinitive,
      let phrase = sentence.phrase(at: start - 1)
    {
      start = sentence.phrases[phrase].tokens.start
      // `abandoned a plan to buy`, `walked away from a deal to buy`
      if let verb = outerVerb(of: phrase, sentence) ?? purposeVerb(of: verb, sentence) {
        start = groups[verb].tokens.start
      }
    }
    // `reportedly plans`, `no longer holds`, `whether to sell`
    while start > sentence.tokens.start,
      sentence.text.tags[start - 1] == .adverb || sentence.text.tags[start - 1] == .subordinator
    {
      start -= 1
    }
    return start
  }

  /// The finite verb whose purpose an infinitive tells, with nothing but its complements between them:
  /// `is in talks with investors to raise`.
  private func purposeVerb(of verb: Int, _ sentence: SentenceContext) -> Int? {
    guard
      let outer = sentence.verbs.last(where: {
        $0 < verb && sentence.text.verbGroups[$0].form != .participle
          && sentence.text.verbGroups[$0].form != .gerund
      }), sentence.text.verbGroups[outer].isFinite,
      sentence.clause(of: outer)?.tokens.contains(sentence.text.verbGroups[verb].head) == true
    else { return nil }
    return outer
  }

  /// The verb of which a phrase is the object, through a preposition as well.
  private func outerVerb(of phrase: Int, _ sentence: SentenceContext) -> Int? {
    if let verb = lightVerb(of: phrase, sentence) { return verb }
    var token = sentence.phrases[phrase].tokens.start - 1
    guard token > sentence.tokens.start, sentence.text.tags[token] == .adposition else {
      return nil
    }
    token -= 1
    while token > sentence.tokens.start, sentence.verb(at: token) == nil,
      [.adverb, .particle, .adjective].contains(sentence.text.tags[token])
    {
      token -= 1
    }
    return sentence.verb(at: token)
  }

  /// From the beginning of the outermost controlling clause, fronted words included, to the end.
  func region(of verb: Int, end: Int, _ sentence: SentenceContext) -> TokenRange {
    var outermost = sentence.chain(of: verb).last ?? verb
    // `paid $9 million to settle`: the infinitive that hangs on a noun has the clause of the verb before.
    if sentence.text.verbGroups[outermost].form == .infinitive,
      let outer = sentence.verbs.last(where: {
        $0 < outermost && sentence.text.verbGroups[$0].isFinite
      }),
      sentence.clause(of: outer)?.tokens.contains(sentence.text.verbGroups[outermost].head) == true
    {
      outermost = outer
    }
    let groupStart = sentence.text.verbGroups[outermost].tokens.start
    var start = min(sentence.clause(of: outermost)?.tokens.start ?? groupStart, groupStart)
    if sentence.clause(of: outermost)?.kind == .main {
      start = min(start, mainStart(start, sentence))
      start = timeStart(before: start, sentence)
    }
    let next = sentence.nextVerb(from: max(end, groupStart + 1)) {
      $0.form == .present || $0.form == .past || $0.form == .modal
    }
    let stop = next.flatMap { sentence.clause(of: $0)?.tokens.start } ?? sentence.tokens.end
    let after = max(end, stop)
    let limit = next.map { sentence.text.verbGroups[$0].tokens.start } ?? sentence.tokens.end
    return TokenRange(start, max(start, min(after, max(limit, end))))
  }

  /// Where a time begins that stands between a conjunction and a clause: `and last month it sold X`.
  private func timeStart(before start: Int, _ sentence: SentenceContext) -> Int {
    let time = sentence.sentenceMentions.first { _, mention in
      guard case .time? = mention.value else { return false }
      return mention.tokens.end == start
        || (mention.tokens.end == start - 1
          && sentence.token(start - 1).traits.contains(.punctuation))
    }
    guard let time else { return start }
    var first = time.1.tokens.start
    if first > sentence.tokens.start, sentence.text.tags[first - 1] == .adposition { first -= 1 }
    guard first > sentence.tokens.start,
      sentence.text.tags[first - 1] == .coordinator
        || sentence.token(first - 1).traits.contains(.punctuation)
    else { return start }
    return first
  }

  /// The beginning of the sentence, if no other finite verb stands before a main clause.
  private func mainStart(_ start: Int, _ sentence: SentenceContext) -> Int {
    let hasOther = sentence.verbs.contains {
      let group = sentence.text.verbGroups[$0]
      return group.isFinite && group.tokens.end <= start
    }
    return hasOther ? start : sentence.tokens.start
  }
}
