import AverModel
import Testing

@testable import AverRules

@Suite("Pattern machine")
struct PatternMachineTests {
  /// Numbers that look random and are the same in every run (xorshift).
  private struct Random {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }

    mutating func pick(_ items: [String]) -> String { items[below(items.count)] }
  }

  private static let header = """
    list fruit = a | a b | a b c | c d
    map color
      R = b | b b
      B = d | 7
    let pair = (a | "b c") [num]?
    let chain = x:[lower] ..2 c

    """
  private static let lists = [
    "fruit": [["a"], ["a", "b"], ["a", "b", "c"], ["c", "d"]],
    "color": [["b"], ["b", "b"], ["d"], ["7"]],
  ]
  private static let values = ["b": "R", "b b": "R", "d": "B", "7": "B"]

  private static func atom(_ random: inout Random) -> String {
    random.pick([
      "a", "b", "c", "d", "\"a b\"", "\"b c\"", "'A'", "'a'", "@fruit", "@color", "@pair", "ORG",
      "[cap]", "[lower & not first]", "[num]", "[/[ab]/]", "[not /\\d+/]", "[@color]",
      "[not @fruit]", "(a | b | c)", "(a | @fruit)",
    ])
  }

  /// A pattern; what it may leave out is never repeated without bound.
  private static func pattern(_ random: inout Random, depth: Int) -> String {
    switch depth == 0 ? 0 : random.below(10) {
    case 0, 1: return atom(&random)
    case 2: return atom(&random) + random.pick(["*", "+", "?", "{2}", "{1,3}"])
    case 3, 4: return pattern(&random, depth: depth - 1) + " " + pattern(&random, depth: depth - 1)
    case 5:
      return "(\(pattern(&random, depth: depth - 1)) | \(pattern(&random, depth: depth - 1)))"
    case 6: return "(\(pattern(&random, depth: depth - 1)))" + random.pick(["?", "{0,2}", "{2}"])
    case 7: return random.pick(["x", "y"]) + ":(\(pattern(&random, depth: depth - 1)))"
    case 8:
      return random.pick(["x", "y", "z"]) + ":" + atom(&random) + random.pick(["", "?", "+"])
    default:
      return atom(&random) + " ..\(1 + random.below(3)) " + pattern(&random, depth: depth - 1)
    }
  }

  private static func sentence(_ random: inout Random) -> [String] {
    (0..<(1 + random.below(9))).map { _ in
      random.pick(["a", "b", "c", "d", "a", "b", "A", "B", "7", "12", "x"])
    }
  }

  private static func written(_ start: Int, _ end: Int, _ parts: [String]) -> String {
    "\(start)..<\(end) " + parts.sorted().joined(separator: " ")
  }

  @Test("finds what plain backtracking finds", arguments: [1, 2, 3, 4, 5])
  func agreesWithReference(seed: Int) throws {
    var random = Random(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    var patterns: [String] = []
    for _ in 0..<100 {
      let pattern = Self.pattern(&random, depth: 3)
      // A word before or behind it keeps it from matching nothing.
      let word = random.pick(["a", "b", "[lower]", "@fruit"])
      patterns.append(random.below(2) == 0 ? word + " " + pattern : pattern + " " + word)
    }
    var text = Self.header
    for (index, pattern) in patterns.enumerated() {
      text += "entity t\(index) : PERSON\n  match \(pattern)\n"
    }
    let rules = try RuleFixture.compile(text)
    let syntax = RuleFixture.parse(text)
    var definitions: [String: PatternSyntax] = [:]
    for definition in syntax.definitions { definitions[definition.name] = definition.pattern }
    let organization = try #require(rules.type(named: "ORG"))
    var machine = PatternMachine(rules: rules)
    var differences: [String] = []
    var matchCount = 0
    var givenUp = 0
    for _ in 0..<40 {
      let words = Self.sentence(&random)
      let starts = (0..<random.below(3)).map { _ in random.below(words.count) }
      let mentions = Set(starts.map { $0..<min(words.count, $0 + 1 + random.below(3)) })
      var input = RuleFixture.input(words.joined(separator: " "), rules)
      for mention in mentions {
        input.add(type: organization, mention.lowerBound, mention.upperBound, mention: 0)
      }
      for (index, entity) in syntax.entities.enumerated() {
        let reference = ReferenceMatcher(
          words: words,
          lists: Self.lists,
          definitions: definitions,
          mentions: Array(mentions)
        )
        guard let expected = reference.matches(of: entity.patterns[0]) else {
          givenUp += 1
          continue
        }
        let program = rules.entityRules[index].patterns[0]
        var found: [String] = []
        machine.forEachMatch(of: program, in: input) { match in
          let parts = zip(program.captureNames, match.captures).compactMap { name, capture in
            capture.map { "\(name)=\($0.tokens.start)..<\($0.tokens.end)" }
          }
          found.append(Self.written(match.start, match.end, parts))
        }
        let wanted = expected.map { match in
          let parts = match.captures.map { "\($0)=\($1.lowerBound)..<\($1.upperBound)" }
          return Self.written(match.start, match.end, parts)
        }
        matchCount += wanted.count
        if found != wanted {
          let line = words.joined(separator: " ") + " — " + patterns[index]
          differences.append("\(line): \(found) but \(wanted), mentions \(mentions)")
        }
      }
    }
    #expect(differences.count == 0, "\(differences.prefix(5).joined(separator: "\n"))")
    // The comparison is worth something only if most cases are compared and many match.
    #expect(givenUp < 40)
    #expect(matchCount > 1_000)
  }

  @Test("a captured list entry has its value")
  func entryValues() throws {
    let rules = try RuleFixture.compile(
      Self.header + "entity t : PERSON\n  match k:@color @fruit?\n"
    )
    for (words, value) in Self.values {
      #expect(RuleFixture.matches(words, rules) == ["\(words) k=\(words)/\(value)"])
    }
  }
}
