import AverModel

/// What an expression inside a `value` clause stands for.
enum ValueArgument {
  /// A capture that did not match, or a value that the words do not give.
  case absent
  /// A capture: its text and, if it matched a map or list, the entry's value.
  case captured(text: String, entry: String?)
  case amount(Amount)
  case word(String)
  case value(MentionValue)
  case time(UnresolvedTime)

  var isAbsent: Bool {
    if case .absent = self { return true }
    return false
  }

  /// The number or range that it is or writes.
  var amount: Amount? {
    switch self {
    case .amount(let amount): return amount
    case .value(.number(let number)): return number.amount
    case .value(.money(let money)): return money.amount
    case .captured(let text, let entry):
      let number = entry.flatMap { ExactDecimal($0) } ?? NumberReader.number(in: text)
      return number.map { .single($0, .exact) }
    case .word("vague"): return .vague
    case .word(let word): return ExactDecimal(word).map { .single($0, .exact) }
    case .absent, .time, .value: return nil
    }
  }

  /// The single number that it is or writes; a range has none.
  var number: ExactDecimal? {
    if case .single(let number, _)? = amount { return number }
    return nil
  }

  /// The whole number, cardinal or ordinal, that it is or writes.
  var whole: Int? {
    if let whole = number?.wholeNumber { return whole }
    if case .captured(let text, _) = self { return NumberWord.ordinal(text.lowercased()) }
    return nil
  }

  /// The year that it is or writes: `1996`, `nineteen ninety-six`, `two thousand and six`.
  var year: Int? {
    if let whole { return whole }
    guard case .captured(let text, _) = self else { return nil }
    let words = text.lowercased().split { $0 == " " || $0 == "-" || $0 == "\n" }
    for place in words.indices.dropFirst() {
      let century = words[..<place].joined(separator: " ")
      let rest = words[place...].drop { $0 == "oh" }.joined(separator: " ")
      guard let century = NumberReader.number(in: century)?.wholeNumber,
        (10...20).contains(century),
        let rest = NumberReader.number(in: rest)?.wholeNumber, (1...99).contains(rest)
      else { continue }
      return century * 100 + rest
    }
    return nil
  }

  /// The value of the map entry, or else the word itself in lower case.
  var word: String? {
    switch self {
    case .captured(let text, let entry): entry ?? text.lowercased()
    case .word(let word): word
    case .absent, .amount, .time, .value: nil
    }
  }

  /// The words as the text has them.
  var text: String? {
    switch self {
    case .captured(let text, _): text
    case .word(let word): word
    case .value(.name(let name)): name
    case .amount(.single(let number, _)): number.description
    case .absent, .amount, .time, .value: nil
    }
  }

  var time: UnresolvedTime? {
    if case .time(let time) = self { return time }
    return nil
  }

  var bound: Bound? { word.flatMap { Bound(rawValue: $0) } }

  var unit: TimeUnit? { word.flatMap { TimeUnit(rawValue: $0) } }

  /// `last` `this` `next` `following` `preceding`, or their offsets -1, 0 and 1.
  var direction: TimeDirection? {
    if case .amount(.single(let number, _)) = self {
      return [-1: .last, 0: .this, 1: .next][number.wholeNumber]
    }
    return switch word {
    case "last", "-1": .last
    case "this", "0": .this
    case "next", "1": .next
    case "following": .following
    case "preceding": .preceding
    default: nil
    }
  }
}
