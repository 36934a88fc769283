import AverModel

/// All that the group finders ask of one token.
struct SyntaxToken: Sendable {
  var tag: PartOfSpeech
  var tagClass: TagClass?
  var forms: VerbFormSet
  var words: WordClass
  var traits: TokenTraits
  var grammar: GrammarWord?
  var entry: LexiconEntry
  /// Ends with `s`.
  var isPlural = false
  /// Ends with `ly`.
  var isAdverbial = false
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
  /// `and`, `or`, `nor`: what joins the members of a list.
  var isListJoint: Bool {
    tag == .coordinator && (grammar == .and || grammar == .or || grammar == .nor)
  }

  /// A possessive pronoun or an article: what can only begin a noun group.
  var isDeterminer: Bool {
    tag == .determiner
      || (tag == .pronoun && words.contains(.determiner) && !words.contains(.pronoun))
  }

  /// A past participle, or a form that could be one.
  var mayBePastParticiple: Bool {
    tag == .verb && (tagClass == .pastParticiple || forms.contains(.pastParticiple))
  }

  /// Whether the lexicon knows the word as a verb, or does not know it at all.
  var mayBeVerb: Bool {
    entry == .none || entry.includes(.verb) || entry.includes(.pastParticiple)
  }

  /// Makes the token a verb.
  mutating func becomeVerb(isParticiple: Bool = false) {
    tag = .verb
    tagClass = isParticiple ? .pastParticiple : .verb
  }

  /// A preposition, not a particle of a phrasal verb.
  var isPreposition: Bool { tag == .adposition && tagClass != .verbParticle }
}
