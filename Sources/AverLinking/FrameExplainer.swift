import AverModel
import AverRules

/// Tries every frame whose trigger stands in a sentence and notes what came of each.
///
/// It asks the same questions as the matcher, in the same words, so that what it says is what happens.
struct FrameExplainer {
  let rules: RuleSet
  let builder: RelationBuilder

  /// The attempts of a sentence, by trigger, rule and frame.
  func attempts(
    in sentence: SentenceContext,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> [FrameAttempt] {
    var result: [FrameAttempt] = []
    for token in sentence.tokens.indices {
      guard let entries = rules.triggers[sentence.token(token).symbol] else { continue }
      let matches = FrameMatcher(rules: rules).matches(at: token, in: sentence)
      for entry in entries where !rules.relations[entry.relation].isAttribution {
        let made = matches.first { $0.relation == entry.relation }
        result += attempts(of: entry, at: token, made, sentence, input, &machine)
      }
    }
    return result
  }

  /// Adds what the frames of each relation cost in a sentence.
  func addCosts(of sentence: SentenceContext, to costs: inout [FrameCost]) {
    let matcher = FrameMatcher(rules: rules)
    for token in sentence.tokens.indices {
      guard let entries = rules.triggers[sentence.token(token).symbol] else { continue }
      for entry in entries {
        let start = ContinuousClock.now
        guard let trigger = matcher.trigger(entry, at: token, in: sentence) else { continue }
        var matchCount = 0
        for frame in rules.relations[entry.relation].frames.indices
        where rules.relations[entry.relation].frames[frame].trigger
          == (entry.isNoun ? .noun : .verb)
          && reading(entry, frame, token, trigger, sentence).match != nil
        {
          matchCount += 1
        }
        costs[entry.relation].nanoseconds += (ContinuousClock.now - start).nanoseconds
        costs[entry.relation].attempts += 1
        costs[entry.relation].matches += matchCount
      }
    }
  }

  private func attempts(
    of entry: TriggerEntry,
    at token: Int,
    _ made: FrameMatch?,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> [FrameAttempt] {
    let matcher = FrameMatcher(rules: rules)
    let relation = rules.relations[entry.relation]
    let wanted: CompiledFrame.Trigger = entry.isNoun ? .noun : .verb
    let frames = relation.frames.indices.filter { relation.frames[$0].trigger == wanted }
    guard let trigger = matcher.trigger(entry, at: token, in: sentence) else {
      // `take` is no trigger of a rule for `take over`; a noun where a verb is wanted is a miss.
      guard entry.rest.isEmpty, let frame = frames.first else { return [] }
      let range = TokenRange(token, token + 1)
      return [attempt(entry, frame, range, sentence, variant: nil, [], .noTrigger)]
    }
    return frames.map { frame in
      let (slots, match) = reading(entry, frame, token, trigger, sentence)
      let outcome: FrameAttempt.Outcome
      if let match {
        outcome = self.outcome(of: match, made, relation, sentence, input, &machine)
      } else {
        outcome = .unfilled
      }
      return attempt(entry, frame, trigger, sentence, variant: match?.variant, slots, outcome)
    }
  }

  /// What stands in the places of a frame, and the match if they are filled.
  private func reading(
    _ entry: TriggerEntry,
    _ index: Int,
    _ token: Int,
    _ trigger: TokenRange,
    _ sentence: SentenceContext
  ) -> (slots: [FrameSlot], match: FrameMatch?) {
    let matcher = FrameMatcher(rules: rules)
    let relation = rules.relations[entry.relation]
    let frame = relation.frames[index]
    if entry.isNoun {
      guard let own = sentence.phrase(at: token) else { return ([], nil) }
      let stop = matcher.complementEnd(
        afterNoun: sentence.phrases[own].tokens.end,
        sentence
      )
      let light = matcher.lightVerb(of: own, sentence)
      let slots = matcher.nounSlots(frame, relation, own, light, to: stop, sentence).slots
      let match = matcher.matchNoun(frame, relation, entry.relation, token, trigger, sentence)
      return (slots, match)
    }
    guard let verb = sentence.verb(at: token) else { return ([], nil) }
    let end = max(trigger.end, sentence.text.verbGroups[verb].tokens.end)
    let stop = matcher.complementEnd(of: verb, after: end, sentence)
    let slots = matcher.verbSlots(frame, relation, verb, from: end, to: stop, sentence)
    let match = matcher.matchVerb(frame, relation, entry.relation, token, trigger, sentence)
    return (slots, match)
  }

  private func outcome(
    of match: FrameMatch,
    _ made: FrameMatch?,
    _ relation: CompiledRelation,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> FrameAttempt.Outcome {
    if relation.switchedOff.contains(match.variant) { return .switchedOff }
    guard let made, made.trigger == match.trigger, made.variant == match.variant,
      made.fillers.count == match.fillers.count
    else { return .outdone }
    guard let attempts = builder.attempts(of: match, sentence, input, &machine) else {
      return .excluded
    }
    var rejection: RelationRejection?
    for attempt in attempts {
      switch attempt {
      case .success(let found):
        guard let missing = missingCore(found) else { return .made }
        rejection = rejection ?? .missing(missing)
      case .failure(let reason): rejection = rejection ?? reason
      }
    }
    return switch rejection {
    case .sameEntity(let first, let second): .sameEntity(first, second)
    case .missing(let roles): .missing(roles)
    case nil: .unfilled
    }
  }

  /// The roles of which a claim of this type needs one and has none.
  private func missingCore(_ relation: Relation) -> [String]? {
    guard let schema = rules.schemas[relation.type] else { return nil }
    let filled = { (role: String) in relation.arguments.count { $0.role == role } }
    if let group = schema.coreRoles.first(where: { $0.allSatisfy { filled($0) == 0 } }) {
      return group
    }
    return schema.leastCounts.sorted { $0.key < $1.key }.first { filled($0.key) < $0.value }
      .map { [$0.key] }
  }

  private func attempt(
    _ entry: TriggerEntry,
    _ frame: Int,
    _ trigger: TokenRange,
    _ sentence: SentenceContext,
    variant: String?,
    _ slots: [FrameSlot],
    _ outcome: FrameAttempt.Outcome
  ) -> FrameAttempt {
    let relation = rules.relations[entry.relation]
    let lacking = Set(
      FrameMatcher(rules: rules).unfilledRoles(slots, relation.frames[frame], relation)
    )
    return FrameAttempt(
      relation: entry.relation,
      frame: frame,
      isNoun: entry.isNoun,
      trigger: trigger,
      sentence: sentence.index,
      variant: variant,
      slots: slots.map { described($0, relation.frames[frame], relation, lacking, sentence) },
      outcome: outcome
    )
  }

  private func described(
    _ slot: FrameSlot,
    _ frame: CompiledFrame,
    _ relation: CompiledRelation,
    _ lacking: Set<Int>,
    _ sentence: SentenceContext
  ) -> FrameAttempt.Slot {
    let role = relation.roles[slot.role]
    let standing = slot.candidate.map { sentence.phrases[$0] }
    let markers =
      slot.place == .oblique
      ? frame.obliques.first { $0.role == slot.role }?.markers.map { words in
        words.map { rules.vocabulary.word(of: $0) }.joined(separator: " ")
      } ?? [] : []
    return FrameAttempt.Slot(
      role: role.name,
      accepted: accepted(role),
      place: slot.place,
      markers: markers,
      isOptional: !lacking.contains(slot.role),
      filling: slot.phrases.first.map { sentence.phrases[$0].tokens },
      standing: standing?.tokens,
      head: standing?.head,
      mention: slot.phrases.first.flatMap { sentence.phrases[$0].mention } ?? standing?.mention,
      inner: standing?.inner.first { role.types.contains(sentence.mentions[$0].type) }
    )
  }

  private func accepted(_ role: CompiledRole) -> [String] {
    var names = role.types.map(\.name) + role.lists.map { "@" + rules.listNames[$0] }
    if role.needsName { names.append("NAME") } else if role.acceptsText { names.append("TEXT") }
    return names
  }
}
