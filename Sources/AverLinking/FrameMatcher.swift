import AverModel
import AverRules

/// Finds the constructions of a frame around a trigger, on noun groups, verb groups and clauses.
struct FrameMatcher {
  let rules: RuleSet

  /// The best match of each relation that the word at a token triggers.
  func matches(at token: Int, in sentence: SentenceContext) -> [FrameMatch] {
    guard let entries = rules.triggers[sentence.token(token).symbol] else { return [] }
    var result: [FrameMatch] = []
    for entry in entries {
      guard let trigger = trigger(entry, at: token, in: sentence) else { continue }
      let relation = rules.relations[entry.relation]
      var best: FrameMatch?
      for frame in relation.frames {
        let candidate: FrameMatch?
        switch frame.trigger {
        case .verb where !entry.isNoun:
          candidate = matchVerb(frame, relation, entry.relation, token, trigger, sentence)
        case .noun where entry.isNoun:
          candidate = matchNoun(frame, relation, entry.relation, token, trigger, sentence)
        default: candidate = nil
        }
        guard let candidate, !relation.switchedOff.contains(candidate.variant) else { continue }
        if candidate.fillers.count > best?.fillers.count ?? 0 { best = candidate }
      }
      guard let best, !result.contains(where: { $0.relation == best.relation }) else { continue }
      result.append(best)
    }
    return result
  }

  /// The tokens of the trigger with its fixed words; nil if they are missing or it is no such word.
  func trigger(
    _ entry: TriggerEntry,
    at token: Int,
    in sentence: SentenceContext
  ) -> TokenRange? {
    if entry.isNoun {
      guard sentence.verb(at: token) == nil else { return nil }
      let start = token - entry.rest.count
      guard start >= sentence.tokens.start else { return nil }
      for (offset, symbol) in entry.rest.enumerated()
      where sentence.token(start + offset).symbol != symbol {
        return nil
      }
      // The noun must be the head of its phrase, or stand before nothing but a bracket or number.
      guard let phrase = sentence.phrase(at: token), sentence.phrases[phrase].head == token else {
        return nil
      }
      return TokenRange(start, token + 1)
    }
    guard let verb = sentence.verb(at: token), sentence.text.verbGroups[verb].head == token else {
      return nil
    }
    return verbTrigger(entry, token, verb, sentence)
  }

  private func verbTrigger(
    _ entry: TriggerEntry,
    _ token: Int,
    _ verb: Int,
    _ sentence: SentenceContext
  ) -> TokenRange? {
    guard let first = entry.rest.first else { return TokenRange(token, token + 1) }
    if matchesWords(entry.rest, at: token + 1, sentence) {
      return TokenRange(token, token + 1 + entry.rest.count)
    }
    // `took it over`: the particle behind the object.
    if entry.rest.count == 1, let particle = sentence.text.verbGroups[verb].particle,
      sentence.token(particle).symbol == first
    {
      return TokenRange(token, token + 1)
    }
    return nil
  }

  func matchesWords(_ words: [Symbol], at token: Int, _ sentence: SentenceContext) -> Bool {
    guard token >= sentence.tokens.start, token + words.count <= sentence.tokens.end else {
      return false
    }
    for (offset, symbol) in words.enumerated()
    where sentence.token(token + offset).symbol != symbol {
      return false
    }
    return true
  }

  /// Whether a phrase may fill a role; the phrase that does, which may be an apposition of it.
  func filler(_ phrase: Int?, for role: CompiledRole, in sentence: SentenceContext) -> Int? {
    guard let phrase else { return nil }
    if accepts(phrase, role, sentence) {
      // `its storage unit, Tern`: the name rather than the description.
      guard role.types.contains(.organization), let mention = sentence.phrases[phrase].mention,
        !sentence.mentions[mention].type.isName
      else { return phrase }
      return namedApposition(of: phrase, role, sentence) ?? phrase
    }
    if role.needsName { return namedPhrase(phrase, sentence) }
    if role.acceptsText { return phrase }
    // `its partner, Microsoft,` and `Microsoft, its partner,`: the other half may be the name.
    if let named = namedApposition(of: phrase, role, sentence) { return named }
    if let explained = sentence.phrases[phrase].appositionOf, accepts(explained, role, sentence) {
      return explained
    }
    return role.isMultiple ? actor(behind: phrase, role, sentence) : nil
  }

  /// The name that explains a phrase, if it may fill the role.
  private func namedApposition(
    of phrase: Int,
    _ role: CompiledRole,
    _ sentence: SentenceContext
  ) -> Int? {
    sentence.phrases.indices.first { index in
      sentence.phrases[index].appositionOf == phrase && accepts(index, role, sentence)
    }
  }

  /// Who acts where a phrase names only who does it for them: `a consortium led by Norden`.
  private func actor(
    behind phrase: Int,
    _ role: CompiledRole,
    _ sentence: SentenceContext
  ) -> Int? {
    let found = sentence.phrases[phrase]
    guard let nouns = rules.list(named: StageLists.actingNoun),
      let links = rules.list(named: StageLists.actingLink), found.mention == nil,
      isListed(TokenRange(found.head, found.head + 1), nouns, sentence)
    else { return nil }
    for length in [2, 1] {
      let end = found.tokens.end + length
      guard end < sentence.tokens.end,
        isListed(TokenRange(found.tokens.end, end), links, sentence),
        let next = self.phrase(startingAt: end, sentence)
      else { continue }
      if accepts(next, role, sentence) { return next }
      return namedApposition(of: next, role, sentence)
    }
    return nil
  }

  private func isListed(_ tokens: TokenRange, _ list: Int, _ sentence: SentenceContext) -> Bool {
    rules.contains(sentence.text.tokenized.string(tokens), inList: list)
  }

  /// The phrase itself if a word of it is a name, or the one after `of`: `a new line of Marlin chips`.
  private func namedPhrase(_ phrase: Int, _ sentence: SentenceContext) -> Int? {
    if hasName(phrase, sentence) { return phrase }
    let after = sentence.phrases[phrase].tokens.end
    guard after + 1 < sentence.tokens.end,
      sentence.isWord(after, of: StageLists.complementWord, rules),
      var next = sentence.phrase(at: after + 1)
    else { return nil }
    if sentence.phrases[next].isPossessive, next + 1 < sentence.phrases.count { next += 1 }
    return hasName(next, sentence) ? next : nil
  }

  /// Whether a word of a phrase is a name that is no party, place or person.
  private func hasName(_ phrase: Int, _ sentence: SentenceContext) -> Bool {
    let found = sentence.phrases[phrase]
    if let mention = found.mention, sentence.mentions[mention].type != .product { return false }
    return found.tokens.indices.contains { token in
      let traits = sentence.token(token).traits
      // A word that no list knows and that is written with a capital is a name whatever its tag.
      let isName =
        sentence.text.tags[token] == .properNoun
        || (!sentence.token(token).symbol.isKnown && !traits.contains(.sentenceStart))
      return isName && traits.contains(.capitalized) && !traits.contains(.inTitleCase)
        && !found.inner.contains { sentence.mentions[$0].tokens.contains(token) }
    }
  }

  private func accepts(_ phrase: Int, _ role: CompiledRole, _ sentence: SentenceContext) -> Bool {
    guard let mention = sentence.phrases[phrase].mention else { return false }
    return role.types.contains(sentence.mentions[mention].type)
  }

  /// All members of the list that a phrase begins, as far as they may fill the role.
  func fillers(_ phrase: Int?, for role: CompiledRole, in sentence: SentenceContext) -> [Int] {
    guard let phrase, let first = filler(phrase, for: role, in: sentence) else { return [] }
    if role.acceptsText { return [first] }
    var members = sentence.members(ofListWith: phrase).filter { $0 >= phrase }
    // `investors including A and B`: the list begins behind the noun.
    if first > phrase { members += sentence.members(ofListWith: first).filter { $0 > first } }
    var result = [first]
    for member in members {
      if let found = filler(member, for: role, in: sentence), !result.contains(found) {
        result.append(found)
      }
    }
    return result
  }

  /// The phrase behind one of the markers, between two tokens.
  func oblique(
    _ markers: [[Symbol]],
    _ place: FramePlace,
    role index: Int,
    of relation: CompiledRelation,
    from start: Int,
    to end: Int,
    in sentence: SentenceContext
  ) -> FrameSlot {
    var slot = FrameSlot(role: index, place: place, phrases: [], candidate: nil)
    var token = start
    while token < end {
      for marker in markers where matchesWords(marker, at: token, sentence) {
        let after = token + marker.count
        guard after < end, let phrase = phrase(startingAt: after, sentence) else { continue }
        slot.phrases = fillers(phrase, for: relation.roles[index], in: sentence)
        if slot.candidate == nil || !slot.phrases.isEmpty { slot.candidate = phrase }
        if !slot.phrases.isEmpty { return slot }
      }
      token += 1
    }
    return slot
  }

  /// What a phrase is to a role, in the place where it stands.
  func slot(
    _ role: Int,
    _ place: FramePlace,
    _ phrase: Int?,
    of relation: CompiledRelation,
    in sentence: SentenceContext
  ) -> FrameSlot {
    FrameSlot(
      role: role,
      place: place,
      phrases: fillers(phrase, for: relation.roles[role], in: sentence),
      candidate: phrase
    )
  }

  /// The phrase that begins at a token, or right after a quote or adverb there.
  func phrase(startingAt token: Int, _ sentence: SentenceContext) -> Int? {
    var position = token
    while position < sentence.tokens.end, position < token + 3 {
      if let phrase = sentence.phrase(at: position) {
        guard sentence.phrases[phrase].tokens.start >= token - 1 else { return nil }
        return headPhrase(after: phrase, sentence)
      }
      let isSkipped =
        sentence.token(position).traits.contains(.quote)
        || sentence.text.tags[position] == .adverb
        || sentence.text.tokenized.clean.bytes[sentence.token(position).start] == 0x3C
      guard isSkipped else { return nil }
      position += 1
    }
    return nil
  }

  /// Skips possessors: in `Microsoft's stake` and `Microsoft's wholly owned unit` it is the last noun.
  private func headPhrase(after phrase: Int, _ sentence: SentenceContext) -> Int {
    var result = phrase
    while sentence.phrases[result].isPossessive, result + 1 < sentence.phrases.count,
      isModifier(
        from: sentence.phrases[result].tokens.end,
        sentence.phrases[result + 1].tokens.start
      )
    {
      result += 1
    }
    return result

    func isModifier(from start: Int, _ end: Int) -> Bool {
      start <= end && end - start <= 3
        && (start..<end).allSatisfy { token in
          switch sentence.text.tags[token] {
          case .adverb, .adjective: true
          case .verb:
            sentence.verb(at: token).map { !sentence.text.verbGroups[$0].isFinite } ?? true
          default: false
          }
        }
    }
  }

  /// Whether the frame's needs are met: every role of it that is not optional is filled.
  func isComplete(
    _ slots: [FrameSlot],
    _ frame: CompiledFrame,
    _ relation: CompiledRelation
  ) -> Bool {
    unfilledRoles(slots, frame, relation).isEmpty && slots.contains { !$0.phrases.isEmpty }
  }

  /// The roles that the frame needs and does not have, in its order.
  func unfilledRoles(
    _ slots: [FrameSlot],
    _ frame: CompiledFrame,
    _ relation: CompiledRelation
  ) -> [Int] {
    var needed: [Int] = []
    if let subject = frame.subject { needed.append(subject) }
    if let object = frame.object { needed.append(object) }
    for oblique in frame.obliques { needed.append(oblique.role) }
    var unfilled: [Int] = []
    for role in needed where !relation.roles[role].isOptional && !unfilled.contains(role) {
      let wanted = needed.count { $0 == role }
      if slots.count(where: { $0.role == role && !$0.phrases.isEmpty }) < wanted {
        unfilled.append(role)
      }
    }
    return unfilled
  }
}
