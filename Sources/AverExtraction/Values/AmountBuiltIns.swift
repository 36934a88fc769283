import AverModel

/// The built-ins for amounts and names; those for times are `TimeBuiltIns`.
enum AmountBuiltIns {
  static func call(_ name: String, _ arguments: [ValueArgument]) -> ValueArgument {
    let first = arguments.first ?? .absent
    switch name {
    case "money": return money(arguments)
    case "number": return number(first.amount, arguments.dropFirst(), defaultUnit: nil)
    case "quantity": return number(first.amount, arguments.dropFirst(), defaultUnit: nil)
    case "percent": return number(first.amount, arguments.dropFirst(), defaultUnit: "percent")
    case "range": return range(arguments)
    case "within":
      // A floor above its ceiling bounds nothing.
      guard arguments.count >= 2, let low = arguments[0].number, let high = arguments[1].number,
        low < high
      else { return .absent }
      return .amount(.between(low, high))
    case "sum": return sum(arguments)
    case "negative": return negative(first)
    case "name": return self.name(first)
    case "alias": return alias(first)
    case "join":
      let texts = arguments.compactMap { $0.text }
      return texts.isEmpty ? .absent : .word(texts.joined(separator: " "))
    case "rate":
      guard arguments.count == 2, let unit = first.word, let base = arguments[1].word else {
        return .absent
      }
      return .word(unit + "_per_" + base)
    case "lower": return first.text.map { .word($0.lowercased()) } ?? .absent
    case "digits": return digits(first, arguments.count > 1 ? arguments[1] : .absent)
    case "ratio": return ratio(arguments)
    case "first": return arguments.first { !$0.isAbsent } ?? .absent
    default: return TimeBuiltIns.call(name, arguments)
    }
  }

  private static func money(_ arguments: [ValueArgument]) -> ValueArgument {
    guard let amount = arguments.first?.amount else { return .absent }
    let rest = arguments.dropFirst()
    let currency = rest.first { $0.bound == nil && $0.word != nil }?.word ?? "XXX"
    return .value(.money(Money(amount: bounded(amount, by: rest), currency: currency)))
  }

  private static func number(
    _ amount: Amount?,
    _ rest: ArraySlice<ValueArgument>,
    defaultUnit: String?
  ) -> ValueArgument {
    guard let amount else { return .absent }
    let unit = rest.first { $0.bound == nil && $0.word != nil }?.word ?? defaultUnit
    return .value(.number(NumberValue(amount: bounded(amount, by: rest), unit: unit)))
  }

  /// The amount with the first bound among the arguments; a range keeps its own ends.
  private static func bounded(_ amount: Amount, by arguments: ArraySlice<ValueArgument>) -> Amount {
    guard case .single(let number, _) = amount,
      let bound = arguments.lazy.compactMap({ $0.bound }).first
    else { return amount }
    return .single(number, bound)
  }

  private static func range(_ arguments: [ValueArgument]) -> ValueArgument {
    guard arguments.count >= 2, var low = arguments[0].number, var high = arguments[1].number else {
      return .absent
    }
    if arguments.count > 2, let scale = arguments[2].number {
      if low < high, let scaled = low.multiplied(by: scale) { low = scaled }
      guard let scaled = high.multiplied(by: scale) else { return .absent }
      high = scaled
    }
    return .amount(.between(min(low, high), max(low, high)))
  }

  private static func sum(_ arguments: [ValueArgument]) -> ValueArgument {
    var total = ExactDecimal(0)
    for argument in arguments where !argument.isAbsent {
      guard let number = argument.number, let next = total.adding(number) else { return .absent }
      total = next
    }
    return .amount(.single(total, .exact))
  }

  /// The nth run of digits in a token such as `3Q25`.
  private static func digits(_ argument: ValueArgument, _ position: ValueArgument) -> ValueArgument
  {
    guard let text = argument.text, let position = position.whole else { return .absent }
    let runs = text.utf8.split { $0 < 0x30 || $0 > 0x39 }
    guard position >= 1, position <= runs.count,
      let number = ExactDecimal(String(decoding: runs[position - 1], as: UTF8.self))
    else { return .absent }
    return .amount(.single(number, .exact))
  }

  private static func ratio(_ arguments: [ValueArgument]) -> ValueArgument {
    guard arguments.count == 2, let part = arguments[0].number, let whole = arguments[1].whole,
      let ratio = part.divided(by: whole)
    else { return .absent }
    return .amount(.single(ratio, .exact))
  }

  private static func negative(_ argument: ValueArgument) -> ValueArgument {
    guard case .single(let number, let bound)? = argument.amount,
      let negated = number.multiplied(by: ExactDecimal(-1))
    else { return .absent }
    return .amount(.single(negated, bound))
  }

  /// The name that a list gives for what was captured; without one, the words.
  private static func alias(_ argument: ValueArgument) -> ValueArgument {
    if case .captured(_, let entry?) = argument { return .value(.name(entry)) }
    return name(argument)
  }

  private static func name(_ argument: ValueArgument) -> ValueArgument {
    guard let text = argument.text else { return .absent }
    var words = text.split { $0.isWhitespace }.map { String($0) }
    if let last = words.last {
      for possessive in ["'s", "\u{2019}s"] where last.hasSuffix(possessive) {
        words[words.count - 1] = String(last.dropLast(2))
      }
    }
    let name = words.filter { !$0.isEmpty }.joined(separator: " ")
    return name.isEmpty ? .absent : .value(.name(name))
  }
}
