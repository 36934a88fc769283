import AverModel

/// Sets the traits that a token has by its place in a sentence.
enum SentenceTraits {
  /// Marks the first word, and all words where capitals say nothing.
  static func mark(_ range: Range<Int>, of tokens: inout [Token], inHeading isHeading: Bool) {
    for index in range where isWord(tokens[index]) {
      tokens[index].traits.insert(.sentenceStart)
      break
    }
    guard isTitleCase(range, of: tokens, inHeading: isHeading) else { return }
    for index in range { tokens[index].traits.insert(.inTitleCase) }
  }

  private static func isWord(_ token: Token) -> Bool {
    !token.traits.contains(.punctuation) && !token.traits.contains(.quote)
  }

  /// Whether nearly all longer words begin with a capital.
  ///
  /// Words under four letters do not count: headlines leave `to`, `for` and `of` in lower case. A
  /// sentence of running text needs three that count, a heading two, and four capitals for each
  /// word without; a sentence that ends with a stop may be full of names and must have no word without.
  private static func isTitleCase(
    _ range: Range<Int>,
    of tokens: [Token],
    inHeading isHeading: Bool
  ) -> Bool {
    var capitals = 0
    var others = 0
    for index in range {
      let token = tokens[index]
      guard token.end - token.start >= 4, token.traits.contains(.letters) else { continue }
      if token.traits.contains(.capitalized) {
        capitals += 1
      } else if token.traits.contains(.lowerCase) {
        others += 1
      }
    }
    if others > 0, !isHeading, endsWithStop(range, of: tokens) { return false }
    return capitals + others >= (isHeading ? 2 : 3) && capitals >= 4 * others
  }

  private static func endsWithStop(_ range: Range<Int>, of tokens: [Token]) -> Bool {
    guard let last = range.last(where: { !tokens[$0].traits.contains(.quote) }) else {
      return false
    }
    return tokens[last].traits.contains(.punctuation)
  }
}
