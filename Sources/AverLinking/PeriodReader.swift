import AverModel
import AverRules

/// Gives figures without a period that of the figures of the same organization right before them.
///
/// `Fourth-quarter revenue was $3 billion. Net profit fell to $90 million.`
struct PeriodReader {
  let rules: RuleSet
  let entityOfMention: [Int?]
  /// The rules whose relations have a period.
  private let periodic: Set<RuleIdentifier>

  /// How many sentences back the period may stand.
  private static let reach = 2
  /// The role of the time that a figure is of.
  private static let period = "period"

  init(rules: RuleSet, entityOfMention: [Int?]) {
    self.rules = rules
    self.entityOfMention = entityOfMention
    periodic = Set(
      rules.relations.lazy.filter { relation in
        relation.roles.contains { $0.name == Self.period }
      }.map { RuleIdentifier(file: $0.file, name: $0.name) }
    )
  }

  /// The relations of a sentence, with periods where those before it have one.
  ///
  /// - Parameters:
  ///   - found: The relations.
  ///   - earlier: The relations of the sentences before, in text order.
  ///   - sentence: The sentence.
  ///   - input: The sentence for the machine.
  /// - Returns: The relations in the same order.
  func completed(
    _ found: [Relation],
    after earlier: [Relation],
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput
  ) -> [Relation] {
    var result = found
    for (index, relation) in found.enumerated() {
      let rule = RuleIdentifier(file: relation.rule.file, name: relation.rule.name)
      guard periodic.contains(rule), relation.status == .completed, !isDated(relation),
        let period = period(of: relation, earlier, sentence),
        !TimeScope(rules: rules, trigger: relation.trigger, sentence: sentence)
          .comparesFigures(input)
      else { continue }
      result[index] = relation.with(arguments: relation.arguments + [period])
    }
    return result
  }

  private func isDated(_ relation: Relation) -> Bool {
    relation.arguments.contains { $0.role == Self.period }
  }

  /// The period of the figures nearest before, of several in one sentence that of the first.
  private func period(
    of relation: Relation,
    _ earlier: [Relation],
    _ sentence: SentenceContext
  ) -> Argument? {
    guard let owner = owner(relation) else { return nil }
    // The figure with which another is compared is of another time than the rest.
    let isBase = { (before: Relation) in
      before.cues.contains { cue in
        cue.tokens.indices.contains {
          sentence.isWord($0, of: StageLists.originWord, rules)
            || sentence.isWord($0, of: StageLists.comparisonWord, rules)
        }
      }
    }
    let fitting = earlier.reversed().prefix { relation.sentence - $0.sentence <= Self.reach }
      .filter { before in
        before.type == relation.type && before.status == .completed && isDated(before)
          && self.owner(before) == owner && !isBase(before)
      }
    guard let nearest = fitting.first?.sentence else { return nil }
    let first = fitting.filter { $0.sentence == nearest }.min { $0.trigger.end < $1.trigger.end }
    return first?.arguments.first { $0.role == Self.period }
  }

  /// The entity that the first filler of a relation names.
  private func owner(_ relation: Relation) -> Int? {
    guard case .mention(let mention)? = relation.arguments.first?.filler else { return nil }
    return entityOfMention[mention]
  }
}
