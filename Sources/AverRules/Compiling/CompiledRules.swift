package import AverModel

/// An entity rule, ready to run.
package final class CompiledEntityRule: Sendable {
  package let identifier: RuleIdentifier
  /// The index of the type it makes, in `RuleSet.types`.
  package let type: Int
  /// Alternative patterns; they share capture slots.
  package let patterns: [Program]
  /// What must stand right before the match: one of these; empty for no condition.
  package let after: [Program]
  /// What must stand right after the match: one of these; empty for no condition.
  package let before: [Program]
  /// What must not overlap the match.
  package let unless: [Program]
  /// What the mention's value is; nil for a name: its own words.
  package let value: ValueExpression?
  /// The slot of the capture that is the mention; nil if the whole match is.
  package let span: Int?
  package let priority: Int
  /// Whether its mentions stay although a better one overlaps them.
  package let isKept: Bool
  /// What the whole text must speak of; nil for no condition.
  package let genre: RuleGenre?
  /// The file's place in the order of files: rules of later files see mentions of earlier ones.
  package let stratum: Int

  package init(
    identifier: RuleIdentifier,
    type: Int,
    patterns: [Program],
    after: [Program],
    before: [Program],
    unless: [Program],
    value: ValueExpression?,
    span: Int?,
    priority: Int,
    isKept: Bool,
    genre: RuleGenre?,
    stratum: Int
  ) {
    self.identifier = identifier
    self.type = type
    self.patterns = patterns
    self.after = after
    self.before = before
    self.unless = unless
    self.value = value
    self.span = span
    self.priority = priority
    self.isKept = isKept
    self.genre = genre
    self.stratum = stratum
  }

  /// The rule without patterns: it makes no mentions.
  func disabled() -> CompiledEntityRule {
    CompiledEntityRule(
      identifier: identifier,
      type: type,
      patterns: [],
      after: after,
      before: before,
      unless: unless,
      value: value,
      span: span,
      priority: priority,
      isKept: isKept,
      genre: genre,
      stratum: stratum
    )
  }
}

/// What a text must speak of for a rule to count: so many words of a list, whatever stands between them.
package struct RuleGenre: Hashable, Sendable {
  /// The list; only its entries of one word count.
  package let list: Int
  package let count: Int
}

extension CompiledEntityRule {
  /// The part of a match that is the mention: what `span` names, else all of it.
  ///
  /// - Parameters:
  ///   - match: The match, in tokens of the sentence.
  ///   - base: The sentence's first token in the text.
  /// - Returns: The match with the mention's start and end.
  package func mentioned(in match: PatternMachine.Match, base: Int) -> PatternMachine.Match {
    guard let span, span < match.captures.count, let part = match.captures[span]?.tokens else {
      return match
    }
    return PatternMachine.Match(
      start: part.start - base,
      end: part.end - base,
      captures: match.captures
    )
  }
}

/// A role of a relation, ready to be filled.
package struct CompiledRole: Sendable {
  package let name: String
  /// Mention types that may fill it.
  package let types: [MentionType]
  /// Lists whose values may fill it: closed vocabularies.
  package let lists: [Int]
  /// Whether words of the text may fill it.
  package let acceptsText: Bool
  /// Whether they must have a name among them (`Marlin chips`, not `chips`).
  package let needsName: Bool
  package let isOptional: Bool
  package let isMultiple: Bool
}

/// One frame: what stands around the trigger, for each role.
package struct CompiledFrame: Sendable {
  package enum Trigger: Hashable, Sendable {
    case verb
    case noun
    /// Fixed words, such as `according to`.
    case words
  }

  /// A role behind a preposition.
  package struct Oblique: Sendable {
    /// The prepositions, each as its words.
    package let markers: [[Symbol]]
    package let role: Int

    package init(markers: [[Symbol]], role: Int) {
      self.markers = markers
      self.role = role
    }
  }

  package let trigger: Trigger
  /// The role of the subject, or of the noun's possessor.
  package let subject: Int?
  /// The role of the direct object, or of what the noun is about (`of`).
  package let object: Int?
  package let obliques: [Oblique]
  /// The fixed words, for frames without verb and noun.
  package let words: [[Symbol]]
}

/// A relation or attribution rule, ready to run.
package final class CompiledRelation: Sendable {
  package let file: String
  package let name: String
  package let type: String
  package let isAttribution: Bool
  package let roles: [CompiledRole]
  package let frames: [CompiledFrame]
  /// Constructions that the author switched off.
  package let switchedOff: Set<String>
  /// Patterns that fill roles in the trigger's clause, in order.
  package let fillers: [(role: Int, program: Program)]
  /// Patterns whose captures are roles.
  package let patterns: [Program]
  /// What each pattern is called in the rule's name: `pattern`, or the construction that it stands for.
  package let patternVariants: [String]
  package let captureNames: [String]
  package let unless: [Program]
  /// Status words of this relation alone, as lists; they outrank the common ones.
  package let statuses: [(status: ClaimStatus, list: Int)]
  /// Stances of an attribution (`denied`, `confirmed`), as lists.
  package let stances: [(name: String, list: Int)]
  /// Roles that the rule fills by itself.
  package let constants: [(role: String, value: String)]
  /// Groups of optional roles of which one must be filled.
  package let requirements: [[String]]
  /// Where `with` patterns look.
  package let window: FillerWindow
  /// Of the relations that one trigger starts only those of the highest priority stay.
  package let priority: Int

  package init(
    file: String,
    name: String,
    type: String,
    isAttribution: Bool,
    roles: [CompiledRole],
    frames: [CompiledFrame],
    switchedOff: Set<String>,
    fillers: [(role: Int, program: Program)],
    patterns: [Program],
    patternVariants: [String],
    captureNames: [String],
    unless: [Program],
    statuses: [(status: ClaimStatus, list: Int)],
    stances: [(name: String, list: Int)],
    constants: [(role: String, value: String)],
    requirements: [[String]],
    window: FillerWindow,
    priority: Int
  ) {
    self.file = file
    self.name = name
    self.type = type
    self.isAttribution = isAttribution
    self.roles = roles
    self.frames = frames
    self.switchedOff = switchedOff
    self.fillers = fillers
    self.patterns = patterns
    self.patternVariants = patternVariants
    self.captureNames = captureNames
    self.unless = unless
    self.statuses = statuses
    self.stances = stances
    self.constants = constants
    self.requirements = requirements
    self.window = window
    self.priority = priority
  }

  /// Whether it counts only where the sentence says what is reported.
  package var needsClause: Bool { roles.contains { $0.types.contains(.clause) && !$0.isOptional } }

  /// The rule without frames and patterns: it finds nothing.
  func disabled() -> CompiledRelation {
    CompiledRelation(
      file: file,
      name: name,
      type: type,
      isAttribution: isAttribution,
      roles: roles,
      frames: [],
      switchedOff: switchedOff,
      fillers: fillers,
      patterns: [],
      patternVariants: patternVariants,
      captureNames: captureNames,
      unless: unless,
      statuses: statuses,
      stances: stances,
      constants: constants,
      requirements: requirements,
      window: window,
      priority: priority
    )
  }
}

/// How far from the trigger `with` patterns look.
package enum FillerWindow: String, Hashable, Sendable, CaseIterable {
  /// In the trigger's clause.
  case clause
  /// In the whole sentence.
  case sentence
  /// In the sentence and, where that has none, in the nearest sentence of the document.
  case document = "doc"
}

extension CompiledRelation {
  /// The role that a capture of a `match` pattern fills: `party` for `party` and for `party.2`.
  package static func role(ofCapture name: String) -> String {
    String(name.prefix { $0 != "." })
  }
}

/// What a trigger word starts.
package struct TriggerEntry: Hashable, Sendable {
  /// The index of the relation.
  package let relation: Int
  package let isNoun: Bool
  /// Words that must follow a verb, or stand before a noun.
  package let rest: [Symbol]
}

/// A test of a rule, with what it belongs to.
package struct RuleTest: Sendable {
  package enum Owner: Hashable, Sendable {
    case entity(Int)
    case relation(Int)
  }
  package let owner: Owner
  package let name: String
  package let syntax: TestSyntax
}

extension CompiledRole {
  /// What can be the source of a statement: a person or an organization.
  package static let source = CompiledRole(
    name: "who",
    types: [.person, .organization],
    lists: [],
    acceptsText: false,
    needsName: false,
    isOptional: false,
    isMultiple: true
  )
}
