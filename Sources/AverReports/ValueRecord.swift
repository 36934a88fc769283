import AverModel

/// The members that hold normalized values, the same in claims and annotations.
extension JSONWriter {
  /// Writes the member `money`, `number` or `time` of a value; nothing for a name.
  mutating func value(_ value: MentionValue) {
    switch value {
    case .money(let money):
      name("money")
      amount(money.amount, unit: "currency", money.currency)
    case .number(let number):
      name("number")
      amount(number.amount, unit: "unit", number.unit)
    case .time(let time): self.time(time)
    case .name: break
    }
  }

  private mutating func amount(_ amount: Amount, unit: String, _ unitValue: String?) {
    let bound: String
    beginObject()
    switch amount {
    case .single(let value, let stated):
      name("amount")
      number(value)
      bound = stated.rawValue
    case .between(let low, let high):
      name("low")
      number(low)
      name("high")
      number(high)
      bound = "between"
    case .vague: bound = Bound.approximately.rawValue
    }
    member(unit, unitValue)
    name("bound")
    string(bound)
    endObject()
  }

  private mutating func time(_ time: TimeValue) {
    name("time")
    beginObject()
    name("type")
    string(time.kind.rawValue)
    name("value")
    string(time.value)
    member("mod", time.modifier)
    member("relation", time.relation?.rawValue)
    member("start", time.start.flatMap(JSONWriter.day))
    member("end", time.end.flatMap(JSONWriter.day))
    member("edtf", CalendarNotation.extended(time))
    endObject()
  }

  /// ISO 8601 has four digits for a year; other years are not written.
  private static func day(_ date: CivilDate) -> String? {
    (0...9999).contains(date.year) ? date.description : nil
  }
}

extension MentionType {
  /// Which member holds the value of mentions of this type; nil if none may.
  private var valueMember: String? {
    switch self {
    case .money: "money"
    case .date, .time, .duration, .set: "time"
    case .percent, .number, .quantity: "number"
    default: nil
    }
  }

  /// Whether a value belongs to the type; the schema lets no other stand.
  func accepts(_ value: MentionValue?) -> Bool {
    switch value {
    case .money(let money): valueMember == "money" && money.amount != .vague
    case .number: valueMember == "number"
    case .time: valueMember == "time"
    case .name, nil: valueMember == nil
    }
  }
}
