import AverModel
import AverRules

/// The captures that a `value` clause may name, and how expressions over them are computed.
struct EvaluationScope {
  let captures: [Capture?]
  let text: AnalyzedText
  let mentions: [Mention]
  let times: [Int: UnresolvedTime]

  /// The value of an expression.
  ///
  /// Recursion is bounded by the nesting of a rule's own text, never by a document.
  func evaluate(_ expression: ValueExpression) -> ValueArgument {
    switch expression {
    case .number(let number): return .amount(.single(number, .exact))
    case .word(let word): return .word(word)
    case .capture(let slot): return argument(ofSlot: slot)
    case .product(let left, let right):
      return combined(evaluate(left), evaluate(right)) { $0.multiplied(by: $1) }
    case .sum(let left, let right):
      return combined(evaluate(left), evaluate(right)) { $0.adding($1) }
    case .call(let name, let arguments):
      return AmountBuiltIns.call(name, arguments.map { evaluate($0) })
    }
  }

  private func argument(ofSlot slot: Int) -> ValueArgument {
    guard captures.indices.contains(slot), let capture = captures[slot] else { return .absent }
    if let mention = capture.mention, mentions.indices.contains(mention) {
      if let time = times[mention] { return .time(time) }
      if let value = mentions[mention].value { return .value(value) }
    }
    guard capture.tokens.end <= text.tokenized.tokens.count else { return .absent }
    return .captured(text: text.tokenized.string(capture.tokens), entry: capture.entry)
  }

  private func combined(
    _ left: ValueArgument,
    _ right: ValueArgument,
    _ operation: (ExactDecimal, ExactDecimal) -> ExactDecimal?
  ) -> ValueArgument {
    if left.isAbsent { return right }
    if right.isAbsent { return left }
    guard let first = left.amount, let second = right.amount else { return .absent }
    switch (first, second) {
    case (.single(let one, let bound), .single(let other, _)):
      return operation(one, other).map { .amount(.single($0, bound)) } ?? .absent
    case (.between(let low, let high), .single(let other, _)),
      (.single(let other, _), .between(let low, let high)):
      guard let low = operation(low, other), let high = operation(high, other) else {
        return .absent
      }
      return .amount(.between(low, high))
    case (.between, .between): return .absent
    case (.vague, _), (_, .vague): return .amount(.vague)
    }
  }
}
