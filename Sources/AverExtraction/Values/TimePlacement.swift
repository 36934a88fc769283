import AverModel

/// What one time expression is counted from, and how it finds its place from there.
struct TimePlacement {
  /// A place in the calendar.
  struct Place {
    let value: String
    let period: CalendarPeriod?
    let start: CivilDate?
    let end: CivilDate?

    init(
      value: String,
      period: CalendarPeriod? = nil,
      start: CivilDate? = nil,
      end: CivilDate? = nil
    ) {
      self.value = value
      self.period = period
      self.start = start
      self.end = end
    }

    init(_ period: CalendarPeriod) {
      self.init(value: period.value, period: period, start: period.start, end: period.end)
    }
  }

  /// The document's date.
  let day: CivilDate?
  /// The minute of that day at which the document was published, if it is known.
  let minute: Int?
  /// The last date of the story, if the document is one.
  let story: CalendarPeriod?
  /// The time before this one in the text.
  let anchor: CalendarPeriod?
  /// The quarter or half that the text speaks of.
  let focus: CalendarPeriod?
  let tense: Tense
  /// Whether the time qualifies a noun behind it.
  let isAttributive: Bool

  /// The place of a time; nil if it hangs on a date that is not known.
  ///
  /// Recursion is bounded by the nesting of a rule's `value` clause.
  func place(_ form: TimeForm) -> Place? {
    switch form {
    case .clock(let code, let inner): return clock(code, inner)
    case .fiscal(let inner):
      guard let period = period(inner) else { return nil }
      return Place(value: period.value, period: period)
    case .span(let from, let to): return span(from, to)
    case .duration(let value), .set(let value), .reference(let value): return Place(value: value)
    case .stretch(let value, let offset, let unit, let from):
      return stretch(value, offset, unit, from)
    case .relative(let offset, let unit) where !unit.isCalendrical: return moment(offset, unit)
    case .anchored(let offset, let unit) where !unit.isCalendrical:
      return anchor == nil ? moment(offset, unit) : nil
    case .period, .recurring, .within, .ordinalWeekday, .ordinalPart, .numeric, .relative,
      .anchored, .compared, .latest, .focused, .shifted, .containing, .edge:
      return period(form).map { Place($0) }
    }
  }

  private func period(_ form: TimeForm) -> CalendarPeriod? {
    switch form {
    case .period(let period): return period
    case .recurring(let recurring, let direction):
      if let story, direction == .open,
        let told = Narrative.occurrence(of: recurring, after: story)
      {
        return told
      }
      return occurrence(of: recurring, direction)
    case .within(let recurring, let inner):
      return period(inner).flatMap { recurring.period(within: $0) }
    case .ordinalWeekday(let number, let weekday, let inner):
      return period(inner).flatMap { Holiday.weekday(number, weekday, in: $0) }.map { .day($0) }
    case .ordinalPart(let number, let unit, let inner):
      return period(inner).flatMap { $0.part(number, unit) }
    case .numeric(let monthFirst, _): return period(monthFirst)
    case .relative(let offset, let unit):
      // `the end of the month` is of the story's month; `today` is not the story's.
      if offset == 0, let story, story.isFiner(than: unit), let start = story.start {
        return CalendarPeriod(unit, containing: start)
      }
      return day.map {
        CalendarPeriod(unit, containing: $0).adding(unit == .fortnight ? 2 * offset : offset)
      }
    case .anchored(let offset, let unit): return anchored(offset, unit)
    case .compared(let offset, let unit):
      if let focus, unit == .year { return focus.shifted(by: offset, unit) }
      return day.map { CalendarPeriod(unit, containing: $0).adding(offset) }
    case .latest(let unit):
      if let focus, focus.unit == unit { return focus }
      return day.map { CalendarPeriod(unit, containing: $0).adding(unit == .quarter ? -1 : 0) }
    case .focused(let year):
      return switch focus {
      case .quarter(_, let quarter)?: .quarter(year: year, quarter: quarter)
      case .half(_, let half)?: .half(year: year, half: half)
      default: .year(year)
      }
    case .shifted(let offset, let unit, let inner):
      return period(inner).map { $0.shifted(by: offset, unit) }
    case .containing(let unit, let inner):
      return period(inner)?.start.map { CalendarPeriod(unit, containing: $0) }
    case .edge(let isEnd, let inner):
      guard let period = period(inner) else { return nil }
      return (isEnd ? period.end?.adding(days: -1) : period.start).map { .day($0) }
    case .fiscal(let inner), .clock(_, let inner): return period(inner)
    case .span, .duration, .stretch, .set, .reference: return nil
    }
  }

  // MARK: Direction

  private func occurrence(
    of recurring: RecurringPeriod,
    _ direction: TimeDirection
  ) -> CalendarPeriod? {
    switch direction {
    case .following:
      guard let base = anchor ?? day.map({ .day($0) }), let end = base.end else { return nil }
      return recurring.periods(around: end).first { period in
        period.start.map { $0 >= end } ?? false
      }
    case .preceding:
      guard let base = anchor ?? day.map({ .day($0) }), let start = base.start else { return nil }
      return recurring.periods(around: start).last { period in
        period.end.map { $0 <= start } ?? false
      }
    case .last, .this, .next, .open: break
    }
    guard let day else { return nil }
    let periods = recurring.periods(around: day)
    switch direction {
    case .last: return periods.last { $0.order(relativeTo: day) < 0 }
    case .next: return periods.first { $0.order(relativeTo: day) > 0 }
    case .this: return nearest(recurring, periods, day)
    case .open, .following, .preceding: return open(recurring, periods, day)
    }
  }

  /// `this March` is of this year, `this Friday` of this week, `this winter` the nearest.
  private func nearest(
    _ recurring: RecurringPeriod,
    _ periods: [CalendarPeriod],
    _ day: CivilDate
  ) -> CalendarPeriod? {
    switch recurring {
    case .season: return closest(periods, day)
    case .weekday: return recurring.period(within: CalendarPeriod(.week, containing: day))
    case .weekend:
      // On a Tuesday, what happened `this weekend` did so before it.
      let weekend = CalendarPeriod(.weekend, containing: day)
      let isAhead = weekend.start.map { $0 > day } ?? false
      return tense.direction == .past && isAhead ? weekend.adding(-1) : weekend
    case .dayOfMonth: return recurring.period(within: CalendarPeriod(.month, containing: day))
    case .month, .day, .quarter, .half, .holiday: return recurring.period(in: day.year)
    }
  }

  private func open(
    _ recurring: RecurringPeriod,
    _ periods: [CalendarPeriod],
    _ day: CivilDate
  ) -> CalendarPeriod? {
    let past = periods.last { $0.order(relativeTo: day) <= 0 }
    let future = periods.first { $0.order(relativeTo: day) >= 0 }
    switch recurring {
    case .weekday, .weekend:
      return tense.direction == .future || tense.isSchedule ? future : past
    case .quarter, .half:
      // Results of a period come out in the months after it, whatever the tense, but for what is
      // `expected to close in the fourth quarter`.
      let isRecent = past.map { TimePlacement.distance($0, day) <= 75 } ?? false
      // `expects to report third-quarter results` is about the one that is over.
      let isAimed = (tense.isAdjacent || tense.isPlan) && !isAttributive
      return tense.direction == .future && (!isRecent || isAimed) ? future : past
    case .month, .day, .season, .holiday, .dayOfMonth:
      return nearer(past: past, future: future, day)
    }
  }

  /// The one that the tense asks for, unless it is most of a year away, the other one is near, and
  /// the verb stands apart: `declared a dividend payable Dec. 1`.
  private func nearer(
    past: CalendarPeriod?,
    future: CalendarPeriod?,
    _ day: CivilDate
  ) -> CalendarPeriod? {
    guard let past, let future else { return past ?? future }
    let (before, after) = (TimePlacement.distance(past, day), TimePlacement.distance(future, day))
    switch tense.isPlan ? .open : tense.direction {
    case .past:
      // `She left the office in January`, in December.
      let isBound = tense.isAdjacent || past.unit != .day && tense.isNear
      return !isBound && before > 300 && after <= 60 ? future : past
    case .future:
      // Days after it, `is to run from Jan. 23` is of this year.
      let isUnderWay = past.unit == .day && before <= 14 && after > 340
      return isUnderWay || !tense.isAdjacent && after > 300 && before <= 60 ? past : future
    case .open: return before <= after ? past : future
    }
  }

  private func closest(_ periods: [CalendarPeriod], _ day: CivilDate) -> CalendarPeriod? {
    periods.min { TimePlacement.distance($0, day) < TimePlacement.distance($1, day) }
  }

  /// The days between a day and a period; 0 for a day in it.
  private static func distance(_ period: CalendarPeriod, _ day: CivilDate) -> Int {
    guard let start = period.start, let end = period.end else { return Int.max }
    if day < start { return start.dayNumber - day.dayNumber }
    return day < end ? 0 : day.dayNumber - end.dayNumber + 1
  }

  // MARK: Counting

  private func anchored(_ offset: Int, _ unit: TimeUnit) -> CalendarPeriod? {
    if unit == .year, offset == -1, let focus { return focus.shifted(by: offset, unit) }
    guard let base = anchor ?? day.map({ .day($0) }) else { return nil }
    if offset == 0 { return base.start.map { CalendarPeriod(unit, containing: $0) } }
    switch (base, unit) {
    // `third-quarter profit … a year earlier` is a quarter; `on Tuesday … a week earlier` a day;
    // but `on Tuesday … a year earlier` is a year.
    case (.month, .year), (.quarter, .year), (.half, .year), (.season, .year), (.day, .week),
      (.day, .fortnight):
      return base.shifted(by: offset, unit)
    default: break
    }
    if base.unit == unit { return base.adding(offset) }
    guard base.isFiner(than: unit) else {
      return day.map { CalendarPeriod(unit, containing: $0).adding(offset) }
    }
    return base.start.map { CalendarPeriod(unit, containing: $0).shifted(by: offset, unit) }
  }

  /// A moment so many hours or minutes from the document's.
  private func moment(_ offset: Int, _ unit: TimeUnit) -> Place? {
    guard let day, let size = unit == .hour ? 60 : unit == .minute ? 1 : nil else { return nil }
    guard let minute else {
      // `24 hours ago` says which day at least.
      let isOfDays = offset * size % 1440 == 0
      return isOfDays ? Place(.day(day.adding(days: offset * size / 1440))) : nil
    }
    let moment = minute + offset * size
    let days = moment >= 0 ? moment / 1440 : -((1439 - moment) / 1440)
    let (hour, rest) = ((moment - days * 1440) / 60, (moment - days * 1440) % 60)
    let period = CalendarPeriod.day(day.adding(days: days))
    let value = period.value + "T" + CivilDate.padded(hour, 2) + ":" + CivilDate.padded(rest, 2)
    return Place(value: value, period: period, start: period.start, end: period.end)
  }

  private func clock(_ code: String, _ inner: TimeForm) -> Place? {
    let told = inner == .relative(0, .day) && story?.unit == .day ? story : nil
    guard let period = told ?? period(inner) else { return nil }
    return Place(
      value: period.value + "T" + code,
      period: period,
      start: period.start,
      end: period.end
    )
  }

  private func stretch(
    _ value: String,
    _ offset: Int,
    _ unit: TimeUnit,
    _ from: TimeForm
  ) -> Place? {
    guard let base = period(from)?.start else { return nil }
    // `the past two quarters` are whole ones.
    if unit == .quarter, from == .relative(0, .day) {
      let quarter = CalendarPeriod(.quarter, containing: base)
      let (first, end) = offset < 0 ? (offset, 0) : (1, offset + 1)
      return Place(value: value, start: quarter.adding(first).start, end: quarter.adding(end).start)
    }
    // `the next two days` do not hold the day of writing.
    let first = offset > 0 && from == .relative(0, .day) ? base.adding(days: 1) : base
    let other = CalendarPeriod.day(first).shifted(by: offset, unit).start
    return offset < 0
      ? Place(value: value, start: other, end: first)
      : Place(value: value, start: first, end: other)
  }

  private func span(_ from: TimeForm, _ to: TimeForm) -> Place? {
    guard var first = period(from), var last = period(to) else { return nil }
    // `from March to June 2024`, `from March 2024 to June`: one year serves both.
    if case .recurring(let recurring, .open) = from, case .period = to, let end = last.start {
      first = recurring.periods(around: end).last { ($0.start ?? end) <= end } ?? first
    } else if case .recurring(let recurring, .open) = to, let start = first.start {
      last = recurring.periods(around: start).first { ($0.start ?? start) >= start } ?? last
    }
    return Place(
      value: first.value + "/" + last.value,
      period: last,
      start: first.start,
      end: last.end
    )
  }
}
