/// Whether an event has happened.
public enum ClaimStatus: String, Hashable, Sendable, CaseIterable {
  /// It has happened, or holds now.
  case completed
  /// Decided, agreed or announced.
  case planned
  /// Being negotiated or considered by the parties.
  case inTalks = "in_talks"
  /// It could, might or may happen; rumoured, hypothetical.
  case possible
  /// It no longer holds, or was called off, rejected or failed.
  case ended
}

/// Whether the text says that it holds, or that it does not.
public enum Polarity: String, Hashable, Sendable, CaseIterable {
  /// The text says so.
  case affirmed
  /// The text says that it did not, does not or will not hold.
  case negated
}

/// Whom the text credits with a statement.
public struct AttributedSource: Hashable, Sendable {
  /// What kind of source it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A named human being.
    case person
    /// A company, authority or other body.
    case organization
    /// A news organization.
    case outlet
    /// A filing, a report.
    case document
    /// `people familiar with the matter`
    case anonymous
  }

  /// The name: canonical for an entity, else as the text words it.
  public let name: String
  /// What kind of source it is.
  public let kind: Kind
  /// The clean bytes of the source's words.
  public let range: ByteRange
  /// The words that credit it, such as `according to` or `said`.
  public let cue: String
  /// The number of its entity, if it has one.
  public let entity: Int?

  /// Creates a source.
  public init(name: String, kind: Kind, range: ByteRange, cue: String, entity: Int?) {
    self.name = name
    self.kind = kind
    self.range = range
    self.cue = cue
    self.entity = entity
  }
}

/// What fills a role.
public enum Filler: Hashable, Sendable {
  /// A mention, by its index in the linked document.
  case mention(Int)
  /// Words of the text, such as a product or a purpose.
  case text(TokenRange)
  /// A word of a closed vocabulary, such as a kind of legal action, and the words that say so.
  case vocabulary(String, TokenRange)
}

/// A role of a relation and what fills it.
public struct Argument: Hashable, Sendable {
  /// The role, as the rule names it.
  public let role: String
  /// What fills it.
  public let filler: Filler
  /// How the filler itself is hedged (`that could exceed $10 billion`); nil if it is not.
  public let status: ClaimStatus?

  /// Creates an argument.
  public init(role: String, filler: Filler, status: ClaimStatus? = nil) {
    self.role = role
    self.filler = filler
    self.status = status
  }
}

/// The words that decided a slot, for `--explain`.
public struct Cue: Hashable, Sendable {
  /// The slot: `status`, `polarity`, or `roles.NAME`.
  public let slot: String
  /// The words.
  public let tokens: TokenRange

  /// Creates a cue.
  public init(slot: String, tokens: TokenRange) {
    self.slot = slot
    self.tokens = tokens
  }
}

/// What one frame read in one sentence.
public struct Relation: Hashable, Sendable {
  /// The claim type, as the rule names it.
  public let type: String
  /// The frame that read it.
  public let rule: RuleIdentifier
  /// The verb or noun that triggered it.
  public let trigger: TokenRange
  /// The index of the sentence.
  public let sentence: Int
  /// The clean bytes that state it.
  public let evidence: ByteRange
  /// The roles in the order of the rule's declaration, then of the text.
  public let arguments: [Argument]
  /// Whether it has happened.
  public let status: ClaimStatus
  /// Whether the words decided the status, or the rule's default did.
  public let isStatusStated: Bool
  /// Whether the text says that it holds.
  public let polarity: Polarity
  /// Whom the text credits, in text order.
  public let attribution: [AttributedSource]
  /// The words that decided slots.
  public let cues: [Cue]

  /// Creates a relation.
  public init(
    type: String,
    rule: RuleIdentifier,
    trigger: TokenRange,
    sentence: Int,
    evidence: ByteRange,
    arguments: [Argument],
    status: ClaimStatus,
    isStatusStated: Bool,
    polarity: Polarity,
    attribution: [AttributedSource],
    cues: [Cue]
  ) {
    self.type = type
    self.rule = rule
    self.trigger = trigger
    self.sentence = sentence
    self.evidence = evidence
    self.arguments = arguments
    self.status = status
    self.isStatusStated = isStatusStated
    self.polarity = polarity
    self.attribution = attribution
    self.cues = cues
  }
}

/// What must be filled for a relation to be a claim: one role of each group.
public struct RelationSchema: Hashable, Sendable {
  /// The claim type.
  public let type: String
  /// Groups of roles; of each group at least one role must be filled.
  public let coreRoles: [[String]]
  /// Roles that must have at least so many fillers, where that is more than 1.
  public let leastCounts: [String: Int]
  /// The plain sentence, with `{role}` for fillers, `{buy|bought}` for its verb and `[ ]` around what is
  /// left out if a role in it is empty; nil if the rules give none.
  public let statement: String?

  /// Creates a schema.
  public init(
    type: String,
    coreRoles: [[String]],
    leastCounts: [String: Int] = [:],
    statement: String? = nil
  ) {
    self.type = type
    self.coreRoles = coreRoles
    self.leastCounts = leastCounts
    self.statement = statement
  }
}
