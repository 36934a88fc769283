package import AverModel

/// The words whose classes the tagger knows beforehand, in one open-addressing table.
package struct TaggerLexicon: Sendable {
  /// The entries by slot; unused ones are `LexiconEntry.none`.
  package let slots: FrozenArray<LexiconEntry>

  /// Creates a lexicon from the slots as they stand in a model.
  ///
  /// - Precondition: The number of slots is a power of two, and at least one is unused.
  init(slots: FrozenArray<LexiconEntry>) { self.slots = slots }

  /// Creates a lexicon from words; of two with the same hash the first stays.
  package init(words: [(hash: UInt64, entry: LexiconEntry)]) {
    var size = 1024
    while size * 4 < words.count * 5 { size *= 2 }
    var slots = Array(repeating: LexiconEntry.none, count: size)
    for word in words {
      var slot = Int(truncatingIfNeeded: word.hash) & (size - 1)
      while slots[slot].bits != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = word.entry
    }
    self.slots = FrozenArray(slots)
  }

  /// What the lexicon says of the word with this hash.
  package func entry(of hash: UInt64) -> LexiconEntry {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].bits != 0 {
      if slots[slot].belongs(to: hash) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return .none
  }
}
