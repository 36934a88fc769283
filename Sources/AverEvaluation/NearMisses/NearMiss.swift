package import AverLinking
package import AverModel
package import AverRules

/// A frame that found its trigger and something around it, and made nothing: which element stopped it,
/// and what would have let it pass.
package struct NearMiss: Hashable, Sendable {
  /// `file:rule`, as claims name it.
  package let rule: String
  /// The claim type that it would have made.
  package let type: String
  /// The element that failed, in words that many sentences share: `target: a common noun`.
  package let obstacle: String
  /// The element that failed, in the words of this sentence.
  package let detail: String
  /// The trigger and the filled roles: `acquirer=Linde, bought`.
  package let found: String
  /// The sentence.
  package let quote: String
  /// Greater for attempts that need less to pass.
  package let nearness: Int

  /// Reads an attempt.
  ///
  /// - Parameters:
  ///   - attempt: The attempt, which made nothing.
  ///   - document: The document that it was made in.
  ///   - rules: The rules.
  package init(_ attempt: FrameAttempt, in document: LinkedDocument, rules: RuleSet) {
    let relation = rules.relations[attempt.relation]
    let text = document.analyzed.tokenized
    rule = "\(relation.file):\(relation.name)"
    type = relation.type
    let words = AttemptWords(document: document)
    (obstacle, detail) = words.obstacle(of: attempt)
    let parts = attempt.slots.compactMap { slot in
      slot.filling.map { "\(slot.role)=\(words.text($0))" }
    }
    found = (parts + [words.text(attempt.trigger)]).joined(separator: ", ")
    quote = words.text(text.sentences[attempt.sentence].tokens)
    nearness = attempt.nearness
  }

  /// Reads an attempt of a `match` pattern.
  init(_ attempt: PatternAttempt, in document: LinkedDocument, file: String) {
    let words = AttemptWords(document: document)
    let place = attempt.stop.map { "“\(words.text(TokenRange($0, $0 + 1)))”" }
    let wanted = attempt.wanted.joined(separator: " or ")
    rule = "\(file):\(attempt.rule)"
    type = attempt.type ?? ""
    obstacle = "match: no \(attempt.wanted.first ?? "end")"
    detail = "`match` stops at \(place ?? "the end of the sentence"), where it wants \(wanted)"
    found = attempt.taken.map { words.text($0.tokens) }.joined(separator: " ")
    quote = words.text(document.analyzed.tokenized.sentences[attempt.sentence].tokens)
    nearness = attempt.wordCount - 100
  }

  /// The nearest miss of a claim type in the sentences that some words overlap.
  ///
  /// - Parameters:
  ///   - types: The claim types that count.
  ///   - ranges: The words, as clean bytes.
  ///   - attempts: All attempts of the document.
  ///   - document: The document.
  ///   - rules: The rules.
  /// - Returns: The attempt that needed least; nil if no rule of the types has a trigger there.
  package static func nearest(
    of types: [String],
    at ranges: [ByteRange],
    among attempts: [FrameAttempt],
    in document: LinkedDocument,
    rules: RuleSet
  ) -> NearMiss? {
    let text = document.analyzed.tokenized
    let here = attempts.filter { attempt in
      types.contains(rules.relations[attempt.relation].type)
        && ranges.contains { $0.overlaps(text.sentences[attempt.sentence].range) }
    }
    // An attempt that made a relation is not near, it is wrong; it answers only if nothing else does.
    let best =
      here.enumerated().filter { $0.element.outcome != .made && $0.element.outcome != .outdone }
      .max { ($0.element.nearness, -$0.offset) < ($1.element.nearness, -$1.offset) }?.element
    if let best { return NearMiss(best, in: document, rules: rules) }
    if let made = here.first { return NearMiss(made, in: document, rules: rules) }
    return nearestPattern(of: types, at: ranges, in: document, rules: rules)
  }

  /// The `match` pattern that got past most words, two at least.
  private static func nearestPattern(
    of types: [String],
    at ranges: [ByteRange],
    in document: LinkedDocument,
    rules: RuleSet
  ) -> NearMiss? {
    let sentences = document.analyzed.tokenized.sentences
    let here = sentences.indices.filter { index in
      ranges.contains { $0.overlaps(sentences[index].range) }
    }
    let attempts = PatternAttempts(document: document, rules: rules).attempts(in: here) {
      _,
      type,
      isRelation in
      isRelation && types.contains(type)
    }
    let best = attempts.enumerated().max {
      ($0.element.wordCount, -$0.offset) < ($1.element.wordCount, -$1.offset)
    }?.element
    guard let best, best.wordCount >= 2,
      let relation = rules.relations.first(where: { $0.name == best.rule && $0.type == best.type })
    else { return nil }
    return NearMiss(best, in: document, file: relation.file)
  }
}
