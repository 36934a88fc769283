/// The 17 universal part-of-speech tags (Universal Dependencies, version 2).
public enum PartOfSpeech: UInt8, Hashable, Sendable, CaseIterable {
  /// Adjective.
  case adjective
  /// Preposition or postposition.
  case adposition
  /// Adverb.
  case adverb
  /// Auxiliary verb, modals included.
  case auxiliary
  /// Coordinating conjunction.
  case coordinator
  /// Determiner.
  case determiner
  /// Interjection.
  case interjection
  /// Common noun.
  case noun
  /// Numeral.
  case numeral
  /// Particle: `to` before an infinitive, `not`, `'s`.
  case particle
  /// Pronoun.
  case pronoun
  /// Proper noun.
  case properNoun
  /// Punctuation.
  case punctuation
  /// Subordinating conjunction.
  case subordinator
  /// Symbol: `$` `%`.
  case symbol
  /// Verb other than auxiliaries.
  case verb
  /// Anything else.
  case other

  /// The universal tag, such as `NOUN`.
  public var universalTag: String {
    switch self {
    case .adjective: "ADJ"
    case .adposition: "ADP"
    case .adverb: "ADV"
    case .auxiliary: "AUX"
    case .coordinator: "CCONJ"
    case .determiner: "DET"
    case .interjection: "INTJ"
    case .noun: "NOUN"
    case .numeral: "NUM"
    case .particle: "PART"
    case .pronoun: "PRON"
    case .properNoun: "PROPN"
    case .punctuation: "PUNCT"
    case .subordinator: "SCONJ"
    case .symbol: "SYM"
    case .verb: "VERB"
    case .other: "X"
    }
  }
}
