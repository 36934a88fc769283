import AverModel

/// A day of the year by the rule that gives its date, such as `12-25` or `11-thu-4`.
///
/// | rule | day |
/// | --- | --- |
/// | `12-25` | that day of that month |
/// | `11-thu-4` | the fourth Thursday of November |
/// | `5-mon-last` | the last Monday of May |
/// | `easter` | Easter Sunday of the western church |
///
/// Any of them takes an offset in days: `easter-2`, `11-thu-4+1`.
package struct Holiday: Hashable, Sendable {
  private enum Rule: Hashable {
    case fixed(month: Int, day: Int)
    case weekday(month: Int, weekday: Int, number: Int)
    case easter
  }

  private let rule: Rule
  private let offset: Int

  /// Reads a rule; nil if it is none.
  package init?(_ text: String) {
    var text = text
    if let plus = text.firstIndex(of: "+") {
      guard let days = Int(text[text.index(after: plus)...]) else { return nil }
      offset = days
      text = String(text[..<plus])
    } else if text.hasPrefix("easter-") {
      guard let days = Int(text.dropFirst(7)) else { return nil }
      offset = -days
      text = "easter"
    } else {
      offset = 0
    }
    let parts = text.split(separator: "-").map { String($0) }
    if parts == ["easter"] {
      rule = .easter
    } else if parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]),
      CivilDate(year: 2000, month: month, day: day) != nil
    {
      rule = .fixed(month: month, day: day)
    } else if parts.count == 3, let month = Int(parts[0]), (1...12).contains(month),
      let weekday = Holiday.weekdays.firstIndex(of: parts[1]),
      let number = parts[2] == "last" ? -1 : Int(parts[2]), number != 0, abs(number) <= 5
    {
      rule = .weekday(month: month, weekday: weekday, number: number)
    } else {
      return nil
    }
  }

  /// The day in a year; nil if the year has none.
  func day(in year: Int) -> CivilDate? {
    switch rule {
    case .fixed(let month, let day):
      CivilDate(year: year, month: month, day: day)?.adding(days: offset)
    case .weekday(let month, let weekday, let number):
      Holiday.weekday(number, weekday, in: .month(year: year, month: month))?.adding(days: offset)
    case .easter:
      Holiday.easter(of: year)?.adding(days: offset)
    }
  }

  /// TIMEX3's value while the year is not known.
  var openValue: String {
    guard case .fixed(let month, let day) = rule, offset == 0 else { return "XXXX-XX-XX" }
    return "XXXX-" + CivilDate.padded(month, 2) + "-" + CivilDate.padded(day, 2)
  }

  /// The nth such weekday of a period, counted from its end if `number` is negative; nil if the
  /// period has none.
  static func weekday(_ number: Int, _ weekday: Int, in period: CalendarPeriod) -> CivilDate? {
    guard let start = period.start, let end = period.end, number != 0, abs(number) <= 53 else {
      return nil
    }
    let day: CivilDate
    if number > 0 {
      let first = start.adding(days: (weekday - start.weekday + 7) % 7)
      day = first.adding(days: 7 * (number - 1))
    } else {
      let last = end.adding(days: -1)
      day = last.adding(days: -((last.weekday - weekday + 7) % 7) + 7 * (number + 1))
    }
    return start <= day && day < end ? day : nil
  }

  /// Easter Sunday of the Gregorian calendar.
  ///
  /// Source: the anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms", chapter 8).
  private static func easter(of year: Int) -> CivilDate? {
    let golden = year % 19
    let century = year / 100
    let yearOfCentury = year % 100
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let days = epact + weekday - 7 * late + 114
    return CivilDate(year: year, month: days / 31, day: days % 31 + 1)
  }

  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
}
