import AverModel

/// The symbols of short tokens that are not ASCII: `’s`, `“`, `—`.
///
/// The vocabulary folds such words through strings; typographic text has one every few words, so
/// each is looked up once a worker.
struct SymbolCache {
  private let vocabulary: Vocabulary
  private var known: [UInt64: Symbol] = [:]
  /// Bounds the memory of a worker that reads other scripts for days.
  private let limit = 1 << 14

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The symbol of the token in a range.
  mutating func symbol(in text: [UInt8], _ start: Int, _ end: Int) -> Symbol {
    // A token of up to seven bytes fits in a key with its length.
    guard end - start <= 7, (start..<end).contains(where: { text[$0] >= 0x80 }) else {
      return vocabulary.symbol(in: text.span, start, end)
    }
    var key = UInt64(end - start)
    for index in start..<end { key = key << 8 | UInt64(text[index]) }
    if let symbol = known[key] { return symbol }
    let symbol = vocabulary.symbol(in: text.span, start, end)
    if known.count < limit { known[key] = symbol }
    return symbol
  }
}
