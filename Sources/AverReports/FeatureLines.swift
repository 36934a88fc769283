import AverModel

/// One line for each group and clause of a sentence: its words and what holds of it.
struct FeatureLines {
  private let view: SentenceView

  init(_ view: SentenceView) { self.view = view }

  func lines() -> [String] {
    view.nouns.map(noun) + view.verbs.map(verb) + view.clauses.map(clause)
  }

  private func noun(_ index: Int) -> String {
    let group = view.text.nounGroups[index]
    var features = ["head " + view.word(group.head)]
    if let determiner = group.determiner { features.append("determiner " + view.word(determiner)) }
    if group.isPossessive { features.append("possessive") }
    if let other = group.possessor { features.append("of " + view.name(noun: other)) }
    if let other = group.appositionOf { features.append("explains " + view.name(noun: other)) }
    if let other = group.coordinatedWith { features.append("joins " + view.name(noun: other)) }
    return line(view.name(noun: index), view.words(Array(group.tokens.indices)), features)
  }

  private func verb(_ index: Int) -> String {
    let group = view.text.verbGroups[index]
    var features = ["head " + view.word(group.head), "\(group.form)"]
    features.append(group.isPassive ? "passive" : "active")
    if group.isPerfect { features.append("perfect") }
    if group.isProgressive { features.append("progressive") }
    if let modal = group.modal { features.append("modal " + view.word(modal)) }
    if let negation = group.negation { features.append("denied by " + view.word(negation)) }
    if let particle = group.particle { features.append("particle " + view.word(particle)) }
    if let other = group.governor { features.append("controlled by " + view.name(verb: other)) }
    if let other = group.coordinatedWith { features.append("joins " + view.name(verb: other)) }
    if group.sharesAuxiliaries { features.append("shares auxiliaries") }
    return line(view.name(verb: index), view.words(group.parts), features)
  }

  private func clause(_ index: Int) -> String {
    let clause = view.text.clauses[index]
    var features = ["\(clause.kind)", "verb " + view.name(verb: clause.verb)]
    features.append("subject " + (clause.subject.map { view.name(noun: $0) } ?? "unknown"))
    if let parent = clause.parent { features.append("in " + view.name(clause: parent)) }
    return line(view.name(clause: index), nil, features)
  }

  private func line(_ name: String, _ words: String?, _ features: [String]) -> String {
    let padding = String(repeating: " ", count: max(1, 5 - name.count))
    return "  " + name + padding + (words.map { $0 + ": " } ?? "")
      + features.joined(separator: ", ")
  }
}
