import AverModel
import AverRules

/// Relations that `match` patterns find: captures are roles.
extension RelationBuilder {
  /// The relations of a sentence, those that tell no more than details of another one included.
  func patternRelations(
    _ patterns: RelationPatterns,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> [Relation] {
    var result: [Relation] = []
    var hits: [PatternMachine.Match] = []
    var next = input.nextPossible(from: patterns.first, below: patterns.end)
    while let number = next {
      next = input.nextPossible(from: number + 1, below: patterns.end)
      for pattern in patterns.patterns(ofNumber: number) {
        hits.removeAll(keepingCapacity: true)
        machine.forEachMatch(of: pattern.program, in: input) { hits.append($0) }
        for hit in hits {
          let found = relations(
            of: hit,
            pattern.relation,
            pattern.variant,
            sentence,
            input,
            &machine
          )
          for relation in found
          where !result.contains(where: {
            $0.rule == relation.rule && $0.arguments == relation.arguments
          }) {
            result.append(relation)
          }
        }
      }
    }
    return result
  }

  private func relations(
    of hit: PatternMachine.Match,
    _ index: Int,
    _ variant: String,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> [Relation] {
    let relation = rules.relations[index]
    let whole = TokenRange(input.base + hit.start, input.base + hit.end)
    if isExcluded(relation, in: whole, input, &machine) { return [] }
    guard let captured = fillers(of: hit, whole, relation, sentence) else { return [] }
    let inside = sentence.verbs.filter { whole.contains(sentence.text.verbGroups[$0].head) }
    let telling = inside.filter {
      !sentence.isAside(sentence.text.verbGroups[$0].tokens, in: whole)
    }
    // The last says what happened: `announced that it is buying`.
    let verb =
      telling.last {
        sentence.text.verbGroups[$0].isFinite || sentence.text.verbGroups[$0].form == .infinitive
      } ?? telling.first ?? inside.first
    let match = FrameMatch(
      relation: index,
      variant: variant,
      trigger: whole,
      verb: verb,
      fillers: [],
      scope: matcher.patternScope(whole, verb, sentence),
      region: verb.map {
        matcher.region(of: $0, end: whole.end, sentence).union(whole)
      } ?? sentence.tokens,
      fillerRegion: sentence.tokens
    )
    let constants = constants(of: relation, whole, sentence)
    let further = fillerReader.fillers(
      of: match,
      taken: Set(captured.map(\.role) + constants.map(\.role)),
      sentence,
      input,
      &machine
    )
    let fixed = further.map { ($0.role, $0.filler) } + constants
    let silent = silentParties(
      relation,
      filled: captured.map(\.role) + fixed.map(\.role),
      before: whole.start,
      sentence
    )
    let reading = statusReader.read(match, sentence, input)
    return combinations(of: captured + silent, relation).compactMap { chosen in
      try? make(match, relation, chosen + fixed, reading, sentence)
    }
  }

  /// What the captures say, with the members of a list that a captured name belongs to; nil if one of them
  /// cannot be what the pattern takes it for.
  private func fillers(
    of hit: PatternMachine.Match,
    _ whole: TokenRange,
    _ relation: CompiledRelation,
    _ sentence: SentenceContext
  ) -> [(role: Int, fillers: [Filler])]? {
    let captured = hit.captures.compactMap { $0?.mention }
    var result: [(role: Int, fillers: [Filler])] = []
    for (name, capture) in zip(relation.captureNames, hit.captures) {
      let roleName = CompiledRelation.role(ofCapture: name)
      guard let capture, let role = relation.roles.firstIndex(where: { $0.name == roleName }) else {
        continue
      }
      if let captured = capture.mention, isPossessor(captured, behind: whole.start, sentence) {
        return nil
      }
      if let mention = capture.mention.map({ actor($0, at: whole.start, sentence) }) {
        guard var mention else { return nil }
        if captured.first == mention, sentence.mentions[mention].tokens.start == whole.start,
          let subject = subject(of: whole, relation.roles[role], captured, sentence),
          !hit.captures.contains(where: {
            $0?.tokens.overlaps(sentence.mentions[subject].tokens) == true
          })
        {
          mention = subject
        }
        let list =
          speakers.members(of: mention)
          + partners(of: mention, relation.roles[role], captured, sentence)
        result.append((role, list.sorted().map { .mention($0) }))
      } else if let value = capture.entry, !relation.roles[role].lists.isEmpty {
        result.append((role, [.vocabulary(value, capture.tokens)]))
      } else if relation.roles[role].acceptsText {
        let words = TextFiller.trimmed(capture.tokens, sentence, rules.vocabulary)
        result.append((role, [.text(words)]))
      }
    }
    return result
  }

  /// Whether a captured word is an `its` in the middle of a pattern, where the noun after it is meant.
  private func isPossessor(
    _ mention: Int,
    behind start: Int,
    _ sentence: SentenceContext
  ) -> Bool {
    let found = sentence.mentions[mention]
    guard found.tokens.start > start, found.tokens.count == 1, found.value == nil else {
      return false
    }
    if sentence.isWord(found.tokens.start, of: StageLists.ownPronoun, rules) { return true }
    guard let phrase = sentence.phrase(at: found.tokens.start)
    else { return false }
    return sentence.phrases[phrase].isPossessive
  }

  /// Who does what the last verb of a pattern says, where the clauses name another than stands nearest before
  /// it: `Tern, which belongs to Norden, had sales of`; nil if that is not clear.
  private func subject(
    of whole: TokenRange,
    _ role: CompiledRole,
    _ captured: [Int],
    _ sentence: SentenceContext
  ) -> Int? {
    let verb = sentence.verbs.last { verb in
      let group = sentence.text.verbGroups[verb]
      return whole.contains(group.tokens) && group.form != .participle
        && !sentence.isAside(group.tokens, in: whole)
    }
    guard let verb, let phrase = sentence.subject(of: verb),
      let mention = sentence.phrases[phrase].mention,
      role.types.contains(sentence.mentions[mention].type),
      !sentence.phrases[phrase].isPossessive, !captured.contains(mention),
      let entity = entityOfMention[mention],
      !captured.contains(where: { entityOfMention[$0] == entity }),
      let first = sentence.phrase(at: whole.start),
      !sentence.members(ofListWith: phrase).contains(first)
    else { return nil }
    return mention
  }

  /// Who acts where a pattern begins with a name: not the `SEC` of `told the SEC it had bought shares`.
  private func actor(_ mention: Int, at start: Int, _ sentence: SentenceContext) -> Int? {
    let found = sentence.mentions[mention]
    guard found.tokens.start == start, found.type == .organization, speakers.isBystander(mention),
      let phrase = sentence.phrase(at: start), !sentence.isSubject(phrase)
    else { return mention }
    var before = start - 1
    while before >= sentence.tokens.start, sentence.text.tags[before] == .determiner { before -= 1 }
    guard before >= sentence.tokens.start,
      sentence.text.tags[before] == .adposition || sentence.verb(at: before) != nil
    else { return mention }
    return speakers.organization(before: start, in: sentence.index)
  }

  /// The other names of the list in which a name stands: `Halcyon and Orvel` both acquire.
  private func partners(
    of mention: Int,
    _ role: CompiledRole,
    _ captured: [Int],
    _ sentence: SentenceContext
  ) -> [Int] {
    let found = sentence.mentions[mention]
    guard found.type.isName, let phrase = sentence.phrase(at: found.tokens.start),
      sentence.phrases[phrase].mention == mention
    else { return [] }
    return sentence.members(ofListWith: phrase).compactMap { member in
      guard let other = sentence.phrases[member].mention, !captured.contains(other),
        role.types.contains(sentence.mentions[other].type)
      else { return nil }
      return other
    }
  }

  /// Parties that a pattern leaves out, which are who the text speaks of: `Revenue rose 4%`.
  private func silentParties(
    _ relation: CompiledRelation,
    filled: [Int],
    before token: Int,
    _ sentence: SentenceContext
  ) -> [(role: Int, fillers: [Filler])] {
    let least = rules.schemas[relation.type]?.leastCounts ?? [:]
    let core = relation.roles.indices.filter { !relation.roles[$0].isOptional }
    let telling = Set(core.map { relation.roles[$0].name } + relation.requirements.joined())
    guard filled.contains(where: { telling.contains(relation.roles[$0].name) }) else { return [] }
    var result: [(role: Int, fillers: [Filler])] = []
    for role in core where relation.roles[role].types.contains(.organization) {
      let count = filled.filter { $0 == role }.count
      guard count < least[relation.roles[role].name] ?? 1,
        let mention = speakers.organization(before: token, in: sentence.index)
      else { continue }
      result.append((role, [.mention(mention)]))
    }
    return result
  }
}
