import AverModel

/// The built-ins that make times; `ValueEvaluator` documents them.
enum TimeBuiltIns {
  static func call(_ name: String, _ arguments: [ValueArgument]) -> ValueArgument {
    guard let time = time(name, Arguments(values: arguments)) else { return .absent }
    return .time(time)
  }

  /// Arguments of which any may be missing.
  private struct Arguments {
    let values: [ValueArgument]

    subscript(index: Int) -> ValueArgument { index < values.count ? values[index] : .absent }

    var bound: Bound? { values.lazy.compactMap { $0.bound }.first }
  }

  private static func time(_ name: String, _ arguments: Arguments) -> UnresolvedTime? {
    switch name {
    case "date": return date(arguments)
    case "numeric": return numeric(arguments)
    case "weekday", "quarter", "half", "season", "holiday": return recurring(name, arguments)
    case "weekend": return placed(.weekend, arguments[0])
    case "nth": return ordinal(arguments)
    case "year":
      guard let short = arguments[0].whole, (0..<100).contains(short),
        let beside = arguments[1].whole
      else { return nil }
      return UnresolvedTime(form: .period(.year(beside - beside % 100 + short)))
    case "decade", "century": return largePeriod(name, arguments[0])
    case "relative", "anchored", "compared", "shift", "stretch": return offset(name, arguments)
    case "focused": return arguments[0].year.map { UnresolvedTime(form: .focused(year: $0)) }
    case "latest": return arguments[0].unit.map { UnresolvedTime(form: .latest($0)) }
    case "containing":
      guard let unit = arguments[0].unit, let form = form(arguments[1]) else { return nil }
      return UnresolvedTime(form: .containing(unit, form))
    case "edge":
      guard let form = form(arguments[1]) else { return nil }
      return UnresolvedTime(form: .edge(isEnd: arguments[0].word == "end", form))
    case "fiscal": return form(arguments[0]).map { UnresolvedTime(form: .fiscal($0)) }
    case "clock", "daypart": return clock(name, arguments)
    case "part": return timeOrYear(arguments[1])?.with(modifier: arguments[0].word?.uppercased())
    case "duration": return duration(arguments)
    case "lengths": return lengths(arguments)
    case "set", "every": return set(name, arguments)
    case "reference":
      return arguments[0].word.map { UnresolvedTime(form: .reference($0.uppercased())) }
    default: return related(name, arguments)
    }
  }

  private static func related(_ name: String, _ arguments: Arguments) -> UnresolvedTime? {
    guard let time = timeOrYear(arguments[0]) else { return nil }
    switch name {
    case "since": return time.with(relation: .since)
    case "until": return time.with(relation: .until)
    case "before": return time.with(relation: .before)
    case "after": return time.with(relation: .after)
    case "by": return time.with(relation: .by)
    case "span":
      guard let end = form(arguments[1]) else { return nil }
      return UnresolvedTime(form: .span(time.form, end), relation: .fromTo)
    default: return nil
    }
  }

  // MARK: Dates

  private static func date(_ arguments: Arguments) -> UnresolvedTime? {
    let month = arguments[1].whole
    let day = arguments[2].whole
    // A part that is there and writes no number, such as a month that is none, spoils the date.
    guard arguments[1].isAbsent || month != nil, arguments[2].isAbsent || day != nil else {
      return nil
    }
    let recurring: RecurringPeriod
    switch (month, day) {
    case (let month?, let day?):
      // 2000 is a leap year: 29 February must stay possible until the year is known.
      guard CivilDate(year: 2000, month: month, day: day) != nil else { return nil }
      recurring = .day(month: month, day: day)
    case (let month?, nil):
      guard (1...12).contains(month) else { return nil }
      recurring = .month(month)
    case (nil, let day?):
      guard (1...31).contains(day) else { return nil }
      recurring = .dayOfMonth(day, weekday: arguments[3].whole.map { $0 - 1 })
    case (nil, nil): return timeOrYear(arguments[0])
    }
    return placed(recurring, arguments[0])
  }

  /// A day as `03/04/2025`: where both numbers can be the month, the document says which is.
  private static func numeric(_ arguments: Arguments) -> UnresolvedTime? {
    let monthFirst = date(Arguments(values: [arguments[2], arguments[0], arguments[1]]))
    let dayFirst = date(Arguments(values: [arguments[2], arguments[1], arguments[0]]))
    guard let monthFirst, let dayFirst, monthFirst != dayFirst else {
      return monthFirst ?? dayFirst
    }
    return UnresolvedTime(form: .numeric(monthFirst: monthFirst.form, dayFirst: dayFirst.form))
  }

  /// A recurring period in the year or other time that an argument gives, if it gives one.
  private static func placed(
    _ recurring: RecurringPeriod,
    _ place: ValueArgument
  ) -> UnresolvedTime? {
    if let direction = place.direction {
      return UnresolvedTime(form: .recurring(recurring, direction))
    }
    guard !place.isAbsent else { return UnresolvedTime(form: .recurring(recurring, .open)) }
    guard let time = timeOrYear(place) else { return nil }
    if case .period(.year(let year)) = time.form {
      guard let period = recurring.period(in: year) else {
        return UnresolvedTime(form: .within(recurring, time.form), modifier: time.modifier)
      }
      return UnresolvedTime(form: .period(period), modifier: time.modifier)
    }
    return UnresolvedTime(form: .within(recurring, time.form), modifier: time.modifier)
  }

  private static func recurring(_ name: String, _ arguments: Arguments) -> UnresolvedTime? {
    let recurring: RecurringPeriod
    switch name {
    case "weekday":
      guard let day = arguments[0].whole, (1...7).contains(day) else { return nil }
      recurring = .weekday(day - 1)
    case "quarter":
      guard let number = arguments[0].whole, (1...4).contains(number) else { return nil }
      recurring = .quarter(number)
    case "half":
      guard let number = arguments[0].whole, (1...2).contains(number) else { return nil }
      recurring = .half(number)
    case "season":
      guard let season = arguments[0].word.flatMap({ Season(rawValue: $0.uppercased()) }) else {
        return nil
      }
      recurring = .season(season)
    default:
      guard let holiday = arguments[0].word.flatMap({ Holiday($0) }) else { return nil }
      recurring = .holiday(holiday)
    }
    return placed(recurring, arguments[1])
  }

  private static func ordinal(_ arguments: Arguments) -> UnresolvedTime? {
    guard let number = arguments[0].whole, number != 0, let form = form(arguments[2]) else {
      return nil
    }
    if let unit = arguments[1].unit, unit.isCalendrical {
      return UnresolvedTime(form: .ordinalPart(number: number, unit, form))
    }
    guard let day = arguments[1].whole, (1...7).contains(day) else { return nil }
    return UnresolvedTime(form: .ordinalWeekday(number: number, weekday: day - 1, form))
  }

  private static func largePeriod(_ name: String, _ argument: ValueArgument) -> UnresolvedTime? {
    guard let number = argument.whole, (0...9999).contains(number) else { return nil }
    if name == "century" {
      return number > 0 ? UnresolvedTime(form: .period(.century(number - 1))) : nil
    }
    let year = number < 100 ? fullYear(number) : number
    return UnresolvedTime(form: .period(.decade(year / 10)))
  }

  private static func offset(_ name: String, _ arguments: Arguments) -> UnresolvedTime? {
    guard let number = arguments[0].number, let unit = arguments[1].unit else { return nil }
    let modifier = arguments.bound.flatMap { DurationValue.modifier(of: $0) }
    if name == "stretch" {
      guard let offset = number.wholePart, offset != 0,
        let length = number < ExactDecimal(0) ? number.multiplied(by: ExactDecimal(-1)) : number,
        let value = DurationValue.value(length, unit)
      else { return nil }
      return UnresolvedTime(
        kind: .duration,
        form: .stretch(value, offset, unit, from: form(arguments[2]) ?? .relative(0, .day)),
        modifier: modifier
      )
    }
    // Half units: a year and a half ago is 18 months ago.
    guard let (offset, grain) = wholeOffset(number, unit), abs(offset) <= 10_000 else { return nil }
    let kind: TimeValue.Kind = grain.isCalendrical ? .date : .time
    switch name {
    case "relative":
      return UnresolvedTime(kind: kind, form: .relative(offset, grain), modifier: modifier)
    case "anchored":
      return UnresolvedTime(kind: kind, form: .anchored(offset, grain), modifier: modifier)
    case "compared": return UnresolvedTime(form: .compared(offset, grain), modifier: modifier)
    default:
      guard let base = timeOrYear(arguments[2]) else { return nil }
      return UnresolvedTime(form: .shifted(offset, grain, base.form), modifier: modifier)
    }
  }

  private static func wholeOffset(_ number: ExactDecimal, _ unit: TimeUnit) -> (Int, TimeUnit)? {
    if let offset = number.wholeNumber { return (offset, unit) }
    if let parts = unit.parts,
      let offset = number.multiplied(by: ExactDecimal(parts.count))?.wholeNumber
    {
      return (offset, parts.unit)
    }
    return number.wholePart.map { ($0, unit) }
  }

  // MARK: Times of day

  private static func clock(_ name: String, _ arguments: Arguments) -> UnresolvedTime? {
    let day = arguments[name == "clock" ? 2 : 1]
    let base = day.isAbsent ? TimeForm.relative(0, .day) : form(day)
    guard let base else { return nil }
    if name == "daypart" {
      return arguments[0].word.map {
        UnresolvedTime(kind: .time, form: .clock($0.uppercased(), base))
      }
    }
    guard var hour = arguments[0].whole else { return nil }
    var minute = arguments[1].whole ?? 0
    // `0619 GMT` has its minutes in the same number.
    if case .captured(let text, _) = arguments[0], text.utf8.count == 4,
      text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    {
      minute = hour % 100
      hour /= 100
    }
    guard (0...24).contains(hour) else { return nil }
    guard (0...59).contains(minute) else { return nil }
    switch arguments[3].word {
    case "am":
      guard hour <= 12 else { return nil }
      if hour == 12 { hour = 0 }
    case "pm":
      if hour < 12 { hour += 12 }
    default: break
    }
    var value = CivilDate.padded(hour, 2) + ":" + CivilDate.padded(minute, 2)
    if let second = arguments[4].whole {
      guard (0...59).contains(second) else { return nil }
      value += ":" + CivilDate.padded(second, 2)
    }
    return UnresolvedTime(kind: .time, form: .clock(value, base))
  }

  // MARK: Durations and sets

  private static func duration(_ arguments: Arguments) -> UnresolvedTime? {
    guard let unit = arguments[1].unit else { return nil }
    let modifier = arguments.bound.flatMap { DurationValue.modifier(of: $0) }
    let value: String?
    let isVague = arguments[0].isAbsent || arguments[0].word == "vague"
    switch (isVague, arguments[0].amount) {
    case (true, _): value = DurationValue.vague(unit)
    case (false, .single(let number, _)?): value = DurationValue.value(number, unit)
    case (false, .between(let low, let high)?):
      value = DurationValue.value(low, unit).flatMap { low in
        DurationValue.value(high, unit).map { low + "/" + $0 }
      }
    case (false, .vague?), (false, nil): value = nil
    }
    return value.map {
      UnresolvedTime(kind: .duration, form: .duration($0), modifier: modifier)
    }
  }

  /// The length that pairs of a number and a unit add up to.
  private static func lengths(_ arguments: Arguments) -> UnresolvedTime? {
    var values: [String] = []
    for place in stride(from: 0, to: arguments.values.count - 1, by: 2)
    where !arguments[place + 1].isAbsent {
      guard let number = arguments[place].number, let unit = arguments[place + 1].unit,
        let value = DurationValue.value(number, unit)
      else { return nil }
      values.append(value)
    }
    return DurationValue.joined(values).map {
      UnresolvedTime(kind: .duration, form: .duration($0))
    }
  }

  private static func set(_ name: String, _ arguments: Arguments) -> UnresolvedTime? {
    if name == "every" {
      guard let time = timeOrYear(arguments[0]), let value = TimeResolver.openValue(of: time.form)
      else { return nil }
      return UnresolvedTime(kind: .set, form: .set(value), modifier: time.modifier)
    }
    guard let unit = arguments[1].unit else { return nil }
    guard !arguments[0].isAbsent else {
      return UnresolvedTime(kind: .set, form: .set(DurationValue.vague(unit)))
    }
    return arguments[0].number.flatMap { DurationValue.value($0, unit) }.map {
      UnresolvedTime(kind: .set, form: .set($0))
    }
  }

  // MARK: Years

  private static func form(_ argument: ValueArgument) -> TimeForm? { timeOrYear(argument)?.form }

  private static func timeOrYear(_ argument: ValueArgument) -> UnresolvedTime? {
    if let time = argument.time { return time }
    guard let number = argument.year else { return nil }
    // -752 is 753 BC, as in ISO 8601.
    guard (-9999...9999).contains(number) else { return nil }
    let year = (0..<100).contains(number) ? fullYear(number) : number
    return UnresolvedTime(form: .period(.year(year)))
  }

  /// The year that two digits mean.
  private static func fullYear(_ short: Int) -> Int {
    // The pivot of POSIX's strptime, moved on: news of this century looks ahead to 2050.
    short <= 50 ? 2000 + short : 1900 + short
  }
}
