package import AverModel

/// What the tagger found out about each token of a text.
package struct TaggedTokens: Sendable {
  /// The universal tags.
  package var tags: [PartOfSpeech]
  /// The finer classes; nil for punctuation, symbols and foreign matter.
  package var classes: [TagClass?]
  /// The verb forms that the lexicon gives; empty for words it does not know.
  package var verbForms: [VerbFormSet]

  init(count: Int) {
    tags = Array(repeating: .other, count: count)
    classes = Array(repeating: nil, count: count)
    verbForms = Array(repeating: [], count: count)
  }
}
