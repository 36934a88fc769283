import AverModel
import AverRules

/// Finds whom a sentence credits, and for which part of it.
struct AttributionReader {
  /// A source and the tokens that it is credited for.
  struct Credit {
    /// The type and the roles of the attribution that found it.
    let relation: CompiledRelation
    let source: AttributedSource
    /// What the source says, where the sentence says it.
    let words: TokenRange?
    let scope: TokenRange
    /// Whether the source only credits itself when it is another than the one who acts: companies that
    /// announce their own acts are not credited for them.
    let isOwnActVerb: Bool
    /// The stance of the source, such as `denied`; nil if it just says so.
    let stance: String?
  }

  let rules: RuleSet

  /// The credits of a sentence, in text order.
  func credits(
    in sentence: SentenceContext,
    entityOfMention: [Int?],
    entities: [Entity],
    _ input: borrowing SentenceInput
  ) -> [Credit] {
    let reader = SourceReader(
      rules: rules,
      sentence: sentence,
      entityOfMention: entityOfMention,
      entities: entities,
      lists: input.lists
    )
    var result: [Credit] = []
    let matcher = FrameMatcher(rules: rules)
    for (index, relation) in rules.relations.enumerated() where relation.isAttribution {
      for frame in relation.frames where frame.trigger == .words {
        result += fixedCredits(frame, relation, matcher, reader)
      }
      for verb in sentence.verbs {
        let head = sentence.text.verbGroups[verb].head
        let entries = rules.triggers[sentence.token(head).symbol] ?? []
        guard entries.contains(where: { $0.relation == index && !$0.isNoun }) else { continue }
        result += verbCredits(verb, relation, reader)
      }
    }
    return result.sorted { $0.source.range < $1.source.range }
  }

  /// `according to X`.
  private func fixedCredits(
    _ frame: CompiledFrame,
    _ relation: CompiledRelation,
    _ matcher: FrameMatcher,
    _ reader: SourceReader
  ) -> [Credit] {
    let sentence = reader.sentence
    var result: [Credit] = []
    for token in sentence.tokens.indices {
      for words in frame.words where matcher.matchesWords(words, at: token, sentence) {
        let cue = TokenRange(token, token + words.count)
        for source in reader.sources(from: cue.end, cue: cue) {
          let words = ReportedWords(sentence: sentence)
            .words(around: cue, source: reader.tokens(of: source))
          if words == nil, relation.needsClause { continue }
          result.append(
            Credit(
              relation: relation,
              source: source,
              words: words,
              scope: scope(of: cue, in: sentence),
              isOwnActVerb: false,
              stance: nil
            )
          )
        }
      }
    }
    return result
  }

  /// `X said …`, `… , X said`, `… , said X`, `reported by X`.
  private func verbCredits(
    _ verb: Int,
    _ relation: CompiledRelation,
    _ reader: SourceReader
  ) -> [Credit] {
    let sentence = reader.sentence
    let group = sentence.text.verbGroups[verb]
    guard group.form != .infinitive, group.negation == nil else { return [] }
    let cue = group.tokens
    var sources: [AttributedSource] = []
    if group.isPassive {
      let by = rules.vocabulary.symbol(of: "by")
      if cue.end < sentence.tokens.end, sentence.token(cue.end).symbol == by, by.isKnown {
        sources = reader.sources(from: cue.end + 1, cue: cue)
      }
    } else if let subject = sentence.subject(of: verb) {
      sources = reader.sources(of: subject, cue: cue)
    } else {
      sources = reader.sources(from: cue.end, cue: cue)
    }
    let stance = relation.stances.first { item in
      input(reader, has: item.list, in: cue)
    }?.name
    let isOwnActVerb = stance == "own_act" && !hasThatClause(after: cue.end, sentence)
    return sources.compactMap { source in
      let words = ReportedWords(sentence: sentence)
        .words(of: verb, source: reader.tokens(of: source))
      if words == nil, relation.needsClause { return nil }
      return Credit(
        relation: relation,
        source: source,
        words: words,
        scope: scope(of: words, cue, source: reader.tokens(of: source), sentence),
        isOwnActVerb: isOwnActVerb,
        stance: stance == "own_act" ? nil : stance
      )
    }
  }

  /// Whether `that` opens a clause right behind a verb: `announced on Friday that it had raised`.
  private func hasThatClause(after end: Int, _ sentence: SentenceContext) -> Bool {
    let that = rules.vocabulary.symbol(of: "that")
    return (end..<min(end + 3, sentence.tokens.end)).contains {
      sentence.token($0).symbol == that && that.isKnown
    }
  }

  private func input(_ reader: SourceReader, has list: Int, in range: TokenRange) -> Bool {
    reader.lists.matches.contains { match in
      let tokens = TokenRange(
        reader.lists.base + Int(match.start),
        reader.lists.base + Int(match.end)
      )
      return Int(match.list) == list && range.contains(tokens)
    }
  }

  /// A fixed phrase at either end of the sentence counts for all of it.
  private func scope(of cue: TokenRange, in sentence: SentenceContext) -> TokenRange {
    sentence.tokens
  }

  /// What a verb of saying is credited for: all that follows it if it opens its statement, else all.
  private func scope(
    of words: TokenRange?,
    _ cue: TokenRange,
    source: TokenRange,
    _ sentence: SentenceContext
  ) -> TokenRange {
    guard let words, words.start >= cue.end, !source.isEmpty else { return sentence.tokens }
    // A time or place before the source belongs to the statement: `In May, X said it had bought Y`.
    let isOpening = !sentence.verbs.contains {
      let group = sentence.text.verbGroups[$0]
      return group.isFinite && group.tokens.end <= min(cue.start, source.start)
    }
    return isOpening
      ? sentence.tokens : TokenRange(min(cue.start, source.start), sentence.tokens.end)
  }
}

/// Reads a phrase as the source of a statement.
struct SourceReader {
  let rules: RuleSet
  let sentence: SentenceContext
  let entityOfMention: [Int?]
  let entities: [Entity]
  let lists: ListMatches

  /// The tokens of a source's words.
  func tokens(of source: AttributedSource) -> TokenRange {
    let inside = sentence.tokens.indices.filter { source.range.contains(sentence.token($0).range) }
    guard let first = inside.first, let last = inside.last else {
      return TokenRange(sentence.tokens.start, sentence.tokens.start)
    }
    return TokenRange(first, last + 1)
  }

  /// The sources that begin at a token: a name, a list of names, or nameless sources.
  func sources(from token: Int, cue: TokenRange) -> [AttributedSource] {
    if let anonymous = anonymous(at: token, cue: cue) { return [anonymous] }
    guard token < sentence.tokens.end else { return [] }
    let matcher = FrameMatcher(rules: rules)
    guard let phrase = matcher.phrase(startingAt: token, sentence) else { return [] }
    return sources(of: phrase, cue: cue)
  }

  /// The sources that a phrase names, members of a list included.
  func sources(of phrase: Int, cue: TokenRange) -> [AttributedSource] {
    // `three people familiar with the matter`: the list knows the words from the noun on.
    for token in sentence.phrases[phrase].tokens.indices {
      if let anonymous = anonymous(at: token, cue: cue) { return [anonymous] }
    }
    var result: [AttributedSource] = []
    for member in sentence.members(ofListWith: phrase) {
      if let source = source(member, cue: cue) { result.append(source) }
    }
    return result
  }

  private func source(_ phrase: Int, cue: TokenRange) -> AttributedSource? {
    let tokens = sentence.phrases[phrase].tokens
    if let mention = headMention(phrase) {
      return named(mention, cue: cue)
    }
    let head = sentence.phrases[phrase].head
    if let nameless = rules.list(named: StageLists.anonymousSource), isListed(head, nameless) {
      let words = TextFiller.trimmed(tokens, sentence, rules.vocabulary)
      return AttributedSource(
        name: sentence.text.tokenized.string(words),
        kind: .anonymous,
        range: sentence.text.tokenized.bytes(of: words),
        cue: sentence.text.tokenized.string(cue),
        entity: nil
      )
    }
    if let owner = owner(of: phrase) { return named(owner, cue: cue) }
    if let documents = rules.list(named: StageLists.documentNoun), isListed(head, documents) {
      let words = TextFiller.trimmed(tokens, sentence, rules.vocabulary)
      return AttributedSource(
        name: sentence.text.tokenized.string(words),
        kind: .document,
        range: sentence.text.tokenized.bytes(of: words),
        cue: sentence.text.tokenized.string(cue),
        entity: nil
      )
    }
    return nil
  }

  /// Whose figures or report a phrase means: `Norden data`, `a Newswire report`, `a report in the Post`.
  private func owner(of phrase: Int) -> Int? {
    let found = sentence.phrases[phrase]
    let isFigure =
      rules.list(named: StageLists.figureNoun).map { isListed(found.head, $0) } ?? false
    let isReport =
      rules.list(named: StageLists.documentNoun).map { isListed(found.head, $0) } ?? false
    let before = found.possessor.flatMap { sentence.phrases[$0].mention }
    if let owner = found.inner.last ?? before, sentence.mentions[owner].type == .organization {
      if isFigure || (isReport && isOutlet(owner)) { return owner }
    }
    let matcher = FrameMatcher(rules: rules)
    guard isReport, found.tokens.end + 1 < sentence.tokens.end,
      sentence.text.tags[found.tokens.end] == .adposition,
      let next = matcher.phrase(startingAt: found.tokens.end + 1, sentence),
      let outlet = sentence.phrases[next].mention, isOutlet(outlet)
    else { return nil }
    return outlet
  }

  private func isOutlet(_ mention: Int) -> Bool {
    entityOfMention[mention].map { isOutlet(entities[$0]) } ?? false
  }

  private func headMention(_ phrase: Int) -> Int? {
    let matcher = FrameMatcher(rules: rules)
    let role = CompiledRole.source
    return matcher.filler(phrase, for: role, in: sentence).flatMap { sentence.phrases[$0].mention }
  }

  private func named(_ mention: Int, cue: TokenRange) -> AttributedSource? {
    let found = sentence.mentions[mention]
    guard let index = entityOfMention[mention] else { return nil }
    let entity = entities[index]
    let kind: AttributedSource.Kind
    if found.type == .person {
      kind = .person
    } else {
      kind = isOutlet(entity) ? .outlet : .organization
    }
    return AttributedSource(
      name: entity.name,
      kind: kind,
      range: found.range,
      cue: sentence.text.tokenized.string(cue),
      entity: entity.number
    )
  }

  private func isOutlet(_ entity: Entity) -> Bool {
    guard let outlets = rules.list(named: StageLists.newsOutlet) else { return false }
    return entity.names.contains { rules.contains($0, inList: outlets) }
  }

  private func anonymous(at token: Int, cue: TokenRange) -> AttributedSource? {
    guard let list = rules.list(named: StageLists.anonymousSource) else { return nil }
    let position = token - lists.base
    guard position >= 0, position < lists.count else { return nil }
    let hit = lists.matches(at: position).filter { Int($0.list) == list }
      .max { $0.end < $1.end }
    guard let hit else { return nil }
    let tokens = lists.tokens(of: hit)
    return AttributedSource(
      name: sentence.text.tokenized.string(tokens),
      kind: .anonymous,
      range: sentence.text.tokenized.bytes(of: tokens),
      cue: sentence.text.tokenized.string(cue),
      entity: nil
    )
  }

  private func isListed(_ token: Int, _ list: Int) -> Bool {
    let position = token - lists.base
    guard position >= 0, position < lists.count else { return false }
    return lists.matches(at: position).contains {
      Int($0.list) == list && Int($0.end) == position + 1
    }
  }
}
