import AverModel

/// All that the group finders ask of one token.
struct SyntaxToken: Sendable {
  var tag: PartOfSpeech
  var tagClass: TagClass?
  var forms: VerbFormSet
  var words: WordClass
  var traits: TokenTraits
  var grammar: GrammarWord?
  /// Between quotation marks.
  var isQuoted = false

  var isVerb: Bool { tag == .verb }
  var isAuxiliary: Bool { tag == .auxiliary }
  var isName: Bool { tag == .properNoun || tag == .other }
  var isNounLike: Bool { tag == .noun || isName }
  var isCurrency: Bool { tag == .symbol && grammar != .percent && traits.contains(.currency) }
  var isQuote: Bool { traits.contains(.quote) }
  var isPossessiveMark: Bool { tag == .particle && traits.contains(.possessive) }
  var isNegation: Bool { words.contains(.negation) }
  var isComma: Bool { grammar == .comma }
  var isCoordinator: Bool { tag == .coordinator && grammar != .ampersand }

  /// A possessive pronoun or an article: what can only begin a noun group.
  var isDeterminer: Bool {
    tag == .determiner
      || (tag == .pronoun && words.contains(.determiner) && !words.contains(.pronoun))
  }

  /// A past participle, or a form that could be one.
  var mayBePastParticiple: Bool {
    tagClass == .pastParticiple || (tag == .verb && forms.contains(.pastParticiple))
  }

  /// A preposition, not a particle of a phrasal verb.
  var isPreposition: Bool { tag == .adposition && tagClass != .verbParticle }
}
