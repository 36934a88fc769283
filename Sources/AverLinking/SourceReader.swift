import AverModel
import AverRules

/// Reads a phrase as the source of a statement.
struct SourceReader {
  let rules: RuleSet
  let sentence: SentenceContext
  let entityOfMention: [Int?]
  let entities: [Entity]
  let lists: ListMatches
  /// Which names may be the source; documents and people without a name always may.
  let role: CompiledRole

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
    guard token < sentence.tokens.end,
      let phrase = FrameMatcher(rules: rules).phrase(startingAt: token, sentence)
    else { return [] }
    return sources(of: phrase, cue: cue)
  }

  /// The sources that end right before a verb and begin behind a comma, whatever the clauses make of them:
  /// `…, a spokeswoman for Norden said`.
  func sources(before cue: TokenRange) -> [AttributedSource] {
    var token = cue.start - 1
    while token > sentence.tokens.start, sentence.text.tags[token] == .adverb { token -= 1 }
    for _ in 0..<2 {
      guard let phrase = sentence.phrase(at: token) else { return [] }
      let before = sentence.phrases[phrase].tokens.start - 1
      guard before > sentence.tokens.start else { return [] }
      if sentence.token(before).traits.contains(.punctuation) {
        return sources(of: phrase, cue: cue)
      }
      guard sentence.text.tags[before] == .adposition else { return [] }
      token = before - 1
    }
    return []
  }

  /// The sources that a phrase names, members of a list included.
  func sources(of phrase: Int, cue: TokenRange) -> [AttributedSource] {
    sentence.members(ofListWith: phrase).compactMap { source($0, cue: cue) }
  }

  private func source(_ phrase: Int, cue: TokenRange) -> AttributedSource? {
    // `two of the people`
    if let whole = whole(of: phrase), isHead(of: whole, in: StageLists.anonymousSource) {
      return described(
        words(of: phrase).union(wordsWithKnowledge(of: whole)),
        .anonymous,
        cue
      )
    }
    let name = headMention(phrase)
    if let name, sentence.phrases[phrase].mention == name || !isDescribed(phrase) {
      return named(name, cue: cue)
    }
    // `a spokesman, Tom Reyes`: a name behind says who it is; one before is of what was told of it.
    if let name, sentence.mentions[name].tokens.start > sentence.phrases[phrase].head {
      return named(name, cue: cue)
    }
    if isHead(of: phrase, in: StageLists.anonymousSource) {
      return described(wordsWithKnowledge(of: phrase), .anonymous, cue)
    }
    if isHead(of: phrase, in: StageLists.spokesperson) {
      return described(wordsWithEmployer(of: phrase), .person, cue)
    }
    if let owner = owner(of: phrase) { return named(owner, cue: cue) }
    if isHead(of: phrase, in: StageLists.documentNoun)
      || isHead(of: phrase, in: StageLists.figureNoun)
    {
      return described(words(of: phrase), .document, cue)
    }
    if isHead(of: phrase, in: StageLists.outletNoun) {
      return described(words(of: phrase), .outlet, cue)
    }
    return nil
  }

  /// Whether a phrase is a source by its noun alone: `a spokeswoman` `two people` `a filing`.
  private func isDescribed(_ phrase: Int) -> Bool {
    [
      StageLists.anonymousSource, StageLists.spokesperson, StageLists.documentNoun,
      StageLists.figureNoun,
    ]
    .contains { isHead(of: phrase, in: $0) }
  }

  private func words(of phrase: Int) -> TokenRange {
    TextFiller.trimmed(sentence.phrases[phrase].tokens, sentence, rules.vocabulary)
  }

  /// A phrase with what its people know: `two people with knowledge of the talks`.
  private func wordsWithKnowledge(of phrase: Int) -> TokenRange {
    let own = words(of: phrase)
    let position = own.end - lists.base
    guard position >= 0, position < lists.count,
      let links = rules.list(named: StageLists.knowingLink),
      let link = lists.matches(at: position).last(where: { Int($0.list) == links })
    else { return own }
    let end = lists.tokens(of: link).end
    guard let known = sentence.phrase(at: end), sentence.phrases[known].tokens.start == end else {
      return own.union(lists.tokens(of: link))
    }
    return own.union(words(of: known))
  }

  /// A phrase with whom its people speak for: `a spokesman for Norden`.
  private func wordsWithEmployer(of phrase: Int) -> TokenRange {
    let own = words(of: phrase)
    guard own.end + 1 < sentence.tokens.end, sentence.text.tags[own.end] == .adposition,
      let employer = sentence.phrase(at: own.end + 1),
      let mention = sentence.phrases[employer].mention,
      sentence.mentions[mention].type == .organization
    else { return own }
    return own.union(words(of: employer))
  }

  /// The phrase of which one is a part: the `people` of `two of the people`.
  private func whole(of phrase: Int) -> Int? {
    let end = sentence.phrases[phrase].tokens.end
    guard end + 1 < sentence.tokens.end, sentence.text.tags[end] == .adposition,
      sentence.isWord(end, of: StageLists.partWord, rules)
    else { return nil }
    return sentence.phrase(at: end + 1)
  }

  private func described(
    _ words: TokenRange,
    _ kind: AttributedSource.Kind,
    _ cue: TokenRange
  ) -> AttributedSource {
    // `citing sources` may be one group.
    let start = cue.contains(words.start) && cue.end < words.end ? cue.end : words.start
    let words = TokenRange(start, words.end)
    return AttributedSource(
      name: sentence.text.tokenized.string(words),
      kind: kind,
      range: sentence.text.tokenized.bytes(of: words),
      cue: sentence.text.tokenized.string(cue),
      entity: nil
    )
  }

  /// Whose figures or report a phrase means: `Norden data`, `a Newswire report`, `a report in the Post`.
  private func owner(of phrase: Int) -> Int? {
    let found = sentence.phrases[phrase]
    let isFigure = isHead(of: phrase, in: StageLists.figureNoun)
    let isReport = isHead(of: phrase, in: StageLists.documentNoun)
    let before = found.possessor.flatMap { sentence.phrases[$0].mention }
    if let owner = found.inner.last ?? before, sentence.mentions[owner].type == .organization {
      if isFigure || (isReport && isOutlet(owner)) { return owner }
    }
    let matcher = FrameMatcher(rules: rules)
    guard isFigure || isReport, found.tokens.end + 1 < sentence.tokens.end,
      sentence.text.tags[found.tokens.end] == .adposition,
      let next = matcher.phrase(startingAt: found.tokens.end + 1, sentence),
      let owner = sentence.phrases[next].mention,
      isOutlet(owner) || (isFigure && sentence.mentions[owner].type == .organization)
    else { return nil }
    return owner
  }

  private func headMention(_ phrase: Int) -> Int? {
    guard !role.types.isEmpty else { return nil }
    let matcher = FrameMatcher(rules: rules)
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

  private func isOutlet(_ mention: Int) -> Bool {
    entityOfMention[mention].map { isOutlet(entities[$0]) } ?? false
  }

  private func isOutlet(_ entity: Entity) -> Bool {
    guard let outlets = rules.list(named: StageLists.newsOutlet) else { return false }
    return entity.names.contains { rules.contains($0, inList: outlets) }
  }

  /// Whether an entry of a list ends with the head of a phrase: `media reports`.
  private func isHead(of phrase: Int, in list: String) -> Bool {
    guard let list = rules.list(named: list) else { return false }
    let found = sentence.phrases[phrase]
    let end = found.head + 1 - lists.base
    for position in max(0, found.tokens.start - lists.base)..<max(0, end) {
      guard position < lists.count else { return false }
      for match in lists.matches(at: position)
      where Int(match.list) == list && Int(match.end) == end {
        return true
      }
    }
    return false
  }
}
