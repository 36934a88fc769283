import AverModel
import AverRules

/// Writes what was found as an expectation, for `--update`.
extension RuleTestJudge {
  /// What the test would have to expect, in the detail in which it does so now.
  func expectation() -> String {
    switch test.owner {
    case .entity(let index): entityExpectation(rules.entityRules[index])
    case .relation(let index): relationExpectation(rules.relations[index])
    }
  }

  private func entityExpectation(_ rule: CompiledEntityRule) -> String {
    let own = document.mentions.filter { $0.rule == rule.identifier }
    guard !own.isEmpty else { return "none" }
    var asked: Set<String> = []
    for case .mention(_, let attributes) in test.syntax.expectations {
      asked.formUnion(attributes.keys)
    }
    return own.map { mention in
      let attributes = TestValue.attributes(of: mention.value).filter { asked.contains($0.name) }
        .map { " \($0.name)=\(Self.bareOrQuoted($0.value))" }
      return Self.quoted(text.clean.string(mention.range)) + attributes.joined()
    }.joined(separator: " , ")
  }

  private func relationExpectation(_ rule: CompiledRelation) -> String {
    let own = document.relations.filter { $0.rule.name == rule.name && $0.rule.file == rule.file }
    guard !own.isEmpty else { return "none" }
    var pending = test.syntax.expectations.compactMap { expectation -> RelationExpectation? in
      if case .relation(let relation) = expectation { return relation }
      return nil
    }[...]
    return own.map { relation in
      let model = pending.popFirst()
      return expectation(relation, like: model)
    }.joined(separator: " => ")
  }

  private func expectation(_ relation: Relation, like model: RelationExpectation?) -> String {
    var roles: [String] = []
    var names = model?.roles.map(\.name) ?? []
    if model == nil {
      for argument in relation.arguments where !names.contains(argument.role) {
        names.append(argument.role)
      }
    }
    for (index, name) in names.enumerated() {
      let fillers = relation.arguments.filter { $0.role == name }.map { written($0.filler) }
      // A role named twice means two of its fillers.
      let place = names[..<index].count { $0 == name }
      guard place < max(1, fillers.count) else { continue }
      roles.append("\(name): \(fillers.isEmpty ? "-" : fillers[place])")
    }
    var result = relation.type + "(" + roles.joined(separator: ", ") + ")"
    if isAttribution {
      if model?.status != nil { result += " " + (relation.rule.variant ?? "stated") }
      if relation.attribution.first?.kind == .anonymous { result += " unnamed" }
      return result
    }
    if let status = model?.status {
      let isUnstated = status == "unstated" && !relation.isStatusStated
      result += " " + (isUnstated ? status : relation.status.rawValue)
    }
    if relation.polarity == .negated { result += " negated" }
    if model?.variant != nil, let variant = relation.rule.variant { result += " via " + variant }
    return result
  }

  private func written(_ filler: Filler) -> String {
    switch filler {
    case .vocabulary(let word, _): return Self.bareOrQuoted(word)
    case .text(let tokens): return Self.quoted(text.string(tokens))
    case .mention(let index):
      let mention = document.mentions[index]
      switch mention.value {
      case .money(let money)?:
        if case .single(let amount, _) = money.amount { return "\(money.currency) \(amount)" }
      case .number(let number)?:
        if case .single(let amount, _) = number.amount { return amount.description }
      case .time(let time)?: return time.value
      default: break
      }
      return Self.quoted(text.clean.string(mention.range))
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result += "\\" }
      result.append(character == "\n" ? " " : character)
    }
    return result + "\""
  }

  private static func bareOrQuoted(_ text: String) -> String {
    let isBare = text.utf8.allSatisfy { byte in
      (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        || byte == 0x5F || byte == 0x2D || byte == 0x2E
    }
    return isBare && !text.isEmpty ? text : quoted(text)
  }
}
