package import AverModel

/// What a `value` clause computes, such as `money(n * scale, cur, bound)`.
///
/// Expressions are pure and total: they call built-ins, multiply, add and name captures, and nothing
/// else. The stage that extracts mentions evaluates them.
package indirect enum ValueExpression: Hashable, Sendable {
  /// A built-in with its arguments.
  case call(String, [ValueExpression])
  /// A capture, by its slot in the pattern; absent if the capture is optional and did not match.
  case capture(Int)
  /// A number written in the rule.
  case number(ExactDecimal)
  /// A word written in the rule, such as a unit.
  case word(String)
  /// The product of two numbers; an absent factor counts as 1.
  case product(ValueExpression, ValueExpression)
  /// The sum of two numbers; an absent summand counts as 0.
  case sum(ValueExpression, ValueExpression)
}

/// What one capture of a pattern matched.
package struct Capture: Hashable, Sendable {
  /// The tokens; a repeated capture holds all repetitions from the first to the last.
  package let tokens: TokenRange
  /// The value of the map or list entry that matched; nil if the capture matched no list.
  package let entry: String?
  /// The mention that matched, as its index in the mentions given; nil if the capture matched none.
  package let mention: Int?

  package init(tokens: TokenRange, entry: String? = nil, mention: Int? = nil) {
    self.tokens = tokens
    self.entry = entry
    self.mention = mention
  }
}
