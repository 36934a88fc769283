package import AverModel

/// A period that the calendar names: a day, a week, a quarter, a decade.
package enum CalendarPeriod: Hashable, Sendable {
  case day(CivilDate)
  /// An ISO 8601 week, by its Monday.
  case week(CivilDate)
  /// The Saturday and Sunday of an ISO 8601 week, by that week's Monday.
  case weekend(CivilDate)
  case month(year: Int, month: Int)
  case quarter(year: Int, quarter: Int)
  case season(year: Int, season: Season)
  case half(year: Int, half: Int)
  case year(Int)
  /// By the year divided by 10: 199 for the 1990s.
  case decade(Int)
  /// By the year divided by 100: 19 for the 20th century.
  case century(Int)

  /// The period of a unit that a day falls in; clock units give the day.
  init(_ unit: TimeUnit, containing day: CivilDate) {
    switch unit {
    case .second, .minute, .hour, .day: self = .day(day)
    case .week, .fortnight: self = .week(day.adding(days: -day.weekday))
    case .weekend: self = .weekend(day.adding(days: -day.weekday))
    case .month: self = .month(year: day.year, month: day.month)
    case .quarter: self = .quarter(year: day.year, quarter: (day.month + 2) / 3)
    case .season:
      let found = Season.containing(day)
      self = .season(year: found.year, season: found.season)
    case .half: self = .half(year: day.year, half: day.month <= 6 ? 1 : 2)
    case .year: self = .year(day.year)
    case .decade: self = .decade(CalendarPeriod.quotient(day.year, 10))
    case .century: self = .century(CalendarPeriod.quotient(day.year, 100))
    }
  }

  /// The unit of which this is one.
  var unit: TimeUnit {
    switch self {
    case .day: .day
    case .week: .week
    case .weekend: .weekend
    case .month: .month
    case .quarter: .quarter
    case .season: .season
    case .half: .half
    case .year: .year
    case .decade: .decade
    case .century: .century
    }
  }

  /// The first day; nil before the year 1.
  var start: CivilDate? {
    switch self {
    case .day(let day), .week(let day): day
    case .weekend(let monday): monday.adding(days: 5)
    case .month(let year, let month): CivilDate(year: year, month: month, day: 1)
    case .quarter(let year, let quarter): CivilDate(year: year, month: quarter * 3 - 2, day: 1)
    case .season(let year, let season): CivilDate(year: year, month: season.firstMonth, day: 1)
    case .half(let year, let half): CivilDate(year: year, month: half == 1 ? 1 : 7, day: 1)
    case .year(let year): year > 0 ? CivilDate(year: year, month: 1, day: 1) : nil
    case .decade(let decade): decade > 0 ? CivilDate(year: decade * 10, month: 1, day: 1) : nil
    case .century(let century): CivilDate(year: max(1, century * 100), month: 1, day: 1)
    }
  }

  /// The day after the last; nil before the year 1.
  var end: CivilDate? {
    if case .weekend(let monday) = self { return monday.adding(days: 7) }
    return start == nil ? nil : adding(1).start
  }

  /// TIMEX3's value: `2025-10-01` `2025-W43` `2025-Q3` `199`.
  var value: String {
    switch self {
    case .day(let day): return day.description
    case .week(let monday): return CalendarPeriod.weekValue(monday)
    case .weekend(let monday): return CalendarPeriod.weekValue(monday) + "-WE"
    case .month(let year, let month):
      return CalendarPeriod.yearValue(year) + "-" + CivilDate.padded(month, 2)
    case .quarter(let year, let quarter): return CalendarPeriod.yearValue(year) + "-Q\(quarter)"
    case .season(let year, let season):
      return CalendarPeriod.yearValue(year) + "-" + season.rawValue
    case .half(let year, let half): return CalendarPeriod.yearValue(year) + "-H\(half)"
    case .year(let year): return CalendarPeriod.yearValue(year)
    case .decade(let decade): return CivilDate.padded(decade, 3)
    case .century(let century): return CivilDate.padded(century, 2)
    }
  }

  /// The period of the same unit so many later.
  func adding(_ count: Int) -> CalendarPeriod {
    switch self {
    case .day(let day): return .day(day.adding(days: count))
    case .week(let monday): return .week(monday.adding(days: 7 * count))
    case .weekend(let monday): return .weekend(monday.adding(days: 7 * count))
    case .month(let year, let month):
      let months = year * 12 + month - 1 + count
      return .month(
        year: CalendarPeriod.quotient(months, 12),
        month: CalendarPeriod.remainder(months, 12) + 1
      )
    case .quarter(let year, let quarter):
      let quarters = year * 4 + quarter - 1 + count
      return .quarter(
        year: CalendarPeriod.quotient(quarters, 4),
        quarter: CalendarPeriod.remainder(quarters, 4) + 1
      )
    case .season(let year, let season):
      let seasons = Season.allCases
      let index = (seasons.firstIndex(of: season) ?? 0) + count + year * seasons.count
      return .season(
        year: CalendarPeriod.quotient(index, seasons.count),
        season: seasons[CalendarPeriod.remainder(index, seasons.count)]
      )
    case .half(let year, let half):
      let halves = year * 2 + half - 1 + count
      return .half(
        year: CalendarPeriod.quotient(halves, 2),
        half: CalendarPeriod.remainder(halves, 2) + 1
      )
    case .year(let year): return .year(year + count)
    case .decade(let decade): return .decade(decade + count)
    case .century(let century): return .century(century + count)
    }
  }

  /// The period so many units later: of its own unit if that is the finer one, else of `unit`.
  ///
  /// A day that the month does not have becomes the month's last: one month after 31 January is
  /// 28 February.
  func shifted(by count: Int, _ unit: TimeUnit) -> CalendarPeriod {
    if unit == self.unit { return adding(count) }
    switch unit {
    case .second, .minute, .hour: return self
    case .fortnight: return shifted(by: 2 * count, .week)
    case .decade: return shifted(by: 10 * count, .year)
    case .century: return shifted(by: 100 * count, .year)
    case .half where self.isFiner(than: unit): return shifted(by: 6 * count, .month)
    case .quarter, .season:
      if isFiner(than: unit) { return shifted(by: 3 * count, .month) }
    default: break
    }
    guard isFiner(than: unit) else {
      return start.map { CalendarPeriod(unit, containing: $0).adding(count) } ?? self
    }
    switch (self, unit) {
    case (.day(let day), .week), (.day(let day), .weekend):
      return .day(day.adding(days: 7 * count))
    case (.day(let day), _):
      let months = unit == .year ? 12 * count : count
      let shifted = CalendarPeriod.month(year: day.year, month: day.month).adding(months)
      guard case .month(let year, let month) = shifted else { return self }
      let last = CivilDate.days(in: month, of: year)
      return CivilDate(year: year, month: month, day: min(day.day, last)).map { .day($0) } ?? self
    case (.week(let monday), _), (.weekend(let monday), _):
      guard let start = CalendarPeriod.day(monday).shifted(by: count, unit).start else {
        return self
      }
      return CalendarPeriod(self.unit, containing: start.adding(days: 3))
    case (.month, _): return adding(unit == .year ? 12 * count : count)
    case (.quarter, _): return adding(4 * count)
    case (.season, _): return adding(4 * count)
    case (.half, _): return adding(2 * count)
    default: return adding(count)
    }
  }

  /// The nth part of a unit, counted from the end if `number` is negative; nil if there is none.
  ///
  /// A week belongs to the period that holds its Thursday, as in ISO 8601.
  func part(_ number: Int, _ unit: TimeUnit) -> CalendarPeriod? {
    guard let start, let end, number != 0, abs(number) <= 400 else { return nil }
    let offset = unit == .week ? 3 : 0
    let last = end.adding(days: -1)
    func belongs(_ part: CalendarPeriod) -> Bool {
      part.start.map { start <= $0.adding(days: offset) && $0.adding(days: offset) < end } ?? false
    }
    var first = CalendarPeriod(unit, containing: number > 0 ? start : last)
    if !belongs(first) { first = first.adding(number > 0 ? 1 : -1) }
    let part = first.adding(number > 0 ? number - 1 : number + 1)
    return belongs(part) ? part : nil
  }

  /// Whether one of its unit is shorter than one of `other`.
  func isFiner(than other: TimeUnit) -> Bool {
    let order = TimeUnit.allCases
    guard let own = order.firstIndex(of: unit), let theirs = order.firstIndex(of: other) else {
      return false
    }
    return own < theirs
  }

  /// Whether the period lies in the past of `day`, the future, or holds it.
  func order(relativeTo day: CivilDate) -> Int {
    guard let start, let end else { return -1 }
    if day < start { return 1 }
    return day < end ? 0 : -1
  }

  private static func yearValue(_ year: Int) -> String {
    // TIMEX3 writes 753 BC as BC0753; year 0 is 1 BC here.
    year > 0 ? CivilDate.padded(year, 4) : "BC" + CivilDate.padded(1 - year, 4)
  }

  private static func weekValue(_ monday: CivilDate) -> String {
    // The ISO year of a week is that of its Thursday.
    let thursday = monday.adding(days: 3)
    let first = CivilDate(year: thursday.year, month: 1, day: 1) ?? thursday
    let week = (thursday.dayNumber - first.dayNumber) / 7 + 1
    return CivilDate.padded(thursday.year, 4) + "-W" + CivilDate.padded(week, 2)
  }

  private static func quotient(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
  }

  private static func remainder(_ number: Int, _ divisor: Int) -> Int {
    number - quotient(number, divisor) * divisor
  }
}
