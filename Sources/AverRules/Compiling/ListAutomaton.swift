package import AverModel

/// All lists, maps and status words of a rule set in one trie over symbols.
package struct ListAutomaton: Sendable {
  /// An entry that ends at a node.
  package struct Output: Hashable, Sendable {
    /// The list.
    package let list: Int32
    /// The index of its value in `values`; -1 if the entry has none.
    package let value: Int32
    /// The index in `literals` of the spelling it needs; -1 if any case will do.
    package let literal: Int32
  }

  /// A way from a node to the next.
  struct Edge {
    let node: Int32
    let symbol: Symbol
    let target: Int32
  }

  private var keys: [UInt64]
  private var targets: [Int32]
  private var count = 0
  private(set) var nodeCount = 1
  /// The node that each symbol leads to from the start; 0 for none.
  private(set) var roots: [Int32] = []
  private var pendingOutputs: [(node: Int32, output: Output)] = []
  private(set) var outputStarts: [Int32] = []
  private(set) var outputs: [Output] = []

  package init() {
    keys = Array(repeating: 0, count: 4096)
    targets = Array(repeating: 0, count: 4096)
  }

  /// Creates a finished automaton from its parts; nil if they do not fit together.
  init?(roots: [Int32], edges: [Edge], outputStarts: [Int32], outputs: [Output]) {
    nodeCount = outputStarts.count - 1
    guard nodeCount > 0, outputStarts[0] == 0, Int(outputStarts[nodeCount]) == outputs.count else {
      return nil
    }
    for node in 0..<nodeCount where outputStarts[node + 1] < outputStarts[node] { return nil }
    for root in roots where root < 0 || Int(root) >= nodeCount { return nil }
    self.roots = roots
    self.outputStarts = outputStarts
    self.outputs = outputs
    var size = 4096
    while size < 2 * edges.count { size *= 2 }
    keys = Array(repeating: 0, count: size)
    targets = Array(repeating: 0, count: size)
    for edge in edges {
      guard edge.node > 0, Int(edge.node) < nodeCount, edge.target > 0,
        Int(edge.target) < nodeCount
      else { return nil }
      store(UInt64(UInt32(bitPattern: edge.node)) << 32 | UInt64(edge.symbol.index), edge.target)
    }
    count = edges.count
  }

  /// The ways between nodes, in the order of their targets.
  var edges: [Edge] {
    keys.indices.filter { keys[$0] != 0 }.map { slot in
      Edge(
        node: Int32(truncatingIfNeeded: keys[slot] >> 32),
        symbol: Symbol(index: UInt32(truncatingIfNeeded: keys[slot])),
        target: targets[slot]
      )
    }.sorted { $0.target < $1.target }
  }

  /// Adds an entry.
  ///
  /// - Precondition: `symbols` is not empty, and `finish` has not been called.
  mutating func insert(_ symbols: [Symbol], output: Output) {
    var node: Int32 = 0
    for symbol in symbols {
      if node == 0 {
        let index = Int(symbol.index)
        if index >= roots.count {
          roots.append(contentsOf: repeatElement(0, count: index + 1024 - roots.count))
        }
        if roots[index] == 0 { roots[index] = newNode() }
        node = roots[index]
      } else {
        node = child(of: node, symbol) ?? addChild(of: node, symbol)
      }
    }
    pendingOutputs.append((node, output))
  }

  /// Makes the trie ready for matching.
  mutating func finish() {
    outputStarts = Array(repeating: 0, count: nodeCount + 1)
    for pending in pendingOutputs { outputStarts[Int(pending.node) + 1] += 1 }
    for node in 0..<nodeCount { outputStarts[node + 1] += outputStarts[node] }
    var next = outputStarts
    let empty = Output(list: -1, value: -1, literal: -1)
    outputs = Array(repeating: empty, count: pendingOutputs.count)
    for pending in pendingOutputs {
      let node = Int(pending.node)
      outputs[Int(next[node])] = pending.output
      next[node] += 1
    }
    pendingOutputs = []
  }

  /// The node that a first word leads to; nil if no entry begins with it.
  package func root(_ symbol: Symbol) -> Int32? {
    let index = Int(symbol.index)
    guard index < roots.count, roots[index] != 0 else { return nil }
    return roots[index]
  }

  /// The node that a further word leads to; nil if no entry goes on with it.
  package func child(of node: Int32, _ symbol: Symbol) -> Int32? {
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(symbol.index)
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while keys[slot] != 0 {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The entries that end at a node.
  package func outputs(at node: Int32) -> ArraySlice<Output> {
    outputs[Int(outputStarts[Int(node)])..<Int(outputStarts[Int(node) + 1])]
  }

  private mutating func newNode() -> Int32 {
    nodeCount += 1
    return Int32(nodeCount - 1)
  }

  private mutating func addChild(of node: Int32, _ symbol: Symbol) -> Int32 {
    if count * 2 >= keys.count { grow() }
    let target = newNode()
    store(UInt64(UInt32(bitPattern: node)) << 32 | UInt64(symbol.index), target)
    count += 1
    return target
  }

  private mutating func store(_ key: UInt64, _ target: Int32) {
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    targets[slot] = target
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldTargets = targets
    keys = Array(repeating: 0, count: oldKeys.count * 4)
    targets = Array(repeating: 0, count: oldKeys.count * 4)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      store(oldKeys[index], oldTargets[index])
    }
  }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}
