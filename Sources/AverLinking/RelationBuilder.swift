import AverModel
import AverRules

/// Why what a frame or pattern found is no relation.
enum RelationRejection: Error, Hashable {
  /// One entity would fill two roles.
  case sameEntity(String, String)
  /// Nothing fills any of these roles, of which one is needed.
  case missing([String])
}

/// Makes relations of what frames and patterns found in a sentence.
struct RelationBuilder {
  let rules: RuleSet
  let entityOfMention: [Int?]

  /// The relations of a match: one, or one for each member of a list where the role takes only one.
  func relations(
    of match: FrameMatch,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> [Relation] {
    attempts(of: match, sentence, input, &machine)?.compactMap { try? $0.get() } ?? []
  }

  /// What each way to fill a match comes to; nil if an `unless` pattern excludes all of them.
  func attempts(
    of match: FrameMatch,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> [Result<Relation, RelationRejection>]? {
    let relation = rules.relations[match.relation]
    if isExcluded(relation, in: match.region, input, &machine) { return nil }
    let reading = StatusReader(rules: rules).read(match, sentence, input)
    let found = FillerReader(rules: rules).fillers(
      of: match,
      taken: Set(match.fillers.map(\.role)),
      sentence,
      input,
      &machine
    )
    var fixed: [(role: Int, filler: Filler)] = found.map { ($0.role, $0.filler) }
    for constant in relation.constants {
      if let role = relation.roles.firstIndex(where: { $0.name == constant.role }) {
        fixed.append((role, .vocabulary(constant.value, match.trigger)))
      }
    }
    return combinations(of: match, relation, sentence).map { chosen in
      Result { () throws(RelationRejection) in
        try make(match, relation, chosen + fixed, reading, sentence)
      }
    }
  }

  /// Whether an `unless` pattern matches in a range.
  private func isExcluded(
    _ relation: CompiledRelation,
    in range: TokenRange,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> Bool {
    for program in relation.unless {
      var isFound = false
      machine.forEachMatch(of: program, in: input) { hit in
        let tokens = TokenRange(input.base + hit.start, input.base + hit.end)
        if range.overlaps(tokens) { isFound = true }
      }
      if isFound { return true }
    }
    return false
  }

  /// The ways to fill the frame: lists are spread over several relations where a role takes one filler,
  /// or where the frame names the role twice (`X's agreements with A and B` are two).
  private func combinations(
    of match: FrameMatch,
    _ relation: CompiledRelation,
    _ sentence: SentenceContext
  ) -> [[(role: Int, filler: Filler)]] {
    var result: [[(role: Int, filler: Filler)]] = [[]]
    var seen: Set<Int> = []
    for (role, phrases) in match.fillers {
      let declared = relation.roles[role]
      let fillers = phrases.compactMap { filler($0, declared, sentence) }
      let isSpread = !declared.isMultiple || seen.contains(role)
      seen.insert(role)
      if isSpread {
        result = result.flatMap { start in fillers.map { start + [(role, $0)] } }
      } else {
        result = result.map { start in start + fillers.map { (role, $0) } }
      }
    }
    return result
  }

  private func filler(
    _ phrase: Int,
    _ role: CompiledRole,
    _ sentence: SentenceContext
  ) -> Filler? {
    let found = sentence.phrases[phrase]
    if let mention = found.mention, role.types.contains(sentence.mentions[mention].type) {
      return .mention(mention)
    }
    guard role.acceptsText else { return nil }
    return .text(TextFiller.trimmed(found.tokens, sentence, rules.vocabulary))
  }

  private func make(
    _ match: FrameMatch,
    _ relation: CompiledRelation,
    _ fillers: [(role: Int, filler: Filler)],
    _ reading: StatusReader.Reading,
    _ sentence: SentenceContext
  ) throws(RelationRejection) -> Relation {
    var arguments: [Argument] = []
    var entities: [Int: String] = [:]
    for (index, role) in relation.roles.enumerated() {
      for (filled, filler) in fillers where filled == index {
        // One entity does not deal with itself: `Microsoft … its own shares`.
        if case .mention(let mention) = filler, let entity = entityOfMention[mention] {
          if let other = entities[entity] { throw .sameEntity(other, role.name) }
          entities[entity] = role.name
        }
        arguments.append(Argument(role: role.name, filler: filler))
      }
    }
    let filled = Set(arguments.map(\.role))
    if let role = relation.roles.first(where: { !$0.isOptional && !filled.contains($0.name) }) {
      throw .missing([role.name])
    }
    if let group = relation.requirements.first(where: { filled.isDisjoint(with: $0) }) {
      throw .missing(group)
    }
    return Relation(
      type: relation.type,
      rule: RuleIdentifier(file: relation.file, name: relation.name, variant: match.variant),
      trigger: match.trigger,
      sentence: sentence.index,
      evidence: sentence.text.tokenized.bytes(of: sentence.tokens),
      arguments: arguments,
      status: reading.status,
      isStatusStated: reading.isStated,
      polarity: reading.polarity,
      attribution: [],
      cues: reading.cues
    )
  }

  /// The relations that `match` patterns find: captures are roles.
  func patternRelations(
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> [Relation] {
    var result: [Relation] = []
    for (index, relation) in rules.relations.enumerated() {
      for (program, variant) in zip(relation.patterns, relation.patternVariants) {
        var hits: [PatternMachine.Match] = []
        machine.forEachMatch(of: program, in: input) { hits.append($0) }
        for hit in hits {
          result += relations(of: hit, index, variant, sentence, input, &machine)
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
    let verb = sentence.verbs.first { whole.contains(sentence.text.verbGroups[$0].head) }
    let match = FrameMatch(
      relation: index,
      variant: variant,
      trigger: whole,
      verb: verb,
      fillers: [],
      scope: [whole],
      region: whole,
      fillerRegion: whole
    )
    var fillers: [(role: Int, filler: Filler)] = []
    for (name, capture) in zip(relation.captureNames, hit.captures) {
      let roleName = CompiledRelation.role(ofCapture: name)
      guard let capture, let role = relation.roles.firstIndex(where: { $0.name == roleName }) else {
        continue
      }
      if let mention = capture.mention {
        fillers.append((role, .mention(mention)))
      } else if let value = capture.entry, !relation.roles[role].lists.isEmpty {
        fillers.append((role, .vocabulary(value, capture.tokens)))
      } else if relation.roles[role].acceptsText {
        let words = TextFiller.trimmed(capture.tokens, sentence, rules.vocabulary)
        fillers.append((role, .text(words)))
      }
    }
    let wider = FrameMatch(
      relation: index,
      variant: variant,
      trigger: whole,
      verb: verb,
      fillers: [],
      scope: [whole],
      region: verb.map {
        FrameMatcher(rules: rules).region(of: $0, end: whole.end, sentence).union(whole)
      } ?? sentence.tokens,
      fillerRegion: sentence.tokens
    )
    let found = FillerReader(rules: rules).fillers(
      of: wider,
      taken: Set(fillers.map(\.role)),
      sentence,
      input,
      &machine
    )
    fillers += found.map { ($0.role, $0.filler) }
    for constant in relation.constants {
      if let role = relation.roles.firstIndex(where: { $0.name == constant.role }) {
        fillers.append((role, .vocabulary(constant.value, whole)))
      }
    }
    let reading = StatusReader(rules: rules).read(match, sentence, input)
    return (try? make(match, relation, fillers, reading, sentence)).map { [$0] } ?? []
  }
}
