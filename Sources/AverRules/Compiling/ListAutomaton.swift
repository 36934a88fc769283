import AverModel

/// All lists, maps and status words of a rule set in one trie over symbols.
///
/// Nodes are numbered so that the ways on from one node lead to consecutive nodes, in rising order of their
/// symbols: the way to a node needs no more than its symbol.
package final class ListAutomaton: Sendable {
  /// An entry that ends at a node.
  package struct Output: Hashable, Sendable, BitwiseCopyable {
    /// The list.
    package let list: Int32
    /// The index of its value in `values`; -1 if the entry has none.
    package let value: Int32
    /// The index in `literals` of the spelling it needs; -1 if any case will do.
    package let literal: Int32
  }

  /// The node that each symbol leads to from the start; 0 for none.
  let roots: FrozenArray<Int32>
  /// The symbol that leads to each node.
  let symbols: FrozenArray<Symbol>
  /// The first node that each node leads to; its last is the one before the next node's first.
  let firstChildren: FrozenArray<Int32>
  /// Where the entries of each node begin, and where those of the last end.
  let outputStarts: FrozenArray<Int32>
  let outputs: FrozenArray<Output>

  /// Creates an automaton from its parts; nil if they do not fit together.
  init?(
    roots: FrozenArray<Int32>,
    symbols: FrozenArray<Symbol>,
    firstChildren: FrozenArray<Int32>,
    outputStarts: FrozenArray<Int32>,
    outputs: FrozenArray<Output>
  ) {
    guard firstChildren.count == symbols.count + 1, outputStarts.count == symbols.count + 1,
      Int(outputStarts[outputStarts.count - 1]) == outputs.count
    else { return nil }
    self.roots = roots
    self.symbols = symbols
    self.firstChildren = firstChildren
    self.outputStarts = outputStarts
    self.outputs = outputs
  }
}
