import AverModel

/// Reads the values that tests state.
enum TestValue {
  /// Whether `name=value` holds of a mention's value.
  static func holds(_ name: String, _ value: String, of mention: Mention) -> Bool {
    switch (name, mention.value) {
    case ("currency", .money(let money)?): return money.currency == value
    case ("unit", .number(let number)?): return number.unit == value
    case ("amount", _), ("low", _), ("high", _), ("bound", _):
      return amount(of: mention.value).map { holds(name, value, $0) } ?? false
    case ("value", .time(let time)?): return time.value == value
    case ("type", .time(let time)?): return time.kind.rawValue == value
    case ("mod", .time(let time)?): return (time.modifier ?? "-") == value
    case ("relation", .time(let time)?): return (time.relation?.rawValue ?? "-") == value
    case ("start", .time(let time)?): return (time.start?.description ?? "-") == value
    case ("end", .time(let time)?): return (time.end?.description ?? "-") == value
    case ("name", .name(let text)?), ("value", .name(let text)?): return text == value
    case ("type", _): return mention.type.name == value
    default: return false
    }
  }

  private static func holds(_ name: String, _ value: String, _ amount: Amount) -> Bool {
    switch (name, amount) {
    case ("amount", .single(let number, _)): number == ExactDecimal(value)
    case ("bound", .single(_, let bound)): bound.rawValue == value
    case ("bound", .between): value == "between"
    case ("bound", .vague): value == Bound.approximately.rawValue
    case ("low", .between(let low, _)): low == ExactDecimal(value)
    case ("high", .between(_, let high)): high == ExactDecimal(value)
    default: false
    }
  }

  private static func amount(of value: MentionValue?) -> Amount? {
    switch value {
    case .money(let money)?: money.amount
    case .number(let number)?: number.amount
    default: nil
    }
  }

  /// Whether a filler such as `USD 7.5e9`, `2018` or `5` writes a value.
  static func isWritten(_ text: String, _ value: MentionValue?) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    switch value {
    case .money(let money)?:
      guard words.count == 2, words[0] == money.currency else { return false }
      return holds("amount", words[1], money.amount)
    case .number(let number)?: return words.count == 1 && holds("amount", words[0], number.amount)
    case .time(let time)?: return time.value == text
    case .name(let name)?: return name == text
    case nil: return false
    }
  }

  /// The attributes that a test may state of a mention's value, in the order of messages.
  static func attributes(of value: MentionValue?) -> [(name: String, value: String)] {
    switch value {
    case .money(let money)?: attributes(of: money.amount) + [("currency", money.currency)]
    case .number(let number)?: attributes(of: number.amount) + [("unit", number.unit ?? "-")]
    case .time(let time)?:
      [
        ("value", time.value), ("type", time.kind.rawValue),
        ("relation", time.relation?.rawValue ?? "-"), ("mod", time.modifier ?? "-"),
        ("start", time.start?.description ?? "-"), ("end", time.end?.description ?? "-"),
      ]
    case .name(let name)?: [("name", name)]
    case nil: []
    }
  }

  private static func attributes(of amount: Amount) -> [(name: String, value: String)] {
    switch amount {
    case .single(let number, let bound):
      [("amount", number.description), ("bound", bound.rawValue)]
    case .between(let low, let high):
      [("low", low.description), ("high", high.description), ("bound", "between")]
    case .vague: [("bound", Bound.approximately.rawValue)]
    }
  }

  static func description(of mention: Mention) -> String {
    let attributes = attributes(of: mention.value)
    return attributes.isEmpty
      ? "no value" : attributes.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
  }
}
