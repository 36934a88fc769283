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
final class RelationBuilder {
  let rules: RuleSet
  let entityOfMention: [Int?]
  let speakers: Speakers
  let matcher: FrameMatcher
  let fillerReader: FillerReader
  let statusReader: StatusReader

  init(rules: RuleSet, entityOfMention: [Int?], speakers: Speakers) {
    self.rules = rules
    self.entityOfMention = entityOfMention
    self.speakers = speakers
    matcher = FrameMatcher(rules: rules)
    fillerReader = FillerReader(rules: rules)
    statusReader = StatusReader(rules: rules)
  }

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
    let reading = statusReader.read(match, sentence, input)
    let constants = constants(of: relation, match.trigger, sentence)
    let further = fillerReader.fillers(
      of: match,
      taken: Set(match.fillers.map(\.role) + constants.map(\.role)),
      sentence,
      input,
      &machine
    )
    let fixed =
      further.flatMap { found in members(of: found.filler).map { (found.role, $0) } } + constants
    let found = match.fillers.map { role, phrases in
      let fillers = phrases.compactMap { filler($0, relation.roles[role], sentence) }
      return (role, fillers.flatMap { members(of: $0) })
    }
    return combinations(of: found, relation).map { chosen in
      Result { () throws(RelationRejection) in
        try make(match, relation, chosen + fixed, reading, sentence)
      }
    }
  }

  /// What the rule fills in itself; its words are the one in the match that says it, else the whole match.
  func constants(
    of relation: CompiledRelation,
    _ words: TokenRange,
    _ sentence: SentenceContext
  ) -> [(role: Int, filler: Filler)] {
    relation.constants.compactMap { constant in
      guard let role = relation.roles.firstIndex(where: { $0.name == constant.role }) else {
        return nil
      }
      let symbol = rules.vocabulary.symbol(of: constant.value)
      let token = words.indices.first { sentence.token($0).symbol == symbol && symbol.isKnown }
      return (role, .vocabulary(constant.value, token.map { TokenRange($0, $0 + 1) } ?? words))
    }
  }

  /// Whether an `unless` pattern matches in a range.
  func isExcluded(
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

  /// The ways to fill a relation: lists are spread over several relations where a role takes one filler,
  /// or where the role is named twice (`X's agreements with A and B` are two).
  func combinations(
    of found: [(role: Int, fillers: [Filler])],
    _ relation: CompiledRelation
  ) -> [[(role: Int, filler: Filler)]] {
    var result: [[(role: Int, filler: Filler)]] = [[]]
    var seen: Set<Int> = []
    for (role, fillers) in found {
      let isSpread = !relation.roles[role].isMultiple || seen.contains(role)
      seen.insert(role)
      if isSpread {
        result = result.flatMap { start in fillers.map { start + [(role, $0)] } }
      } else {
        result = result.map { start in start + fillers.map { (role, $0) } }
      }
    }
    return result
  }

  /// What fills a role: both of `the two companies`.
  private func members(of filler: Filler) -> [Filler] {
    guard case .mention(let mention) = filler else { return [filler] }
    return speakers.members(of: mention).map { .mention($0) }
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

  /// The relation, if no core role is empty, or if all are: then it tells details of another relation.
  func make(
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
          if let other = entities[entity] {
            if role.isOptional { continue }
            throw .sameEntity(other, role.name)
          }
          entities[entity] = role.name
        }
        arguments.append(Argument(role: role.name, filler: filler))
      }
    }
    let filled = Set(arguments.map(\.role))
    let needed = relation.roles.filter { !$0.isOptional }
    let isDetail = !needed.isEmpty && needed.allSatisfy { !filled.contains($0.name) }
    if !isDetail {
      if let role = needed.first(where: { !filled.contains($0.name) }) {
        throw .missing([role.name])
      }
      if let group = relation.requirements.first(where: { filled.isDisjoint(with: $0) }) {
        throw .missing(group)
      }
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
}
