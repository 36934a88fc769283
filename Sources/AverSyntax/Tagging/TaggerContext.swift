/// The features of a token in its sentence.
///
/// The training tool and the tagger both ask `feature`, so they always agree; a change here
/// needs a new model.
package struct TaggerContext {
  var beforeLast: WordFeatures
  var last: WordFeatures
  var word: WordFeatures
  var next: WordFeatures
  var afterNext: WordFeatures
  /// The class of the token before, or `boundaryTag`.
  var lastTag: UInt64
  var beforeLastTag: UInt64
  /// The auxiliary that still waits for its verb, or 0.
  var openAuxiliary: UInt64

  static let boundaryTag: UInt64 = 31

  /// The first number for what is no class: punctuation, then everything else.
  static let plainTag: UInt64 = 16

  package static let featureCount = 36

  /// The hash of each feature, by template.
  package func feature(_ template: Int) -> UInt64 {
    let tags = lastTag << 5 | beforeLastTag
    let shape = UInt64(word.shape.rawValue)
    let ambiguity = word.ambiguity
    let pair: (UInt64, UInt64) =
      switch template {
      case 0: (0, 0)
      case 1: (word.hash, 0)
      case 2: (word.hash, shape)
      case 3: (word.suffix(3), shape)
      case 4: (word.suffix(2), 0)
      case 5: (UInt64(word.suffix), 0)
      case 6: (word.prefix(3), shape)
      case 7: (shape, UInt64(last.shape.rawValue))
      case 8: (shape, UInt64(next.shape.rawValue))
      case 9: (lastTag, shape)
      case 10: (tags, 0)
      case 11: (tags, word.hash)
      case 12: (lastTag, word.hash)
      case 13: (lastTag, word.suffix(3))
      case 14: (last.hash, 0)
      case 15: (last.suffix(3), word.suffix(2))
      case 16: (beforeLast.hash, lastTag)
      case 17: (next.hash, 0)
      case 18: (next.suffix(3), 0)
      case 19: (afterNext.hash, 0)
      case 20: (last.hash, word.hash)
      case 21: (word.hash, next.hash)
      case 22: (ambiguity, 0)
      case 23: (ambiguity, next.ambiguity)
      case 24: (ambiguity, lastTag)
      case 25: (ambiguity << 21 | next.ambiguity, lastTag)
      case 26: (next.ambiguity, afterNext.ambiguity)
      case 27: (ambiguity, tags)
      case 28: (next.ambiguity, tags)
      case 29: (openAuxiliary, ambiguity)
      case 30: (openAuxiliary, word.suffix(2))
      case 31: (ambiguity, next.hash)
      case 32: (ambiguity, last.hash)
      case 33: (word.suffix(3), next.ambiguity << 5 | lastTag)
      case 34: (last.hash, next.hash)
      default: (word.prefix(1), word.suffix(3))
      }
    return FeatureHash.of(UInt64(template), pair.0, pair.1)
  }
}
