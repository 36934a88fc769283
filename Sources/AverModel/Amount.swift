/// How a text bounds a number.
public enum Bound: String, Hashable, Sendable, CaseIterable {
  /// `$10 billion`
  case exact
  /// `about`, `nearly`, `some`
  case approximately
  /// `more than`, `could exceed`
  case moreThan = "more_than"
  /// `at least`
  case atLeast = "at_least"
  /// `less than`, `under`
  case lessThan = "less_than"
  /// `up to`, `as much as`
  case atMost = "at_most"
}

/// A number as a text states it: one value with its bound, a range, or none.
public enum Amount: Hashable, Sendable {
  /// One number and how it is bounded.
  case single(ExactDecimal, Bound)
  /// From the lower to the higher number.
  case between(ExactDecimal, ExactDecimal)
  /// The words leave it open: `tens of millions`.
  case vague
}

/// An amount of money in units of one currency.
public struct Money: Hashable, Sendable {
  /// How much, in the currency's major unit.
  public let amount: Amount
  /// ISO 4217 code; `XXX` where the text names none.
  public let currency: String

  /// Creates an amount of money.
  public init(amount: Amount, currency: String) {
    self.amount = amount
    self.currency = currency
  }
}

/// A percentage, a count or a measured quantity.
public struct NumberValue: Hashable, Sendable {
  /// How much; 12.5 for `12.5%`.
  public let amount: Amount
  /// `percent` `percentage_point` `basis_point`, or the unit in the singular with words joined by
  /// `_`; nil for a plain number.
  public let unit: String?

  /// Creates a number.
  public init(amount: Amount, unit: String?) {
    self.amount = amount
    self.unit = unit
  }
}
