import AverModel

/// The universal tags of a text, now that its groups and clauses are known.
struct FinalTags {
  private let tokens: SyntaxTokens
  private let tagged: TaggedTokens

  init(_ tokens: SyntaxTokens, _ tagged: TaggedTokens) {
    self.tokens = tokens
    self.tagged = tagged
  }

  /// One tag a token.
  func tags(verbs: [VerbGroup], nouns: [NounGroup], clauses: [Clause]) -> [PartOfSpeech] {
    var tags = tokens.tokens.map(\.tag)
    // Verbs that do the work of prepositions (`according to`) stay verbs.
    for index in tags.indices where tags[index] == .adposition && tagged.tags[index] == .verb {
      tags[index] = .verb
    }
    for verb in verbs {
      // So does a `be` without another verb that says what there is (`there are`).
      if tagged.tags[verb.head] == .verb { tags[verb.head] = .verb }
      markGerund(verb, &tags)
    }
    markPrepositions(nouns, verbs, clauses, &tags)
    return tags
  }

  /// A preposition before a gerund joins a clause: `by buying`, `of further cutting`.
  private func markGerund(_ verb: VerbGroup, _ tags: inout [PartOfSpeech]) {
    guard verb.form == .gerund, verb.tokens.start > 0 else { return }
    var before = verb.tokens.start - 1
    if before > 0, tags[before] == .adverb { before -= 1 }
    if tags[before] == .adposition, tokens[before].isPreposition { tags[before] = .subordinator }
  }

  /// A subordinator before a noun group whose clause has no verb is a preposition: `after the talks`.
  private func markPrepositions(
    _ nouns: [NounGroup],
    _ verbs: [VerbGroup],
    _ clauses: [Clause],
    _ tags: inout [PartOfSpeech]
  ) {
    var isOpener = Array(repeating: false, count: tags.count)
    for clause in clauses { isOpener[clause.tokens.start] = true }
    for verb in verbs where verb.form == .gerund || verb.form == .participle {
      isOpener[verb.tokens.start] = true
    }
    for noun in nouns where noun.tokens.start > 0 {
      let before = noun.tokens.start - 1
      let end = noun.tokens.end
      guard tags[before] == .subordinator, tokens[before].words.contains(.preposition),
        !isOpener[before], end == tags.count || !isOpener[end]
      else { continue }
      tags[before] = .adposition
    }
  }
}
