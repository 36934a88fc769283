import AverModel
import Testing

@testable import AverRules

@Suite("Patterns")
struct PatternTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let pattern: String
    let sentence: String
    let matches: [String]
    var testDescription: String { pattern + " in " + sentence }

    init(_ pattern: String, _ sentence: String, _ matches: String...) {
      self.pattern = pattern
      self.sentence = sentence
      self.matches = matches
    }
  }

  private static let lists = """
    list fruit = apple | apple pie | pear
    list Brand exact = Apple
    map color
      R = red | crimson
      B = blue | "navy blue"
    let pair = x:[num] "to" y:[num]

    """

  private static func rules(_ clauses: String) throws -> RuleSet {
    try RuleFixture.compile(lists + "entity t : ORG\n" + clauses)
  }

  @Test(
    "match",
    arguments: [
      Row("deal", "a Deal and a DEAL", "Deal", "DEAL"),
      Row("\"big deal\"", "a big deal , big big deal", "big deal", "big deal"),
      Row("'Deal'", "a deal and a Deal", "Deal"),
      Row("a | b c", "b c a b", "b c", "a"),
      Row("(a | a b) c", "a b c a c", "a b c", "a c"),
      Row("a b?", "a a b", "a", "a b"),
      Row("a+", "a a b a", "a a", "a"),
      Row("a b* c", "a c a b b c", "a c", "a b b c"),
      Row("a{2}", "a a a", "a a"),
      Row("a{2,3}", "a a a a a", "a a a", "a a"),
      // The longest match counts, wherever its branch stands.
      Row("a | a b | a b c", "a b c", "a b c"),
      Row("@fruit", "an apple pie or a pear", "apple pie", "pear"),
      Row("@fruit pie", "apple pie", "apple pie"),
      Row("@Brand", "an apple from Apple", "Apple"),
      Row("c:@color", "a Red car", "Red c=Red/R"),
      Row("c:@color", "a navy blue car", "navy blue c=navy blue/B"),
      Row("@pair", "from 3 to 5", "3 to 5 x=3 y=5"),
      Row("[cap & not first]", "The Big deal", "Big"),
      Row("[not lower & not num]", "Big deal 5", "Big"),
      Row("[/[a-c]+\\d/]", "ab1 abd1 c2 C2", "ab1", "c2"),
      Row("[not /\\d+/]", "a 12 b", "a", "b"),
      Row("[@fruit & lower]", "Pear pear", "pear"),
      Row("[not @fruit & letters]", "pear tree", "tree"),
      // A gap ends as early as it can, and the first way to match wins.
      Row("a ..3 b", "a x b y b", "a x b"),
      Row("a ..3 b", "a b", "a b"),
      Row("a ..3 b", "a x x x b", "a x x x b"),
      Row("a ..3 b", "a x x x x b"),
      Row("a ..2 b", "a a x x b", "a x x b"),
      Row("n:[num]+ x", "1 2 3 x", "1 2 3 x n=1 2 3"),
      Row("n:[num]? x", "x 1 x", "x", "1 x n=1"),
      Row("(n:[num] \",\")+ x", "1 , 2 , x", "1 , 2 , x n=1 , 2"),
      Row("n:(a b | c) d", "c d a b d", "c d n=c", "a b d n=a b"),
      Row("(n:a | m:b) c", "a c b c", "a c n=a", "b c m=b"),
      Row("été", "un ÉTÉ chaud", "ÉTÉ"),
      Row("a a", "a a a a a", "a a", "a a"),
    ]
  )
  func match(row: Row) throws {
    let rules = try Self.rules("  match \(row.pattern)\n")
    #expect(RuleFixture.matches(row.sentence, rules) == row.matches)
  }

  @Test("several patterns of a rule share their captures")
  func sharedCaptures() throws {
    let rules = try Self.rules("  match x:a y:b\n  match y:c x:d\n")
    #expect(rules.entityRules[0].patterns.map(\.captureNames) == [["x", "y"], ["x", "y"]])
    #expect(RuleFixture.matches("a b c d", rules) == ["a b x=a y=b", "c d x=d y=c"])
  }

  @Test("what stands right before is matched from any start up to the edge")
  func before() throws {
    let rules = try Self.rules("  match deal\n  after a [lower]* | \"big fat\"\n")
    let program = try #require(rules.entityRules[0].after.first)
    let rows: [(String, Int, Bool)] = [
      ("a deal", 1, true), ("a very nice deal", 3, true), ("the big fat deal", 3, true),
      ("the deal", 1, false), ("a Big deal", 2, false), ("deal", 0, false),
      ("big fat x deal", 3, false),
    ]
    for (text, end, isMatch) in rows {
      let input = RuleFixture.input(text, rules)
      var machine = PatternMachine(rules: rules)
      #expect(machine.matches(program, in: input, endingAt: end) == isMatch, "\(text)")
    }
  }

  @Test("a match may be asked to begin and end at given tokens")
  func anchored() throws {
    let rules = try Self.rules("  match a+ b?\n")
    let program = rules.entityRules[0].patterns[0]
    let input = RuleFixture.input("x a a b", rules)
    var machine = PatternMachine(rules: rules)
    #expect(machine.match(program, in: input, at: 0) == nil)
    #expect(machine.match(program, in: input, at: 1)?.end == 4)
    #expect(machine.match(program, in: input, at: 1, endingAt: 2)?.end == 2)
    #expect(machine.match(program, in: input, at: 1, endingAt: 3)?.end == 3)
    #expect(machine.match(program, in: input, at: 4) == nil)
    #expect(machine.match(program, in: input, at: 2, endingAt: 1) == nil)
  }

  @Test("mentions of earlier rules are found by type, the longest first")
  func mentions() throws {
    let rules = try Self.rules("  match o:ORG deal\n  match two:PERSON{2}\n")
    let input = RuleFixture.input("acme inc deal bob ann", rules)
    let organization = try #require(rules.type(named: "ORG"))
    let person = try #require(rules.type(named: "PERSON"))
    input.add(type: organization, 0, 1, mention: 7)
    input.add(type: organization, 0, 2, mention: 8)
    input.add(type: person, 3, 4, mention: 9)
    input.add(type: person, 4, 5, mention: 10)
    var machine = PatternMachine(rules: rules)
    var found: [PatternMachine.Match] = []
    for program in rules.entityRules[0].patterns {
      machine.forEachMatch(of: program, in: input) { found.append($0) }
    }
    #expect(found.map(\.start) == [0, 3])
    #expect(found.map(\.end) == [3, 5])
    #expect(found.first?.captures.first??.mention == 8)
    #expect(found.last?.captures.last??.tokens == TokenRange(3, 5))
  }

  @Test("eight gaps over a long text end")
  func gapChains() throws {
    let chain = Array(repeating: "a", count: 9).joined(separator: " ..40 ")
    let rules = try Self.rules("  match \(chain) ..40 never\n  match (a | a a | [lower])* never\n")
    let text = Array(repeating: "a", count: 4_000).joined(separator: " ") + " never"
    // The rest of the sentence is cut off, and with it the last word.
    #expect(RuleFixture.input(text, rules).count == Limits.sentenceTokens)
    #expect(RuleFixture.matches(text, rules) == [])
    let inside = Array(repeating: "b", count: 900).joined(separator: " ") + " never"
    #expect(RuleFixture.matches(inside, rules).count == 1)
  }

  @Test("tokens beyond the limit of a sentence are not seen")
  func sentenceLimit() throws {
    let rules = try Self.rules("  match last\n")
    let filler = Array(repeating: "x", count: Limits.sentenceTokens - 1).joined(separator: " ")
    #expect(RuleFixture.matches(filler + " last", rules) == ["last"])
    #expect(RuleFixture.matches(filler + " x last", rules) == [])
  }

  @Test(
    "a pattern beyond a limit is an error",
    arguments: [
      ("a ..41 b", "A0118 ..41"), ("a ..0 b", "A0118 ..0"), ("a{41}", "A0118 {41}"),
      ("a{3,2}", "A0118 {3,2}"), ("((a{40}){40}){40}", "A0118 t"), ("a?", "A0109 t"),
      ("a* b*", "A0109 t"), ("(a | b?)", "A0109 t"),
      ((0...16).map { "c\($0):a" }.joined(separator: " "), "A0118 c16"),
    ]
  )
  func limits(pattern: String, error: String) {
    #expect(RuleFixture.errors("entity t : ORG\n  match \(pattern)\n") == [error])
  }

  @Test("brackets are not nested without bound")
  func nesting() {
    for (depth, isAllowed) in [(31, true), (32, false), (50_000, false)] {
      let pattern =
        String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
      let errors = RuleFixture.errors("entity t : ORG\n  match \(pattern)\n")
      #expect(errors == (isAllowed ? [] : ["A0118 match"]))
    }
  }

  @Test("definitions that double each other do not explode, with or without errors")
  func doublingDefinitions() {
    for leaf in ["word", "@nothing"] {
      var text = "let a0 = \(leaf)\n"
      for level in 1...40 { text += "let a\(level) = @a\(level - 1) @a\(level - 1)\n" }
      let errors = RuleFixture.errors(text + "entity t : ORG\n  match @a40\n")
      #expect(Set(errors) == [leaf == "word" ? "A0118 t" : "A0107 @nothing"])
    }
  }
}
