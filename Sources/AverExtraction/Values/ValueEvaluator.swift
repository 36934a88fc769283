package import AverModel
package import AverRules

/// Computes the value of a mention from the `value` clause of its rule.
///
/// An argument is a capture, a number, a word or another call; an optional capture that did not
/// match is absent. A capture is read as its map entry's value if it has one, else as the number
/// that its tokens write. `bound` is one of `Bound`'s words and may stand at any place after the
/// first; `time` is a call of a built-in for times, a mention of a time, or a year.
///
/// `ValueBuiltIn.all` says what each built-in gives.
///
/// Directions are `last this next following preceding`, or -1, 0 and 1.
package struct ValueEvaluator: Sendable {
  package init() {}

  /// The value of an expression; nil if the captures do not write one, such as a 31 June.
  ///
  /// - Parameters:
  ///   - expression: The clause.
  ///   - captures: What each slot matched; nil for a capture that did not.
  ///   - text: The text that the captures index.
  ///   - mentions: The mentions that captures index.
  ///   - times: The times of those mentions as they were evaluated, by the mentions' indices.
  /// - Returns: The value, a time still without its place in the calendar.
  package func value(
    of expression: ValueExpression,
    captures: [Capture?],
    in text: AnalyzedText,
    mentions: [Mention],
    times: [Int: UnresolvedTime] = [:]
  ) -> EvaluatedValue? {
    let scope = EvaluationScope(captures: captures, text: text, mentions: mentions, times: times)
    switch scope.evaluate(expression) {
    case .value(let value): return .value(value)
    case .time(let time): return .time(time)
    case .amount(let amount): return .value(.number(NumberValue(amount: amount, unit: nil)))
    case .captured(let text, _), .word(let text): return .value(.name(text))
    case .absent: return nil
    }
  }
}
