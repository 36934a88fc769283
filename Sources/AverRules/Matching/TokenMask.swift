import AverModel

/// The part of a token test that needs no look at lists or letters, and where the rest is remembered.
struct TokenMask: Sendable, BitwiseCopyable {
  let required: TokenTraits
  let forbidden: TokenTraits
  let tags: UInt32
  let forbiddenTags: UInt32
  /// The bit that remembers the outcome of the rest; -1 if there is no rest.
  let memory: Int

  /// - Parameters:
  ///   - test: The test.
  ///   - memory: A number of its own if it looks at lists or letters.
  init(_ test: TokenTest, memory: Int) {
    required = test.required
    forbidden = test.forbidden
    tags = test.tags
    forbiddenTags = test.forbiddenTags
    self.memory = memory
  }

  /// The masks of tests; those with lists or expressions are numbered from 0 on.
  static func masks(of tests: [TokenTest]) -> (masks: FrozenArray<TokenMask>, memories: Int) {
    var memories = 0
    let masks = tests.map { test in
      defer { if test.hasMore { memories += 1 } }
      return TokenMask(test, memory: test.hasMore ? memories : -1)
    }
    return (FrozenArray(masks), memories)
  }
}
