import AverModel
import AverRules

/// Fills open roles of relations whose rule says `window doc`: from the nearest sentence in which a
/// `with` pattern finds something, the one before rather than the one behind.
struct DocumentWindow {
  let rules: RuleSet
  let sentences: [SentenceContext]
  /// Makes a sentence ready for the machine.
  let load: (_ sentence: SentenceContext, _ input: inout SentenceInput) -> Void

  private struct Key: Hashable {
    let relation: Int
    let filler: Int
  }

  /// What a pattern finds, sentence by sentence; each pattern reads the document once.
  private typealias Finds = [Key: [(sentence: Int, filler: Filler)]]

  /// The relations, those of such rules with the roles filled that were open.
  func filled(
    _ relations: [Relation],
    _ input: inout SentenceInput,
    _ machine: inout PatternMachine
  ) -> [Relation] {
    let indices = rules.relations.indices.filter { rules.relations[$0].window == .document }
    guard !indices.isEmpty, !relations.isEmpty else { return relations }
    var indexOfRule: [RuleIdentifier: Int] = [:]
    for index in indices {
      let rule = rules.relations[index]
      indexOfRule[RuleIdentifier(file: rule.file, name: rule.name)] = index
    }
    let rulesInUse = Set(
      relations.compactMap {
        indexOfRule[RuleIdentifier(file: $0.rule.file, name: $0.rule.name)]
      }
    )
    guard !rulesInUse.isEmpty else { return relations }
    let finds = finds(of: rulesInUse.sorted(), &input, &machine)
    return relations.map { relation in
      let name = RuleIdentifier(file: relation.rule.file, name: relation.rule.name)
      guard let index = indexOfRule[name] else { return relation }
      return filled(relation, index, finds)
    }
  }

  private func finds(
    of relations: [Int],
    _ input: inout SentenceInput,
    _ machine: inout PatternMachine
  ) -> Finds {
    var result: Finds = [:]
    let reader = FillerReader(rules: rules)
    for sentence in sentences {
      load(sentence, &input)
      for index in relations {
        let relation = rules.relations[index]
        for (number, filler) in relation.fillers.enumerated() {
          let found = reader.all(of: filler, relation, sentence, input, &machine)
          guard let first = found.first else { continue }
          result[Key(relation: index, filler: number), default: []]
            .append((sentence.index, first.filler))
        }
      }
    }
    return result
  }

  private func filled(_ relation: Relation, _ index: Int, _ finds: Finds) -> Relation {
    let rule = rules.relations[index]
    var arguments = relation.arguments
    for (number, filler) in rule.fillers.enumerated() {
      let role = rule.roles[filler.role].name
      guard !arguments.contains(where: { $0.role == role }),
        let found = finds[Key(relation: index, filler: number)],
        let nearest = nearest(to: relation.sentence, found)
      else { continue }
      arguments.append(Argument(role: role, filler: nearest))
    }
    guard arguments.count > relation.arguments.count else { return relation }
    let order = Dictionary(
      rule.roles.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    let sorted = arguments.enumerated().sorted {
      (order[$0.element.role] ?? 0, $0.offset) < (order[$1.element.role] ?? 0, $1.offset)
    }
    return relation.with(arguments: sorted.map(\.element))
  }

  /// The find nearest to a sentence, of two as near the one before it; finds are in text order.
  private func nearest(to own: Int, _ finds: [(sentence: Int, filler: Filler)]) -> Filler? {
    var low = 0
    var high = finds.count
    while low < high {
      let middle = (low + high) / 2
      if finds[middle].sentence <= own { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return finds.first?.filler }
    guard low < finds.count else { return finds[low - 1].filler }
    let isBefore = own - finds[low - 1].sentence <= finds[low].sentence - own
    return finds[isBefore ? low - 1 : low].filler
  }
}

extension Relation {
  /// The relation with other arguments.
  func with(arguments: [Argument]) -> Relation {
    Relation(
      type: type,
      rule: rule,
      trigger: trigger,
      sentence: sentence,
      evidence: evidence,
      arguments: arguments,
      status: status,
      isStatusStated: isStatusStated,
      polarity: polarity,
      attribution: attribution,
      cues: cues
    )
  }
}
