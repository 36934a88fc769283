/// The closed vocabulary of a rule set: folded words to symbols, with the classes of each word.
///
/// It is filled while the rules compile and shared, unchanged, by every document.
public struct Vocabulary: Sendable {
  /// Open addressing: the symbol's index, and above it the high half of the hash; 0 is free.
  private var slots: [UInt64]
  private var hashes: [UInt64]
  package private(set) var wordStarts: [Int32]
  package private(set) var wordBytes: [UInt8]
  package private(set) var classes: [WordClass]

  /// Creates a vocabulary without words.
  public init() {
    slots = Array(repeating: 0, count: 1024)
    hashes = [0]
    wordStarts = [0, 0]
    wordBytes = []
    classes = [[]]
  }

  /// Creates a vocabulary from the parts of another; nil if they do not fit together.
  ///
  /// - Parameters:
  ///   - wordStarts: Where each folded word begins, the empty unknown word first, and the last ends.
  ///   - wordBytes: The words one after another.
  ///   - classes: The classes of each word.
  package init?(wordStarts: [Int32], wordBytes: [UInt8], classes: [WordClass]) {
    guard wordStarts.count == classes.count + 1, classes.count > 0, wordStarts[0] == 0,
      wordStarts[1] == 0, Int(wordStarts[classes.count]) == wordBytes.count
    else { return nil }
    for index in classes.indices where wordStarts[index + 1] < wordStarts[index] { return nil }
    self.wordStarts = wordStarts
    self.wordBytes = wordBytes
    self.classes = classes
    var size = 1024
    while size < 2 * classes.count { size *= 2 }
    slots = Array(repeating: 0, count: size)
    hashes = [0]
    hashes.reserveCapacity(classes.count)
    for index in 1..<classes.count {
      let (start, end) = (Int(wordStarts[index]), Int(wordStarts[index + 1]))
      let hash = WordFolding.hash(wordBytes.span, start, end)
      hashes.append(hash)
      insert(UInt32(index), hash: hash)
    }
  }

  /// The number of symbols, that of unknown words included.
  public var count: Int { hashes.count }

  /// The symbol of a word, added if it is new.
  ///
  /// - Parameter word: The word in any case; it is folded first.
  /// - Returns: The symbol of the folded word.
  public mutating func intern(_ word: String) -> Symbol {
    internFolded(WordFolding.folded(Array(word.utf8)))
  }

  /// The symbol of a word that is folded already, added if it is new.
  public mutating func internFolded(_ folded: [UInt8]) -> Symbol {
    let hash = WordFolding.hash(folded.span, 0, folded.count)
    let found = lookUp(hash: hash, in: folded.span, 0, folded.count)
    if found.isKnown { return found }
    if hashes.count * 2 > slots.count { grow() }
    let index = UInt32(hashes.count)
    hashes.append(hash)
    wordBytes.append(contentsOf: folded)
    wordStarts.append(Int32(wordBytes.count))
    classes.append([])
    insert(index, hash: hash)
    return Symbol(index: index)
  }

  /// Adds a word to a class.
  public mutating func add(_ wordClass: WordClass, to symbol: Symbol) {
    classes[Int(symbol.index)].formUnion(wordClass)
  }

  /// The symbol of the word in a range of a text, folded as it is read.
  ///
  /// - Complexity: O(*n*) in the length of the word; no allocation for ASCII words.
  public func symbol(in text: Span<UInt8>, _ start: Int, _ end: Int) -> Symbol {
    guard let hash = WordFolding.asciiFoldedHash(text, start, end) else {
      let folded = WordFolding.folded((start..<end).map { text[$0] })
      let hash = WordFolding.hash(folded.span, 0, folded.count)
      return lookUp(hash: hash, in: folded.span, 0, folded.count)
    }
    return lookUp(hash: hash, in: text, start, end)
  }

  /// The symbol of the ASCII word in a range, with the hash that `WordFolding.asciiFoldedHash` gives it.
  package func symbol(hash: UInt64, in text: Span<UInt8>, _ start: Int, _ end: Int) -> Symbol {
    lookUp(hash: hash, in: text, start, end)
  }

  /// The symbol of a word; `unknown` if no rule mentions it.
  public func symbol(of word: String) -> Symbol {
    let bytes = Array(word.utf8)
    return symbol(in: bytes.span, 0, bytes.count)
  }

  /// The classes of a word.
  public func classes(of symbol: Symbol) -> WordClass { classes[Int(symbol.index)] }

  /// The folded word of a symbol; empty for `unknown`.
  public func word(of symbol: Symbol) -> String {
    let index = Int(symbol.index)
    guard index > 0 else { return "" }
    let range = Int(wordStarts[index])..<Int(wordStarts[index + 1])
    return String(decoding: wordBytes[range], as: UTF8.self)
  }

  private func lookUp(hash: UInt64, in text: Span<UInt8>, _ start: Int, _ end: Int) -> Symbol {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = slots[slot]
      if found == 0 { return .unknown }
      let index = UInt32(truncatingIfNeeded: found)
      if found >> 32 == hash >> 32, isWord(Int(index), equalTo: text, start, end) {
        return Symbol(index: index)
      }
      slot = (slot + 1) & mask
    }
  }

  private func isWord(_ index: Int, equalTo text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let wordStart = Int(wordStarts[index])
    guard Int(wordStarts[index + 1]) - wordStart == end - start else { return false }
    for offset in 0..<(end - start)
    where wordBytes[wordStart + offset] != WordFolding.foldedASCII(text[start + offset]) {
      return false
    }
    return true
  }

  private mutating func insert(_ index: UInt32, hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = (hash >> 32) << 32 | UInt64(index)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for index in 1..<hashes.count { insert(UInt32(index), hash: hashes[index]) }
  }
}
