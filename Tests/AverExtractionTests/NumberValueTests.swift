import AverExtraction
import AverModel
import AverRules
import Testing

@Suite("Values: numbers, money, names")
struct NumberValueTests {
  @Test(
    "a capture of digits or number words is a number",
    arguments: [
      ("7", "7"), ("7.5", "7.5"), ("1,200.5", "1200.5"), ("12,34,567", "1234567"),
      ("1.234.567", "1234567"), ("3,5", "3.5"), ("-0.3", "-0.3"), ("minus ten", "-10"),
      ("twenty-five", "25"), ("Twenty Five", "25"), ("two hundred and thirty", "230"),
      ("two and a half", "2.5"), ("One-and-a-half million", "1500000"),
      ("half a million", "500000"), ("a quarter of a million", "250000"), ("a dozen", "12"),
      ("three dozen", "36"), ("a million and a half", "1500000"), ("9 - 7/8", "9.875"),
      ("5½", "5.5"), ("two thirds", "0.666666666667"), ("a third", "0.333333333333"),
      ("half", "0.5"), ("1.2 billion", "1200000000"), ("2 lakh crore", "2000000000000"),
      ("two hundred thousand", "200000"), ("one million two hundred thousand", "1200000"),
      ("sixty-five hundred", "6500"), ("two and three fifths", "2.6"),
      ("two point five million", "2500000"), ("zero", "0"), ("nought point nought six", "0.06"),
      ("one point twenty-five", "1.25"), ("a hundred and fifty thousand", "150000"),
      ("a twenty-first", "0.047619047619"), ("three twenty firsts", "0.142857142857"),
      ("eight hundred and nine hundredths", "800.09"), ("four hundred and fifty fifths", "90"),
      ("two million and one half", "2500000"), ("one billion and a quarter million", "1000250000"),
      ("two thirds of a million", "666666.666667"), ("six dozens", "72"), ("26 000", "26000"),
      ("1 250 000", "1250000"), ("3 crore 40 lakh", "34000000"), ("one over twenty", "0.05"),
      ("minus five point five", "-5.5"), ("a thousand and one", "1001"), (".5", "0.5"),
    ]
  )
  func readsNumbers(text: String, expected: String) {
    let value = evaluate(.call("number", [.capture(0)]), text)
    #expect(value == .value(.number(NumberValue(amount: exact(expected), unit: nil))))
  }

  @Test(
    "words that are no number have no value",
    arguments: [
      "", "several", "of", "two two", "A380", "two and three", "twenty fourth", "second",
      "one twenty", "5 million 3 billion", "40 0000",
    ]
  )
  func refusesOtherWords(text: String) {
    #expect(evaluate(.call("number", [.capture(0)]), text) == nil)
  }

  @Test("money multiplies by its scale and keeps its bound; what is absent counts as one")
  func evaluatesMoney() {
    let sample = SampleText("more than $ 1.2 bn")
    let expression = ValueExpression.call(
      "money",
      [.product(.capture(0), .capture(1)), .capture(2), .capture(3), .capture(4)]
    )
    let captures: [Capture?] = [
      Capture(tokens: sample.token("1.2")), Capture(tokens: sample.token("bn"), entry: "1e9"),
      Capture(tokens: sample.token("$"), entry: "USD"),
      Capture(tokens: TokenRange(0, 2), entry: "more_than"), nil,
    ]
    #expect(
      value(expression, captures, sample)
        == .value(.money(Money(amount: single("1.2e9", .moreThan), currency: "USD")))
    )
    let bare = ValueExpression.call(
      "money",
      [.product(.capture(0), .capture(4)), .capture(2), .capture(4)]
    )
    #expect(
      value(bare, captures, sample)
        == .value(.money(Money(amount: single("1.2", .exact), currency: "USD")))
    )
  }

  @Test(
    "the scale of a range's end is that of its start, unless the start would exceed the end",
    arguments: [
      ("50", "60", "1e6", "5e7", "6e7"), ("1.3", "1.5", "1e9", "1.3e9", "1.5e9"),
      ("800", "1", "1e6", "800", "1e6"), ("4e7", "50", "1e6", "4e7", "5e7"),
    ]
  )
  func scalesRanges(
    low: String,
    high: String,
    scale: String,
    expectedLow: String,
    expectedHigh: String
  ) throws {
    let arguments = try [low, high, scale].map {
      ValueExpression.number(try #require(ExactDecimal($0)))
    }
    let percent = evaluate(.call("percent", [.call("range", arguments)]), "")
    let expected = Amount.between(
      try #require(ExactDecimal(expectedLow)),
      try #require(ExactDecimal(expectedHigh))
    )
    #expect(percent == .value(.number(NumberValue(amount: expected, unit: "percent"))))
  }

  @Test("a mention of an earlier rule gives its value")
  func readsMentions() {
    let sample = SampleText("twenty-five")
    let mention = Mention(
      tokens: sample.all,
      range: ByteRange(0, 11),
      type: .number,
      value: .number(NumberValue(amount: exact("25"), unit: nil)),
      rule: RuleIdentifier(file: "en/values/numbers.aver", name: "number")
    )
    let result = ValueEvaluator().value(
      of: .call("percent", [.capture(0), .word("basis_point")]),
      captures: [Capture(tokens: sample.all, mention: 0)],
      in: sample.analyzed,
      mentions: [mention]
    )
    #expect(result == .value(.number(NumberValue(amount: exact("25"), unit: "basis_point"))))
  }

  @Test(
    "a name has single spaces and no possessive",
    arguments: [("Harbor  &  Pine", "Harbor & Pine"), ("Fynd's", "Fynd")]
  )
  func normalizesNames(text: String, expected: String) {
    #expect(evaluate(.call("name", [.capture(0)]), text) == .value(.name(expected)))
  }

  @Test("is total: any call with any arguments gives a value or none")
  func isTotal() {
    let sample = SampleText("4 May 31 x")
    let atoms: [ValueExpression] = [
      .capture(0), .capture(1), .capture(9), .number(ExactDecimal(31)), .word("year"),
      .number(ExactDecimal(significand: .max, exponent: 64)), .word("easter-x"),
      .call("relative", [.number(ExactDecimal(-1)), .word("month")]),
      .call("date", [.number(ExactDecimal(9999)), .number(ExactDecimal(12))]),
    ]
    let captures: [Capture?] = [
      Capture(tokens: sample.all), nil, Capture(tokens: TokenRange(90, 99), mention: 7),
    ]
    var times: [TimeResolver.Occurrence] = []
    for name in builtIns {
      for first in atoms {
        for second in atoms {
          for third in atoms {
            let expression = ValueExpression.call(name, [first, second, third])
            if case .time(let time)? = value(expression, captures, sample) {
              times.append(TimeResolver.Occurrence(tokens: sample.all, time: time))
            }
          }
        }
      }
    }
    let resolver = TimeResolver(reference: ReferenceDate(day: CivilDate("2025-12-17")))
    #expect(resolver.resolve(times, in: sample.analyzed).count == times.count)
    #expect(times.count > 100)
  }

  private let builtIns = [
    "money", "number", "percent", "quantity", "range", "sum", "negative", "name", "join", "lower",
    "first", "digits", "ratio", "numeric", "date", "weekday", "weekend", "quarter", "half",
    "season", "holiday", "nth", "decade",
    "century", "relative", "anchored", "shift", "stretch", "containing", "edge", "fiscal", "clock",
    "compared", "latest", "daypart", "part", "since", "until", "before", "after", "by", "span",
    "duration", "set",
    "every",
    "reference", "nothing",
  ]

  private func exact(_ number: String) -> Amount { single(number, .exact) }

  private func single(_ number: String, _ bound: Bound) -> Amount {
    .single(ExactDecimal(number) ?? ExactDecimal(significand: .min), bound)
  }

  /// The value of an expression whose capture 0 is the whole text.
  private func evaluate(_ expression: ValueExpression, _ text: String) -> EvaluatedValue? {
    let sample = SampleText(text)
    return value(expression, [Capture(tokens: sample.all)], sample)
  }

  private func value(
    _ expression: ValueExpression,
    _ captures: [Capture?],
    _ sample: SampleText
  ) -> EvaluatedValue? {
    ValueEvaluator().value(of: expression, captures: captures, in: sample.analyzed, mentions: [])
  }
}
