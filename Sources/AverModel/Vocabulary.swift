/// The closed vocabulary of a rule set: folded words to symbols, with the classes of each word.
///
/// A `VocabularyBuilder` makes it while the rules compile; then it is shared, unchanged, by every document.
public struct Vocabulary: Sendable {
  /// A hash table with a power of two of places: the upper half of a word's hash and its symbol; 0 is free.
  package let slots: FrozenArray<UInt64>
  /// Where each folded word begins, the empty unknown word first, and where the last ends.
  package let wordStarts: FrozenArray<Int32>
  package let wordBytes: FrozenArray<UInt8>
  /// The classes of the words up to the last that has any, as bits.
  package let classBits: FrozenArray<UInt64>

  /// Creates a vocabulary from its parts; nil if they do not fit together.
  package init?(
    slots: FrozenArray<UInt64>,
    wordStarts: FrozenArray<Int32>,
    wordBytes: FrozenArray<UInt8>,
    classBits: FrozenArray<UInt64>
  ) {
    guard wordStarts.count >= 2, slots.count.nonzeroBitCount == 1, slots.count >= wordStarts.count,
      classBits.count < wordStarts.count,
      Int(wordStarts[wordStarts.count - 1]) == wordBytes.count
    else { return nil }
    self.slots = slots
    self.wordStarts = wordStarts
    self.wordBytes = wordBytes
    self.classBits = classBits
  }

  /// The number of symbols, that of unknown words included.
  public var count: Int { wordStarts.count - 1 }

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
  public func classes(of symbol: Symbol) -> WordClass {
    let index = Int(symbol.index)
    return index < classBits.count ? WordClass(rawValue: classBits[index]) : []
  }

  /// The folded word of a symbol; empty for `unknown`.
  public func word(of symbol: Symbol) -> String {
    let index = Int(symbol.index)
    let range = Int(wordStarts[index])..<Int(wordStarts[index + 1])
    return String(decoding: wordBytes[range], as: UTF8.self)
  }

  private func lookUp(hash: UInt64, in text: Span<UInt8>, _ start: Int, _ end: Int) -> Symbol {
    let mask = slots.count - 1
    var place = Self.place(of: hash, mask)
    while true {
      let slot = slots[place]
      if slot == 0 { return .unknown }
      if slot >> 32 == hash >> 32, isWord(Int(slot & 0xFFFF_FFFF), equalTo: text, start, end) {
        return Symbol(index: UInt32(truncatingIfNeeded: slot))
      }
      place = (place + 1) & mask
    }
  }

  /// Where the search for a hash begins in a table of `mask + 1` places.
  static func place(of hash: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: hash) & mask }

  private func isWord(_ index: Int, equalTo text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let wordStart = Int(wordStarts[index])
    guard Int(wordStarts[index + 1]) - wordStart == end - start else { return false }
    for offset in 0..<(end - start)
    where wordBytes[wordStart + offset] != WordFolding.foldedASCII(text[start + offset]) {
      return false
    }
    return true
  }
}
