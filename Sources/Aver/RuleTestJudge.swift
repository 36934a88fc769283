import AverModel
import AverRules

/// Compares what a test expects with what the rules found.
struct RuleTestJudge {
  let document: LinkedDocument
  let test: RuleTest
  let rules: RuleSet
  let isAlone: Bool

  /// The failure, or nil, and what was found.
  func verdict() -> (RuleTester.Failure?, String) {
    switch test.owner {
    case .entity(let index): entityVerdict(rules.entityRules[index])
    case .relation(let index): relationVerdict(rules.relations[index])
    }
  }

  var text: TokenizedText { document.analyzed.tokenized }

  private func entityVerdict(_ rule: CompiledEntityRule) -> (RuleTester.Failure?, String) {
    let type = rules.types[rule.type]
    let own = document.mentions.filter { $0.rule == rule.identifier }
    let candidates =
      isAlone ? own : document.mentions.filter { $0.type == type || own.contains($0) }
    let shown = candidates.map { text.clean.string($0.range) }
    let found = shown.isEmpty ? "nothing" : shown.map { "\"\($0)\"" }.joined(separator: ", ")
    var expected: [String] = []
    for case .mention(let words, let attributes) in test.syntax.expectations {
      expected.append(words)
      guard let mention = candidates.first(where: { text.clean.string($0.range) == words }) else {
        // Of several expected mentions some may be another rule's, which is not here now.
        if isAlone, test.syntax.expectations.count > 1, !own.isEmpty { continue }
        return (.missing, found)
      }
      if isAlone, test.syntax.expectations.count > 1 { continue }
      for (name, value) in attributes.sorted(by: { $0.key < $1.key })
      where !TestValue.holds(name, value, of: mention) {
        return (.wrongValue, TestValue.description(of: mention))
      }
    }
    let isNoisy = own.contains { !expected.contains(text.clean.string($0.range)) }
    return isNoisy ? (.noisy, found) : (nil, found)
  }

  private func relationVerdict(_ rule: CompiledRelation) -> (RuleTester.Failure?, String) {
    let own = document.relations.filter { $0.rule.name == rule.name && $0.rule.file == rule.file }
    let candidates = isAlone ? own : document.relations.filter { $0.type == rule.type }
    let found =
      candidates.isEmpty ? "nothing" : candidates.map(description).joined(separator: "; ")
    var matched: [Relation] = []
    for case .relation(let expectation) in test.syntax.expectations {
      let fitting = candidates.filter { $0.type == expectation.type }
      guard !fitting.isEmpty else { return (.missing, found) }
      let filled = fitting.filter { hasRoles($0, expectation) }
      guard !filled.isEmpty else { return (.wrongValue, found) }
      guard let right = filled.first(where: { hasStatus($0, expectation) }) else {
        return (.wrongStatus, found)
      }
      matched.append(right)
    }
    let isNoisy = own.contains { !matched.contains($0) }
    return isNoisy && matched.count != own.count ? (.noisy, found) : (nil, found)
  }

  private func hasStatus(_ relation: Relation, _ expectation: RelationExpectation) -> Bool {
    if let variant = expectation.variant, relation.rule.variant != variant { return false }
    if isAttribution {
      if expectation.isUnnamed, relation.attribution.first?.kind != .anonymous { return false }
      return expectation.status == nil || relation.rule.variant == expectation.status
    }
    let isNegated = relation.polarity == .negated
    if expectation.isNegated != isNegated { return false }
    switch expectation.status {
    case nil: return true
    case "unstated": return !relation.isStatusStated
    case let status?: return relation.status.rawValue == status
    }
  }

  private func hasRoles(_ relation: Relation, _ expectation: RelationExpectation) -> Bool {
    expectation.roles.allSatisfy { role in
      let fillers = relation.arguments.filter { $0.role == role.name }.map(\.filler)
      guard let expected = role.filler else { return fillers.isEmpty }
      return fillers.contains { isFilled($0, expected) }
    }
  }

  private func isFilled(_ filler: Filler, _ expected: String) -> Bool {
    switch filler {
    case .vocabulary(let word, _): return word == expected
    case .text(let tokens): return text.string(tokens).lowercased() == expected.lowercased()
    case .mention(let index):
      let mention = document.mentions[index]
      if text.clean.string(mention.range) == expected { return true }
      if let entity = document.entityOfMention[index] {
        return document.entities[entity].names.contains(expected)
      }
      return TestValue.isWritten(expected, mention.value)
    }
  }

  var isAttribution: Bool {
    guard case .relation(let index) = test.owner else { return false }
    return rules.relations[index].isAttribution
  }

  private func description(_ relation: Relation) -> String {
    let roles = relation.arguments.map { argument in
      switch argument.filler {
      case .vocabulary(let word, _): "\(argument.role): \(word)"
      case .text(let tokens): "\(argument.role): \"\(text.string(tokens))\""
      case .mention(let index):
        "\(argument.role): \"\(text.clean.string(document.mentions[index].range))\""
      }
    }
    if isAttribution {
      let isUnnamed = relation.attribution.first?.kind == .anonymous
      return relation.type + "(" + roles.joined(separator: ", ") + ") "
        + (relation.rule.variant ?? "") + (isUnnamed ? " unnamed" : "")
    }
    let polarity = relation.polarity == .negated ? " negated" : ""
    let variant = relation.rule.variant.map { " via " + $0 } ?? ""
    return relation.type + "(" + roles.joined(separator: ", ") + ") " + relation.status.rawValue
      + polarity + variant
  }
}
