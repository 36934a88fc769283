import AverModel
import AverRules

/// Frames whose trigger is a noun.
extension FrameMatcher {
  func matchNoun(
    _ frame: CompiledFrame,
    _ relation: CompiledRelation,
    _ index: Int,
    _ token: Int,
    _ trigger: TokenRange,
    _ sentence: SentenceContext
  ) -> FrameMatch? {
    guard let own = sentence.phrase(at: token) else { return nil }
    let end = sentence.phrases[own].tokens.end
    let stop = complementEnd(afterNoun: end, sentence)
    let light = lightVerb(of: own, sentence)
    let (slots, variant) = nounSlots(frame, relation, own, light, to: stop, sentence)
    guard isComplete(slots, frame, relation) else { return nil }
    let region = region(ofNoun: own, light, stop, sentence)
    return FrameMatch(
      relation: index,
      variant: variant,
      trigger: trigger,
      verb: light ?? predicate(of: own, sentence),
      fillers: slots.filter { !$0.phrases.isEmpty }.map { ($0.role, $0.phrases) },
      scope: nounScope(own, trigger, light, sentence),
      region: region,
      fillerRegion: region
    )
  }

  /// What stands in the places of a frame around a noun, and what that construction is called.
  func nounSlots(
    _ frame: CompiledFrame,
    _ relation: CompiledRelation,
    _ own: Int,
    _ light: Int?,
    to stop: Int,
    _ sentence: SentenceContext
  ) -> (slots: [FrameSlot], variant: String) {
    let end = sentence.phrases[own].tokens.end
    var slots: [FrameSlot] = []
    let possessor = self.possessor(of: own, sentence)
    var variant = "nominal_by"
    var isPossessorTaken = false
    if let role = frame.subject {
      let owner = slot(role, .possessor, possessor, of: relation, in: sentence)
      isPossessorTaken = !owner.phrases.isEmpty
      if isPossessorTaken {
        variant = light == nil ? "genitive" : "light_verb"
        slots.append(owner)
      } else {
        slots.append(nounAgent(role, owner, relation, light, end, stop, sentence, &variant))
      }
    }
    if let role = frame.object {
      let about = oblique(
        [[rules.vocabulary.symbol(of: "of")]],
        .complement,
        role: role,
        of: relation,
        from: end,
        to: stop,
        in: sentence
      )
      if about.phrases.isEmpty, !isPossessorTaken, possessor != nil {
        slots.append(slot(role, .possessor, possessor, of: relation, in: sentence))
      } else {
        slots.append(about)
      }
    }
    for item in frame.obliques {
      let taken = Set(slots.flatMap(\.phrases))
      var found = oblique(
        item.markers,
        .oblique,
        role: item.role,
        of: relation,
        from: end,
        to: stop,
        in: sentence
      )
      found.phrases.removeAll { taken.contains($0) }
      slots.append(found)
    }
    return (slots, variant)
  }

  /// Who does what a noun says, where it is not the possessor: behind `by`, or before a light verb.
  private func nounAgent(
    _ role: Int,
    _ owner: FrameSlot,
    _ relation: CompiledRelation,
    _ light: Int?,
    _ end: Int,
    _ stop: Int,
    _ sentence: SentenceContext,
    _ variant: inout String
  ) -> FrameSlot {
    let agent = oblique(
      byMarkers,
      .agent,
      role: role,
      of: relation,
      from: end,
      to: stop,
      in: sentence
    )
    if !agent.phrases.isEmpty { return agent }
    if let light, !sentence.text.verbGroups[light].isPassive, !isOutsider(light, sentence),
      !isOtherOwner(owner.candidate, sentence)
    {
      let subject = slot(
        role,
        .subject,
        sentence.subject(of: light),
        of: relation,
        in: sentence
      )
      if !subject.phrases.isEmpty { variant = "light_verb" }
      if !subject.phrases.isEmpty || owner.candidate == nil { return subject }
    }
    return owner.candidate == nil ? agent : owner
  }

  /// Whether who does what a verb says has no part in what the noun says: `blocked the merger`.
  private func isOutsider(_ verb: Int, _ sentence: SentenceContext) -> Bool {
    sentence.isWord(sentence.text.verbGroups[verb].head, of: StageLists.outsiderVerb, rules)
  }

  /// Whether a possessor is somebody without a name: `blocked the group's purchase`.
  private func isOtherOwner(_ owner: Int?, _ sentence: SentenceContext) -> Bool {
    guard let owner, sentence.phrases[owner].mention == nil else { return false }
    return sentence.text.tags[sentence.phrases[owner].head] == .noun
  }

  /// Where the complements of a noun end: at the next verb other than a participle.
  func complementEnd(afterNoun end: Int, _ sentence: SentenceContext) -> Int {
    let next = sentence.nextVerb(from: end) { $0.form != .participle }
    return next.map { sentence.text.verbGroups[$0].tokens.start } ?? sentence.tokens.end
  }

  /// `Microsoft's` or `its` before a noun.
  private func possessor(of own: Int, _ sentence: SentenceContext) -> Int? {
    let phrase = sentence.phrases[own]
    if let linked = phrase.possessor { return linked }
    var before = phrase.tokens.start - 1
    // `its emergency 60 billion kroner rights issue`: sums and nouns stand between.
    for _ in 0..<3 {
      guard let index = sentence.phrase(at: before) else { return nil }
      if sentence.phrases[index].isPossessive { return index }
      let mention = sentence.phrases[index].mention.map { sentence.mentions[$0].type }
      guard mention.map({ [.money, .percent, .date].contains($0) }) ?? true else { return nil }
      before = sentence.phrases[index].tokens.start - 1
    }
    return nil
  }

  /// The verb group of which the noun is the direct object, or the predicate behind `be in`.
  func lightVerb(of own: Int, _ sentence: SentenceContext, depth: Int = 0) -> Int? {
    if depth < 3, let whole = wholePhrase(of: own, sentence), whole < own {
      return lightVerb(of: whole, sentence, depth: depth + 1)
    }
    var token = sentence.phrases[own].tokens.start - 1
    if let possessor = possessor(of: own, sentence), possessor != own {
      token = min(token, sentence.phrases[possessor].tokens.start - 1)
    }
    if token >= sentence.tokens.start,
      sentence.isWord(token, of: StageLists.predicateWord, rules)
    {
      var before = token - 1
      // `is no longer in talks`
      while before > sentence.tokens.start, sentence.text.tags[before] == .adverb,
        sentence.verb(at: before) == nil
      {
        before -= 1
      }
      if let verb = sentence.verb(at: before), isBe(sentence.text.verbGroups[verb].head, sentence) {
        return verb
      }
      return nil
    }
    if depth < 3, let first = sentence.phrases[own].coordinatedWith, first < own {
      return lightVerb(of: first, sentence, depth: depth + 1)
    }
    while token >= sentence.tokens.start, sentence.text.tags[token] == .adverb { token -= 1 }
    if let verb = prepositionalVerb(before: token, sentence) { return verb }
    guard let verb = sentence.verb(at: token) else { return nil }
    let group = sentence.text.verbGroups[verb]
    let isPreposition = rules.vocabulary.classes(of: sentence.token(group.head).symbol)
      .contains(.preposition)
    // In `said the takeover of Finch would fail` the takeover is no object.
    let isSubject = predicate(of: own, sentence).map {
      sentence.clause(of: $0)?.kind == .reported
    }
    return group.tokens.last == token && !isPreposition && isSubject != true ? verb : nil
  }

  /// The verb of `go ahead with its purchase`, `pull out of the merger`, whose last word stands at a token.
  private func prepositionalVerb(before token: Int, _ sentence: SentenceContext) -> Int? {
    guard let list = rules.list(named: StageLists.lightVerb), token > sentence.tokens.start,
      sentence.text.tags[token] == .adposition,
      let verb = sentence.verbs.last(where: { sentence.text.verbGroups[$0].head < token }),
      token - sentence.text.verbGroups[verb].head <= 3
    else { return nil }
    let words = TokenRange(sentence.text.verbGroups[verb].head, token + 1)
    return rules.contains(sentence.text.tokenized.string(words), inList: list) ? verb : nil
  }

  /// The phrase that a noun is an example or a part of: the `commitments` of `commitments, including
  /// agreements with A`, the sum of `$3 billion in contracts`.
  private func wholePhrase(of own: Int, _ sentence: SentenceContext) -> Int? {
    let before = sentence.phrases[own].tokens.start - 1
    guard before > sentence.tokens.start else { return nil }
    var token = before - 1
    if sentence.isWord(before, of: StageLists.exampleWord, rules) {
      while token >= sentence.tokens.start, sentence.token(token).traits.contains(.punctuation) {
        token -= 1
      }
      return sentence.phrase(at: token)
    }
    guard sentence.isWord(before, of: StageLists.partWord, rules),
      let phrase = sentence.phrase(at: token),
      let mention = sentence.phrases[phrase].mention,
      sentence.mentions[mention].type == .money
    else { return nil }
    return phrase
  }

  private func isBe(_ token: Int, _ sentence: SentenceContext) -> Bool {
    rules.vocabulary.classes(of: sentence.token(token).symbol).contains(.beForm)
  }

  /// The verb group whose subject the noun is: `the takeover … collapsed`.
  private func predicate(of own: Int, _ sentence: SentenceContext) -> Int? {
    let end = sentence.phrases[own].tokens.end
    return sentence.verbs.first { verb in
      let group = sentence.text.verbGroups[verb]
      guard group.isFinite, group.tokens.start >= end,
        let subject = sentence.clause(of: verb)?.subject
      else { return false }
      let head = sentence.text.nounGroups[subject].head
      return sentence.phrases[own].tokens.contains(head)
        || (head >= end && head < group.tokens.start
          && isComplement(from: end, to: group.tokens.start, sentence))
    }
  }

  /// Whether nothing but prepositions and what they govern stands between two tokens: `of X by Y`.
  private func isComplement(from start: Int, to end: Int, _ sentence: SentenceContext) -> Bool {
    guard start < end, sentence.text.tags[start] == .adposition else { return false }
    return (start..<end).allSatisfy { token in
      sentence.text.tags[token] == .adposition || sentence.phrase(at: token) != nil
    }
  }

  /// Where status words count for a pattern: its own words, those that control its verb (`plans to report`), those
  /// before a noun that it begins with (`the planned merger of`), and the verb whose subject that noun is (`the
  /// merger … was scrapped`).
  func patternScope(_ whole: TokenRange, _ verb: Int?, _ sentence: SentenceContext) -> [TokenRange]
  {
    var result = [whole]
    if let verb {
      var start = controlStart(of: verb, sentence)
      // `Analysts expect it to report …`
      if let outermost = sentence.chain(of: verb).last, sentence.isSaying(outermost, rules),
        let subject = sentence.subject(of: outermost)
      {
        start = min(start, sentence.phrases[subject].tokens.start)
      }
      if start < whole.start { result.append(TokenRange(start, whole.start)) }
    }
    if let own = sentence.phrase(at: whole.start), sentence.phrases[own].mention == nil,
      sentence.phrases[own].head < whole.end
    {
      result += nounScope(own, whole, lightVerb(of: own, sentence), sentence)
      return result
    }
    // A participle before the noun has happened, whatever is told of the noun: `its recently launched app`.
    if whole.indices.contains(where: { sentence.text.tags[$0] == .verb }) { return result }
    for verb in sentence.verbs {
      let group = sentence.text.verbGroups[verb]
      guard group.isFinite, group.tokens.start >= whole.end,
        let subject = sentence.clause(of: verb)?.subject
      else { continue }
      let head = sentence.text.nounGroups[subject].head
      guard whole.contains(head), let phrase = sentence.phrase(at: head),
        sentence.phrases[phrase].mention == nil
      else { continue }
      result.append(group.tokens)
    }
    return result
  }

  private func nounScope(
    _ own: Int,
    _ trigger: TokenRange,
    _ light: Int?,
    _ sentence: SentenceContext
  ) -> [TokenRange] {
    let phrase = sentence.phrases[own]
    var result = [TokenRange(phrase.tokens.start, phrase.tokens.end)]
    if let verb = light ?? predicate(of: own, sentence) {
      let start = controlStart(of: verb, sentence)
      result.append(TokenRange(start, max(start, end(of: verb, sentence))))
    }
    // `talks about a merger`: the noun before the preposition.
    let before = phrase.tokens.start - 2
    if before >= sentence.tokens.start, sentence.text.tags[before + 1] == .adposition,
      let outer = sentence.phrase(at: before)
    {
      result.append(sentence.phrases[outer].tokens)
      // `called off talks about a merger`, but not `did not say the price of the merger`
      if isStatusNoun(sentence.phrases[outer].head, sentence),
        let verb = lightVerb(of: outer, sentence)
      {
        result.append(sentence.text.verbGroups[verb].tokens)
      }
    }
    return result
  }

  private func isStatusNoun(_ head: Int, _ sentence: SentenceContext) -> Bool {
    let symbol = sentence.token(head).symbol
    return symbol.isKnown && rules.statuses.contains { rules.contains(symbol, inList: $0.list) }
  }

  /// Where a verb ends, with the adverbs and particles that belong to it: `fell apart`.
  private func end(of verb: Int, _ sentence: SentenceContext) -> Int {
    let end = sentence.text.verbGroups[verb].tokens.end
    let tags = sentence.text.tags
    // `is also possible`
    let takesAdjective = isBe(sentence.text.verbGroups[verb].head, sentence)
    let limit = min(end + 2, sentence.tokens.end)
    return (end..<limit).first { token in
      if takesAdjective, tags[token] == .adjective { return false }
      // A preposition that governs nothing is the verb's: `fell through in May`.
      let isParticle = tags[token] == .adposition && sentence.phrase(at: token + 1) == nil
      return tags[token] != .adverb && tags[token] != .particle && !isParticle
    } ?? limit
  }

  private func region(
    ofNoun own: Int,
    _ light: Int?,
    _ stop: Int,
    _ sentence: SentenceContext
  ) -> TokenRange {
    if let verb = light ?? predicate(of: own, sentence) {
      return region(of: verb, end: stop, sentence)
        .union(TokenRange(sentence.phrases[own].tokens.start, stop))
    }
    let start = sentence.phrases[own].tokens.start
    let before = sentence.verbs.last { sentence.text.verbGroups[$0].tokens.end <= start }
    let from = before.map { sentence.text.verbGroups[$0].tokens.end } ?? sentence.tokens.start
    return TokenRange(from, max(from, stop))
  }
}
