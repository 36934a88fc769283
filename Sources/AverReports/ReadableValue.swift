package import AverModel

/// Normalized values for people: `more than 13,000,000,000 USD`, `since 2019`.
package enum ReadableValue {
  /// The value on one line.
  package static func text(of value: MentionValue) -> String {
    switch value {
    case .money(let money): return "\(text(of: money.amount)) \(money.currency)"
    case .number(let number):
      let unit = number.unit.map { $0 == "percent" ? "%" : " " + spaced($0) } ?? ""
      return text(of: number.amount) + unit
    case .time(let time):
      let relation = time.relation.map { $0 == .fromTo ? "" : $0.rawValue + " " } ?? ""
      return relation + time.value
    case .name(let name): return name
    }
  }

  private static func text(of amount: Amount) -> String {
    switch amount {
    case .single(let value, .exact): grouped(value)
    case .single(let value, let bound): spaced(bound.rawValue) + " " + grouped(value)
    case .between(let low, let high): grouped(low) + " to " + grouped(high)
    case .vague: "some"
    }
  }

  /// Digits in groups of three: `13,000,000,000`.
  private static func grouped(_ value: ExactDecimal) -> String {
    let parts = value.description.split(separator: ".", maxSplits: 1)
    let whole = Array(parts.first ?? "")
    var result = ""
    for (index, digit) in whole.enumerated() {
      let rest = whole.count - index
      if index > 0, rest % 3 == 0, whole[index - 1] != "-" { result.append(",") }
      result.append(digit)
    }
    return parts.count > 1 ? result + "." + parts[1] : result
  }

  /// The words of a name that joins them by `_`.
  private static func spaced(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
  }
}
