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

  private var text: TokenizedText { document.analyzed.tokenized }

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

  private var isAttribution: Bool {
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

/// Reads the values that tests state.
enum TestValue {
  /// Whether `name=value` holds of a mention's value.
  static func holds(_ name: String, _ value: String, of mention: Mention) -> Bool {
    switch (name, mention.value) {
    case ("currency", .money(let money)?): return money.currency == value
    case ("unit", .number(let number)?): return number.unit == value
    case ("amount", _), ("low", _), ("high", _), ("bound", _):
      return amount(of: mention.value).map { holds(name, value, $0) } ?? false
    case ("value", .time(let time)?): return time.value == value
    case ("type", .time(let time)?): return time.kind.rawValue == value
    case ("mod", .time(let time)?): return (time.modifier ?? "-") == value
    case ("relation", .time(let time)?): return (time.relation?.rawValue ?? "-") == value
    case ("start", .time(let time)?): return (time.start?.description ?? "-") == value
    case ("end", .time(let time)?): return (time.end?.description ?? "-") == value
    case ("name", .name(let text)?), ("value", .name(let text)?): return text == value
    case ("type", _): return mention.type.name == value
    default: return false
    }
  }

  private static func holds(_ name: String, _ value: String, _ amount: Amount) -> Bool {
    switch (name, amount) {
    case ("amount", .single(let number, _)): number == ExactDecimal(value)
    case ("bound", .single(_, let bound)): bound.rawValue == value
    case ("bound", .between): value == "between"
    case ("low", .between(let low, _)): low == ExactDecimal(value)
    case ("high", .between(_, let high)): high == ExactDecimal(value)
    default: false
    }
  }

  private static func amount(of value: MentionValue?) -> Amount? {
    switch value {
    case .money(let money)?: money.amount
    case .number(let number)?: number.amount
    default: nil
    }
  }

  /// Whether a filler such as `USD 7.5e9`, `2018` or `5` writes a value.
  static func isWritten(_ text: String, _ value: MentionValue?) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    switch value {
    case .money(let money)?:
      guard words.count == 2, words[0] == money.currency else { return false }
      return holds("amount", words[1], money.amount)
    case .number(let number)?: return words.count == 1 && holds("amount", words[0], number.amount)
    case .time(let time)?: return time.value == text
    case .name(let name)?: return name == text
    case nil: return false
    }
  }

  static func description(of mention: Mention) -> String {
    switch mention.value {
    case .money(let money)?: "\(description(money.amount)) currency=\(money.currency)"
    case .number(let number)?: "\(description(number.amount)) unit=\(number.unit ?? "-")"
    case .time(let time)?:
      "value=\(time.value) type=\(time.kind.rawValue) relation=\(time.relation?.rawValue ?? "-")"
        + " mod=\(time.modifier ?? "-") start=\(time.start?.description ?? "-")"
        + " end=\(time.end?.description ?? "-")"
    case .name(let name)?: "name=\(name)"
    case nil: "no value"
    }
  }

  private static func description(_ amount: Amount) -> String {
    switch amount {
    case .single(let number, let bound): "amount=\(number) bound=\(bound.rawValue)"
    case .between(let low, let high): "low=\(low) high=\(high) bound=between"
    }
  }
}
