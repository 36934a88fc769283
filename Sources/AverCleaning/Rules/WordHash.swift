/// The hash of words in lower case, in their order.
struct WordHash {
  /// The hash of the words that are finished.
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds a word's bytes, which are in lower case, and ends the word.
  mutating func add(_ word: some Sequence<UInt8>) {
    for byte in word { add(byte) }
    finishWord()
  }

  /// Adds a byte to the word that `finishWord` ends.
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Ends a word.
  mutating func finishWord() { value = (value ^ 0x20) &* 0x100_0000_01b3 }

  /// The hash with its word ended.
  var finished: WordHash {
    var copy = self
    copy.finishWord()
    return copy
  }
}
