/// The constructions of a relation's frames as patterns, with an example each.
struct FrameExpansion {
  private let relation: RelationSyntax
  private let inflection: Inflection
  private let off: Set<String>

  init(_ relation: RelationSyntax, _ inflection: Inflection) {
    self.relation = relation
    self.inflection = inflection
    off = Set(relation.switchedOff.map(\.name))
  }

  /// One line a construction: its name, its pattern, an example.
  var lines: [String] {
    var result: [String] = []
    if !relation.verbs.isEmpty {
      result.append("VERB  " + relation.verbs.map(\.text).joined(separator: " | "))
    }
    if !relation.nouns.isEmpty {
      result.append("NOUN  " + relation.nouns.map(\.text).joined(separator: " | "))
    }
    for elements in relation.frames {
      let rows: [(variant: String, pattern: String, example: String)]
      if CompoundFrame(elements) != nil {
        rows = compound(elements)
      } else if elements.contains(.verb) {
        rows = verbRows(elements)
      } else if elements.contains(.noun) {
        rows = nounRows(elements)
      } else {
        rows = [("words", text(elements), example(elements) + " …")]
      }
      for row in rows where !off.contains(row.variant) {
        result.append("\(relation.name)/\(row.variant)  \(row.pattern)    # \(row.example)")
      }
    }
    return result
  }

  /// The parts of a frame: first role, second role, and what stands behind words.
  private struct Parts {
    var subject: String?
    var object: String?
    var rest: [FrameElement] = []
  }

  private func parts(of elements: [FrameElement]) -> Parts {
    var parts = Parts()
    var isAfterTrigger = false
    var hasWords = false
    for element in elements {
      switch element {
      case .verb, .noun: isAfterTrigger = true
      case .pattern:
        hasWords = true
        parts.rest.append(element)
      case .role(let name, _):
        if !isAfterTrigger {
          parts.subject = name
        } else if !hasWords, parts.object == nil {
          parts.object = name
        } else {
          parts.rest.append(element)
        }
      }
    }
    return parts
  }

  private func verbRows(
    _ elements: [FrameElement]
  ) -> [(variant: String, pattern: String, example: String)] {
    let parts = parts(of: elements)
    let tail = parts.rest.isEmpty ? "" : " " + text(parts.rest)
    let shown = parts.rest.isEmpty ? "" : " " + example(parts.rest)
    let forms = inflection.forms(of: (relation.verbs.first?.text ?? "act").lowercased())
    let (past, participle) = (forms.past[0], forms.pastParticiple[0])
    let gerund = forms.gerund[0]
    let subject = parts.subject.map { ($0 + ":" + types($0), name($0, 0)) }
    let object = parts.object.map { ($0 + ":" + types($0), name($0, 1)) }
    let what = object.map { " " + $0.0 } ?? ""
    let whom = object.map { " " + $0.1 } ?? ""
    var rows: [(variant: String, pattern: String, example: String)] = []
    if let subject {
      rows += [
        ("active", "\(subject.0) VERB\(what)\(tail)", "\(subject.1) \(past)\(whom)\(shown)."),
        (
          "subject_relative", "\(subject.0) \",\"? (which | who | that) VERB\(what)\(tail)",
          "\(subject.1), which \(past)\(whom)\(shown), grew."
        ),
        (
          "participle", "VERB:gerund\(what)\(tail) \",\" \(subject.0)",
          "After \(gerund)\(whom)\(shown), \(subject.1) grew."
        ),
        (
          "coordination", "\(subject.0) … and VERB\(what)\(tail)",
          "\(subject.1) grew and \(past)\(whom)\(shown)."
        ),
      ]
    }
    guard let object else { return rows }
    let by = subject.map { " by \($0.0)" } ?? ""
    let shownBy = subject.map { " by \($0.1)" } ?? ""
    rows += [
      (
        "passive", "\(object.0) be~ VERB:participle\(by)\(tail)",
        "\(object.1) was \(participle)\(shownBy)\(shown)."
      ),
      (
        "reduced_passive", "\(object.0) \",\"? VERB:participle\(by)\(tail)",
        "\(object.1), \(participle)\(shownBy)\(shown), grew."
      ),
    ]
    if let subject {
      rows.append(
        (
          "object_relative", "\(object.0) \",\"? (which | that)? \(subject.0) VERB\(tail)",
          "\(object.1), which \(subject.1) \(past)\(shown), grew."
        )
      )
    }
    return rows
  }

  private func nounRows(
    _ elements: [FrameElement]
  ) -> [(variant: String, pattern: String, example: String)] {
    let parts = parts(of: elements)
    let tail = parts.rest.isEmpty ? "" : " " + text(parts.rest)
    let shown = parts.rest.isEmpty ? "" : " " + example(parts.rest)
    let noun = relation.nouns.first?.text ?? "act"
    let of = parts.object.map { " of \($0):\(types($0))" } ?? ""
    let shownOf = parts.object.map { " of \(name($0, 1))" } ?? ""
    guard let subject = parts.subject else {
      return [("nominal_by", "NOUN\(of)\(tail)", "The \(noun)\(shownOf)\(shown) helped.")]
    }
    let who = subject + ":" + types(subject)
    let shownWho = name(subject, 0)
    return [
      (
        "genitive", "\(who) \"'s\" NOUN\(of)\(tail)",
        "\(shownWho)'s \(noun)\(shownOf)\(shown) helped."
      ),
      (
        "nominal_by", "NOUN\(of) by \(who)\(tail)",
        "The \(noun)\(shownOf) by \(shownWho)\(shown) helped."
      ),
      (
        "light_verb", "\(who) [verb] its? NOUN\(of)\(tail)",
        "\(shownWho) completed its \(noun)\(shownOf)\(shown)."
      ),
    ]
  }

  private func compound(
    _ elements: [FrameElement]
  ) -> [(variant: String, pattern: String, example: String)] {
    guard let pattern = CompoundFrame(elements)?.pattern(in: relation) else { return [] }
    let names = elements.compactMap { element -> String? in
      if case .role(let name, _) = element { return name }
      return nil
    }
    let noun = relation.nouns.first?.text ?? ""
    return [
      (
        "compound", PatternText.text(pattern),
        "\(name(names[0], 0))'s \(name(names[1], 1)) \(noun) helped."
      )
    ]
  }

  private func text(_ elements: [FrameElement]) -> String {
    elements.map { element in
      switch element {
      case .verb: "VERB"
      case .noun: "NOUN"
      case .role(let name, _): name + ":" + types(name)
      case .pattern(let pattern):
        switch pattern {
        case .alternatives: "(" + PatternText.text(pattern) + ")"
        default: PatternText.text(pattern)
        }
      }
    }.joined(separator: " ")
  }

  private func example(_ elements: [FrameElement]) -> String {
    var number = 1
    return elements.map { element in
      switch element {
      case .verb, .noun: return ""
      case .role(let role, _):
        number += 1
        return name(role, number)
      case .pattern(let pattern): return Self.firstWords(pattern)
      }
    }.joined(separator: " ")
  }

  private static func firstWords(_ pattern: PatternSyntax) -> String {
    switch pattern {
    case .words(let text, _), .exact(let text, _), .inflected(let text, _): text
    case .alternatives(let branches): branches.first.map(firstWords) ?? ""
    case .sequence(let items): items.map(firstWords).joined(separator: " ")
    case .repeated(let inner, _, _, _), .capture(_, let inner, _): firstWords(inner)
    case .reference(let name, _): "@" + name
    default: "…"
    }
  }

  private func types(_ role: String) -> String {
    let types = relation.roles.first { $0.name == role }?.types ?? []
    return types.count == 1 ? types[0] : "(" + types.joined(separator: " | ") + ")"
  }

  /// A made-up filler for a role.
  private func name(_ role: String, _ number: Int) -> String {
    switch relation.roles.first(where: { $0.name == role })?.types.first {
    case "ORG": ["Marlin", "Finch", "Orvel", "Belmont"][number % 4]
    case "PERSON": ["Jana Novak", "Tom Reyes"][number % 2]
    case "PLACE": "Leeds"
    case "MONEY": "$3 million"
    case "PERCENT": "5%"
    case "NUMBER": "300"
    case "DATE": "2019"
    default: "the " + role
    }
  }
}
