package import AverModel

/// What the tagger found out about each token of a text.
package struct TaggedTokens: Sendable {
  /// The universal tags.
  package var tags: [PartOfSpeech]
  /// The finer classes; nil for punctuation, symbols and foreign matter.
  package var classes: [TagClass?]
  /// What the lexicon says of the words.
  package var entries: [LexiconEntry]

  init(count: Int) {
    tags = Array(repeating: .other, count: count)
    classes = Array(repeating: nil, count: count)
    entries = Array(repeating: .none, count: count)
  }
}
