/// The features of a token in its sentence.
///
/// The training tool and the tagger both ask the same functions, so they always agree; a change here
/// needs a new model. A feature is the hash of its template's number and one or two values.
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
  /// The features of one word: nine of the token itself, one of the word before, two of the word behind
  /// it, one of the word after that.
  static let wordFeatureCount = 13
  /// The features of a word and the two tags before it.
  static let taggedFeatureCount = 7
  /// All others.
  static let otherFeatureCount = 16

  /// The two tags before the token, as one number.
  var tags: UInt64 { lastTag << 5 | beforeLastTag }

  /// Writes the hash of each feature.
  ///
  /// - Parameter hashes: Where to; it has `featureCount` elements.
  package func fill(_ hashes: inout [UInt64]) {
    fillOthers(&hashes)
    var part = Array(repeating: UInt64(0), count: Self.wordFeatureCount)
    var place = Self.otherFeatureCount
    fillTagged(&part)
    for feature in 0..<Self.taggedFeatureCount { hashes[place + feature] = part[feature] }
    place += Self.taggedFeatureCount
    for (source, features) in [
      (word, 0..<9), (last, 9..<10), (next, 10..<12), (afterNext, 12..<13),
    ] {
      Self.fill(&part, ofWord: source)
      for feature in features {
        hashes[place] = part[feature]
        place += 1
      }
    }
  }

  /// Writes the features of one word, by what it is to the token that asks.
  static func fill(_ hashes: inout [UInt64], ofWord word: WordFeatures) {
    let shape = UInt64(word.shape.rawValue)
    let ending = word.suffix(3)
    hashes[0] = FeatureHash.of(0, 0)
    hashes[1] = FeatureHash.of(1, word.hash)
    hashes[2] = FeatureHash.of(2, word.hash, shape)
    hashes[3] = FeatureHash.of(3, ending, shape)
    hashes[4] = FeatureHash.of(4, word.suffix(2))
    hashes[5] = FeatureHash.of(5, UInt64(word.suffix))
    hashes[6] = FeatureHash.of(6, word.prefix(3), shape)
    hashes[7] = FeatureHash.of(22, word.ambiguity)
    hashes[8] = FeatureHash.of(35, word.prefix(1), ending)
    hashes[9] = FeatureHash.of(14, word.hash)
    hashes[10] = FeatureHash.of(17, word.hash)
    hashes[11] = FeatureHash.of(18, ending)
    hashes[12] = FeatureHash.of(19, word.hash)
  }

  /// Writes the features of the word and the two tags before it.
  func fillTagged(_ hashes: inout [UInt64]) {
    let shape = UInt64(word.shape.rawValue)
    hashes[0] = FeatureHash.of(9, lastTag, shape)
    hashes[1] = FeatureHash.of(10, tags)
    hashes[2] = FeatureHash.of(11, tags, word.hash)
    hashes[3] = FeatureHash.of(12, lastTag, word.hash)
    hashes[4] = FeatureHash.of(13, lastTag, word.suffix(3))
    hashes[5] = FeatureHash.of(24, word.ambiguity, lastTag)
    hashes[6] = FeatureHash.of(27, word.ambiguity, tags)
  }

  /// Writes the features of several words, and of the auxiliary that waits.
  func fillOthers(_ hashes: inout [UInt64]) {
    let shape = UInt64(word.shape.rawValue)
    let ambiguity = word.ambiguity
    let nextAmbiguity = next.ambiguity
    hashes[0] = FeatureHash.of(7, shape, UInt64(last.shape.rawValue))
    hashes[1] = FeatureHash.of(8, shape, UInt64(next.shape.rawValue))
    hashes[2] = FeatureHash.of(15, last.suffix(3), word.suffix(2))
    hashes[3] = FeatureHash.of(16, beforeLast.hash, lastTag)
    hashes[4] = FeatureHash.of(20, last.hash, word.hash)
    hashes[5] = FeatureHash.of(21, word.hash, next.hash)
    hashes[6] = FeatureHash.of(23, ambiguity, nextAmbiguity)
    hashes[7] = FeatureHash.of(25, ambiguity << 21 | nextAmbiguity, lastTag)
    hashes[8] = FeatureHash.of(26, nextAmbiguity, afterNext.ambiguity)
    hashes[9] = FeatureHash.of(28, nextAmbiguity, tags)
    hashes[10] = FeatureHash.of(29, openAuxiliary, ambiguity)
    hashes[11] = FeatureHash.of(30, openAuxiliary, word.suffix(2))
    hashes[12] = FeatureHash.of(31, ambiguity, next.hash)
    hashes[13] = FeatureHash.of(32, ambiguity, last.hash)
    hashes[14] = FeatureHash.of(33, word.suffix(3), nextAmbiguity << 5 | lastTag)
    hashes[15] = FeatureHash.of(34, last.hash, next.hash)
  }
}
