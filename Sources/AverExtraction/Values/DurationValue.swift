import AverModel

/// Writes lengths of time as ISO 8601 does.
enum DurationValue {
  /// The value of so many units, such as `P3M` or `P1Y6M`; nil of a negative number.
  static func value(_ amount: ExactDecimal, _ unit: TimeUnit) -> String? {
    guard !(amount < ExactDecimal(0)) else { return nil }
    let (designator, count, isClock) = unit.duration
    guard let scaled = amount.multiplied(by: ExactDecimal(count)) else { return nil }
    let prefix = isClock ? "PT" : "P"
    if let whole = scaled.wholeNumber { return prefix + String(whole) + designator }
    guard let whole = scaled.wholePart, let fraction = scaled.adding(ExactDecimal(-whole)),
      let parts = unit.parts, count == 1,
      let smaller = fraction.multiplied(by: ExactDecimal(parts.count))?.wholeNumber
    else { return prefix + scaled.description + designator }
    let rest = String(smaller) + parts.unit.duration.designator
    if whole == 0 { return (parts.unit.duration.isClock ? "PT" : "P") + rest }
    let separator = parts.unit.duration.isClock && !isClock ? "T" : ""
    return prefix + String(whole) + designator + separator + rest
  }

  /// The value of several lengths, the largest first: `P1Y6M` of a year and six months, `P1DT2H` of
  /// a day and two hours.
  static func joined(_ values: [String]) -> String? {
    var days = ""
    var clock = ""
    for value in values {
      let parts = value.dropFirst().split(separator: "T", omittingEmptySubsequences: false)
      guard let first = parts.first, parts.count <= 2 else { return nil }
      days += first
      if parts.count == 2 { clock += parts[1] }
    }
    return "P" + days + (clock.isEmpty ? "" : "T" + clock)
  }

  /// The value of an unknown number of units, such as `PXD`.
  static func vague(_ unit: TimeUnit) -> String {
    (unit.isCalendrical ? "PX" : "PTX") + unit.vagueDesignator
  }

  /// TIMEX3's mod for a bound; nil for an exact length.
  static func modifier(of bound: Bound) -> String? {
    switch bound {
    case .exact: nil
    case .approximately: "APPROX"
    case .moreThan: "MORE_THAN"
    case .atLeast: "EQUAL_OR_MORE"
    case .lessThan: "LESS_THAN"
    case .atMost: "EQUAL_OR_LESS"
    }
  }
}

extension ExactDecimal {
  /// The number without its decimals; nil if it does not fit.
  var wholePart: Int? {
    if exponent >= 0 { return wholeNumber }
    var digits = significand
    for _ in 0..<min(19, -exponent) { digits /= 10 }
    return Int(digits)
  }
}
