import AverModel

/// The steps that match a token expression, each to be tried at a byte.
struct TokenExpressionSteps {
  enum Step: Hashable {
    case bytes(ByteSet)
    case split(Int, Int)
    case jump(Int)
    case match
  }

  private(set) var steps: [Step] = []

  /// The most steps of an expression.
  static let limit = 512

  /// Compiles an expression; nil if it needs too many steps.
  init?(_ syntax: TokenExpressionSyntax) {
    guard emit(syntax) else { return nil }
    steps.append(.match)
    if steps.count > Self.limit { return nil }
  }

  /// The steps that read a byte or match and that a step leads to without reading one.
  func closure(of first: Int) -> [Int] {
    var isIn = [Bool](repeating: false, count: steps.count)
    var result: [Int] = []
    var pending = [first]
    while let step = pending.popLast() {
      guard !isIn[step] else { continue }
      isIn[step] = true
      switch steps[step] {
      case .split(let left, let right): pending += [right, left]
      case .jump(let target): pending.append(target)
      case .bytes, .match: result.append(step)
      }
    }
    return result
  }

  private mutating func emit(_ node: TokenExpressionSyntax) -> Bool {
    guard steps.count < Self.limit else { return false }
    switch node {
    case .bytes(let set): steps.append(.bytes(set))
    case .sequence(let nodes):
      for node in nodes where !emit(node) { return false }
    case .alternatives(let nodes):
      var ends: [Int] = []
      for (index, node) in nodes.enumerated() {
        let split = steps.count
        if index < nodes.count - 1 { steps.append(.split(0, 0)) }
        guard emit(node) else { return false }
        if index < nodes.count - 1 {
          ends.append(steps.count)
          steps.append(.jump(0))
          steps[split] = .split(split + 1, steps.count)
        }
      }
      for end in ends { steps[end] = .jump(steps.count) }
    case .repeated(let node, let low, let high):
      for _ in 0..<low where !emit(node) { return false }
      guard let high else {
        let split = steps.count
        steps.append(.split(0, 0))
        guard emit(node) else { return false }
        steps.append(.jump(split))
        steps[split] = .split(split + 1, steps.count)
        return true
      }
      var splits: [Int] = []
      for _ in low..<max(low, high) {
        splits.append(steps.count)
        steps.append(.split(0, 0))
        guard emit(node) else { return false }
      }
      for split in splits { steps[split] = .split(split + 1, steps.count) }
    }
    return true
  }
}
