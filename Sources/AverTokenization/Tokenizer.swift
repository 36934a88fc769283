package import AverModel

/// Splits a clean text into tokens and sentences. Make one a worker: it owns ICU's iterators.
package struct Tokenizer: ~Copyable {
  private let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) throws(TokenizationError) { self.vocabulary = vocabulary }

  package mutating func tokenize(_ clean: CleanText) throws(TokenizationError) -> TokenizedText {
    TokenizedText(clean: clean, tokens: [], sentences: [])
  }
}
