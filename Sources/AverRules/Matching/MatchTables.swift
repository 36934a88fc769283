import AverModel

/// `Incidence` for loops: see `FrozenView`.
struct IncidenceView: BitwiseCopyable {
  private let bits: FrozenView<UInt64>
  private let ranks: FrozenView<Int32>
  private let starts: FrozenView<Int32>
  private let numbers: FrozenView<Int32>

  init(_ incidence: Incidence) {
    bits = FrozenView(incidence.bits)
    ranks = FrozenView(incidence.ranks)
    starts = FrozenView(incidence.starts)
    numbers = FrozenView(incidence.numbers)
  }

  /// The places in `self[place:]` of the numbers of a key; empty for keys beyond the last.
  @inline(__always)
  func places(of key: Int) -> Range<Int> {
    let word = key / 64
    guard word < bits.count else { return 0..<0 }
    let bit: UInt64 = 1 << UInt64(key & 63)
    guard bits[word] & bit != 0 else { return 0..<0 }
    let rank = Int(ranks[word]) + (bits[word] & (bit - 1)).nonzeroBitCount
    return Int(starts[rank])..<Int(starts[rank + 1])
  }

  @inline(__always)
  subscript(place place: Int) -> Int { Int(numbers[place]) }
}

/// `MatchIndex.Table` for loops: see `FrozenView`.
struct MatchTableView: BitwiseCopyable {
  let bySymbol: IncidenceView
  let byList: IncidenceView
  let byType: IncidenceView
  let byProfile: IncidenceView
  let always: FrozenView<Int32>
  let count: Int

  init(_ table: MatchIndex.Table) {
    bySymbol = IncidenceView(table.bySymbol)
    byList = IncidenceView(table.byList)
    byType = IncidenceView(table.byType)
    byProfile = IncidenceView(table.byProfile)
    always = FrozenView(table.always)
    count = table.count
  }
}

/// `ListAutomaton` for loops: see `FrozenView`.
struct ListAutomatonView: BitwiseCopyable {
  private let roots: FrozenView<Int32>
  private let symbols: FrozenView<Symbol>
  private let firstChildren: FrozenView<Int32>
  private let outputStarts: FrozenView<Int32>
  let outputs: FrozenView<ListAutomaton.Output>

  init(_ automaton: ListAutomaton) {
    roots = FrozenView(automaton.roots)
    symbols = FrozenView(automaton.symbols)
    firstChildren = FrozenView(automaton.firstChildren)
    outputStarts = FrozenView(automaton.outputStarts)
    outputs = FrozenView(automaton.outputs)
  }

  /// The node that a first word leads to; 0 if no entry begins with it.
  @inline(__always)
  func root(_ symbol: Symbol) -> Int {
    let index = Int(symbol.index)
    return index < roots.count ? Int(roots[index]) : 0
  }

  /// The node that a further word leads to; nil if no entry goes on with it.
  @inline(__always)
  func child(of node: Int, _ symbol: Symbol) -> Int? {
    var low = Int(firstChildren[node])
    var high = Int(firstChildren[node + 1])
    while low < high {
      let middle = (low + high) / 2
      let found = symbols[middle].index
      if found == symbol.index { return middle }
      if found < symbol.index { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The places in `outputs` of the entries that end at a node.
  @inline(__always)
  func outputPlaces(at node: Int) -> Range<Int> {
    Int(outputStarts[node])..<Int(outputStarts[node + 1])
  }
}
