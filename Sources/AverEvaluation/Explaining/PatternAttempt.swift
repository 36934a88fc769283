import AverModel
import AverRules

/// How far a `match` pattern got in a sentence, and what stopped it.
struct PatternAttempt: Sendable {
  /// The name of the entity rule or relation.
  let rule: String
  /// The claim type of a relation; nil for an entity rule.
  let type: String?
  let sentence: Int
  /// What was taken: an element and its words.
  let taken: [(element: String, tokens: TokenRange)]
  /// The token that the pattern did not get past; nil at the end of the sentence.
  let stop: Int?
  /// What the pattern asked for there.
  let wanted: [String]
  /// A change by which the whole pattern matches, tried on this sentence.
  let change: String?

  /// How many words it got past.
  var wordCount: Int { taken.reduce(0) { $0 + $1.tokens.count } }

  /// The lines that tell it, a heading first.
  func lines(_ words: AttemptWords) -> [String] {
    let width = taken.map(\.element.count).max() ?? 0
    var lines = ["\(rule): `match` got past \(wordCount) words"]
    for (element, tokens) in taken {
      let padding = String(repeating: " ", count: width - element.count)
      lines.append("  \(element)\(padding)  ✓ “\(words.text(tokens))”")
    }
    let place = stop.map { "“\(words.text(TokenRange($0, $0 + 1)))”" } ?? "the end of the sentence"
    lines.append("  ✗ stopped at \(place): expected \(wanted.joined(separator: " or "))")
    if let change { lines.append("  nearest change: " + change) }
    return lines
  }
}

/// Finds how far the patterns of rules get in the sentences of a document.
struct PatternAttempts {
  /// More elements than these say nothing.
  private static let mostWanted = 6

  let document: LinkedDocument
  let rules: RuleSet

  /// The furthest attempts of all patterns that do not match in a sentence, one a rule.
  ///
  /// - Parameters:
  ///   - sentences: The sentences.
  ///   - isWanted: Whether a rule is asked for, by its name, its claim or mention type, and whether it
  ///     is a relation.
  /// - Returns: The attempts in the order of sentences and rules.
  func attempts(
    in sentences: [Int],
    where isWanted: (_ name: String, _ type: String, _ isRelation: Bool) -> Bool
  ) -> [PatternAttempt] {
    let text = document.analyzed
    var input = SentenceInput(text: text, rules: rules)
    var result: [PatternAttempt] = []
    for sentence in sentences {
      load(text.tokenized.sentences[sentence].tokens, into: &input)
      for rule in rules.entityRules
      where isWanted(rule.identifier.name, rules.types[rule.type].name, false) {
        let made = document.mentions.contains {
          $0.rule == rule.identifier && input.range.contains($0.tokens)
        }
        if !made, let best = furthest(of: rule.patterns, in: input) {
          result.append(attempt(best, rule.identifier.name, nil, sentence, input))
        }
      }
      for relation in rules.relations where isWanted(relation.name, relation.type, true) {
        let made = document.relations.contains {
          $0.sentence == sentence && $0.rule.name == relation.name && $0.rule.file == relation.file
        }
        if !made, let best = furthest(of: relation.patterns, in: input) {
          result.append(attempt(best, relation.name, relation.type, sentence, input))
        }
      }
    }
    return result
  }

  private func load(_ tokens: TokenRange, into input: inout SentenceInput) {
    input.load(tokens)
    for (index, mention) in document.mentions.enumerated() where tokens.contains(mention.tokens) {
      let end = mention.tokens.end - input.base
      if let type = rules.type(named: mention.type.name), end <= input.count {
        input.add(type: type, mention.tokens.start - input.base, end, mention: index)
      }
    }
  }

  private func furthest(
    of programs: [Program],
    in input: borrowing SentenceInput
  ) -> (program: Program, trace: PatternTrace)? {
    let tracer = PatternTracer(rules: rules)
    var best: (program: Program, trace: PatternTrace)?
    for program in programs {
      guard let trace = tracer.furthest(program, in: input) else { continue }
      if trace.progress > best?.trace.progress ?? -1 { best = (program, trace) }
    }
    return best
  }

  private func attempt(
    _ best: (program: Program, trace: PatternTrace),
    _ name: String,
    _ type: String?,
    _ sentence: Int,
    _ input: borrowing SentenceInput
  ) -> PatternAttempt {
    let writer = StepText(rules: rules)
    let (program, trace) = best
    var wanted: [String] = []
    for step in trace.blocked {
      guard let element = writer.element(at: step, of: program), !wanted.contains(element) else {
        continue
      }
      wanted.append(element)
    }
    if wanted.count > Self.mostWanted {
      wanted = wanted.prefix(Self.mostWanted) + ["one of \(wanted.count - Self.mostWanted) others"]
    }
    let base = input.base
    return PatternAttempt(
      rule: name,
      type: type,
      sentence: sentence,
      taken: trace.taken.map { taken in
        (
          writer.element(at: taken.step, of: program) ?? "..",
          TokenRange(base + taken.start, base + taken.end)
        )
      },
      stop: trace.furthest < input.count ? base + trace.furthest : nil,
      wanted: wanted,
      change: change(program, trace, input)
    )
  }

  /// The first failure that, overlooked, lets the whole pattern match.
  private func change(
    _ program: Program,
    _ trace: PatternTrace,
    _ input: borrowing SentenceInput
  ) -> String? {
    guard trace.furthest < input.count else { return nil }
    let tracer = PatternTracer(rules: rules)
    let writer = StepText(rules: rules)
    let token = input.base + trace.furthest
    let word = document.analyzed.tokenized.string(TokenRange(token, token + 1))
    for step in trace.blocked {
      let grant = PatternTracer.Grant(step: step, position: trace.furthest)
      let granted = tracer.trace(program, in: input, at: trace.start, granting: grant)
      guard granted.end != nil, let element = writer.element(at: step, of: program) else {
        continue
      }
      if let list = writer.list(at: step, of: program) { return "list \(list) += \(word)" }
      return "\(element) that also takes “\(word)”"
    }
    return nil
  }
}

extension SentenceInput {
  /// The tokens of the sentence, counted in the document.
  fileprivate var range: TokenRange { TokenRange(base, base + count) }
}
