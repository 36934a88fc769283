import AverExtraction
import AverModel
import AverRules
import Testing

@Suite("Values: times")
struct TimeValueTests {
  /// A time in a sentence, and what it comes to.
  struct Row: Sendable, CustomTestStringConvertible {
    let sentence: String
    let time: ValueExpression
    let value: String
    let interval: String
    let verbs: [String: VerbGroup.Form]
    let date: String

    init(
      _ sentence: String,
      _ time: ValueExpression,
      _ value: String,
      _ interval: String = "",
      _ verbs: [String: VerbGroup.Form] = [:],
      date: String = "2025-12-17"
    ) {
      self.sentence = sentence
      self.time = time
      self.value = value
      self.interval = interval
      self.verbs = verbs
      self.date = date
    }

    var testDescription: String { "\(sentence) \(time)" }
  }

  private static let day = "2025-12-17"

  static let absolute: [Row] = [
    Row("*", call("date", 2024, 3, 3), "2024-03-03", "2024-03-03 2024-03-04"),
    Row("*", call("date", 2024, 10), "2024-10", "2024-10-01 2024-11-01"),
    Row("*", call("date", 2018), "2018", "2018-01-01 2019-01-01"),
    Row("*", call("date", 98, 6, 15), "1998-06-15", "1998-06-15 1998-06-16"),
    Row("*", call("date", -752), "BC0753"),
    Row("*", call("decade", 1990), "199", "1990-01-01 2000-01-01"),
    Row("*", call("decade", 80), "198", "1980-01-01 1990-01-01"),
    Row("*", call("century", 20), "19", "1900-01-01 2000-01-01"),
    Row("*", call("quarter", 4, 2024), "2024-Q4", "2024-10-01 2025-01-01"),
    Row("*", call("half", 2, 2023), "2023-H2", "2023-07-01 2024-01-01"),
    Row("*", call("season", "WI", 2024), "2024-WI", "2024-12-01 2025-03-01"),
    Row("*", call("fiscal", call("date", 2026)), "2026"),
    Row("*", call("holiday", "easter-2", 1998), "1998-04-10", "1998-04-10 1998-04-11"),
    Row("*", call("holiday", "easter-46", 2026), "2026-02-18", "2026-02-18 2026-02-19"),
    Row("*", call("holiday", "1-mon-3", 2026), "2026-01-19", "2026-01-19 2026-01-20"),
    Row("*", call("nth", 3, 4, call("date", 2024, 11)), "2024-11-21", "2024-11-21 2024-11-22"),
    Row("*", call("nth", -1, 1, call("date", 2025, 5)), "2025-05-26", "2025-05-26 2025-05-27"),
    Row("*", call("nth", 1, "week", call("date", 2016, 10)), "2016-W40", "2016-10-03 2016-10-10"),
    Row("*", call("nth", -1, "week", call("date", 2017, 7)), "2017-W30", "2017-07-24 2017-07-31"),
    Row("*", call("nth", 3, "week", call("date", 2019, 1)), "2019-W03", "2019-01-14 2019-01-21"),
    Row("*", call("nth", -1, "day", call("date", 2024, 2)), "2024-02-29", "2024-02-29 2024-03-01"),
    Row("*", call("nth", 2, "month", call("date", 2024)), "2024-02", "2024-02-01 2024-03-01"),
    Row("*", call("numeric", 12, 29, 2024), "2024-12-29", "2024-12-29 2024-12-30"),
    Row("*", call("numeric", 29, 12, 2024), "2024-12-29", "2024-12-29 2024-12-30"),
    Row("*", call("numeric", 3, 4, 2024), "2024-03-04", "2024-03-04 2024-03-05"),
    Row("*", call("lengths", 1, "year", 6, "month"), "P1Y6M"),
    Row("*", call("lengths", 1, "day", 2, "hour", 30, "minute"), "P1DT2H30M"),
    Row("*", call("duration", 18, "month"), "P18M"),
    Row("*", call("duration", 1.5, "year"), "P1Y6M"),
    Row("*", call("duration", 0.5, "hour"), "PT30M"),
    Row("*", call("duration", 2.5, "day"), "P2DT12H"),
    Row("*", call("duration", 6, "quarter"), "P6Q"),
    Row("*", call("duration", 1, "decade", "more_than"), "P10Y"),
    Row("*", .call("duration", [.capture(9), .word("decade")]), "PXDE"),
    Row("*", .call("duration", [call("range", 3, 5), .word("year")]), "P3Y/P5Y"),
    Row("*", call("set", 1, "week"), "P1W"),
    Row("*", call("every", call("weekday", 5)), "XXXX-WXX-5"),
    Row("*", .call("every", [.call("date", [.capture(9), number(7)])]), "XXXX-07"),
    Row("*", call("reference", "present_ref"), "PRESENT_REF"),
  ]

  static let relative: [Row] = [
    Row("*", call("relative", -1, "month"), "2025-11", "2025-11-01 2025-12-01"),
    Row("*", call("relative", -1, "month"), "2025-12", "2025-12-01 2026-01-01", date: "2026-01-05"),
    Row("*", call("relative", -1, "day"), "2025-12-16", "2025-12-16 2025-12-17"),
    Row("*", call("relative", -2, "week"), "2025-W49", "2025-12-01 2025-12-08"),
    Row("*", call("relative", 1, "week"), "2026-W01", "2025-12-29 2026-01-05", date: "2025-12-24"),
    Row("*", call("relative", -3, "year"), "2022", "2022-01-01 2023-01-01"),
    Row("*", call("relative", -1, "quarter"), "2025-Q3", "2025-07-01 2025-10-01"),
    Row("*", call("relative", -1, "weekend"), "2025-W50-WE", "2025-12-13 2025-12-15"),
    Row("*", call("date", call("relative", 0, "year"), 3), "2025-03", "2025-03-01 2025-04-01"),
    Row(
      "*",
      call("weekday", 1, call("relative", -1, "week")),
      "2025-12-08",
      "2025-12-08 2025-12-09"
    ),
    Row(
      "*",
      .call("date", [.capture(9), .capture(9), number(13), number(5)]),
      "2026-02-13",
      "2026-02-13 2026-02-14"
    ),
    Row("*", call("date", "last", 9), "2025-09", "2025-09-01 2025-10-01"),
    Row("*", call("date", "next", 6), "2026-06", "2026-06-01 2026-07-01"),
    Row("*", call("season", "SU", "last"), "2025-SU", "2025-06-01 2025-09-01"),
    Row("*", call("season", "WI", "this"), "2025-WI", "2025-12-01 2026-03-01", date: "2026-01-20"),
    Row("*", call("weekday", 5, "last"), "2025-12-12", "2025-12-12 2025-12-13"),
    Row("*", call("weekday", 3, "next"), "2025-12-24", "2025-12-24 2025-12-25"),
    Row("*", call("weekday", 4, "this"), "2025-12-18", "2025-12-18 2025-12-19"),
    Row(
      "*",
      call("edge", "end", call("relative", 0, "year")),
      "2025-12-31",
      "2025-12-31 2026-01-01"
    ),
    Row(
      "*",
      call("containing", "week", call("date", 2025, 12, 1)),
      "2025-W49",
      "2025-12-01 2025-12-08"
    ),
    Row("*", call("stretch", 2, "day"), "P2D", "2025-12-18 2025-12-20"),
    Row("*", call("stretch", -2, "quarter"), "P2Q", "2025-04-01 2025-10-01"),
    Row(
      "*",
      call("stretch", 2, "week", call("date", 2025, 5, 20)),
      "P2W",
      "2025-05-20 2025-06-03"
    ),
    Row("*", call("stretch", -3, "month"), "P3M", "2025-09-17 2025-12-17"),
    Row(
      "*",
      call("daypart", "NI", call("relative", -1, "day")),
      "2025-12-16TNI",
      "2025-12-16 2025-12-17"
    ),
    Row(
      "*",
      .call("clock", [number(5), number(0), .capture(9), .word("pm")]),
      "2025-12-17T17:00",
      "2025-12-17 2025-12-18"
    ),
    Row(
      "*",
      .call("clock", [number(12), number(30), .capture(9), .word("am")]),
      "2025-12-17T00:30",
      "2025-12-17 2025-12-18"
    ),
  ]

  static let tensed: [Row] = [
    Row("fell *", call("weekday", 2), "2025-12-16", "", ["fell": .past]),
    Row("said * would", call("weekday", 3), "2025-12-17", "", ["said": .past, "would": .modal]),
    Row("will *", call("weekday", 5), "2025-12-19", "", ["will": .modal]),
    Row("* killed", call("weekday", 7), "2025-12-14", "", ["killed": .past]),
    Row("*", call("weekday", 7), "2025-12-14"),
    Row("fell *", .call("date", [.capture(9), number(10)]), "2025-10", "", ["fell": .past]),
    Row("will *", .call("date", [.capture(9), number(2)]), "2026-02", "", ["will": .modal]),
    Row(
      "fell *",
      .call("date", [.capture(9), number(11)]),
      "2024-11",
      "",
      ["fell": .past],
      date: "2025-03-10"
    ),
    Row(
      "shut *",
      .call("date", [.capture(9), number(12), number(30)]),
      "2025-12-30",
      "",
      ["shut": .past],
      date: "2026-01-05"
    ),
    Row(
      "open *",
      .call("date", [.capture(9), number(5), number(5)]),
      "2026-05-05",
      "",
      ["open": .modal]
    ),
    Row("rose *", call("quarter", 3), "2025-Q3", "", ["rose": .past]),
    Row("took *", call("weekend"), "2025-W50-WE", "", ["took": .past]),
    Row("shut *", call("holiday", "11-thu-4"), "2025-11-27", "", ["shut": .past]),
    Row("close *", call("holiday", "1-1"), "2026-01-01", "", ["close": .modal]),
    Row("will *", call("since", call("weekday", 1)), "2025-12-15", "", ["will": .modal]),
    Row("is *", call("shift", 1, "week", call("weekday", 2)), "2025-12-30", "", ["is": .present]),
  ]

  @Test("places a time", arguments: absolute + relative + tensed)
  func placesTimes(row: Row) throws {
    let sample = SampleText(row.sentence, verbs: row.verbs)
    let time = try #require(evaluate(row.time))
    let occurrence = TimeResolver.Occurrence(tokens: sample.token("*"), time: time)
    let resolver = TimeResolver(reference: ReferenceDate(day: CivilDate(row.date)))
    let value = try #require(resolver.resolve([occurrence], in: sample.analyzed).first)
    #expect(value.value == row.value)
    if !row.interval.isEmpty {
      #expect("\(value.start?.description ?? "-") \(value.end?.description ?? "-")" == row.interval)
    }
  }

  @Test(
    "hours and minutes are counted from the document's minute; without it they have no value",
    arguments: [
      (call("relative", -2, "hour"), 90, "2025-12-16T23:30"),
      (call("relative", 45, "minute"), 1430, "2025-12-18T00:35"),
      (call("relative", -2, "hour"), nil, "PAST_REF"),
    ] as [(ValueExpression, Int?, String)]
  )
  func countsHours(time: ValueExpression, minute: Int?, expected: String) throws {
    let sample = SampleText("fell *", verbs: ["fell": .past])
    let occurrence = TimeResolver.Occurrence(
      tokens: sample.token("*"),
      time: try #require(evaluate(time))
    )
    let resolver = TimeResolver(
      reference: ReferenceDate(day: CivilDate(TimeValueTests.day), minute: minute)
    )
    let value = try #require(resolver.resolve([occurrence], in: sample.analyzed).first)
    #expect(value.value == expected)
    #expect(value.kind == .time)
  }

  @Test(
    "a time of the clock is of the day right before it",
    arguments: [
      ("fell * at +", "2025-12-16T17:00"), ("fell * and then rose at +", "2025-12-17T17:00"),
    ]
  )
  func joinsClockToDay(sentence: String, expected: String) throws {
    let sample = SampleText(sentence, verbs: ["fell": .past])
    let clock = ValueExpression.call("clock", [number(5), number(0), .capture(9), .word("pm")])
    let occurrences = [
      TimeResolver.Occurrence(
        tokens: sample.token("*"),
        time: try #require(evaluate(call("weekday", 2)))
      ),
      TimeResolver.Occurrence(tokens: sample.token("+"), time: try #require(evaluate(clock))),
    ]
    let resolver = TimeResolver(reference: ReferenceDate(day: CivilDate(TimeValueTests.day)))
    let values = resolver.resolve(occurrences, in: sample.analyzed)
    #expect(values.map { $0.value }.last == expected)
  }

  @Test(
    "a document that writes a day above 12 first does so in its other dates",
    arguments: [("29/12/2023", "2024-04-03"), ("12/29/2023", "2024-03-04"), ("2023", "2024-03-04")]
  )
  func ordersDayAndMonth(other: String, expected: String) throws {
    let sample = SampleText("03/04/2024 and \(other)")
    let runs = other.split(separator: "/").compactMap { Int($0) }
    let second =
      runs.count == 3 ? call("numeric", runs[0], runs[1], runs[2]) : call("date", 2023)
    let occurrences = [
      TimeResolver.Occurrence(
        tokens: sample.token("03/04/2024"),
        time: try #require(evaluate(call("numeric", 3, 4, 2024)))
      ),
      TimeResolver.Occurrence(tokens: sample.token(other), time: try #require(evaluate(second))),
    ]
    let resolver = TimeResolver(reference: ReferenceDate(day: CivilDate(TimeValueTests.day)))
    let values = resolver.resolve(occurrences, in: sample.analyzed)
    #expect(values.map { $0.value }.first == expected)
  }

  @Test(
    "without a document date, what hangs on it stays underspecified",
    arguments: [
      (call("weekday", 2), "XXXX-WXX-2"), (.call("date", [.capture(9), number(10)]), "XXXX-10"),
      (call("quarter", 3), "XXXX-Q3"), (call("season", "SU", "last"), "XXXX-SU"),
      (call("relative", -1, "month"), "PAST_REF"), (call("relative", 0, "day"), "PRESENT_REF"),
      (call("daypart", "NI"), "XXXX-XX-XXTNI"), (call("stretch", -3, "month"), "P3M"),
    ] as [(ValueExpression, String)]
  )
  func staysUnderspecified(time: ValueExpression, expected: String) throws {
    let sample = SampleText("fell *", verbs: ["fell": .past])
    let occurrence = TimeResolver.Occurrence(
      tokens: sample.token("*"),
      time: try #require(evaluate(time))
    )
    let resolver = TimeResolver(reference: ReferenceDate(day: nil))
    let value = try #require(resolver.resolve([occurrence], in: sample.analyzed).first)
    #expect(value.value == expected)
    #expect(value.start == nil && value.end == nil)
  }

  @Test(
    "counts from the time before it in the text",
    arguments: [
      (call("date", 2020, 6), call("anchored", -2, "month"), "2020-04"),
      (call("date", 2025, 12, 1), call("anchored", 3, "day"), "2025-12-04"),
      (call("date", 2019), call("anchored", 0, "year"), "2019"),
      (call("date", 2022), call("anchored", -1, "year"), "2021"),
      (call("date", 2021, 5), call("anchored", 0, "month"), "2021-05"),
      (call("weekday", 2), call("anchored", -1, "day"), "2025-12-15"),
      (call("quarter", 3), call("anchored", -1, "year"), "2024-Q3"),
      (call("quarter", 3), call("compared", -1, "year"), "2024-Q3"),
      (call("weekday", 2), call("compared", -1, "year"), "2024"),
      (call("quarter", 2), call("latest", "quarter"), "2025-Q2"),
      (call("weekday", 2), call("latest", "quarter"), "2025-Q3"),
      (call("date", 2025, 12, 1), call("weekday", 5, "following"), "2025-12-05"),
      (call("date", 2025, 12, 1), call("anchored", -1, "week"), "2025-11-24"),
    ]
  )
  func countsFromEarlierTimes(
    first: ValueExpression,
    second: ValueExpression,
    expected: String
  ) throws {
    let sample = SampleText("fell * and +", verbs: ["fell": .past])
    let occurrences = [
      TimeResolver.Occurrence(tokens: sample.token("*"), time: try #require(evaluate(first))),
      TimeResolver.Occurrence(tokens: sample.token("+"), time: try #require(evaluate(second))),
    ]
    let resolver = TimeResolver(reference: ReferenceDate(day: CivilDate(TimeValueTests.day)))
    let values = resolver.resolve(occurrences, in: sample.analyzed)
    #expect(values.map { $0.value }.last == expected)
  }

  @Test("keeps relation, modifier and the interval of a span")
  func keepsRelations() throws {
    let sample = SampleText("*")
    let resolver = TimeResolver(reference: ReferenceDate(day: CivilDate(TimeValueTests.day)))
    let expressions = [
      call("since", call("date", 2019)), call("part", "end", call("date", 2026)),
      call("span", call("date", 2019), call("date", 2021)),
    ]
    let values = resolver.resolve(
      try expressions.map {
        TimeResolver.Occurrence(tokens: sample.all, time: try #require(evaluate($0)))
      },
      in: sample.analyzed
    )
    #expect(values.map { $0.relation } == [.since, nil, .fromTo])
    #expect(values.map { $0.modifier } == [nil, "END", nil])
    #expect(values.map { $0.value } == ["2019", "2026", "2019/2021"])
    #expect(values.map { $0.end?.description } == ["2020-01-01", "2027-01-01", "2022-01-01"])
  }

  @Test(
    "a day that does not exist has no value",
    arguments: [
      call("date", 2025, 13), call("date", 2025, 6, 31), call("date", 2025, 0, 5),
      call("clock", 25), .call("clock", [number(13), number(0), .capture(9), .word("am")]),
      call("quarter", 5), call("weekday", 8),
    ]
  )
  func refusesImpossibleDays(expression: ValueExpression) {
    #expect(evaluate(expression) == nil)
  }

  private func evaluate(_ expression: ValueExpression) -> UnresolvedTime? {
    let value = ValueEvaluator().value(
      of: expression,
      captures: [],
      in: SampleText("").analyzed,
      mentions: []
    )
    if case .time(let time)? = value { return time }
    return nil
  }
}

private protocol Atom {
  var expression: ValueExpression { get }
}

extension Int: Atom {
  fileprivate var expression: ValueExpression { .number(ExactDecimal(self)) }
}

extension Double: Atom {
  fileprivate var expression: ValueExpression {
    .number(ExactDecimal(String(self)) ?? ExactDecimal(0))
  }
}

extension String: Atom {
  fileprivate var expression: ValueExpression { .word(self) }
}

extension ValueExpression: Atom {
  fileprivate var expression: ValueExpression { self }
}

private func call(_ name: String, _ arguments: any Atom...) -> ValueExpression {
  .call(name, arguments.map { $0.expression })
}

private func number(_ whole: Int) -> ValueExpression { .number(ExactDecimal(whole)) }
