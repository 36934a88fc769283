import AverModel
import AverRules

/// Fills the roles that the frame itself left open: by `with` patterns, by dates of the clause, and by
/// what the rule says.
struct FillerReader {
  let rules: RuleSet

  /// Tokens or a mention that a `with` pattern found for a role.
  struct Found {
    let role: Int
    let filler: Filler
    let tokens: TokenRange
  }

  /// The further fillers of a match, for roles that are not `taken` already.
  func fillers(
    of match: FrameMatch,
    taken: Set<Int>,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> [Found] {
    let relation = rules.relations[match.relation]
    var result: [Found] = []
    var filled = taken
    var several: Set<Int> = []
    for filler in relation.fillers
    where !filled.contains(filler.role) || several.contains(filler.role) {
      guard let found = nearest(filler, relation, match, sentence, input, &machine) else {
        continue
      }
      filled.insert(filler.role)
      let role = relation.roles[filler.role]
      if role.isMultiple { several.insert(filler.role) }
      for one in [found] + partners(of: found, role, sentence)
      where !result.contains(where: { $0.role == one.role && $0.filler == one.filler }) {
        result.append(one)
      }
    }
    for (index, role) in relation.roles.enumerated() where !filled.contains(index) {
      if role.types.contains(.date) || role.types.contains(.duration),
        let date = nearestDate(role, match, sentence, input)
      {
        result.append(date)
      } else if let word = vocabularyWord(role, index, match, input) {
        result.append(word)
      }
    }
    return result
  }

  /// The other names of the list that a name begins, for a role of several: `led by Accel and Index`.
  private func partners(
    of found: Found,
    _ role: CompiledRole,
    _ sentence: SentenceContext
  ) -> [Found] {
    guard role.isMultiple, case .mention(let mention) = found.filler,
      let phrase = sentence.phrase(at: found.tokens.start),
      sentence.phrases[phrase].mention == mention
    else { return [] }
    return sentence.members(ofListWith: phrase).compactMap { member in
      guard member > phrase, let other = sentence.phrases[member].mention,
        role.types.contains(sentence.mentions[other].type)
      else { return nil }
      return Found(
        role: found.role,
        filler: .mention(other),
        tokens: sentence.mentions[other].tokens
      )
    }
  }

  /// Everything that a `with` pattern finds in a sentence, in text order.
  func all(
    of filler: (role: Int, program: Program),
    _ relation: CompiledRelation,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> [Found] {
    var result: [Found] = []
    machine.forEachMatch(of: filler.program, in: input) { hit in
      let isExact = hit.captures.count > 1 && hit.captures[1] != nil
      guard let capture = isExact ? hit.captures[1] : hit.captures[0],
        let found = found(filler.role, relation.roles[filler.role], capture, isExact, sentence)
      else { return }
      result.append(found)
    }
    return result
  }

  private func nearest(
    _ filler: (role: Int, program: Program),
    _ relation: CompiledRelation,
    _ match: FrameMatch,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> Found? {
    var best: (found: Found, distance: Int)?
    let role = relation.roles[filler.role]
    let region = relation.window == .clause ? match.fillerRegion : sentence.tokens
    let clause = sentence.subordinateClause(around: match.trigger)
    machine.forEachMatch(of: filler.program, in: input, trigger: match.trigger) { hit in
      let whole = TokenRange(input.base + hit.start, input.base + hit.end)
      guard region.overlaps(whole) else { return }
      let isExact = hit.captures.count > 1 && hit.captures[1] != nil
      guard let capture = isExact ? hit.captures[1] : hit.captures[0] else { return }
      // `bought Norden's chain`, `a Norden-based chain`: the pattern ends before what is meant.
      if whole.end == capture.tokens.end, isContinued(at: whole.end, sentence) { return }
      // What stands in another clause belongs to that clause's verb.
      guard region.contains(capture.tokens) else { return }
      // `fell 8% after it cut its forecast`: what stands before the clause is not told of the cut.
      if let clause, capture.tokens.end <= clause.start { return }
      if sentence.isInsert(capture.tokens, before: match.trigger) { return }
      guard let found = found(filler.role, role, capture, isExact, sentence) else { return }
      // What follows the trigger is nearer to it than what stands before it.
      let distance =
        whole.start >= match.trigger.end
        ? whole.start - match.trigger.end : (match.trigger.start - whole.end) * 2 + 4
      if distance < best?.distance ?? Int.max { best = (found, distance) }
    }
    return best?.found
  }

  /// Whether a possessive or a hyphen follows, so that a name only says whose or which.
  private func isContinued(at token: Int, _ sentence: SentenceContext) -> Bool {
    guard token < sentence.tokens.end else { return false }
    let found = sentence.token(token)
    return found.traits.contains(.possessive)
      || (found.traits.contains(.glued)
        && sentence.text.tokenized.clean.bytes[found.start] == 0x2D)
  }

  private func found(
    _ index: Int,
    _ role: CompiledRole,
    _ capture: Capture,
    _ isExact: Bool,
    _ sentence: SentenceContext
  ) -> Found? {
    if let mention = capture.mention {
      return Found(role: index, filler: .mention(mention), tokens: capture.tokens)
    }
    if !role.lists.isEmpty, let value = capture.entry {
      return Found(role: index, filler: .vocabulary(value, capture.tokens), tokens: capture.tokens)
    }
    guard role.acceptsText else { return nil }
    // A capture of the rule's own says where the words end; `TEXT` means the phrase around them.
    let tokens =
      isExact
      ? TextFiller.trimmed(capture.tokens, sentence, rules.vocabulary)
      : TextFiller.tokens(around: capture.tokens, sentence, rules.vocabulary)
    return Found(role: index, filler: .text(tokens), tokens: tokens)
  }

  /// The role of the time that a figure is of, which may stand in any clause of its sentence.
  private static let period = "period"

  /// The date in the clause that stands nearest to the trigger.
  private func nearestDate(
    _ role: CompiledRole,
    _ match: FrameMatch,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput
  ) -> Found? {
    let scope = TimeScope(
      rules: rules,
      trigger: match.trigger,
      sentence: sentence,
      fillers: match.fillers.flatMap(\.phrases)
    )
    let clause = role.name == Self.period ? nil : sentence.subordinateClause(around: match.trigger)
    var best: (mention: Int, distance: Int)?
    for (index, mention) in sentence.sentenceMentions
    where match.region.contains(mention.tokens) && isTime(index, role, sentence)
      && clause?.contains(mention.tokens) ?? true
      && !scope.isElsewhere(mention.tokens, input)
    {
      let distance =
        mention.tokens.start >= match.trigger.end
        ? mention.tokens.start - match.trigger.end : match.trigger.start - mention.tokens.end
      if distance < best?.distance ?? Int.max { best = (index, distance) }
    }
    let told = scope.antecedent(of: match.verb).flatMap { isTime($0, role, sentence) ? $0 : nil }
    let opening = scope.opening(for: match.verb).flatMap { isTime($0, role, sentence) ? $0 : nil }
    guard let mention = told ?? best?.mention ?? opening ?? dayOfSaying(role, match, sentence),
      let role = rules.relations[match.relation].roles.firstIndex(where: { $0.name == role.name })
    else { return nil }
    return Found(
      role: role,
      filler: .mention(mention),
      tokens: sentence.mentions[mention].tokens
    )
  }

  /// The time at which an organization told of an act of its own: `said in May that it had hired …`.
  ///
  /// The day on which the news itself was told is not when it happened, but for a takeover it counts.
  private func dayOfSaying(
    _ role: CompiledRole,
    _ match: FrameMatch,
    _ sentence: SentenceContext
  ) -> Int? {
    guard role.name == "date", match.verb != nil else { return nil }
    let takesDays = rules.relations[match.relation].type == "acquisition"
    for (index, mention) in sentence.sentenceMentions
    where mention.tokens.end <= match.trigger.end && isTime(index, role, sentence)
      && (takesDays || isCoarse(mention))
    {
      var before = mention.tokens.start - 1
      if before > sentence.tokens.start, sentence.text.tags[before] == .adposition { before -= 1 }
      let verbs = [sentence.verb(at: before), sentence.verb(at: mention.tokens.end)]
      let isTold = verbs.contains { verb in
        guard let verb, sentence.isSaying(verb, rules) else { return false }
        return tellsOfItself(verb, sentence)
      }
      if isTold { return index }
    }
    return nil
  }

  /// Whether a date is a month or more.
  private func isCoarse(_ mention: Mention) -> Bool {
    guard case .time(let time)? = mention.value else { return false }
    return time.value.utf8.count <= 7
  }

  /// Whether the subject of a verb of saying is an organization other than an outlet.
  private func tellsOfItself(_ verb: Int, _ sentence: SentenceContext) -> Bool {
    guard let subject = sentence.subject(of: verb),
      let mention = sentence.phrases[subject].mention,
      sentence.mentions[mention].type == .organization
    else { return false }
    guard let outlets = rules.list(named: StageLists.newsOutlet) else { return true }
    let name = sentence.text.tokenized.string(sentence.mentions[mention].tokens)
    return !rules.contains(name, inList: outlets)
  }

  /// Whether a mention is a time that a role takes and that says when.
  private func isTime(_ index: Int, _ role: CompiledRole, _ sentence: SentenceContext) -> Bool {
    let mention = sentence.mentions[index]
    return role.types.contains(mention.type) && isDated(mention)
  }

  /// Whether a time says when: `now` and `in the future` do not.
  private func isDated(_ mention: Mention) -> Bool {
    guard case .time(let time)? = mention.value else { return false }
    // Without a year nothing anchors it.
    return !time.value.hasSuffix("_REF") && !time.value.isEmpty && !time.value.hasPrefix("XXXX")
  }

  /// The word of a closed vocabulary in the clause, the trigger's own first.
  private func vocabularyWord(
    _ role: CompiledRole,
    _ index: Int,
    _ match: FrameMatch,
    _ input: borrowing SentenceInput
  ) -> Found? {
    guard !role.lists.isEmpty else { return nil }
    var best: (value: Int, tokens: TokenRange, distance: Int)?
    for hit in input.lists.matches where role.lists.contains(Int(hit.list)) && hit.value >= 0 {
      let tokens = TokenRange(input.base + Int(hit.start), input.base + Int(hit.end))
      guard match.region.contains(tokens) else { continue }
      let distance = tokens.overlaps(match.trigger) ? 0 : abs(tokens.start - match.trigger.start)
      let isBetter =
        distance < best?.distance ?? Int.max
        || (distance == best?.distance && tokens.count > best?.tokens.count ?? 0)
      if isBetter { best = (Int(hit.value), tokens, distance) }
    }
    return best.map {
      Found(role: index, filler: .vocabulary(rules.values[$0.value], $0.tokens), tokens: $0.tokens)
    }
  }
}

/// The words that fill a text-valued role: a noun phrase without its determiner.
enum TextFiller {
  static func tokens(
    around range: TokenRange,
    _ sentence: SentenceContext,
    _ vocabulary: Vocabulary
  ) -> TokenRange {
    if range.count > 1 { return trimmed(range, sentence, vocabulary) }
    if let verb = sentence.verb(at: range.start) {
      // `to secure future capacity`: the verb with its object.
      let end = sentence.text.verbGroups[verb].tokens.end
      let object = sentence.phrase(at: end).map { sentence.phrases[$0].tokens.end }
      return TokenRange(range.start, object ?? max(range.end, end))
    }
    let phrase = sentence.phrase(at: range.start).map { sentence.phrases[$0].tokens } ?? range
    return trimmed(phrase, sentence, vocabulary)
  }

  /// A phrase without the determiner or possessive pronoun at its front and the possessive at its end.
  static func trimmed(
    _ range: TokenRange,
    _ sentence: SentenceContext,
    _ vocabulary: Vocabulary
  ) -> TokenRange {
    var start = range.start
    var end = range.end
    while start < end - 1,
      vocabulary.classes(of: sentence.token(start).symbol).contains(.determiner)
    {
      start += 1
    }
    while end - 1 > start, sentence.token(end - 1).traits.contains(.possessive) { end -= 1 }
    return TokenRange(start, end)
  }
}

extension SentenceContext {
  /// The mentions of the sentence with their indices.
  var sentenceMentions: LazyMapSequence<Range<Int>, (Int, Mention)> {
    mentionRange.lazy.map { ($0, self.mentions[$0]) }
  }
}
