import AverModel

/// Gives a relation the sources that its sentence credits.
enum Attributing {
  /// The relation with its sources and, where a source denies it, negated.
  static func credit(
    _ relation: Relation,
    _ credits: [AttributionReader.Credit],
    _ sentence: SentenceContext,
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
    for credit in credits where credit.scope.overlaps(relation.trigger) {
      let isSelf = credit.source.entity.map { acting.contains($0) } ?? false
      if credit.stance == "denied" { polarity = .negated }
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
}
