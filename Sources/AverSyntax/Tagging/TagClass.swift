package import AverModel

/// What the tagger learns to tell apart: universal tags, two of them split.
///
/// Past participles are set apart from other verbs, adverbial particles (`take over`) from other
/// adpositions, because verb groups need to know. Punctuation, symbols and foreign matter are not
/// learned; `TokenReader` knows them by their characters. A class is a lane of a weight row.
package enum TagClass: UInt8, Hashable, Sendable, CaseIterable {
  case adjective
  case adposition
  case adverb
  case auxiliary
  case coordinator
  case determiner
  case interjection
  case noun
  case numeral
  case particle
  case pronoun
  case properNoun
  case subordinator
  case verb
  case pastParticiple
  case verbParticle

  /// The number of classes, and of lanes in a weight row.
  package static let count = 16

  /// The class of a universal tag, the unsplit one if it is split; nil for what is not learned.
  package init?(_ tag: PartOfSpeech) {
    guard let found = Self.allCases.first(where: { $0.partOfSpeech == tag }) else { return nil }
    self = found
  }

  /// The universal tag of the class.
  package var partOfSpeech: PartOfSpeech {
    switch self {
    case .adjective: .adjective
    case .adposition, .verbParticle: .adposition
    case .adverb: .adverb
    case .auxiliary: .auxiliary
    case .coordinator: .coordinator
    case .determiner: .determiner
    case .interjection: .interjection
    case .noun: .noun
    case .numeral: .numeral
    case .particle: .particle
    case .pronoun: .pronoun
    case .properNoun: .properNoun
    case .subordinator: .subordinator
    case .verb, .pastParticiple: .verb
    }
  }
}

/// The forms of a verb that a spelling may be.
package struct VerbFormSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// As in `buy`.
  package static let base = VerbFormSet(rawValue: 1 << 0)
  /// As in `buys`.
  package static let thirdPerson = VerbFormSet(rawValue: 1 << 1)
  /// As in `bought`.
  package static let past = VerbFormSet(rawValue: 1 << 2)
  /// As in `bought`.
  package static let pastParticiple = VerbFormSet(rawValue: 1 << 3)
  /// As in `buying`.
  package static let gerund = VerbFormSet(rawValue: 1 << 4)
}
