package import AverModel
package import AverRules

/// Computes the value of a mention from the `value` clause of its rule.
///
/// An argument is a capture, a number, a word or another call; an optional capture that did not
/// match is absent. A capture is read as its map entry's value if it has one, else as the number
/// that its tokens write. `bound` is one of `Bound`'s words and may stand at any place after the
/// first; `time` is a call of the second table, a mention of a time, or a year.
///
/// | built-in | gives |
/// | --- | --- |
/// | `money(amount, currency, bound)` | money; currency as ISO 4217 code |
/// | `number(amount, unit, bound)` | a number; unit may be absent |
/// | `percent(amount, unit, bound)` | a number of `percent`, or of the unit given |
/// | `quantity(amount, unit, bound)` | a number with a unit |
/// | `range(low, high, scale)` | an amount; the scale of `high` is that of `low` too, unless `low` would then exceed `high` |
/// | `sum(a, b)` `negative(a)` | an amount |
/// | `ratio(part, whole)` `digits(capture, n)` | an amount; the nth run of digits of a token such as `3Q25` |
/// | `name(capture)` `join(a, …)` `lower(a)` | a name: white space folded, possessive removed; the texts with single spaces between; in lower case |
/// | `alias(capture)` | the canonical name of a listed name (the `key` of its table) |
/// | `first(a, …)` | the first argument that is not absent |
///
/// | built-in | gives |
/// | --- | --- |
/// | `date(year, month, day)` | a date of the grain of its last part; any part may be absent, the year may be a time or a direction |
/// | `numeric(a, b, year)` | a day as `03/04/2025`, the month first unless it cannot be |
/// | `weekend(time)` `weekday(day, time)` `quarter(n, time)` `half(n, time)` `season(s, time)` `holiday(rule, time)` | days 1 (Monday) to 7; seasons `SP SU FA WI`; rules as in `Holiday`; the time may be absent or a direction |
/// | `nth(n, weekday, time)` | the nth such weekday of a period, the last if -1 |
/// | `decade(year)` `century(n)` | 1990 or 90; 20 for the 20th |
/// | `relative(offset, unit)` `anchored(offset, unit)` `shift(offset, unit, time)` | so many units from the document's date, from the time before in the text, from another time |
/// | `compared(offset, unit)` `latest(unit)` | from the quarter or half in focus, else from the document's date; that period itself |
/// | `containing(unit, time)` `edge(start or end, time)` `fiscal(time)` | the week of a day; the first or last day; a fiscal period |
/// | `clock(hour, minute, time, half)` `daypart(code, time)` | half is `am` or `pm`; codes `MO MI AF EV NI`; the time may be absent |
/// | `part(mod, time)` | the time with TIMEX3's mod `START MID END APPROX` … |
/// | `since(time)` `until(time)` `before(time)` `after(time)` `by(time)` `span(from, to)` | the time with its relation |
/// | `duration(amount, unit, bound)` | a length; an absent amount or `vague` makes it vague, a range an alternative |
/// | `stretch(offset, unit)` | a length that ends (negative) or begins at the document's date |
/// | `set(amount, unit)` `every(time)` | a repetition |
/// | `reference(word)` | `PRESENT_REF` `PAST_REF` `FUTURE_REF` |
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
