/// The features of a token in its sentence.
///
/// The training tool and the tagger both ask `fill`, so they always agree; a change here
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

  /// Writes the hash of each feature, by template.
  ///
  /// - Parameter hashes: Where to; it has `featureCount` elements.
  package func fill(_ hashes: inout [UInt64]) {
    let tags = lastTag << 5 | beforeLastTag
    let shape = UInt64(word.shape.rawValue)
    let ambiguity = word.ambiguity
    let nextAmbiguity = next.ambiguity
    let ending = word.suffix(3)
    hashes[0] = FeatureHash.of(0, 0)
    hashes[1] = FeatureHash.of(1, word.hash)
    hashes[2] = FeatureHash.of(2, word.hash, shape)
    hashes[3] = FeatureHash.of(3, ending, shape)
    hashes[4] = FeatureHash.of(4, word.suffix(2))
    hashes[5] = FeatureHash.of(5, UInt64(word.suffix))
    hashes[6] = FeatureHash.of(6, word.prefix(3), shape)
    hashes[7] = FeatureHash.of(7, shape, UInt64(last.shape.rawValue))
    hashes[8] = FeatureHash.of(8, shape, UInt64(next.shape.rawValue))
    hashes[9] = FeatureHash.of(9, lastTag, shape)
    hashes[10] = FeatureHash.of(10, tags)
    hashes[11] = FeatureHash.of(11, tags, word.hash)
    hashes[12] = FeatureHash.of(12, lastTag, word.hash)
    hashes[13] = FeatureHash.of(13, lastTag, ending)
    hashes[14] = FeatureHash.of(14, last.hash)
    hashes[15] = FeatureHash.of(15, last.suffix(3), word.suffix(2))
    hashes[16] = FeatureHash.of(16, beforeLast.hash, lastTag)
    hashes[17] = FeatureHash.of(17, next.hash)
    hashes[18] = FeatureHash.of(18, next.suffix(3))
    hashes[19] = FeatureHash.of(19, afterNext.hash)
    hashes[20] = FeatureHash.of(20, last.hash, word.hash)
    hashes[21] = FeatureHash.of(21, word.hash, next.hash)
    hashes[22] = FeatureHash.of(22, ambiguity)
    hashes[23] = FeatureHash.of(23, ambiguity, nextAmbiguity)
    hashes[24] = FeatureHash.of(24, ambiguity, lastTag)
    hashes[25] = FeatureHash.of(25, ambiguity << 21 | nextAmbiguity, lastTag)
    hashes[26] = FeatureHash.of(26, nextAmbiguity, afterNext.ambiguity)
    hashes[27] = FeatureHash.of(27, ambiguity, tags)
    hashes[28] = FeatureHash.of(28, nextAmbiguity, tags)
    hashes[29] = FeatureHash.of(29, openAuxiliary, ambiguity)
    hashes[30] = FeatureHash.of(30, openAuxiliary, word.suffix(2))
    hashes[31] = FeatureHash.of(31, ambiguity, next.hash)
    hashes[32] = FeatureHash.of(32, ambiguity, last.hash)
    hashes[33] = FeatureHash.of(33, ending, nextAmbiguity << 5 | lastTag)
    hashes[34] = FeatureHash.of(34, last.hash, next.hash)
    hashes[35] = FeatureHash.of(35, word.prefix(1), ending)
  }
}
