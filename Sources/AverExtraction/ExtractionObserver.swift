package import AverModel

/// Gets to know what becomes of every match of an entity rule; for the rule author's bench.
package protocol ExtractionObserver {
  /// Notes one match, when its fate is settled.
  ///
  /// - Parameters:
  ///   - rule: The index of the entity rule.
  ///   - tokens: The tokens that it matched.
  ///   - fate: What became of it.
  mutating func note(rule: Int, tokens: TokenRange, fate: MatchFate)
}

/// What becomes of a match.
package enum MatchFate: Hashable, Sendable {
  /// It is a mention of the document.
  case kept
  /// An `after`, `before` or `unless` clause refuses it.
  case refused
  /// Its value cannot be worked out.
  case withoutValue
  /// A match of another rule, or a longer one of its own, has its words.
  case shadowed(byRule: Int)
}

/// Looks away.
struct NoObserver: ExtractionObserver {
  mutating func note(rule: Int, tokens: TokenRange, fate: MatchFate) {}
}
