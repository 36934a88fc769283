import AverModel

/// A text of words between spaces, each one token, with verb groups where a test wants them.
struct SampleText {
  let analyzed: AnalyzedText

  /// - Parameters:
  ///   - words: The text.
  ///   - verbs: Which words are verb groups of one word, and their forms.
  init(_ words: String, verbs: [String: VerbGroup.Form] = [:]) {
    let bytes = Array(words.utf8)
    var tokens: [Token] = []
    var groups: [VerbGroup] = []
    var start = 0
    for word in words.split(separator: " ", omittingEmptySubsequences: false) {
      let end = start + word.utf8.count
      if let form = verbs[String(word)] {
        let index = tokens.count
        groups.append(
          VerbGroup(tokens: TokenRange(index, index + 1), head: index, parts: [index], form: form)
        )
      }
      tokens.append(Token(start: start, end: end, symbol: .unknown, traits: []))
      start = end + 1
    }
    let whole = ByteRange(0, bytes.count)
    let sentences = [
      TokenizedText.Sentence(tokens: TokenRange(0, tokens.count), range: whole, block: 0)
    ]
    let clean = CleanText(
      identifier: "sample",
      bytes: bytes,
      blocks: [Block(range: whole, kind: .paragraph)],
      offsets: nil,
      metadata: DocumentMetadata(),
      sourceBytes: bytes
    )
    analyzed = AnalyzedText(
      tokenized: TokenizedText(clean: clean, tokens: tokens, sentences: sentences),
      tags: Array(repeating: .other, count: tokens.count),
      verbGroups: groups,
      nounGroups: [],
      clauses: []
    )
  }

  /// All tokens.
  var all: TokenRange { TokenRange(0, analyzed.tokenized.tokens.count) }

  /// The tokens of the first occurrence of a word.
  func token(_ word: String) -> TokenRange {
    let index = analyzed.tokenized.tokens.indices.first { index in
      analyzed.tokenized.string(TokenRange(index, index + 1)) == word
    }
    return TokenRange(index ?? 0, (index ?? 0) + 1)
  }
}
