import AverModel
import Testing

@Suite("Civil date")
struct CivilDateTests {
  @Test(
    "knows leap years",
    arguments: [
      (1900, false), (2000, true), (2023, false), (2024, true), (2100, false), (2400, true),
    ]
  )
  func leapYears(year: Int, isLeap: Bool) {
    #expect(CivilDate.isLeap(year) == isLeap)
    #expect(CivilDate.days(in: 2, of: year) == (isLeap ? 29 : 28))
    #expect((CivilDate(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  @Test("knows the lengths of months")
  func months() {
    let lengths = (1...12).map { CivilDate.days(in: $0, of: 2025) }
    #expect(lengths == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  }

  @Test(
    "refuses days that do not exist",
    arguments: [
      (2025, 0, 1), (2025, 13, 1), (2025, 1, 0), (2025, 1, 32), (2025, 4, 31), (2023, 2, 29),
    ]
  )
  func refuses(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(
    "reads the front of an ISO 8601 text",
    arguments: [
      ("2025-12-17", "2025-12-17"), ("2025-12-17T08:30:00Z", "2025-12-17"),
      ("0001-01-01", "0001-01-01"), ("2024-02-29 junk", "2024-02-29"), ("2025-02-29", nil),
      ("2025-1-17", nil), ("20251217", nil), ("", nil), ("2025-12", nil), ("2025/12/17", nil),
      ("2025-+1-17", nil), ("+025-11-17", nil), ("-025-11-17", nil), ("２025-11-1", nil),
    ] as [(String, String?)]
  )
  func reads(text: String, day: String?) {
    #expect(CivilDate(text)?.description == day)
  }

  /// Days with their day of the week, Monday 0, and their number.
  @Test(
    "counts days and weekdays",
    arguments: [
      ("1970-01-01", 3, 0), ("1969-12-31", 2, -1), ("2000-02-29", 1, 11_016),
      ("2025-12-17", 2, 20_439), ("1900-01-01", 0, -25_567), ("2026-11-24", 1, 20_781),
      ("2024-12-29", 6, 20_086),
    ]
  )
  func weekdays(text: String, weekday: Int, number: Int) throws {
    let day = try #require(CivilDate(text))
    #expect(day.weekday == weekday)
    #expect(day.dayNumber == number)
    #expect(CivilDate(dayNumber: number) == day)
  }

  @Test("day numbers and days are the same thing, day after day")
  func roundTrip() {
    var failures: [Int] = []
    var last = CivilDate(dayNumber: -300_001)
    for number in -300_000...300_000 {
      let day = CivilDate(dayNumber: number)
      let isNext =
        day.day == last.day + 1 && day.month == last.month && day.year == last.year
        || day.day == 1 && last.day == CivilDate.days(in: last.month, of: last.year)
          && day.month == last.month % 12 + 1
          && day.year == last.year + (last.month == 12 ? 1 : 0)
      let isSame = CivilDate(year: day.year, month: day.month, day: day.day) == day
      if day.dayNumber != number || !isNext || !isSame || !(last < day) { failures.append(number) }
      last = day
    }
    #expect(failures == [])
  }

  @Test(
    "adds days over the ends of months and years",
    arguments: [
      ("2024-02-28", 1, "2024-02-29"), ("2025-02-28", 1, "2025-03-01"),
      ("2025-12-31", 1, "2026-01-01"), ("2025-01-01", -1, "2024-12-31"),
      ("2025-06-15", 365, "2026-06-15"), ("2025-06-15", 0, "2025-06-15"),
    ]
  )
  func adds(text: String, days: Int, result: String) throws {
    #expect(try #require(CivilDate(text)).adding(days: days).description == result)
  }
}
