import AverModel
import AverRules

/// Finds whom a sentence credits, and for which part of it.
struct AttributionReader {
  /// A source and the tokens that it is credited for.
  struct Credit {
    /// The type and the roles of the attribution that found it.
    let relation: CompiledRelation
    let source: AttributedSource
    /// The words that credit it.
    let cue: TokenRange
    /// What the source says, where the sentence says it.
    let words: TokenRange?
    /// The parts of the sentence that the source is credited for.
    let scope: [TokenRange]
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
    var result: [Credit] = []
    let matcher = FrameMatcher(rules: rules)
    for (index, relation) in rules.relations.enumerated() where relation.isAttribution {
      guard let role = relation.roles.first(where: { !$0.types.contains(.clause) }) else {
        continue
      }
      let reader = SourceReader(
        rules: rules,
        sentence: sentence,
        entityOfMention: entityOfMention,
        entities: entities,
        lists: input.lists,
        role: role
      )
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
          let tokens = reader.tokens(of: source)
          let words = ReportedWords(sentence: sentence).words(around: cue, source: tokens)
          if words == nil, relation.needsClause { continue }
          result.append(
            Credit(
              relation: relation,
              source: source,
              cue: cue,
              words: words,
              scope: [SourceScope(sentence: sentence).scope(of: cue, source: tokens)],
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
    let stance = relation.stances.first { item in
      input(reader, has: item.list, in: cue)
    }?.name
    // `expects to open a plant` tells of a plan, `expects sales to rise` of a view.
    if stance == Self.view,
      sentence.verbs.contains(where: { next in
        let other = sentence.text.verbGroups[next]
        return other.form == .infinitive && other.tokens.start == cue.end
      })
    {
      return []
    }
    var sources: [AttributedSource] = []
    if group.isPassive {
      guard cue.end < sentence.tokens.end,
        sentence.isWord(cue.end, of: StageLists.agentWord, rules)
      else { return [] }
      sources = reader.sources(from: cue.end + 1, cue: cue)
    } else if let subject = sentence.subject(of: verb) {
      sources = reader.sources(of: subject, cue: cue)
    } else {
      sources = reader.sources(from: cue.end, cue: cue)
      if sources.isEmpty { sources = reader.sources(before: cue) }
    }
    let isOwnActVerb = stance == Self.ownAct && !hasThatClause(after: cue.end, sentence)
    let scope = SourceScope(sentence: sentence)
    return sources.compactMap { source in
      let tokens = reader.tokens(of: source)
      let words = ReportedWords(sentence: sentence).words(of: verb, source: tokens)
      if words == nil, relation.needsClause { return nil }
      // `sued X; X denied the charges` denies no suit.
      if stance == Self.denied, words.map({ $0.start < cue.end }) ?? true { return nil }
      return Credit(
        relation: relation,
        source: source,
        cue: cue,
        words: words,
        scope: scope.scope(of: words, verb, source: tokens),
        isOwnActVerb: isOwnActVerb,
        stance: [Self.ownAct, Self.view].contains(stance) ? nil : stance
      )
    }
  }

  /// What a stance of an attribution is called whose verbs deny what they report.
  static let denied = "denied"
  /// The stance of verbs by which companies announce what they did themselves.
  private static let ownAct = "own_act"
  /// The stance of verbs that tell a view of others, but a plan of one's own acts.
  private static let view = "view"

  /// Whether `that` opens a clause right behind a verb: `announced on Friday that it had raised`.
  private func hasThatClause(after end: Int, _ sentence: SentenceContext) -> Bool {
    (end..<min(end + 3, sentence.tokens.end)).contains {
      sentence.isWord($0, of: StageLists.contentWord, rules)
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
}
