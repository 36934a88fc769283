import AverModel
import AverRuleFuzzing
import Testing

@testable import AverRules

@Suite("Pattern tracer")
struct PatternTracerTests {
  private static let declarations = """
    list fruit = apple | blood orange
    entity t : PERSON
      match
    """

  private static func rules(_ pattern: String) throws -> RuleSet {
    try RuleFixture.compile(declarations + " " + pattern + "\n")
  }

  @Test(
    "says what it took, where it stopped and what it wanted there",
    arguments: [
      ("a b c", "a b x", ["“a” 0..<1", "“b” 1..<2"], 2, ["“c”"]),
      ("a @fruit c", "a blood orange x", ["“a” 0..<1", "@fruit 1..<3"], 3, ["“c”"]),
      ("a (b | [cap]) c", "a x c", ["“a” 0..<1"], 1, ["“b”", "[cap]"]),
      ("a b? c", "a b b", ["“a” 0..<1", "“b” 1..<2"], 2, ["“c”"]),
      ("a b", "a", ["“a” 0..<1"], 1, ["“b”"]),
      ("a 'B'", "a b", ["“a” 0..<1"], 1, ["'B'"]),
      ("a [lower & not first] b", "a c D", ["“a” 0..<1", "[lower & not first] 1..<2"], 2, ["“b”"]),
    ]
  )
  func stops(
    pattern: String,
    words: String,
    taken: [String],
    furthest: Int,
    wanted: [String]
  ) throws {
    let rules = try Self.rules(pattern)
    let program = rules.entityRules[0].patterns[0]
    let input = RuleFixture.input(words, rules)
    let trace = PatternTracer(rules: rules).trace(program, in: input, at: 0)
    let writer = StepText(rules: rules)
    let shown = trace.taken.map {
      "\(writer.element(at: $0.step, of: program) ?? "..") \($0.start)..<\($0.end)"
    }
    #expect(trace.end == nil && trace.path == nil)
    #expect(shown == taken)
    #expect(trace.furthest == furthest)
    #expect(trace.blocked.compactMap { writer.element(at: $0, of: program) } == wanted)
  }

  @Test("of all starts the one that got furthest counts")
  func bestStart() throws {
    let rules = try Self.rules("a b c d")
    let program = rules.entityRules[0].patterns[0]
    let input = RuleFixture.input("a b x a b c x a d", rules)
    let trace = PatternTracer(rules: rules).furthest(program, in: input)
    #expect(trace?.start == 3)
    #expect(trace?.furthest == 6)
  }

  @Test("a failure that is overlooked may let the pattern match")
  func grants() throws {
    let rules = try Self.rules("a @fruit c")
    let program = rules.entityRules[0].patterns[0]
    let tracer = PatternTracer(rules: rules)
    let input = RuleFixture.input("a pear c", rules)
    let trace = tracer.trace(program, in: input, at: 0)
    let step = try #require(trace.blocked.first)
    #expect(StepText(rules: rules).list(at: step, of: program) == "fruit")
    let grant = PatternTracer.Grant(step: step, position: 1)
    #expect(tracer.trace(program, in: input, at: 0, granting: grant).end == 3)
    let other = RuleFixture.input("a pear d", rules)
    #expect(tracer.trace(program, in: other, at: 0, granting: grant).end == nil)
  }

  @Test("ends where the machine ends, whatever the pattern", arguments: [11, 12, 13])
  func agreesWithMachine(seed: Int) throws {
    var random = PatternGenerator.Random(seed: seed)
    var text = PatternGenerator.declarations
    for index in 0..<60 {
      text +=
        "entity t\(index) : PERSON\n  match a \(PatternGenerator.pattern(&random, depth: 3))\n"
    }
    let rules = try RuleFixture.compile(text)
    let tracer = PatternTracer(rules: rules)
    var machine = PatternMachine(rules: rules)
    var matchCount = 0
    for _ in 0..<30 {
      let words = PatternGenerator.sentence(&random)
      let input = RuleFixture.input(words.joined(separator: " "), rules)
      for rule in rules.entityRules {
        for start in words.indices where input.canStart(rule.patterns[0], at: start) {
          let match = machine.match(rule.patterns[0], in: input, at: start)
          let trace = tracer.trace(rule.patterns[0], in: input, at: start)
          #expect(trace.end == match?.end)
          #expect((trace.path == nil) == (match == nil))
          matchCount += match == nil ? 0 : 1
        }
      }
    }
    #expect(matchCount > 100)
  }
}
