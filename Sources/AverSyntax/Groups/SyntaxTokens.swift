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
    grammar: .stop,
    entry: .none
  )

  init(_ text: TokenizedText, _ tagged: TaggedTokens, _ vocabulary: Vocabulary) {
    let bytes = text.clean.bytes.span
    tokens = []
    tokens.reserveCapacity(text.tokens.count)
    for index in text.tokens.indices {
      let token = text.tokens[index]
      // `C$`: letters, but no word.
      let tag = token.traits.contains(.currency) ? .symbol : tagged.tags[index]
      var forms = tagged.entries[index].verbForms
      let isWord = !token.traits.contains(.punctuation) && !token.traits.contains(.number)
      let spelled = VerbSpelling.forms(of: bytes, token.start, token.end)
      if forms.isEmpty ? isWord : spelled.contains(.past) && !forms.contains(.base) {
        forms.formUnion(spelled)
      }
      tokens.append(
        SyntaxToken(
          tag: tag,
          tagClass: tagged.classes[index],
          forms: forms,
          words: vocabulary.classes(of: token.symbol),
          traits: token.traits,
          grammar: GrammarWord(bytes, token.start, token.end),
          entry: tagged.entries[index],
          isPlural: token.end > token.start && bytes[token.end - 1] | 0x20 == 0x73,
          isAdverbial: token.end > token.start + 3 && bytes[token.end - 1] | 0x20 == 0x79
            && bytes[token.end - 2] | 0x20 == 0x6C
        )
      )
    }
    markQuotes(text)
  }

  /// Marks what stands between quotation marks of a block; an unclosed one ends with the block.
  private mutating func markQuotes(_ text: TokenizedText) {
    let bytes = text.clean.bytes.span
    var isQuoted = false
    var block = -1
    for sentence in text.sentences {
      if sentence.block != block { isQuoted = false }
      block = sentence.block
      for index in sentence.tokens.indices {
        let token = text.tokens[index]
        if tokens[index].isQuote {
          switch bytes[token.end - 1] {
          // “ and ”, whose last bytes tell opening from closing
          case 0x9C where token.end - token.start == 3: isQuoted = true
          case 0x9D where token.end - token.start == 3: isQuoted = false
          case 0x22: isQuoted.toggle()
          default: break
          }
        }
        tokens[index].isQuoted = isQuoted
      }
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
