import AverModel

/// Collects the entries of all lists in a trie.
struct ListAutomatonBuilder {
  private struct Key: Hashable {
    let node: Int
    let symbol: Symbol
  }

  private var children: [Key: Int] = [:]
  /// The ways on from each node, in the order in which they were found.
  private var ways: [[(symbol: Symbol, node: Int)]] = [[]]
  private var outputs: [[ListAutomaton.Output]] = [[]]

  /// Adds an entry.
  ///
  /// - Precondition: `symbols` is not empty.
  mutating func insert(_ symbols: [Symbol], output: ListAutomaton.Output) {
    var node = 0
    for symbol in symbols {
      let key = Key(node: node, symbol: symbol)
      if let known = children[key] {
        node = known
        continue
      }
      children[key] = ways.count
      ways[node].append((symbol, ways.count))
      node = ways.count
      ways.append([])
      outputs.append([])
    }
    outputs[node].append(output)
  }

  /// The automaton of all entries added so far.
  var automaton: ListAutomaton {
    // Level by level, so that the nodes that one node leads to are neighbours.
    var order = [0]
    var symbols = [Symbol.unknown]
    var firstChildren: [Int32] = []
    var outputStarts: [Int32] = [0]
    var sortedOutputs: [ListAutomaton.Output] = []
    var next = 0
    while next < order.count {
      let node = order[next]
      next += 1
      firstChildren.append(Int32(order.count))
      for way in ways[node].sorted(by: { $0.symbol.index < $1.symbol.index }) {
        order.append(way.node)
        symbols.append(way.symbol)
      }
      sortedOutputs += outputs[node]
      outputStarts.append(Int32(sortedOutputs.count))
    }
    firstChildren.append(Int32(order.count))
    let rootCount = ways[0].count
    let lastRoot = rootCount > 0 ? Int(symbols[rootCount].index) : -1
    var roots = [Int32](repeating: 0, count: lastRoot + 1)
    for node in 1..<(1 + rootCount) { roots[Int(symbols[node].index)] = Int32(node) }
    let automaton = ListAutomaton(
      roots: FrozenArray(roots),
      symbols: FrozenArray(symbols),
      firstChildren: FrozenArray(firstChildren),
      outputStarts: FrozenArray(outputStarts),
      outputs: FrozenArray(sortedOutputs)
    )
    guard let automaton else { preconditionFailure("the parts are made to fit") }
    return automaton
  }
}
