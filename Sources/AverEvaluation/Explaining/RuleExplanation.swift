package import Aver
import AverExtraction
import AverLinking
package import AverModel
import AverReports
import AverRules

/// What the rules made of some sentences: mentions, claims, and every rule that was tried.
package struct RuleExplanation: Sendable {
  /// The document that the sentences stand in.
  package let document: LinkedDocument
  /// The sentences that are explained, by their indices.
  package let sentences: [Int]
  private let claims: [Claim]
  private let attempts: [FrameAttempt]
  private let changes: [String?]
  private let rules: RuleSet
  private let lost: [(rule: Int, tokens: TokenRange, fate: MatchFate)]

  private struct Place: Hashable {
    let relation: Int
    let trigger: TokenRange
  }

  /// Reads a text and explains some of its sentences.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - pipeline: Made of the rules.
  ///   - rules: The rules.
  ///   - ranges: Bytes of the text whose sentences are explained; nil for all.
  ///   - seeksChanges: Whether to look for the smallest change by which a frame would fire.
  /// - Throws: `PipelineError.tokenization` if the text cannot be split into words.
  package init(
    _ text: CleanText,
    _ pipeline: inout Pipeline,
    _ rules: LoadedRules,
    at ranges: [ByteRange]? = nil,
    seeksChanges: Bool = false
  ) throws(PipelineError) {
    let analyzed = pipeline.analyze(try pipeline.tokenize(text))
    var notes = MatchNotes()
    let mentions = pipeline.mentions(in: analyzed, observer: &notes)
    lost = notes.items.filter { $0.fate != .kept }
    let (document, attempts) = pipeline.explain(analyzed, mentions: mentions)
    let all = analyzed.tokenized.sentences
    let sentences = all.indices.filter { index in
      ranges?.contains { $0.overlaps(all[index].range) } ?? true
    }
    self.rules = rules.ruleSet
    self.document = document
    self.sentences = sentences
    claims = pipeline.claims(of: document).filter { claim in
      claim.evidence.contains { range in sentences.contains { all[$0].range.overlaps(range) } }
    }
    self.attempts = attempts.filter { sentences.contains($0.sentence) }
    let trial = TrialMentions(document: document, mentions: mentions, rules: rules.ruleSet)
    changes = self.attempts.map { attempt in
      seeksChanges ? trial.change(for: attempt, pipeline) : nil
    }
  }

  /// The mentions of the sentences: words, type, value, rule.
  package var mentionLines: [String] {
    let words = AttemptWords(document: document)
    return document.mentions.indices.compactMap { index in
      let mention = document.mentions[index]
      guard isShown(mention.tokens) else { return nil }
      let entity = document.entityOfMention[index].map { document.entities[$0].name }
      let value = entity ?? mention.value.map { ReadableValue.text(of: $0) } ?? ""
      let meaning = value.isEmpty || value == words.text(mention.tokens) ? "" : " = \(value)"
      let link = document.linkOfMention[index].map { ", joined by \($0.rawValue)" } ?? ""
      return
        "  “\(words.text(mention.tokens))”  \(mention.type.name)\(meaning)  by \(mention.rule)\(link)"
    }
  }

  /// The claims that rest on the sentences.
  package var claimLines: [String] {
    claims.map { claim in
      let line = ClaimLine(claim, in: document.analyzed.tokenized.clean)
      return "  \(line.summary)  by \(line.rule)"
    }
  }

  /// One table for each frame whose trigger stands in the sentences.
  ///
  /// - Parameters:
  ///   - rule: Only this rule, by its name or its claim type; nil for all.
  ///   - onlyFailed: Whether to show only the frame that came nearest of each rule that did not fire
  ///     on a trigger.
  /// - Returns: The tables, those that came nearest first within a sentence.
  package func attemptLines(rule: String? = nil, onlyFailed: Bool = false) -> [String] {
    let words = AttemptWords(document: document)
    var lines: [String] = []
    let order = attempts.indices.sorted {
      (attempts[$0].sentence, -attempts[$0].nearness, $0)
        < (attempts[$1].sentence, -attempts[$1].nearness, $1)
    }
    let fired = Set(
      attempts.filter { $0.outcome == .made }.map {
        Place(relation: $0.relation, trigger: $0.trigger)
      }
    )
    var told: Set<Place> = []
    for index in order {
      let attempt = attempts[index]
      let relation = rules.relations[attempt.relation]
      let hasFired = attempt.outcome == .made || attempt.outcome == .outdone
      if let rule, relation.name != rule, relation.type != rule { continue }
      let place = Place(relation: attempt.relation, trigger: attempt.trigger)
      if onlyFailed, hasFired || fired.contains(place) || !told.insert(place).inserted { continue }
      lines += words.table(of: attempt, rules: rules)
      if let change = changes[index] { lines.append("  nearest change: " + change) }
    }
    return lines
  }

  /// How far the `match` patterns got that match nowhere in the sentences.
  ///
  /// Those of entity rules are told of only if a rule or mention type is asked for: most of them are tried
  /// in every sentence.
  ///
  /// - Parameter rule: Only this rule, or rules of this type; nil for all relations.
  /// - Returns: The attempts that got furthest first, each as its lines.
  package func patternLines(rule: String? = nil) -> [String] {
    let words = AttemptWords(document: document)
    let found = PatternAttempts(document: document, rules: rules).attempts(in: sentences) {
      name,
      type,
      isRelation in
      rule.map { $0 == name || $0 == type } ?? isRelation
    }
    let order = found.indices.sorted {
      (-found[$0].wordCount, $0) < (-found[$1].wordCount, $1)
    }
    return order.filter { found[$0].wordCount > 0 && (rule != nil || found[$0].change != nil) }
      .flatMap { found[$0].lines(words) }
  }

  /// What became of the matches of an entity rule that are no mentions.
  ///
  /// - Parameter rule: The rule's name, or a mention type.
  /// - Returns: One line a match.
  package func lostLines(rule: String) -> [String] {
    let words = AttemptWords(document: document)
    return lost.compactMap { index, tokens, fate in
      let entity = rules.entityRules[index]
      guard entity.identifier.name == rule || rules.types[entity.type].name == rule,
        isShown(tokens)
      else { return nil }
      let reason =
        switch fate {
        case .kept: "it is a mention"
        case .refused: "an `after`, `before`, `unless` or `genre` clause does not hold"
        case .withoutValue: "its value cannot be worked out"
        case .shadowed(let rival): "\(rules.entityRules[rival].identifier.name) has its words"
        }
      return "\(entity.identifier.name) matches “\(words.text(tokens))”, but \(reason)"
    }
  }

  /// The names of all relations and their types, to check what a user asks for.
  package static func names(in rules: LoadedRules) -> Set<String> {
    Set(rules.ruleSet.relations.flatMap { [$0.name, $0.type] })
      .union(rules.ruleSet.entityRules.map(\.identifier.name))
      .union(rules.ruleSet.types.map(\.name))
  }

  private func isShown(_ tokens: TokenRange) -> Bool {
    sentences.contains { document.analyzed.tokenized.sentences[$0].tokens.contains(tokens) }
  }
}
