import AverModel

/// What one search of a pattern came to: the way of its match, or how far it got and what stopped it.
package struct PatternTrace: Sendable {
  /// A step that took words, and which; positions count from the first token of the sentence.
  package struct Taken: Hashable, Sendable {
    package let step: Int
    package let start: Int
    package let end: Int
  }

  /// Where the search began.
  package let start: Int
  /// Where the match ends; nil if there is none.
  package let end: Int?
  /// The steps on the way of the match, in order; nil if there is none.
  package let path: [Int]?
  /// What was taken on the way of the match, or on the way of the thread that got furthest.
  package let taken: [Taken]
  /// The token that no thread got past.
  package let furthest: Int
  /// The steps that asked for that token and did not get it, in order of preference.
  package let blocked: [Int]

  /// How many tokens the search got past.
  package var progress: Int { furthest - start }
}

/// Runs a pattern like `PatternMachine`, slowly, and remembers how it went.
package struct PatternTracer {
  /// A pair of step and token that the search is let past although it fails there.
  package struct Grant: Hashable, Sendable {
    package let step: Int
    package let position: Int

    package init(step: Int, position: Int) {
      self.step = step
      self.position = position
    }
  }

  private struct Node: Hashable {
    let step: Int
    let position: Int
  }

  private let rules: RuleSet

  package init(rules: RuleSet) { self.rules = rules }

  /// The search of a pattern from one token on.
  ///
  /// - Parameters:
  ///   - program: The pattern.
  ///   - input: The sentence.
  ///   - start: The token where it must begin.
  ///   - grant: A failure to overlook.
  /// - Returns: How it went.
  package func trace(
    _ program: Program,
    in input: borrowing SentenceInput,
    at start: Int,
    granting grant: Grant? = nil
  ) -> PatternTrace {
    var parents: [Node: Node] = [:]
    var visited: Set<Node> = []
    var pending: [(node: Node, parent: Node?)] = [(Node(step: 0, position: start), nil)]
    var best: Node?
    var furthest = start
    var blocked: [Node] = []
    while let (node, parent) = pending.popLast() {
      guard visited.insert(node).inserted else { continue }
      parents[node] = parent
      let step = rules.steps[program.firstStep + node.step]
      switch step.code {
      case .match:
        if node.position > best?.position ?? start { best = node }
      case .jump: pending.append((Node(step: Int(step.first), position: node.position), node))
      case .split:
        pending.append((Node(step: Int(step.second), position: node.position), node))
        pending.append((Node(step: Int(step.first), position: node.position), node))
      case .save: pending.append((Node(step: node.step + 1, position: node.position), node))
      default:
        var ends = node.position < input.count ? self.ends(of: step, at: node.position, input) : []
        if ends.isEmpty, grant == Grant(step: node.step, position: node.position),
          node.position < input.count
        {
          ends = [node.position + 1]
        }
        if ends.isEmpty {
          if node.position > furthest || blocked.isEmpty {
            furthest = node.position
            blocked = []
          }
          if node.position == furthest { blocked.append(node) }
        }
        for end in ends { pending.append((Node(step: node.step + 1, position: end), node)) }
      }
      if program.isLazy, best != nil { break }
    }
    let way = Self.way(to: best ?? blocked.first, parents)
    return PatternTrace(
      start: start,
      end: best?.position,
      path: best == nil ? nil : way.map(\.step),
      taken: zip(way, way.dropFirst()).filter { $1.position > $0.position }
        .map { PatternTrace.Taken(step: $0.step, start: $0.position, end: $1.position) },
      furthest: furthest,
      blocked: blocked.map(\.step)
    )
  }

  /// The search that got furthest without a match, over all tokens where the pattern can begin.
  ///
  /// - Returns: The first of those that got past most tokens; nil if the pattern's trigger is not in the
  ///   sentence.
  package func furthest(_ program: Program, in input: borrowing SentenceInput) -> PatternTrace? {
    guard input.has(program) else { return nil }
    var best: PatternTrace?
    for position in 0..<input.count where input.canStart(program, at: position) {
      let trace = trace(program, in: input, at: position)
      if trace.end == nil, trace.progress > best?.progress ?? -1 { best = trace }
    }
    return best
  }

  private static func way(to end: Node?, _ parents: [Node: Node]) -> [Node] {
    var way: [Node] = []
    var next = end
    while let node = next {
      way.append(node)
      next = parents[node]
    }
    return way.reversed()
  }

  /// Where a step that takes words ends, the longest way last; empty if it fails.
  private func ends(of step: Step, at position: Int, _ input: borrowing SentenceInput) -> [Int] {
    let symbol = input.symbol(at: position)
    switch step.code {
    case .any: return [position + 1]
    case .word: return Int(symbol.index) == Int(step.first) ? [position + 1] : []
    case .wordOf:
      let words = input.tokens(inWordSet: Int(step.first), word: position / 64)
      return words & (1 << UInt64(position & 63)) != 0 ? [position + 1] : []
    case .exact:
      let isSpelled =
        Int(symbol.index) == Int(step.first)
        && input.isSpelled(
          position,
          position + 1,
          as: rules.literals.utf8(of: Int(step.second))
        )
      return isSpelled ? [position + 1] : []
    case .test:
      let bit: UInt64 = 1 << UInt64(position & 63)
      let passing = TokenMasksView(rules.masks)
        .passing(Int(step.first), bit, word: position / 64, input)
      return passing != 0 ? [position + 1] : []
    case .list:
      return input.listMatches(at: position).filter { $0.list == step.first }.map { Int($0.end) }
    case .mention:
      var ends: [Int] = []
      while let end = input.mentionEnd(
        of: Int(step.first),
        at: position,
        after: ends.last ?? position
      ) {
        ends.append(end)
      }
      return ends
    case .trigger, .match, .jump, .split, .save: return []
    }
  }
}
