package import AverModel

/// Tags that the characters of a token decide: punctuation, symbols, numbers and addresses.
package enum PlainTokenTag {
  /// The tag, or nil if it takes the model to tell.
  package static func tag(
    of token: Token,
    _ word: WordFeatures,
    _ last: WordFeatures,
    _ next: WordFeatures
  ) -> PartOfSpeech? {
    if token.traits.contains(.possessive) {
      return word.shape.contains(.hasLetter) ? nil : .particle
    }
    if token.traits.contains(.address) { return .properNoun }
    if word.shape.contains(.hasLetter) { return nil }
    if word.shape.contains(.hasDigit) {
      return word.suffix(1) == 0x30 && !word.shape.contains(.hasHyphen) ? .numeral : nil
    }
    if token.traits.contains(.currency) { return .symbol }
    let isBetweenNumbers = last.shape.contains(.hasDigit) && next.shape.contains(.hasDigit)
    guard token.end - token.start == 1 || word.suffix & 0xFFFF_FF00 == 0 else {
      return .punctuation
    }
    switch UInt8(truncatingIfNeeded: word.suffix) {
    case 0x26: return .coordinator
    case 0x40: return .adposition
    case 0x24, 0x25, 0x2B, 0x3D, 0x23: return .symbol
    case 0x2F: return .symbol
    case 0x2D: return isBetweenNumbers ? .symbol : .punctuation
    default: return .punctuation
    }
  }
}
