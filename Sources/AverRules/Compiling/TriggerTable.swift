package import AverModel

/// What each trigger word starts, by symbol.
package struct TriggerTable: Sendable {
  /// Symbols with entries, in rising order.
  let symbols: [Symbol]
  /// The entries of each.
  let entries: [[TriggerEntry]]
  /// One more than the place of each symbol in `symbols`; 0 for words that start nothing.
  private let places: [Int32]

  /// Creates a table.
  init(_ entriesOfSymbols: [Symbol: [TriggerEntry]]) {
    let sorted = entriesOfSymbols.sorted { $0.key.index < $1.key.index }
    self.init(sorted: sorted.map(\.key), entries: sorted.map(\.value))
  }

  /// Creates a table from symbols in rising order and their entries, one list a symbol.
  init(sorted symbols: [Symbol], entries: [[TriggerEntry]]) {
    self.symbols = symbols
    self.entries = entries
    let greatest = symbols.last.map { Int($0.index) } ?? -1
    var places = [Int32](repeating: 0, count: greatest + 1)
    for (place, symbol) in symbols.enumerated() { places[Int(symbol.index)] = Int32(place + 1) }
    self.places = places
  }

  /// What a word starts; nil if it starts nothing.
  package subscript(symbol: Symbol) -> [TriggerEntry]? {
    let index = Int(symbol.index)
    guard index < places.count, places[index] > 0 else { return nil }
    return entries[Int(places[index]) - 1]
  }
}
