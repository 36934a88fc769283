package import AverModel
package import AverRules

/// Text whose tokens are what stands between spaces: for tests that no tokenizer shall decide.
package enum SpacedText {
  /// A sentence of words, one token each, with the traits that follow from their letters.
  package static func analyzed(_ text: String, _ rules: RuleSet) -> AnalyzedText {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    var start = 0
    while start < bytes.count {
      if bytes[start] == 0x20 {
        start += 1
        continue
      }
      let end = bytes[start...].firstIndex(of: 0x20) ?? bytes.count
      let symbol = rules.vocabulary.symbol(in: bytes.span, start, end)
      var traits = traits(of: bytes[start..<end])
      if tokens.isEmpty { traits.insert(.sentenceStart) }
      tokens.append(Token(start: start, end: end, symbol: symbol, traits: traits))
      start = end
    }
    let range = ByteRange(0, bytes.count)
    let clean = CleanText(
      identifier: "test",
      bytes: bytes,
      blocks: [Block(range: range, kind: .paragraph)],
      offsets: nil,
      metadata: DocumentMetadata(),
      sourceBytes: bytes
    )
    let whole = TokenizedText.Sentence(
      tokens: TokenRange(0, tokens.count),
      range: range,
      block: 0
    )
    return AnalyzedText(
      tokenized: TokenizedText(clean: clean, tokens: tokens, sentences: [whole]),
      tags: tokens.map { $0.traits.contains(.number) ? .numeral : .noun },
      verbGroups: [],
      nounGroups: [],
      clauses: []
    )
  }

  private static func traits(of word: ArraySlice<UInt8>) -> TokenTraits {
    var traits: TokenTraits = []
    let isUpper = { (byte: UInt8) in byte >= 0x41 && byte <= 0x5A }
    let isLetter = { (byte: UInt8) in byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    if word.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { traits.insert(.number) }
    if word.contains(where: isLetter) {
      traits.insert(.letters)
      if word.allSatisfy({ !isUpper($0) }) { traits.insert(.lowerCase) }
      if let first = word.first, isUpper(first) { traits.insert(.capitalized) }
    }
    return traits
  }
}
