/// Patterns and sentences made at random, of few words so that many match.
package enum PatternGenerator {
  /// Numbers that look random and are the same in every run (xorshift).
  package struct Random {
    private var state: UInt64

    /// Creates a source of numbers from a seed.
    package init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

    /// A number from 0 up to a limit.
    package mutating func below(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }

    /// One of some words.
    package mutating func pick(_ items: [String]) -> String { items[below(items.count)] }
  }

  /// Lists, a map and definitions that patterns refer to.
  package static let declarations = """
    list fruit = a | a b | a b c | c d
    map color
      R = b | b b
      B = d | 7
    let pair = (a | "b c") [num]?
    let chain = x:[lower] ..2 c

    """
  /// The entries of the lists as words.
  package static let lists = [
    "fruit": [["a"], ["a", "b"], ["a", "b", "c"], ["c", "d"]],
    "color": [["b"], ["b", "b"], ["d"], ["7"]],
  ]
  /// The value of each entry of the map.
  package static let values = ["b": "R", "b b": "R", "d": "B", "7": "B"]

  private static func atom(_ random: inout Random) -> String {
    random.pick([
      "a", "b", "c", "d", "\"a b\"", "\"b c\"", "'A'", "'a'", "@fruit", "@color", "@pair", "ORG",
      "[cap]", "[lower & not first]", "[num]", "[/[ab]/]", "[not /\\d+/]", "[@color]",
      "[not @fruit]", "(a | b | c)", "(a | @fruit)",
    ])
  }

  /// A pattern; what it may leave out is never repeated without bound.
  package static func pattern(_ random: inout Random, depth: Int) -> String {
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

  /// A short sentence; some stand behind so many signs that one word of bits has no room for all tokens.
  package static func sentence(_ random: inout Random) -> [String] {
    let signs = random.below(8) == 0 ? 58 + random.below(8) : 0
    let words = (0..<(1 + random.below(9))).map { _ in
      random.pick(["a", "b", "c", "d", "a", "b", "A", "B", "7", "12", "x"])
    }
    return Array(repeating: "%", count: signs) + words
  }
}
