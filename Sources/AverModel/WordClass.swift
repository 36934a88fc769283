/// Closed classes of words that a stage asks for by name.
///
/// The words stand in rule files: a list named like a class (`list abbreviation = …`) fills it.
public struct WordClass: OptionSet, Hashable, Sendable {
  /// One bit a class.
  public let rawValue: UInt64

  /// Creates a set of classes from bits.
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// `Inc.` `Sept.` `approx.`: the stop belongs to the word; a capital after it may begin a sentence.
  @inlinable public static var abbreviation: WordClass { WordClass(rawValue: 1 << 0) }
  /// `Mr.` `Dr.` `Gen.`: an abbreviation after which no sentence ends.
  @inlinable public static var titleAbbreviation: WordClass { WordClass(rawValue: 1 << 1) }
  /// `be` and its forms, contracted ones too.
  @inlinable public static var beForm: WordClass { WordClass(rawValue: 1 << 2) }
  /// `have` and its forms.
  @inlinable public static var haveForm: WordClass { WordClass(rawValue: 1 << 3) }
  /// `do` and its forms.
  @inlinable public static var doForm: WordClass { WordClass(rawValue: 1 << 4) }
  /// `will` `would` `could` `may`.
  @inlinable public static var modal: WordClass { WordClass(rawValue: 1 << 5) }
  /// `not` `n't` `never` `no longer` (its first word stands alone here: `no` is a determiner).
  @inlinable public static var negation: WordClass { WordClass(rawValue: 1 << 6) }
  /// `the` `a` `its` `this`.
  @inlinable public static var determiner: WordClass { WordClass(rawValue: 1 << 7) }
  /// `of` `in` `with`.
  @inlinable public static var preposition: WordClass { WordClass(rawValue: 1 << 8) }
  /// `and` `or` `but`.
  @inlinable public static var conjunction: WordClass { WordClass(rawValue: 1 << 9) }
  /// `that` `which` `who` `whose`.
  @inlinable public static var relativizer: WordClass { WordClass(rawValue: 1 << 10) }
  /// `if` `while` `because` `after`.
  @inlinable public static var subordinator: WordClass { WordClass(rawValue: 1 << 11) }
  /// `it` `they` `he`.
  @inlinable public static var pronoun: WordClass { WordClass(rawValue: 1 << 12) }
  /// `up` `over` `off` …: words that complete a phrasal verb.
  @inlinable public static var particle: WordClass { WordClass(rawValue: 1 << 13) }
  /// Words in front of a name or number that are no part of it: `about` `nearly`.
  @inlinable public static var degreeAdverb: WordClass { WordClass(rawValue: 1 << 14) }
  /// `if` `unless` `should`: what follows is a condition.
  @inlinable public static var conditional: WordClass { WordClass(rawValue: 1 << 15) }
  /// Verbs that report speech: `say` `tell` `announce` …, in all their forms.
  @inlinable public static var reportingVerb: WordClass { WordClass(rawValue: 1 << 16) }
  /// Verbs and nouns that take an infinitive whose subject is their own: `agree` `plan` `talks`.
  @inlinable public static var controlWord: WordClass { WordClass(rawValue: 1 << 17) }
  /// `January` `Jan.`.
  @inlinable public static var month: WordClass { WordClass(rawValue: 1 << 18) }
  /// `Monday` `Mon.`.
  @inlinable public static var weekday: WordClass { WordClass(rawValue: 1 << 19) }
  /// `Sat.` `Wash.` `Mass.`: an abbreviation when it begins with a capital, else a word and a stop.
  @inlinable public static var capitalizedAbbreviation: WordClass { WordClass(rawValue: 1 << 32) }
  /// `No.` `p.` `vol.`: an abbreviation when a number follows.
  @inlinable public static var numberAbbreviation: WordClass { WordClass(rawValue: 1 << 33) }
  /// `co` `non` `e`: with the hyphen after it, part of the word that it begins.
  @inlinable public static var joinedPrefix: WordClass { WordClass(rawValue: 1 << 34) }
  /// `MW` `kWh` `GB`: split from the digits before it though it has capitals.
  @inlinable public static var unitSuffix: WordClass { WordClass(rawValue: 1 << 35) }
  /// `The` `However`: with a capital after an abbreviation, the first word of a sentence.
  @inlinable public static var sentenceOpener: WordClass { WordClass(rawValue: 1 << 36) }
  /// `CHF` `Rs`: split from the digits after it, as in `CHF250m`.
  @inlinable public static var currencyPrefix: WordClass { WordClass(rawValue: 1 << 38) }
  /// `Image:` `Photo:`: before a colon, the first word of a credit.
  @inlinable public static var creditWord: WordClass { WordClass(rawValue: 1 << 37) }
  /// `year` `week` `quarter` …: a name after one begins a noun group of its own.
  @inlinable public static var timeNoun: WordClass { WordClass(rawValue: 1 << 40) }

  /// `help` `let` `make` `see`, in all their forms: the verb behind their object is an infinitive without
  /// `to`.
  @inlinable public static var bareInfinitiveVerb: WordClass { WordClass(rawValue: 1 << 41) }

  /// `hope` `want` `refuse`, in all their forms: `to` behind them always begins an infinitive.
  @inlinable public static var infinitiveVerb: WordClass { WordClass(rawValue: 1 << 45) }
  /// `existing` `remaining`: gerunds that, before a noun, describe it.
  @inlinable public static var participialAdjective: WordClass { WordClass(rawValue: 1 << 46) }

  /// `In` `He` `However`: with a capital inside running text, the first word of a sentence whose
  /// predecessor lacks its stop.
  @inlinable public static var unmarkedOpener: WordClass { WordClass(rawValue: 1 << 47) }

  /// `com` `org` `uk`: the last part of a host's name.
  @inlinable public static var domainLabel: WordClass { WordClass(rawValue: 1 << 42) }
  /// `em` `til`: an apostrophe before it belongs to it.
  @inlinable public static var shortenedWord: WordClass { WordClass(rawValue: 1 << 43) }
  /// `cannot` `gonna`: two words, cut after the third letter.
  @inlinable public static var fusedWord: WordClass { WordClass(rawValue: 1 << 44) }

  /// The class that a list of this name fills, such as `title_abbreviation`; nil for other lists.
  public static func named(_ name: String) -> WordClass? {
    switch name {
    case "abbreviation": .abbreviation
    case "title_abbreviation": .titleAbbreviation
    case "be_form": .beForm
    case "have_form": .haveForm
    case "do_form": .doForm
    case "modal": .modal
    case "negation": .negation
    case "determiner": .determiner
    case "preposition": .preposition
    case "conjunction": .conjunction
    case "relativizer": .relativizer
    case "subordinator": .subordinator
    case "pronoun": .pronoun
    case "particle": .particle
    case "degree_adverb": .degreeAdverb
    case "conditional": .conditional
    case "reporting_verb": .reportingVerb
    case "control_word": .controlWord
    case "month": .month
    case "weekday": .weekday
    case "capitalized_abbreviation": .capitalizedAbbreviation
    case "number_abbreviation": .numberAbbreviation
    case "joined_prefix": .joinedPrefix
    case "unit_suffix": .unitSuffix
    case "sentence_opener": .sentenceOpener
    case "credit_word": .creditWord
    case "currency_prefix": .currencyPrefix
    case "time_noun": .timeNoun
    case "bare_infinitive_verb": .bareInfinitiveVerb
    case "infinitive_verb": .infinitiveVerb
    case "participial_adjective": .participialAdjective
    case "unmarked_opener": .unmarkedOpener
    case "domain_label": .domainLabel
    case "shortened_word": .shortenedWord
    case "fused_word": .fusedWord
    default: nil
    }
  }
}
