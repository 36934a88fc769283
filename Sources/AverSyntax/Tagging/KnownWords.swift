/// What the tagger's lexicon knows of single words.
package enum KnownWords {
  /// Whether a word was seen as the base form of a verb.
  package static func isBaseForm(_ word: String) -> Bool {
    entry(of: word).verbForms.contains(.base)
  }

  /// Whether a word was seen as a common noun.
  package static func isNoun(_ word: String) -> Bool { entry(of: word).includes(.noun) }

  private static func entry(of word: String) -> LexiconEntry {
    TaggerModel.builtIn.lexicon.entry(of: WordFeatures.hash(of: word))
  }
}
