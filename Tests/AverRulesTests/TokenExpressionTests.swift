import Testing

@testable import AverRules

@Suite("Token expression")
struct TokenExpressionTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let expression: String
    let yes: [String]
    let no: [String]
    var testDescription: String { expression }

    init(_ expression: String, yes: [String], no: [String]) {
      self.expression = expression
      self.yes = yes
      self.no = no
    }
  }

  private static func matches(_ expression: TokenExpression, _ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return expression.matches(bytes.span, 0, bytes.count)
  }

  @Test(
    "matches the whole word",
    arguments: [
      Row("abc", yes: ["abc"], no: ["ab", "abcd", "xabc", "ABC", ""]),
      Row("a.c", yes: ["abc", "a.c"], no: ["ac", "abbc"]),
      Row("a\\.c", yes: ["a.c"], no: ["abc"]),
      Row("[a-c]x", yes: ["ax", "cx"], no: ["dx", "x", "-x"]),
      Row("[^a-c]", yes: ["d", "-"], no: ["a", "b", ""]),
      Row("[-a]", yes: ["-", "a"], no: ["b"]),
      Row("[]a]", yes: ["]", "a"], no: ["b"]),
      Row("[a\\]b]", yes: ["]", "a", "b"], no: ["\\"]),
      Row("[\\dx]+", yes: ["12x", "x"], no: ["y", ""]),
      Row("\\d{4}", yes: ["2025"], no: ["202", "20255", "2o25"]),
      Row("\\d{2,3}", yes: ["20", "202"], no: ["2", "2025"]),
      Row("\\d{2,}", yes: ["20", "2025"], no: ["2"]),
      Row("\\w+", yes: ["a_1", "Z"], no: ["a-b", ""]),
      Row("a?b*c+", yes: ["c", "abbcc", "bc"], no: ["ab", "aac"]),
      Row("a|bc", yes: ["a", "bc"], no: ["ab", "abc"]),
      Row("(a|b)+c?", yes: ["a", "abba", "bac"], no: ["c", ""]),
      Row("(ab){2}", yes: ["abab"], no: ["ab", "ababab"]),
      Row("(|a)b", yes: ["b", "ab"], no: ["a"]),
      Row("()*a", yes: ["a"], no: ["", "aa"]),
      Row("Q[1-4]", yes: ["Q1", "Q4"], no: ["Q5", "q1"]),
      Row("é+", yes: ["é"], no: ["e"]),
      Row("", yes: [""], no: ["a"]),
    ]
  )
  func matchesWhole(row: Row) throws {
    let expression = try #require(TokenExpression(row.expression))
    for text in row.yes { #expect(Self.matches(expression, text), "\(text)") }
    for text in row.no { #expect(!Self.matches(expression, text), "\(text)") }
  }

  @Test("a part of a text is matched without its neighbours")
  func inside() throws {
    let expression = try #require(TokenExpression("\\d+"))
    let bytes = Array("a12b".utf8)
    let found = [(1, 3), (0, 3), (1, 1), (1, 2)].map {
      expression.matches(bytes.span, $0.0, $0.1)
    }
    #expect(found == [true, false, false, true])
  }

  @Test(
    "what cannot be read is refused",
    arguments: [
      "(", ")", "(a", "a)", "[", "[a", "[]", "*", "+a", "?", "a**", "a{", "a{2", "a{}", "a{x}",
      "a{3,2}", "a{65}", "a{1,65}", "a{1,2,3}", "a{1,,3}", "{2}", "a\\", "[z-a]", "]", "(a|*)",
      String(repeating: "(", count: 17) + "a" + String(repeating: ")", count: 17),
      "((a{64}){64}){64}",
    ]
  )
  func refuses(text: String) {
    #expect(TokenExpression(text) == nil)
  }

  @Test("nested repetitions take time in proportion to the text")
  func linear() throws {
    // With backtracking each of these would take longer than the universe has.
    for text in ["(a*)*b", "(a|a)*b", "(a|aa)+b", "(a?){60}b", "((a*)*)*b"] {
      let expression = try #require(TokenExpression(text))
      #expect(!Self.matches(expression, String(repeating: "a", count: 2_000)))
    }
    let optional = try #require(TokenExpression("(a?){60}b"))
    #expect(Self.matches(optional, String(repeating: "a", count: 60) + "b"))
    #expect(!Self.matches(optional, String(repeating: "a", count: 61) + "b"))
  }
}
