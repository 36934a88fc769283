/// A day of the Gregorian calendar.
public struct CivilDate: Hashable, Sendable {
  /// The year; 2025.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Creates a day; nil if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= CivilDate.days(in: month, of: year) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the day at the front of an ISO 8601 text such as `2025-12-17T08:30:00Z`.
  public init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(10))
    let areDigits = [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy { place in
      place < bytes.count && bytes[place] >= 0x30 && bytes[place] <= 0x39
    }
    guard areDigits, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Int(String(decoding: bytes[0..<4], as: UTF8.self)),
      let month = Int(String(decoding: bytes[5..<7], as: UTF8.self)),
      let day = Int(String(decoding: bytes[8..<10], as: UTF8.self))
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The number of days in a month.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has 366 days.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days since 1970-01-01.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that is so many days after 1970-01-01.
  public init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
    year = yearOfEra + era * 400 + (monthFromMarch >= 10 ? 1 : 0)
  }

  /// The day of the week, 0 for Monday to 6 for Sunday.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  /// The day so many days later.
  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }
}

extension CivilDate: Comparable, CustomStringConvertible {
  /// Orders by time.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// ISO 8601: `2025-12-17`.
  public var description: String {
    CivilDate.padded(year, 4) + "-" + CivilDate.padded(month, 2) + "-" + CivilDate.padded(day, 2)
  }

  /// Digits with leading zeros.
  public static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A time expression: a TIMEX3 value and, where it is known, the interval it denotes.
public struct TimeValue: Hashable, Sendable {
  /// TIMEX3's types.
  public enum Kind: String, Hashable, Sendable {
    /// A calendar date of any grain.
    case date = "DATE"
    /// A time of day.
    case time = "TIME"
    /// A length of time.
    case duration = "DURATION"
    /// A repeated time.
    case set = "SET"
  }

  /// How an event stands to the interval.
  public enum Relation: String, Hashable, Sendable {
    /// From its start on.
    case since
    /// Up to its end.
    case until
    /// Earlier than it.
    case before
    /// Later than it.
    case after
    /// Not later than it.
    case by
    /// From its start to its end.
    case fromTo = "from_to"
  }

  /// TIMEX3's type.
  public let kind: Kind
  /// TIMEX3's value: `2019` `2025-10` `2025-Q3` `P3M` `PRESENT_REF`.
  public let value: String
  /// TIMEX3's mod: `START` `MID` `END` `APPROX` …; nil if there is none.
  public let modifier: String?
  /// How the event stands to the interval; nil for at or within it.
  public let relation: Relation?
  /// The first day of the interval; nil where it is not known.
  public let start: CivilDate?
  /// The day after the last of the interval; nil where it is not known.
  public let end: CivilDate?

  /// Creates a time value.
  public init(
    kind: Kind,
    value: String,
    modifier: String? = nil,
    relation: Relation? = nil,
    start: CivilDate? = nil,
    end: CivilDate? = nil
  ) {
    self.kind = kind
    self.value = value
    self.modifier = modifier
    self.relation = relation
    self.start = start
    self.end = end
  }
}
