package import AverModel

/// Sets of words that a pattern accepts at one token.
package struct WordSets: Sendable {
  /// Where the words of each set begin, and where those of the last end.
  let starts: FrozenArray<Int32>
  /// The words of each set in rising order.
  let symbols: FrozenArray<Symbol>
  /// The sets that hold each word.
  let setsOfWords: Incidence

  init(_ sets: [Set<Symbol>]) {
    var starts: [Int32] = [0]
    var symbols: [Symbol] = []
    for set in sets {
      symbols += set.sorted { $0.index < $1.index }
      starts.append(Int32(symbols.count))
    }
    self.starts = FrozenArray(starts)
    self.symbols = FrozenArray(symbols)
    setsOfWords = Incidence(groups: self.starts, keys: self.symbols)
  }

  /// Creates sets from their parts; nil if they do not fit together.
  init?(starts: FrozenArray<Int32>, symbols: FrozenArray<Symbol>) {
    guard starts.first == 0, Int(starts[starts.count - 1]) == symbols.count else { return nil }
    for index in 1..<starts.count where starts[index] < starts[index - 1] { return nil }
    for symbol in symbols where symbol.index >= 1 << 24 { return nil }
    self.starts = starts
    self.symbols = symbols
    setsOfWords = Incidence(groups: starts, keys: symbols)
  }

  /// The number of sets.
  package var count: Int { starts.count - 1 }

  /// The words of a set, in rising order.
  package subscript(set: Int) -> Slice<FrozenArray<Symbol>> {
    symbols[Int(starts[set])..<Int(starts[set + 1])]
  }
}
