package import AverModel

/// Splits a clean text into tokens and sentences.
///
/// Make one a worker: it owns ICU's iterators.
///
/// Tokens follow Universal Dependencies: clitics, currency signs and scales are tokens of their own
/// (`did|n't`, `$|7.5|bn`), abbreviations keep their stop. They tile the bytes of every block but for
/// its white space, and a sentence never leaves its block.
package struct Tokenizer: ~Copyable {
  private var scanner: TokenScanner

  /// Creates a tokenizer.
  ///
  /// - Parameter vocabulary: Gives the tokens their symbols and, by the classes of its words, says
  ///   which stops belong to abbreviations.
  /// - Throws: `TokenizationError.breakRulesUnavailable` if ICU has no data.
  package init(vocabulary: Vocabulary) throws(TokenizationError) {
    scanner = try TokenScanner(vocabulary: vocabulary)
  }

  /// The tokens and sentences of a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package mutating func tokenize(_ clean: CleanText) throws(TokenizationError) -> TokenizedText {
    scanner.text = clean.bytes
    scanner.tokens = []
    scanner.tokens.reserveCapacity(clean.bytes.count / 5)
    var sentences: [TokenizedText.Sentence] = []
    for (number, block) in clean.blocks.enumerated() {
      let first = scanner.tokens.count
      try scanner.scanBlock(block.range)
      let tokens = first..<scanner.tokens.count
      guard !tokens.isEmpty else { continue }
      try appendSentences(of: block, number, tokens, to: &sentences)
    }
    let tokens = scanner.tokens
    scanner.tokens = []
    scanner.text = []
    return TokenizedText(clean: clean, tokens: tokens, sentences: sentences)
  }

  private mutating func appendSentences(
    of block: Block,
    _ number: Int,
    _ tokens: Range<Int>,
    to sentences: inout [TokenizedText.Sentence]
  ) throws(TokenizationError) {
    var start = tokens.lowerBound
    for end in try sentenceEnds(of: block, tokens) {
      SentenceTraits.mark(start..<end, of: &scanner.tokens, inHeading: block.isHeading)
      sentences.append(
        TokenizedText.Sentence(
          tokens: TokenRange(start, end),
          range: ByteRange(scanner.tokens[start].start, scanner.tokens[end - 1].end),
          block: number
        )
      )
      start = end
    }
  }

  // The splitter shares the tokens; it must be gone before they get traits, or they are copied.
  private mutating func sentenceEnds(
    of block: Block,
    _ tokens: Range<Int>
  ) throws(TokenizationError) -> [Int] {
    SentenceSplitter(
      vocabulary: scanner.vocabulary,
      text: scanner.text,
      tokens: scanner.tokens,
      block: tokens,
      isHeading: block.isHeading,
      foreignStarts: try scanner.foreignSentenceStarts(block.range)
    ).sentenceEnds(at: scanner.breaks.tokens)
  }
}

extension Block {
  fileprivate var isHeading: Bool { kind == .title || kind == .heading }
}
