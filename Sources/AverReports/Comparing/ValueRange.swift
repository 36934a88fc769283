import AverModel

/// The stretch of numbers or days that a stated value leaves open.
struct ValueRange: Hashable {
  let low: Double
  let high: Double

  /// Whether no value is in both.
  func contradicts(_ other: ValueRange) -> Bool { high < other.low || other.high < low }

  /// A stated number is as exact as its last digit that is not zero: $3.4 billion may be 3.38.
  init(_ amount: Amount) {
    switch amount {
    case .between(let low, let high):
      self.init(low: Self.number(low), high: Self.number(high))
    case .single(let value, let bound):
      let number = Self.number(value)
      let unit = ExactDecimal(significand: 1, exponent: value.exponent)
      let slack = value.isZero ? 0 : Self.number(unit) / 2
      switch bound {
      case .exact: self.init(low: number - slack, high: number + slack)
      case .approximately:
        let wide = max(slack, abs(number) / 10)
        self.init(low: number - wide, high: number + wide)
      case .moreThan, .atLeast: self.init(low: number, high: .infinity)
      case .lessThan, .atMost: self.init(low: -.infinity, high: number)
      }
    case .vague: self.init(low: -.infinity, high: .infinity)
    }
  }

  /// The days on which something holds; nil where the calendar does not say.
  init?(_ time: TimeValue) {
    let first = time.start.map { Double($0.dayNumber) }
    let last = time.end.map { Double($0.dayNumber - 1) }
    switch time.relation {
    case nil, .fromTo:
      guard let first, let last else { return nil }
      self.init(low: first, high: last)
    case .since, .after:
      guard let first else { return nil }
      self.init(low: first, high: .infinity)
    case .until, .before, .by:
      guard let last else { return nil }
      self.init(low: -.infinity, high: last)
    }
  }

  private init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  private static func number(_ value: ExactDecimal) -> Double { Double(value.description) ?? 0 }
}
