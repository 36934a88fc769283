import AverModel

/// A role filler, reduced to what the scorer compares.
package struct ComparableFiller: Hashable, Sendable {
  /// An amount or a number: one value, or a range.
  package struct Amount: Hashable, Sendable {
    /// The value; nil for a range.
    package let value: Double?
    /// The lower end of a range.
    package let low: Double?
    /// The upper end of a range.
    package let high: Double?
    /// The bound as gold writes it, such as `more_than` or `between`.
    package let bound: String
    /// ISO 4217 code; nil for a number.
    package let currency: String?

    /// Creates an amount.
    package init(
      value: Double? = nil,
      low: Double? = nil,
      high: Double? = nil,
      bound: String = Bound.exact.rawValue,
      currency: String? = nil
    ) {
      self.value = value
      self.low = low
      self.high = high
      self.bound = bound
      self.currency = currency
    }

    init(_ amount: AverModel.Amount, currency: String?) {
      switch amount {
      case .single(let value, let bound):
        self.init(value: Double(value.description), bound: bound.rawValue, currency: currency)
      case .between(let low, let high):
        self.init(
          low: Double(low.description),
          high: Double(high.description),
          bound: "between",
          currency: currency
        )
      case .vague: self.init(bound: Bound.approximately.rawValue, currency: currency)
      }
    }
  }

  /// Proper names, the canonical one first; empty for what is no party.
  package let names: [String]
  /// The words of the text, the date's value or the word of a closed vocabulary.
  package let text: String
  /// An amount of money.
  package let money: Amount?
  /// A percentage, count or quantity.
  package let number: Amount?

  /// Creates a party.
  package static func party(_ names: String...) -> ComparableFiller { party(names: names) }

  /// Creates a party.
  package static func party(names: [String]) -> ComparableFiller {
    ComparableFiller(names: names, text: names.first ?? "", money: nil, number: nil)
  }

  /// Creates words of the text, a date's value or the word of a closed vocabulary.
  package static func text(_ text: String) -> ComparableFiller {
    ComparableFiller(names: [], text: text, money: nil, number: nil)
  }

  /// Creates an amount of money, or a number where there is no currency.
  package static func amount(_ amount: Amount) -> ComparableFiller {
    ComparableFiller(
      names: [],
      text: "",
      money: amount.currency == nil ? nil : amount,
      number: amount.currency == nil ? amount : nil
    )
  }

  /// The filler in a few characters, for people.
  package var summary: String {
    guard let amount = money ?? number else { return names.first ?? text }
    let value =
      amount.value.map(Self.plain)
      ?? "\(amount.low.map(Self.plain) ?? "?")-\(amount.high.map(Self.plain) ?? "?")"
    let bound = amount.bound == Bound.exact.rawValue ? "" : "(\(amount.bound))"
    return (amount.currency ?? "") + value + bound
  }

  private static func plain(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }
}

extension ComparableFiller {
  /// Creates what is compared of an extracted filler.
  init(_ filler: Claim.RoleFiller, in text: CleanText) {
    var money: Amount?
    var number: Amount?
    var words = filler.vocabularyWord ?? text.string(filler.range)
    switch filler.value {
    case .money(let value) where value.amount != .vague:
      money = Amount(value.amount, currency: value.currency)
    case .number(let value): number = Amount(value.amount, currency: nil)
    case .time(let value): words = value.value
    case .money, .name, nil: break
    }
    var names = filler.names
    if let name = filler.name {
      names.removeAll { $0 == name }
      names.insert(name, at: 0)
    } else if names.isEmpty, filler.type.isName {
      names = [words]
    }
    self.init(names: names, text: words, money: money, number: number)
  }
}
