import AverModel
import Testing

@Suite("Exact decimal")
struct ExactDecimalTests {
  @Test(
    "reads and writes numbers",
    arguments: [
      ("0", "0"), ("-0", "0"), ("0.000", "0"), ("7", "7"), ("+7", "7"), ("-12.50", "-12.5"),
      ("1e9", "1000000000"), ("1E9", "1000000000"), ("7.5e9", "7500000000"), ("1e+3", "1000"),
      ("25e-1", "2.5"), ("1e-3", "0.001"), ("-1e-3", "-0.001"), (".5", "0.5"), ("5.", "5"),
      ("100", "100"), ("0012", "12"), ("123456789.123456789", "123456789.123456789"),
      ("9223372036854775807", "9223372036854775807"), ("10.10", "10.1"), ("0.10e1", "1"),
      ("1e-64", "0." + String(repeating: "0", count: 63) + "1"),
    ]
  )
  func readsAndWrites(text: String, written: String) throws {
    let number = try #require(ExactDecimal(text))
    #expect(number.description == written)
    #expect(ExactDecimal(written) == number)
  }

  @Test("writes out numbers with more digits than it reads")
  func writesLarge() throws {
    let number = try #require(ExactDecimal("-1e64"))
    #expect(number.description == "-1" + String(repeating: "0", count: 64))
  }

  @Test(
    "refuses what is no number",
    arguments: [
      "", "-", "+", ".", "e5", "1e", "1e1.5", "1.2.3", "1,000", " 1", "1 ", "0x10", "--1", "1e65",
      "1e-65", "9223372036854775808", "१२", "½", "1e9223372036854775807",
      "1e-9223372036854775808", "inf", "nan",
    ]
  )
  func refuses(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test("keeps lowest terms")
  func lowestTerms() {
    let number = ExactDecimal(significand: 1500, exponent: -2)
    #expect(number.significand == 15)
    #expect(number.exponent == 0)
    #expect(number == ExactDecimal(15))
    #expect(ExactDecimal(significand: 0, exponent: 40).exponent == 0)
    #expect(ExactDecimal(significand: .min).description == "-9223372036854775808")
    #expect(ExactDecimal(significand: 0).isZero)
    #expect(!ExactDecimal(significand: 1, exponent: -9).isZero)
  }

  struct Operation: Sendable, CustomTestStringConvertible {
    let left: String
    let right: String
    /// Nil where the digits do not fit.
    let result: String?
    var testDescription: String { left + " " + right }

    init(_ left: String, _ right: String, _ result: String?) {
      self.left = left
      self.right = right
      self.result = result
    }
  }

  @Test(
    "multiplies",
    arguments: [
      Operation("7.5", "1e9", "7500000000"), Operation("-2", "0.5", "-1"),
      Operation("0", "1e40", "0"), Operation("0.1", "0.2", "0.02"),
      Operation("9223372036854775807", "1e9", "9223372036854775807000000000"),
      Operation("9223372036854775807", "2", nil), Operation("4000000001", "4000000001", nil),
    ]
  )
  func multiplies(row: Operation) throws {
    let left = try #require(ExactDecimal(row.left))
    let right = try #require(ExactDecimal(row.right))
    #expect(left.multiplied(by: right)?.description == row.result)
    #expect(right.multiplied(by: left)?.description == row.result)
  }

  @Test(
    "adds",
    arguments: [
      Operation("0.1", "0.2", "0.3"), Operation("1e9", "1", "1000000001"),
      Operation("2.5", "-2.5", "0"), Operation("0", "1e-20", "0.00000000000000000001"),
      Operation("1e18", "1", "1000000000000000001"), Operation("1e19", "1", nil),
      Operation("9223372036854775807", "1", nil), Operation("1e30", "1e30", "2" + zeros(30)),
      Operation("1e18", "1e-1", nil), Operation("0", "1e40", "1" + zeros(40)),
    ]
  )
  func adds(row: Operation) throws {
    let left = try #require(ExactDecimal(row.left))
    let right = try #require(ExactDecimal(row.right))
    #expect(left.adding(right)?.description == row.result)
    #expect(right.adding(left)?.description == row.result)
  }

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

  @Test(
    "says what is whole",
    arguments: [
      ("7", 7), ("7.0", 7), ("7.5", nil), ("-1e3", -1000), ("1e18", 1_000_000_000_000_000_000),
    ]
      + [("1e19", nil), ("1e-1", nil), ("0", 0)] as [(String, Int?)]
  )
  func whole(text: String, number: Int?) throws {
    #expect(try #require(ExactDecimal(text)).wholeNumber == number)
  }

  @Test("orders by value, whatever the exponents")
  func order() {
    let rising = [
      "-1e40", "-5e30", "-1e30", "-2", "-1.5", "-1e-30", "0", "1e-40", "1e-30", "0.1", "0.11",
      "1", "1.5", "2", "9223372036854775807", "1e19", "1e30", "5e30", "1e40",
    ]
    let numbers = rising.compactMap { ExactDecimal($0) }
    #expect(numbers.count == rising.count)
    for (index, left) in numbers.enumerated() {
      for (other, right) in numbers.enumerated() {
        #expect((left < right) == (index < other), "\(left) \(right)")
      }
    }
  }
}
