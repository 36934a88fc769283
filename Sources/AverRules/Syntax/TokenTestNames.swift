package import AverModel

/// The tests of one token that rules may name: what it looks like, and what part of speech it is.
package enum TokenTestNames {
  package static let traits: [String: TokenTraits] = [
    "cap": .capitalized,
    "upper": .allCapitals,
    "lower": .lowerCase,
    "mixed": .mixedCase,
    "letters": .letters,
    "num": .number,
    "digits": .number,
    "alphanumeric": .alphanumeric,
    "punct": .punctuation,
    "quote": .quote,
    "currency": .currency,
    "glued": .glued,
    "first": .sentenceStart,
    "possessive": .possessive,
    "ordinal": .ordinal,
    "address": .address,
    "abbreviation": .abbreviation,
    "title": .inTitleCase,
  ]

  package static let tags: [String: [PartOfSpeech]] = [
    "noun": [.noun],
    "name": [.properNoun],
    "verb": [.verb],
    "aux": [.auxiliary],
    "adj": [.adjective],
    "adv": [.adverb],
    "prep": [.adposition],
    "det": [.determiner],
    "pron": [.pronoun],
    "numeral": [.numeral],
  ]

  /// Traits that no token has together.
  static let exclusive: [TokenTraits] = [
    [.lowerCase, .capitalized], [.lowerCase, .allCapitals], [.lowerCase, .mixedCase],
    [.letters, .number], [.letters, .alphanumeric],
    [.letters, .punctuation], [.number, .punctuation], [.lowerCase, .punctuation],
    [.capitalized, .punctuation],
  ]

  package static let all: [String] = (Array(traits.keys) + Array(tags.keys)).sorted()
  package static let help = "tests are " + all.joined(separator: " ") + ", /regex/ and @list"
}
