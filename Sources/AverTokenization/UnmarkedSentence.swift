import AverModel

/// Sentences that begin inside running text though the one before lacks its stop: a caption that runs into
/// the text, `Ann Roe of Acme In the second quarter the firm …`.
extension SentenceSplitter {
  /// How far behind its first word a sentence must show that it is no title.
  private static let horizon = 10

  /// Whether a sentence begins with the token at an index.
  func beginsUnmarked(_ index: Int, after sentenceStart: Int) -> Bool {
    guard !isHeading, index > sentenceStart + 1, index + 2 < block.upperBound else { return false }
    let token = tokens[index]
    guard token.traits.isSuperset(of: [.capitalized, .letters]),
      token.traits.isDisjoint(with: [.allCapitals, .glued]), token.end - token.start > 1,
      classes(index).contains(.unmarkedOpener), isSmallWord(index + 1)
    else { return false }
    let before = tokens[index - 1]
    guard before.traits.contains(.letters), before.end - before.start > 1 else { return false }
    let isCaption = before.traits.contains(.capitalized)
    return hasPlainWord(behind: index)
      && (!isCaption || sentenceStart == block.lowerBound && isNames(sentenceStart..<index))
  }

  /// Whether the token is a word such as `the`, `is` or `they`, without a capital.
  private func isSmallWord(_ index: Int) -> Bool {
    tokens[index].traits.contains(.lowerCase)
      && !classes(index).isDisjoint(
        with: [.determiner, .pronoun, .preposition, .beForm, .haveForm, .modal, .degreeAdverb]
      )
  }

  /// Whether a longer word without a capital comes soon, as in no title.
  private func hasPlainWord(behind index: Int) -> Bool {
    (index + 1..<min(index + Self.horizon, block.upperBound)).contains { isPlainWord(tokens[$0]) }
  }

  /// Whether no longer word lacks its capital, as in a caption that only names people.
  private func isNames(_ range: Range<Int>) -> Bool {
    !range.contains { isPlainWord(tokens[$0]) }
  }

  private func isPlainWord(_ token: Token) -> Bool {
    token.traits.isSuperset(of: [.lowerCase, .letters]) && token.end - token.start >= 4
  }
}
