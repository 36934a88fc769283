/// A clean text with its tokens and sentences.
public struct TokenizedText: Sendable {
  /// A sentence; sentences are in text order, disjoint, and together hold all tokens.
  public struct Sentence: Hashable, Sendable {
    /// The tokens of the sentence; never empty.
    public let tokens: TokenRange
    /// The clean bytes from the first to the last token.
    public let range: ByteRange
    /// The index of the block that holds it.
    public let block: Int

    /// Creates a sentence.
    public init(tokens: TokenRange, range: ByteRange, block: Int) {
      self.tokens = tokens
      self.range = range
      self.block = block
    }
  }

  /// The text.
  public let clean: CleanText
  /// The tokens in text order, disjoint; what lies between two is white space.
  public let tokens: [Token]
  /// The sentences in text order.
  public let sentences: [Sentence]

  /// Creates a tokenized text.
  public init(clean: CleanText, tokens: [Token], sentences: [Sentence]) {
    self.clean = clean
    self.tokens = tokens
    self.sentences = sentences
  }

  /// The clean bytes from the first to the last token of a range.
  ///
  /// - Precondition: The range is not empty.
  public func bytes(of range: TokenRange) -> ByteRange {
    ByteRange(tokens[range.start].start, tokens[range.last].end)
  }

  /// The text of a token range, for the edges of the program.
  public func string(_ range: TokenRange) -> String {
    range.isEmpty ? "" : clean.string(bytes(of: range))
  }
}
