/// Bounds that keep every rule's time and memory small; they are checked when rules compile.
package enum Limits {
  /// The longest gap, in tokens.
  package static let gap = 40
  /// How often `*` and `+` repeat at most.
  package static let repetitions = 40
  /// Instructions of one pattern, definitions expanded.
  package static let instructions = 4_000
  /// Tokens of one sentence that rules see; the rest is cut off, with a diagnostic.
  package static let sentenceTokens = 1_024
  /// Captures of one pattern.
  package static let captures = 16
}
