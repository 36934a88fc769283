import AverModel

/// A period that comes round every year, every month or every week.
package enum RecurringPeriod: Hashable, Sendable {
  case month(Int)
  case day(month: Int, day: Int)
  case quarter(Int)
  case half(Int)
  case season(Season)
  case holiday(Holiday)
  /// A day of the week, 0 for Monday.
  case weekday(Int)
  /// A numbered day of whatever month is meant: `the 30th`; one on a day of the week, 0 for Monday,
  /// of the months where that is so: `Friday the 13th`.
  case dayOfMonth(Int, weekday: Int? = nil)
  case weekend

  /// The period in a year; nil if the year has none or more than one.
  func period(in year: Int) -> CalendarPeriod? {
    switch self {
    case .month(let month): .month(year: year, month: month)
    case .day(let month, let day): CivilDate(year: year, month: month, day: day).map { .day($0) }
    case .quarter(let quarter): .quarter(year: year, quarter: quarter)
    case .half(let half): .half(year: year, half: half)
    case .season(let season): .season(year: year, season: season)
    case .holiday(let holiday): holiday.day(in: year).map { .day($0) }
    case .weekday, .dayOfMonth, .weekend: nil
    }
  }

  /// The periods of this kind around a day, in order: at least one before it and one after it.
  func periods(around day: CivilDate) -> [CalendarPeriod] {
    switch self {
    case .weekday(let weekday):
      let same = day.adding(days: weekday - day.weekday)
      return [-7, 0, 7].map { .day(same.adding(days: $0)) }
    case .weekend:
      let same = CalendarPeriod(.weekend, containing: day)
      return [same.adding(-1), same, same.adding(1)]
    case .dayOfMonth(let number, let weekday):
      // Two months each way: some months have no 31st. The same day of the week comes round
      // within fourteen.
      let month = CalendarPeriod(.month, containing: day)
      let reach = weekday == nil ? 2 : 14
      return (-reach...reach).compactMap { offset in
        self.period(within: month.adding(offset), number: number)
      }.filter { period in weekday == nil || period.start?.weekday == weekday }
    case .month, .day, .quarter, .half, .season, .holiday:
      // Eight years each way: there may be seven common years between two 29 Februaries.
      return (-8...8).compactMap { period(in: day.year + $0) }
    }
  }

  /// The first such period that begins in another; nil if none does.
  func period(within other: CalendarPeriod) -> CalendarPeriod? {
    if case .year(let year) = other, let period = period(in: year) { return period }
    guard let start = other.start, let end = other.end else { return nil }
    return periods(around: start).first { period in
      period.start.map { start <= $0 && $0 < end } ?? false
    }
  }

  private func period(within month: CalendarPeriod, number: Int) -> CalendarPeriod? {
    guard case .month(let year, let month) = month else { return nil }
    return CivilDate(year: year, month: month, day: number).map { .day($0) }
  }

  /// Whether it comes round every week.
  var isOfWeek: Bool {
    switch self {
    case .weekday, .weekend: true
    case .month, .day, .quarter, .half, .season, .holiday, .dayOfMonth: false
    }
  }

  /// TIMEX3's value while the year or week is not known, such as `XXXX-10` and `XXXX-WXX-5`.
  var openValue: String {
    switch self {
    case .month(let month): "XXXX-" + CivilDate.padded(month, 2)
    case .day(let month, let day):
      "XXXX-" + CivilDate.padded(month, 2) + "-" + CivilDate.padded(day, 2)
    case .quarter(let quarter): "XXXX-Q\(quarter)"
    case .half(let half): "XXXX-H\(half)"
    case .season(let season): "XXXX-" + season.rawValue
    case .holiday(let holiday): holiday.openValue
    case .weekday(let weekday): "XXXX-WXX-\(weekday + 1)"
    case .dayOfMonth(let day, _): "XXXX-XX-" + CivilDate.padded(day, 2)
    case .weekend: "XXXX-WXX-WE"
    }
  }
}
