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
    return (best ?? here.first).map { NearMiss($0, in: document, rules: rules) }
  }
}
