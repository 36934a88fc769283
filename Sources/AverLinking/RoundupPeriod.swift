import AverModel
import AverRules

/// Dates the deals of a roundup by the period that its first sentences tell.
///
/// `Nine deals were announced in May. Norden bought Tern.`
struct RoundupPeriod {
  let rules: RuleSet
  let sentences: [SentenceContext]

  /// How many sentences at the beginning may tell the period.
  private static let head = 2
  /// How many deals make a roundup.
  private static let least = 4
  /// The role of the time of an event.
  private static let date = "date"

  /// The relations, those of a roundup with its period where they have no date.
  func dated(_ relations: [Relation]) -> [Relation] {
    for sentence in sentences.prefix(Self.head) {
      guard let (type, period) = period(told: sentence) else { continue }
      let isMeant = { (relation: Relation) in
        relation.type == type && relation.sentence > sentence.index
      }
      guard Set(relations.filter(isMeant).map(\.sentence)).count >= Self.least else {
        return relations
      }
      return relations.map { relation in
        guard isMeant(relation), !relation.arguments.contains(where: { $0.role == Self.date })
        else {
          return relation
        }
        let argument = Argument(role: Self.date, filler: .mention(period))
        return relation.with(arguments: relation.arguments + [argument])
      }
    }
    return relations
  }

  /// The type of deals that a sentence speaks of and the mention of their period.
  private func period(told sentence: SentenceContext) -> (type: String, mention: Int)? {
    guard let nouns = rules.list(named: StageLists.roundupNoun) else { return nil }
    for verb in sentence.verbs {
      let group = sentence.text.verbGroups[verb]
      guard group.isPassive || group.form == .participle,
        sentence.isWord(group.head, of: StageLists.settlingWord, rules),
        let subject = sentence.subject(of: verb)
          ?? FrameMatcher(rules: rules).antecedent(of: verb, sentence)
      else { continue }
      let head = TokenRange(sentence.phrases[subject].head, sentence.phrases[subject].head + 1)
      guard
        let type = rules.value(of: sentence.text.tokenized.string(head), inList: nouns)
      else { continue }
      var next = group.tokens.end
      if next < sentence.tokens.end, sentence.text.tags[next] == .adposition { next += 1 }
      let period = sentence.sentenceMentions.first { _, mention in
        guard case .time(let time)? = mention.value else { return false }
        return mention.type == .date && mention.tokens.start == next
          && !time.value.hasSuffix("_REF")
      }
      if let period { return (type, period.0) }
    }
    return nil
  }
}
