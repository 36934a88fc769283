import AverModel

@testable import AverRules

/// What a rule file says, without where it says it: two files that mean the same give the same text.
enum SyntaxDump {
  static func text(_ syntax: RuleFileSyntax) -> String {
    var lines: [String] = syntax.uses.map { "use \($0.path)" }
    lines += syntax.lists.map(text)
    lines += syntax.definitions.map { "let \($0.name) = " + PatternText.text($0.pattern) }
    lines += syntax.statuses.map(text)
    lines += syntax.entities.map(text)
    lines += syntax.relations.map(text)
    return lines.joined(separator: "\n")
  }

  private static func text(_ list: ListSyntax) -> String {
    let source = list.source.map { source in
      [source.path, source.keyColumn ?? "-", source.aliasColumn ?? "-"] + source.attributeColumns
    }
    return "list \(list.name) \(list.isExact) \(source ?? []) " + text(list.entries)
  }

  private static func text(_ entries: [ListSyntax.Entry]) -> String {
    entries.map { "\($0.text)=\($0.value ?? "-")" }.joined(separator: "|")
  }

  private static func text(_ status: StatusSyntax) -> String {
    "status \(status.name) " + text(status.entries)
  }

  private static func text(_ entity: EntitySyntax) -> String {
    var lines = ["entity \(entity.name) : \(entity.type)"]
    lines += entity.patterns.map { "match " + PatternText.text($0) }
    lines += entity.after.map { "after " + PatternText.text($0) }
    lines += entity.before.map { "before " + PatternText.text($0) }
    lines += entity.unless.map { "unless " + PatternText.text($0) }
    lines += entity.value.map { ["value " + text($0)] } ?? []
    lines.append("\(entity.span?.name ?? "-") \(entity.priority) \(entity.isKept)")
    lines += entity.genre.map { ["genre \($0.count) \($0.list)"] } ?? []
    return (lines + entity.tests.map(text)).joined(separator: "\n")
  }

  private static func text(_ value: ValueSyntax) -> String {
    switch value {
    case .call(let name, let arguments, _):
      name + "(" + arguments.map(text).joined(separator: ",") + ")"
    case .name(let name, _): name
    case .number(let number): number.description
    case .product(let left, let right): "(\(text(left)) * \(text(right)))"
    case .sum(let left, let right): "(\(text(left)) + \(text(right)))"
    }
  }

  private static func text(_ relation: RelationSyntax) -> String {
    var lines = ["relation \(relation.name) : \(relation.type) \(relation.isAttribution)"]
    lines += relation.roles.map { role in
      "\(role.name) \(role.types) \(role.isOptional) \(role.isMultiple) \(role.leastCount)"
    }
    lines += [relation.verbs.map(\.text), relation.nouns.map(\.text)].map { "\($0)" }
    lines += relation.frames.map { "frame " + $0.map(text).joined(separator: " ") }
    lines += relation.switchedOff.map { "off " + $0.name }
    lines += relation.fillers.map { "with \($0.role): " + PatternText.text($0.pattern) }
    lines += relation.patterns.map { "match " + PatternText.text($0) }
    lines += relation.unless.map { "unless " + PatternText.text($0) }
    lines += relation.requirements.map { "require \($0)" }
    lines += relation.statuses.map(text) + relation.stances.map(text)
    lines += relation.constants.map { "set \($0.role) = \($0.value)" }
    lines.append("\(relation.statement?.text ?? "-") \(relation.window?.name ?? "-")")
    lines.append("priority \(relation.priority)")
    return (lines + relation.tests.map(text)).joined(separator: "\n")
  }

  private static func text(_ element: FrameElement) -> String {
    switch element {
    case .role(let name, _): "<\(name)>"
    case .verb: "VERB"
    case .noun: "NOUN"
    case .pattern(let pattern): PatternText.text(pattern)
    }
  }

  private static func text(_ test: TestSyntax) -> String {
    let expectations = test.expectations.map { expectation -> String in
      switch expectation {
      case .none: "none"
      case .mention(let words, let attributes):
        words + attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
      case .relation(let relation):
        "\(relation.type) \(relation.roles.map { "\($0.name):\($0.filler ?? "-")" }) "
          + "\(relation.status ?? "-") \(relation.isNegated) \(relation.variant ?? "-") "
          + "\(relation.isUnnamed)"
      }
    }
    return "test \(test.sentence) \(test.date ?? "-") \(test.isTodo) \(expectations)"
  }
}
