import AverLinking
import AverModel
import AverRules

/// Puts attempts into words.
struct AttemptWords {
  let document: LinkedDocument

  private var analyzed: AnalyzedText { document.analyzed }

  /// Words of the text on one line.
  func text(_ tokens: TokenRange) -> String {
    analyzed.tokenized.string(tokens).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Why an attempt made nothing: in general, and here.
  func obstacle(of attempt: FrameAttempt) -> (general: String, here: String) {
    switch attempt.outcome {
    case .made:
      return ("made a claim", "it made a claim, with other fillers or merged with another")
    case .outdone: return ("outdone", "another frame of the rule read the words with more roles")
    case .noTrigger:
      let tag = analyzed.tags[attempt.trigger.start].readable
      let wanted = attempt.isNoun ? "the head of a noun phrase" : "the head of a verb group"
      return (
        "trigger: not \(wanted)", "“\(text(attempt.trigger))” is not \(wanted) here (\(tag))"
      )
    case .switchedOff:
      let name = attempt.variant ?? "construction"
      return ("off \(name)", "the rule says `off \(name)`")
    case .excluded: return ("unless", "an `unless` pattern of the rule matches here")
    case .sameEntity(let first, let second):
      return (
        "\(second): the same entity as \(first)",
        "\(first) and \(second) would be one and the same entity"
      )
    case .missing(let roles):
      let names = roles.joined(separator: " or ")
      return ("\(names): not in the clause", "nothing in the clause fills \(names)")
    case .unfilled:
      let slot = attempt.slots.first { $0.isLacking } ?? attempt.slots.first
      guard let slot else { return ("no place", "the frame has no place to fill") }
      let (general, here) = lack(slot)
      return ("\(slot.role): \(general)", "\(slot.role) \(here)")
    }
  }

  /// Why a place is not filled: in general, and here.
  func lack(_ slot: FrameAttempt.Slot) -> (general: String, here: String) {
    let wanted = slot.accepted.joined(separator: " | ")
    guard let standing = slot.standing, let head = slot.head else {
      let place = placeName(slot)
      return ("nothing \(place)", "wants \(wanted) \(place), where nothing stands")
    }
    let words = "“\(text(standing))”"
    if let mention = slot.mention {
      let type = document.mentions[mention].type.name
      return ("a \(type), not \(wanted)", "wants \(wanted), but \(words) is \(type)")
    }
    let tag = analyzed.tags[head].readable
    let word = text(TokenRange(head, head + 1))
    if let inner = slot.inner {
      let name = document.mentions[inner]
      return (
        "a name that is not the head",
        "wants \(wanted), but the head of \(words) is “\(word)” (\(tag)); "
          + "“\(text(name.tokens))” (\(name.type.name)) only stands in it"
      )
    }
    return ("no mention, a \(tag)", "wants \(wanted), but no rule knows \(words) (\(tag))")
  }

  /// `as the subject`, `behind "to" or "into"`.
  private func placeName(_ slot: FrameAttempt.Slot) -> String {
    switch slot.place {
    case .subject: "as the subject"
    case .object: "as the object"
    case .agent: "behind “by”"
    case .possessor: "as the possessor"
    case .complement: "behind “of”"
    case .oblique: "behind " + slot.markers.map { "“\($0)”" }.joined(separator: " or ")
    }
  }

  /// The attempt as a table: a heading, then one line for each place.
  func table(of attempt: FrameAttempt, rules: RuleSet) -> [String] {
    let relation = rules.relations[attempt.relation]
    let isMade = attempt.outcome == .made
    let count = "\(attempt.filledCount) of \(attempt.slots.count) places"
    let variant = attempt.variant.map { "/\($0)" } ?? ""
    var lines = [
      "\(relation.name)\(variant) on “\(text(attempt.trigger))”: "
        + (isMade ? "fires" : count) + ", frame "
        + Self.frame(relation.frames[attempt.frame], of: relation, isNoun: attempt.isNoun, rules)
    ]
    let width = attempt.slots.map(\.role.count).max() ?? 0
    for slot in attempt.slots {
      let name = slot.role + String(repeating: " ", count: width - slot.role.count)
      if let filling = slot.filling {
        let type = slot.mention.map { document.mentions[$0] }
        let origin = type.map { "\($0.type.name) by \($0.rule)" } ?? "words of the text"
        lines.append("  \(name)  ✓ “\(text(filling))”  \(origin)")
      } else {
        lines.append("  \(name)  \(slot.isOptional ? "·" : "✗") \(lack(slot).here)")
      }
    }
    let (_, here) = obstacle(of: attempt)
    if !isMade, attempt.outcome != .unfilled { lines.append("  ✗ \(here)") }
    return lines
  }

  /// The frame as rules write it: `acquirer VERB target (from) seller`.
  private static func frame(
    _ frame: CompiledFrame,
    of relation: CompiledRelation,
    isNoun: Bool,
    _ rules: RuleSet
  ) -> String {
    var parts: [String] = []
    if let subject = frame.subject { parts.append(relation.roles[subject].name) }
    parts.append(isNoun ? "NOUN" : "VERB")
    if let object = frame.object { parts.append(relation.roles[object].name) }
    for oblique in frame.obliques {
      let markers = oblique.markers.map { words in
        words.map { rules.vocabulary.word(of: $0) }.joined(separator: " ")
      }
      parts.append("(\(markers.joined(separator: " | "))) \(relation.roles[oblique.role].name)")
    }
    return "`" + parts.joined(separator: " ") + "`"
  }
}

extension PartOfSpeech {
  /// The tag in words that need no manual.
  var readable: String {
    String("\(self)".flatMap { $0.isUppercase ? " " + $0.lowercased() : String($0) })
  }
}
