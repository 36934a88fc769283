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

  /// What each test asks for, in the order of the manual.
  package static let meanings: [(name: String, meaning: String)] = [
    ("cap", "begins with a capital"),
    ("upper", "all capitals, two or more"),
    ("lower", "no capital"),
    ("mixed", "a capital behind a small letter: `OpenAI`"),
    ("letters", "letters only"),
    ("num", "a number in digits: `7.5` `1,200`"),
    ("digits", "the same as `num`"),
    ("alphanumeric", "letters and digits: `Q3` `A380`"),
    ("ordinal", "`1st` `22nd`"),
    ("punct", "a punctuation mark"),
    ("quote", "a quotation mark"),
    ("currency", "a currency sign: `$` `US$`"),
    ("glued", "no space before it: `bn` in `7.5bn`"),
    ("first", "the first word of its sentence"),
    ("possessive", "`'s`"),
    ("address", "an address of a page or mailbox, a handle"),
    ("abbreviation", "ends with a stop of its own: `Inc.`"),
    ("title", "stands where most words have capitals, as in a headline"),
    ("noun", "a common noun"),
    ("name", "a proper noun"),
    ("verb", "a verb"),
    ("aux", "an auxiliary: `has` `will`"),
    ("adj", "an adjective"),
    ("adv", "an adverb"),
    ("prep", "a preposition"),
    ("det", "a determiner"),
    ("pron", "a pronoun"),
    ("numeral", "a numeral in digits or words"),
  ]

  package static let all: [String] = (Array(traits.keys) + Array(tags.keys)).sorted()
  package static let help = "tests are " + all.joined(separator: " ") + ", /regex/ and @list"
}
