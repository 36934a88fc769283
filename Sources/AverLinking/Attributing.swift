import AverModel
import AverRules

/// Gives a relation the sources that its sentence credits.
enum Attributing {
  /// The relation with the sources in whose scope it lies and, where one of them denies it, negated.
  static func credit(
    _ relation: Relation,
    _ credits: [AttributionReader.Credit],
    _ entityOfMention: [Int?],
    _ entities: [Entity]
  ) -> Relation {
    let acting = Set(
      relation.arguments.compactMap { argument -> Int? in
        guard case .mention(let mention) = argument.filler else { return nil }
        return entityOfMention[mention].map { entities[$0].number }
      }
    )
    var sources: [AttributedSource] = []
    var polarity = relation.polarity
    for credit in credits {
      let isSelf = credit.source.entity.map { acting.contains($0) } ?? false
      if credit.stance == AttributionReader.denied { polarity = .negated }
      if isSelf, credit.isOwnActVerb { continue }
      if !sources.contains(where: { $0.name == credit.source.name }) {
        sources.append(credit.source)
      }
    }
    guard !sources.isEmpty || polarity != relation.polarity else { return relation }
    return Relation(
      type: relation.type,
      rule: relation.rule,
      trigger: relation.trigger,
      sentence: relation.sentence,
      evidence: relation.evidence,
      arguments: relation.arguments,
      status: relation.status,
      isStatusStated: relation.isStatusStated,
      polarity: polarity,
      attribution: sources,
      cues: relation.cues
    )
  }

  /// An attribution as a relation of its own: who says it, with the stance as its variant.
  static func relation(
    of credit: AttributionReader.Credit,
    _ sentence: SentenceContext
  ) -> Relation {
    let relation = credit.relation
    let inside = sentence.tokens.indices.filter {
      credit.source.range.contains(sentence.token($0).range)
    }
    let start = inside.first ?? sentence.tokens.start
    let tokens = TokenRange(start, inside.last.map { $0 + 1 } ?? start)
    let mention = sentence.sentenceMentions.first { $0.1.tokens == tokens }?.0
    var arguments: [Argument] = []
    for role in relation.roles {
      if role.types.contains(.clause) {
        if let words = credit.words {
          arguments.append(Argument(role: role.name, filler: .text(words)))
        }
      } else if arguments.isEmpty {
        let filler = mention.map { Filler.mention($0) } ?? .text(tokens)
        arguments.append(Argument(role: role.name, filler: filler))
      }
    }
    return Relation(
      type: relation.type,
      rule: RuleIdentifier(
        file: relation.file,
        name: relation.name,
        variant: credit.stance ?? "stated"
      ),
      trigger: tokens,
      sentence: sentence.index,
      evidence: sentence.text.tokenized.bytes(of: sentence.tokens),
      arguments: arguments,
      status: .completed,
      isStatusStated: false,
      polarity: .affirmed,
      attribution: [credit.source],
      cues: []
    )
  }
}
