import AverModel

/// The tokens of a text as the group finders see them.
struct SyntaxTokens: Sendable {
  var tokens: [SyntaxToken]

  /// What is asked for beyond the ends of the text.
  private static let nothing = SyntaxToken(
    tag: .punctuation,
    tagClass: nil,
    forms: [],
    words: [],
    traits: [],
    grammar: .stop
  )

  init(_ text: TokenizedText, _ tagged: TaggedTokens, _ vocabulary: Vocabulary) {
    let bytes = text.clean.bytes.span
    tokens = []
    tokens.reserveCapacity(text.tokens.count)
    for index in text.tokens.indices {
      let token = text.tokens[index]
      let tag = tagged.tags[index]
      var forms = tagged.verbForms[index]
      if tag == .verb, forms.isEmpty {
        forms = VerbSpelling.forms(of: bytes, token.start, token.end)
      }
      tokens.append(
        SyntaxToken(
          tag: tag,
          tagClass: tagged.classes[index],
          forms: forms,
          words: vocabulary.classes(of: token.symbol),
          traits: token.traits,
          grammar: GrammarWord(bytes, token.start, token.end)
        )
      )
    }
  }

  subscript(_ index: Int) -> SyntaxToken {
    tokens.indices.contains(index) ? tokens[index] : Self.nothing
  }

  /// Whether the token is a hyphen with a word close on either side (`oil|-|rich`).
  func isInnerHyphen(_ index: Int) -> Bool {
    self[index].grammar == .hyphen && self[index].traits.contains(.glued)
      && self[index + 1].traits.contains(.glued) && self[index + 1].tag != .punctuation
  }
}
