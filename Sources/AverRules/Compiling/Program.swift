package import AverModel

/// One step of a compiled pattern.
///
/// Positions in the text are tokens of one sentence.
package enum Instruction: Hashable, Sendable {
  /// The token is this word, in any case.
  case word(Symbol)
  /// The token is one of the words of a set.
  case wordOf(Int)
  /// The token is this word in exactly the case of a literal.
  case exact(Symbol, Int)
  /// An entry of a list begins here; goes on after it.
  case list(Int)
  /// A mention of a type begins here; goes on after it.
  case mention(Int)
  /// The frame's trigger begins here; goes on after it.
  case trigger
  /// The token passes a test.
  case test(Int)
  /// Any token.
  case any
  /// Goes on at the first, and if that fails at the second.
  case split(Int, Int)
  /// Goes on elsewhere.
  case jump(Int)
  /// Notes where a capture begins (even) or ends (odd).
  case save(Int)
  /// The pattern has matched.
  case match
}

/// What makes a pattern worth trying: one of these must occur in the sentence.
package struct TriggerSet: Hashable, Sendable {
  package var symbols: Set<Symbol> = []
  package var lists: Set<Int> = []
  package var types: Set<Int> = []
  package var traits: Set<TokenTraits> = []
  /// Nothing is required: the pattern is tried on every sentence.
  package var isAny = false

  mutating func formUnion(_ other: TriggerSet) {
    symbols.formUnion(other.symbols)
    lists.formUnion(other.lists)
    types.formUnion(other.types)
    traits.formUnion(other.traits)
    isAny = isAny || other.isAny
  }
}

/// A trigger set as flat arrays, for the matcher's inner loops.
package struct FlatTrigger: Sendable {
  package let isAny: Bool
  /// Sorted by index.
  package let symbols: [Symbol]
  package let lists: [Int]
  package let types: [Int]
  package let traits: [TokenTraits]

  init(_ set: TriggerSet) {
    isAny = set.isAny
    symbols = set.symbols.sorted { $0.index < $1.index }
    lists = set.lists.sorted()
    types = set.types.sorted()
    traits = set.traits.sorted { $0.rawValue < $1.rawValue }
  }

  /// Whether a word is among the symbols.
  func contains(_ symbol: Symbol) -> Bool {
    var low = 0
    var high = symbols.count
    while low < high {
      let middle = (low + high) / 2
      if symbols[middle].index < symbol.index { low = middle + 1 } else { high = middle }
    }
    return low < symbols.count && symbols[low] == symbol
  }
}

/// A compiled pattern.
///
/// A class, so that the matcher's loops pass one reference around instead of copying seven arrays.
package final class Program: Sendable {
  package let instructions: [Instruction]
  /// Names of the captures; slot `n` is saved at `2n` and `2n + 1`.
  package let captureNames: [String]
  /// The lists and mention types that each capture may meet.
  package let captureLists: [Set<Int>]
  package let captureTypes: [Set<Int>]
  /// Whether the first way to match wins (patterns with a gap); else the longest match does.
  package let isLazy: Bool
  /// What can stand at the first token.
  package let start: TriggerSet
  /// What must occur in the sentence.
  package let trigger: TriggerSet
  let flatStart: FlatTrigger
  let flatTrigger: FlatTrigger

  package init(
    instructions: [Instruction],
    captureNames: [String],
    captureLists: [Set<Int>],
    captureTypes: [Set<Int>],
    isLazy: Bool,
    start: TriggerSet,
    trigger: TriggerSet
  ) {
    self.instructions = instructions
    self.captureNames = captureNames
    self.captureLists = captureLists
    self.captureTypes = captureTypes
    self.isLazy = isLazy
    self.start = start
    self.trigger = trigger
    flatStart = FlatTrigger(start)
    flatTrigger = FlatTrigger(trigger)
  }
}

/// The part of a token test that needs no look at lists or letters.
package struct TokenMask: Hashable, Sendable {
  let required: TokenTraits
  let forbidden: TokenTraits
  let tags: UInt32
  let forbiddenTags: UInt32
  /// Whether lists or expressions are to be asked as well.
  let hasMore: Bool

  init(_ test: TokenTest) {
    required = test.required
    forbidden = test.forbidden
    tags = test.tags
    forbiddenTags = test.forbiddenTags
    hasMore =
      !test.lists.isEmpty || !test.forbiddenLists.isEmpty || !test.expressions.isEmpty
      || !test.forbiddenExpressions.isEmpty
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
}
