package import AverModel

/// A pattern as it was written.
package indirect enum PatternSyntax: Hashable, Sendable {
  /// Words in any case; several where the text holds several tokens.
  case words(String, RulePlace)
  /// Words in exactly this case.
  case exact(String, RulePlace)
  /// Every form of a word: `buy~`.
  case inflected(String, RulePlace)
  /// A list, map or `let`: `@month`.
  case reference(String, RulePlace)
  /// A mention of a type: `ORG`.
  case mention(String, RulePlace)
  /// The word that triggered the frame, in `with` patterns: `VERB` or `NOUN`.
  case trigger(RulePlace)
  /// Tests of one token: `[cap & not first]`.
  case tests([TokenTestSyntax], RulePlace)
  /// Up to so many tokens, as few as possible: `..8`.
  case gap(Int, RulePlace)
  case sequence([PatternSyntax])
  case alternatives([PatternSyntax])
  case repeated(PatternSyntax, Int, Int, RulePlace)
  case capture(String, PatternSyntax, RulePlace)
}

/// One test of a token: a trait, a tag, a list or a regular expression, maybe negated.
package struct TokenTestSyntax: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case trait(String)
    case list(String)
    case expression(String)
  }
  package let kind: Kind
  package let isNegated: Bool
}

/// A word list or map with its entries as written.
package struct ListSyntax: Sendable {
  package struct Entry: Sendable {
    package let text: String
    /// The map's value or the canonical name; the entry itself in a plain list.
    package let value: String?
    package let identifiers: [String]
    package let place: RulePlace
  }

  package let name: String
  package let isExact: Bool
  package var entries: [Entry]
  /// The file the entries stand in, if the declaration names one.
  package let source: ListSource?
  package let place: RulePlace
}

/// `from "file" key COLUMN alias COLUMN attrs COLUMN …`.
package struct ListSource: Sendable {
  package let path: String
  package let keyColumn: String?
  package let aliasColumn: String?
  package let attributeColumns: [String]
  package let place: RulePlace
}

/// `test "…" on DATE => …`, not yet read any further.
package struct TestSyntax: Hashable, Sendable {
  package let sentence: String
  package let date: String?
  package let expectations: [ExpectationSyntax]
  package let isTodo: Bool
  /// The sentence.
  package let place: RulePlace
  /// Everything behind the first `=>`.
  package let expectationPlace: RulePlace
}

/// What a test expects: nothing, a mention, or a relation.
package enum ExpectationSyntax: Hashable, Sendable {
  case none
  /// The words of a mention, and what its value must be.
  case mention(String, [String: String])
  /// A relation with the roles, status, polarity and variant that it must have.
  case relation(RelationExpectation)
}

/// `acquisition(buyer: "A", price: USD 7e9, when: -) completed negated via passive`.
package struct RelationExpectation: Hashable, Sendable {
  package let type: String
  /// Role, and the expected filler as written; nil asserts that the role is empty.
  package let roles: [Role]
  package let status: String?
  package let isNegated: Bool
  package let variant: String?
  /// Whether the source of an attribution must have no name.
  package let isUnnamed: Bool

  package struct Role: Hashable, Sendable {
    package let name: String
    package let filler: String?
  }
}

/// An entity rule as written.
package struct EntitySyntax: Sendable {
  package let name: String
  package let type: String
  package var patterns: [PatternSyntax] = []
  /// Whether it has a `match` clause, readable or not.
  package var hasMatch = false
  package var after: [PatternSyntax] = []
  package var before: [PatternSyntax] = []
  package var unless: [PatternSyntax] = []
  package var value: ValueSyntax?
  /// The capture that is the mention, where not all of the match is.
  package var span: (name: String, place: RulePlace)?
  package var priority = 0
  package var isKept = false
  /// What the whole text must speak of: so many words of a list.
  package var genre: GenreSyntax?
  package var tests: [TestSyntax] = []
  package let place: RulePlace
}

/// A `genre` clause as written.
package struct GenreSyntax: Sendable {
  package let count: Int
  package let list: String
  package let place: RulePlace
}

/// A `value` clause as written: captures are still names.
package indirect enum ValueSyntax: Hashable, Sendable {
  case call(String, [ValueSyntax], RulePlace)
  case name(String, RulePlace)
  case number(ExactDecimal)
  case product(ValueSyntax, ValueSyntax)
  case sum(ValueSyntax, ValueSyntax)
}

/// A role of a relation: its name, what may fill it, and how often.
package struct RoleSyntax: Hashable, Sendable {
  package let name: String
  /// Mention types, `TEXT`, `CLAUSE`, or lists (with their `@`).
  package let types: [String]
  package let typePlaces: [RulePlace]
  package let isOptional: Bool
  package let isMultiple: Bool
  /// How many fillers it needs at least: `party: ORG {2}`.
  package let leastCount: Int
  package let place: RulePlace
}

/// One element of a frame.
package enum FrameElement: Hashable, Sendable {
  case role(String, RulePlace)
  case verb
  case noun
  /// Words between: a preposition, or a fixed phrase.
  case pattern(PatternSyntax)
}

/// A relation or attribution rule as written.
package struct RelationSyntax: Sendable {
  package let name: String
  package let type: String
  package let isAttribution: Bool
  package let roles: [RoleSyntax]
  package var verbs: [WordEntry] = []
  package var nouns: [WordEntry] = []
  package var frames: [[FrameElement]] = []
  package var framePlaces: [RulePlace] = []
  package var switchedOff: [(name: String, place: RulePlace)] = []
  package var fillers: [(role: String, pattern: PatternSyntax, place: RulePlace)] = []
  package var patterns: [PatternSyntax] = []
  package var unless: [PatternSyntax] = []
  package var requirements: [[String]] = []
  package var statuses: [StatusSyntax] = []
  package var stances: [StatusSyntax] = []
  package var constants: [(role: String, value: String, place: RulePlace)] = []
  package var statement: (text: String, place: RulePlace)?
  package var priority = 0
  package var window: (name: String, place: RulePlace)?
  package var tests: [TestSyntax] = []
  package let place: RulePlace

  package struct WordEntry: Hashable, Sendable {
    package let text: String
    package let place: RulePlace
  }
}

/// `status planned = agree~ to | will` or `stance denied = deny~`.
package struct StatusSyntax: Sendable {
  package let name: String
  package let entries: [ListSyntax.Entry]
  package let place: RulePlace

  /// The same words, every form of those that are verbs.
  func inflecting(_ verbs: Set<String>) -> StatusSyntax {
    let entries = entries.map { entry in
      ListSyntax.Entry(
        text: verbs.contains(entry.text) ? entry.text + "~" : entry.text,
        value: entry.value,
        identifiers: entry.identifiers,
        place: entry.place
      )
    }
    return StatusSyntax(name: name, entries: entries, place: place)
  }
}

/// All declarations of one file.
package struct RuleFileSyntax: Sendable {
  package var uses: [(path: String, place: RulePlace)] = []
  package var lists: [ListSyntax] = []
  package var definitions: [(name: String, pattern: PatternSyntax, place: RulePlace)] = []
  package var entities: [EntitySyntax] = []
  package var relations: [RelationSyntax] = []
  package var statuses: [StatusSyntax] = []
}
