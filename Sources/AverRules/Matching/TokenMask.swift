import AverModel

/// A token test for the matcher's loops.
struct TokenMask: Sendable, BitwiseCopyable {
  let required: TokenTraits
  let forbidden: TokenTraits
  let tags: UInt32
  let forbiddenTags: UInt32
  /// Where its lists begin in those of all tests; those that it forbids follow those that it asks for.
  let firstList: Int32
  let listCount: Int32
  let forbiddenListCount: Int32
  /// The same for expressions.
  let firstExpression: Int32
  let expressionCount: Int32
  let forbiddenExpressionCount: Int32
}

/// All token tests of a rule set for the matcher's loops.
final class TokenMasks: Sendable {
  let masks: FrozenArray<TokenMask>
  let lists: FrozenArray<Int32>
  /// The expressions of the tests, which keep them alive.
  let expressions: FrozenArray<TokenExpressionView>
  private let tests: [TokenTest]

  init(_ tests: [TokenTest]) {
    var masks: [TokenMask] = []
    var lists: [Int32] = []
    var expressions: [TokenExpressionView] = []
    masks.reserveCapacity(tests.count)
    for test in tests {
      masks.append(
        TokenMask(
          required: test.required,
          forbidden: test.forbidden,
          tags: test.tags,
          forbiddenTags: test.forbiddenTags,
          firstList: Int32(lists.count),
          listCount: Int32(test.lists.count),
          forbiddenListCount: Int32(test.forbiddenLists.count),
          firstExpression: Int32(expressions.count),
          expressionCount: Int32(test.expressions.count),
          forbiddenExpressionCount: Int32(test.forbiddenExpressions.count)
        )
      )
      for list in test.lists { lists.append(Int32(list)) }
      for list in test.forbiddenLists { lists.append(Int32(list)) }
      for expression in test.expressions { expressions.append(TokenExpressionView(expression)) }
      for expression in test.forbiddenExpressions {
        expressions.append(TokenExpressionView(expression))
      }
    }
    self.masks = FrozenArray(masks)
    self.lists = FrozenArray(lists)
    self.expressions = FrozenArray(expressions)
    self.tests = tests
  }
}

/// `TokenMasks` for loops: see `FrozenView`.
struct TokenMasksView: BitwiseCopyable {
  let masks: FrozenView<TokenMask>
  let lists: FrozenView<Int32>
  let expressions: FrozenView<TokenExpressionView>

  init(_ masks: TokenMasks) {
    self.masks = FrozenView(masks.masks)
    lists = FrozenView(masks.lists)
    expressions = FrozenView(masks.expressions)
  }
}
