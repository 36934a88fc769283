/// Collects the words that rules and lists mention.
public struct VocabularyBuilder: Sendable {
  private var symbols: [[UInt8]: UInt32] = [:]
  private var words: [[UInt8]] = [[]]
  private var classes: [WordClass] = [[]]

  /// Creates a builder without words.
  public init() {}

  /// The symbol of a word, added if it is new.
  ///
  /// - Parameter word: The word in any case; it is folded first.
  /// - Returns: The symbol of the folded word.
  public mutating func intern(_ word: String) -> Symbol {
    let folded = WordFolding.folded(Array(word.utf8))
    if folded.isEmpty { return .unknown }
    if let known = symbols[folded] { return Symbol(index: known) }
    let index = UInt32(words.count)
    symbols[folded] = index
    words.append(folded)
    classes.append([])
    return Symbol(index: index)
  }

  /// The symbol of a word; `unknown` if it has not been added.
  public func symbol(of word: String) -> Symbol {
    Symbol(index: symbols[WordFolding.folded(Array(word.utf8))] ?? 0)
  }

  /// The folded word of a symbol; empty for `unknown`.
  public func word(of symbol: Symbol) -> String {
    String(decoding: words[Int(symbol.index)], as: UTF8.self)
  }

  /// Adds a word to a class.
  public mutating func add(_ wordClass: WordClass, to symbol: Symbol) {
    classes[Int(symbol.index)].formUnion(wordClass)
  }

  /// The classes of a word.
  public func classes(of symbol: Symbol) -> WordClass { classes[Int(symbol.index)] }

  /// The number of symbols, that of unknown words included.
  public var count: Int { words.count }

  /// The vocabulary of all words added so far.
  public var vocabulary: Vocabulary {
    var size = 1024
    while 3 * size < 4 * words.count { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    var starts: [Int32] = [0]
    var bytes: [UInt8] = []
    for (index, word) in words.enumerated() {
      bytes += word
      starts.append(Int32(bytes.count))
      guard index > 0 else { continue }
      let hash = WordFolding.hash(word.span, 0, word.count)
      var place = Vocabulary.place(of: hash, size - 1)
      while slots[place] != 0 { place = (place + 1) & (size - 1) }
      slots[place] = (hash >> 32) << 32 | UInt64(index)
    }
    let lastClass = classes.lastIndex { !$0.isEmpty } ?? 0
    let vocabulary = Vocabulary(
      slots: FrozenArray(slots),
      wordStarts: FrozenArray(starts),
      wordBytes: FrozenArray(bytes),
      classBits: FrozenArray(classes[...lastClass].map(\.rawValue))
    )
    guard let vocabulary else { preconditionFailure("the parts are made to fit") }
    return vocabulary
  }
}
