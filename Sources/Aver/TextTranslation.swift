package import AverModel
import AverRules

/// Takes an analyzed text over from one rule set to another, where both would analyze it alike.
///
/// Words, sentences, tags, groups and clauses depend on the vocabulary by the classes of its words
/// alone. Where two vocabularies agree in them, only the symbols of the tokens differ.
package struct TextTranslation: Sendable {
  private let target: Vocabulary
  /// The target's symbol of each symbol of the source.
  private let symbols: [Symbol]

  /// Compares two rule sets; nil if a word has other classes in them.
  package init?(from source: LoadedRules, to target: LoadedRules) {
    let source = source.ruleSet.vocabulary
    let target = target.ruleSet.vocabulary
    var symbols: [Symbol] = []
    symbols.reserveCapacity(source.count)
    for index in 0..<source.count {
      let symbol = Symbol(index: UInt32(index))
      let other = index == 0 ? symbol : target.symbol(of: source.word(of: symbol))
      guard source.classes(of: symbol) == target.classes(of: other) else { return nil }
      symbols.append(other)
    }
    for index in 1..<max(1, target.count) {
      let symbol = Symbol(index: UInt32(index))
      let classes = target.classes(of: symbol)
      guard classes.isEmpty || source.symbol(of: target.word(of: symbol)).isKnown else {
        return nil
      }
    }
    self.target = target
    self.symbols = symbols
  }

  /// A text as the target's pipeline would analyze it.
  ///
  /// - Parameters:
  ///   - text: The text as the source analyzes it.
  ///   - clean: The document as the target cleans it.
  /// - Returns: The analyzed text; nil if the two clean the document differently.
  package func translated(_ text: AnalyzedText, of clean: CleanText) -> AnalyzedText? {
    let tokenized = text.tokenized
    let bytes = clean.bytes
    guard tokenized.clean.bytes == bytes, tokenized.clean.blocks == clean.blocks else { return nil }
    let tokens = tokenized.tokens.map { token in
      let known = symbols[Int(token.symbol.index)]
      // A word that the source does not know may be one of the target's.
      let symbol =
        token.symbol.isKnown ? known : target.symbol(in: bytes.span, token.start, token.end)
      return Token(start: token.start, end: token.end, symbol: symbol, traits: token.traits)
    }
    return AnalyzedText(
      tokenized: TokenizedText(
        clean: clean,
        tokens: tokens,
        sentences: tokenized.sentences
      ),
      tags: text.tags,
      verbGroups: text.verbGroups,
      nounGroups: text.nounGroups,
      clauses: text.clauses
    )
  }
}
