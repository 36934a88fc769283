import AverModel

/// The mode of documents that tell a story of the past: an encyclopedia's page, a biography, a
/// chronicle.
///
/// Their dates hang on each other, not on the day of writing: after `On 1 September 1939`, `By early
/// October` is October 1939.
enum Narrative {
  /// So many dates of the past have to be given in full.
  private static let least = 3
  /// So many to each time that is counted from the day of writing: a news story with some history in
  /// it has `last week` and `Tuesday`.
  private static let ratio = 4

  /// Whether a document is a narrative.
  ///
  /// - Parameters:
  ///   - occurrences: All times of the document.
  ///   - text: The text that they stand in.
  ///   - day: The document's date.
  /// - Returns: Whether most of it is dated in full, and long over.
  static func isTold(
    by occurrences: [TimeResolver.Occurrence],
    in text: AnalyzedText,
    on day: CivilDate?
  ) -> Bool {
    guard occurrences.count >= least else { return false }
    let lines = Set(text.tokenized.sentences.lazy.map { $0.tokens.start })
    var told = 0
    var counted = 0
    for occurrence in occurrences {
      switch occurrence.time.form {
      case .period(let period):
        // A year alone says when a firm was founded; as a line of its own it heads a chapter.
        let isDated = period.unit != .year || lines.contains(occurrence.tokens.start)
        if isDated, isPast(period, on: day) { told += 1 }
      default:
        if isCountedFromWriting(occurrence.time.form) { counted += 1 }
      }
    }
    return told >= least && told > ratio * counted
  }

  /// Whether a time takes the story to a period: one that is counted from the day of writing does
  /// not, nor does one that is too long to count from.
  static func leads(_ form: TimeForm, to period: CalendarPeriod) -> Bool {
    if case .clock(_, let day) = form { return leads(day, to: period) }
    return period.unit != .decade && period.unit != .century && !isCountedFromWriting(form)
  }

  /// Whether words such as `Tuesday`, `last week` and `today` say when, seen from the day of writing.
  private static func isCountedFromWriting(_ form: TimeForm) -> Bool {
    switch form {
    case .compared: true
    case .relative(let offset, let unit): offset != 0 || unit == .day
    case .within(_, let inner): isCountedFromWriting(inner)
    case .recurring(let recurring, let direction):
      direction == .last || direction == .this || direction == .next
        || recurring.isOfWeek
    default: false
    }
  }

  /// Whether a period is one of history: over for a year and more.
  private static func isPast(_ period: CalendarPeriod, on day: CivilDate?) -> Bool {
    guard period.unit != .decade, period.unit != .century else { return false }
    guard let day, let end = period.end else { return true }
    return day.dayNumber - end.dayNumber > 365
  }

  /// The place of a period that comes round, after the last date of the story.
  ///
  /// It is of the same year, unless that were long before or long after the last date: from
  /// November, `in February` leads on, and so does `in May`; `in September` looks back.
  static func occurrence(
    of recurring: RecurringPeriod,
    after last: CalendarPeriod
  ) -> CalendarPeriod? {
    switch recurring {
    case .weekday, .weekend:
      guard case .day(let day) = last else { return nil }
      return recurring.periods(around: day).first { $0.start.map { $0 >= day } ?? false }
    case .dayOfMonth:
      guard let start = last.start, last.isFiner(than: .quarter) else { return nil }
      return recurring.period(within: CalendarPeriod(.month, containing: start))
    case .month, .day, .quarter, .half, .season, .holiday: break
    }
    guard let place = place(of: last) else { return nil }
    guard let reached = place.month, let month = firstMonth(of: recurring) else {
      return recurring.period(in: place.year)
    }
    let ahead = month - reached
    return recurring.period(in: place.year + (ahead < -3 ? 1 : ahead > 8 ? -1 : 0))
  }

  private static func place(of period: CalendarPeriod) -> (year: Int, month: Int?)? {
    switch period {
    case .day(let day), .week(let day), .weekend(let day): (day.year, day.month)
    case .month(let year, let month): (year, month)
    case .quarter(let year, let quarter): (year, quarter * 3 - 2)
    case .season(let year, let season): (year, season.firstMonth)
    case .half(let year, let half): (year, half == 1 ? 1 : 7)
    case .year(let year): (year, nil)
    case .decade, .century: nil
    }
  }

  private static func firstMonth(of recurring: RecurringPeriod) -> Int? {
    switch recurring {
    case .month(let month), .day(let month, _): month
    case .quarter(let quarter): quarter * 3 - 2
    case .half(let half): half == 1 ? 1 : 7
    case .season(let season): season.firstMonth
    case .holiday, .weekday, .dayOfMonth, .weekend: nil
    }
  }
}
