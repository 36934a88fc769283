package import AverModel

/// One step of a compiled pattern; positions in the text are tokens of one sentence.
package struct Step: Hashable, Sendable, BitwiseCopyable {
  /// What a step does; `first` and `second` are what it needs for that.
  package enum Code: UInt8, Sendable, BitwiseCopyable, CaseIterable {
    /// The pattern has matched.
    case match
    /// Any token.
    case any
    /// The frame's trigger begins here; goes on after it.
    case trigger
    /// The token is a word, in any case: `first` is its symbol.
    case word
    /// The token is one of the words of a set: `first`.
    case wordOf
    /// The token is a word in exactly the case of a literal: symbol and literal.
    case exact
    /// An entry of a list begins here; goes on after it.
    case list
    /// A mention of a type begins here; goes on after it.
    case mention
    /// The token passes a test.
    case test
    /// Goes on at the first step, and if that fails at the second.
    case split
    /// Goes on at another step.
    case jump
    /// Notes where a capture begins (even slot) or ends (odd).
    case save
  }

  // Code and second number share an integer, so that a step has eight bytes; any bytes are a step.
  private let codeAndSecond: UInt32
  package let first: Int32

  /// - Precondition: `second` is below 2²⁴: there are fewer spellings and steps than that.
  package init(_ code: Code, _ first: Int = 0, _ second: Int = 0) {
    precondition(second >= 0 && second < 1 << 24, "a rule set has fewer spellings than 2²⁴")
    codeAndSecond = UInt32(code.rawValue) | UInt32(second) << 8
    self.first = Int32(first)
  }

  @inline(__always)
  package var code: Code {
    let number = min(UInt8(truncatingIfNeeded: codeAndSecond), Code.save.rawValue)
    // The cases are numbered from 0 to `save`, without gaps.
    return unsafe unsafeBitCast(number, to: Code.self)
  }

  package var second: Int32 { Int32(codeAndSecond >> 8) }

  /// The step of a program that has been moved by so many steps.
  func moved(by distance: Int) -> Step {
    switch code {
    case .split: Step(.split, Int(first) + distance, Int(second) + distance)
    case .jump: Step(.jump, Int(first) + distance)
    default: self
    }
  }

  /// The step as a pack holds it.
  var integers: [Int32] { [Int32(bitPattern: codeAndSecond), first] }
}

/// What makes a pattern worth trying: one of these must occur.
package struct TriggerSet: Hashable, Sendable {
  package var symbols: Set<Symbol> = []
  package var lists: Set<Int> = []
  package var types: Set<Int> = []
  /// Tests of a token's profile, as their numbers.
  package var profiles: Set<Int> = []
  /// Nothing is required.
  package var isAny = false

  mutating func formUnion(_ other: TriggerSet) {
    symbols.formUnion(other.symbols)
    lists.formUnion(other.lists)
    types.formUnion(other.types)
    profiles.formUnion(other.profiles)
    isAny = isAny || other.isAny
  }
}

/// A compiled pattern: a run of the rule set's steps, and what is captured on the way.
///
/// A class, so that the matcher's loops pass one reference around.
package final class Program: Sendable {
  /// Its number among all patterns of the rule set.
  package let number: Int
  /// Its first step among those of the rule set; the steps of splits and jumps count from here.
  package let firstStep: Int
  package let stepCount: Int
  /// Names of the captures; slot `n` is saved at `2n` and `2n + 1`.
  package let captureNames: [String]
  /// The lists and mention types that each capture may meet, in rising order.
  package let captureLists: [[Int]]
  package let captureTypes: [[Int]]
  /// Whether the first way to match wins (patterns with a gap); else the longest match does.
  package let isLazy: Bool
  /// The number of the set of things that can stand at its first token.
  package let startSet: Int

  package init(
    number: Int,
    firstStep: Int,
    stepCount: Int,
    captureNames: [String],
    captureLists: [[Int]],
    captureTypes: [[Int]],
    isLazy: Bool,
    startSet: Int
  ) {
    self.number = number
    self.firstStep = firstStep
    self.stepCount = stepCount
    self.captureNames = captureNames
    self.captureLists = captureLists
    self.captureTypes = captureTypes
    self.isLazy = isLazy
    self.startSet = startSet
  }
}

/// Tests of one token, compiled: all must pass.
package struct TokenTest: Hashable, Sendable {
  package var required: TokenTraits = []
  package var forbidden: TokenTraits = []
  /// Tags of which the token must have one, as bits; 0 for any.
  package var tags: UInt32 = 0
  /// Tags that the token must not have, as bits.
  package var forbiddenTags: UInt32 = 0
  package var lists: [Int] = []
  package var forbiddenLists: [Int] = []
  package var expressions: [TokenExpression] = []
  package var forbiddenExpressions: [TokenExpression] = []

  /// The part of the test that a token's profile decides; a token that fails it fails the test.
  var profile: ProfileTest {
    var firstBytes = UInt64.max
    var least = 0
    var most = ProfileTest.longest
    for expression in expressions {
      firstBytes &= expression.firstBytes
      least = max(least, expression.lengths.lowerBound)
      most = min(most, expression.lengths.upperBound)
    }
    return ProfileTest(
      required: required,
      forbidden: forbidden,
      tags: tags,
      forbiddenTags: forbiddenTags,
      firstBytes: firstBytes,
      leastLength: least,
      mostLength: most
    )
  }
}
