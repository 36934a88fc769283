/// One assertion of a document, with everything that says where it came from.
public struct Claim: Hashable, Sendable {
  /// What fills a role of a claim.
  public struct RoleFiller: Hashable, Sendable {
    /// What it is; `TEXT` for words of the text.
    public let type: MentionType
    /// The clean bytes of the words.
    public let range: ByteRange
    /// Its normalized value; nil for words of the text.
    public let value: MentionValue?
    /// The number of its entity, if it has one.
    public let entity: Int?
    /// The canonical name of its entity, if it has one.
    public let name: String?
    /// Every proper name of its entity, fullest first.
    public let names: [String]
    /// External identifiers, as IRIs.
    public let identifiers: [String]
    /// The word of a closed vocabulary, for roles that have one.
    public let vocabularyWord: String?
    /// How the filler itself is hedged.
    public let status: ClaimStatus?

    /// Creates a filler.
    public init(
      type: MentionType,
      range: ByteRange,
      value: MentionValue? = nil,
      entity: Int? = nil,
      name: String? = nil,
      names: [String] = [],
      identifiers: [String] = [],
      vocabularyWord: String? = nil,
      status: ClaimStatus? = nil
    ) {
      self.type = type
      self.range = range
      self.value = value
      self.entity = entity
      self.name = name
      self.names = names
      self.identifiers = identifiers
      self.vocabularyWord = vocabularyWord
      self.status = status
    }
  }

  /// A role and its fillers, in text order; never empty.
  public struct Role: Hashable, Sendable {
    /// The role, as the rule names it.
    public let name: String
    /// What fills it.
    public let fillers: [RoleFiller]

    /// Creates a role.
    public init(name: String, fillers: [RoleFiller]) {
      self.name = name
      self.fillers = fillers
    }
  }

  /// The claim type, as the rules name it.
  public let type: String
  /// `type(role=Name; role=Name)` over core parties: equal keys may be the same event.
  public let key: String
  /// The claim in one plain sentence, if the rule has a template.
  public let statement: String?
  /// Roles in the order of the rule's declaration.
  public let roles: [Role]
  /// Whether it has happened.
  public let status: ClaimStatus
  /// Whether the text says that it holds.
  public let polarity: Polarity
  /// Whom the text credits, in text order.
  public let attribution: [AttributedSource]
  /// The clean bytes of the sentences that state it, in text order.
  public let evidence: [ByteRange]
  /// The rule that made it.
  public let rule: RuleIdentifier
  /// The mention and link rules that fed it, in order of use.
  public let steps: [RuleIdentifier]
  /// The words that decided slots, as clean bytes.
  public let cues: [ClaimCue]

  /// Creates a claim.
  public init(
    type: String,
    key: String,
    statement: String?,
    roles: [Role],
    status: ClaimStatus,
    polarity: Polarity,
    attribution: [AttributedSource],
    evidence: [ByteRange],
    rule: RuleIdentifier,
    steps: [RuleIdentifier] = [],
    cues: [ClaimCue] = []
  ) {
    self.type = type
    self.key = key
    self.statement = statement
    self.roles = roles
    self.status = status
    self.polarity = polarity
    self.attribution = attribution
    self.evidence = evidence
    self.rule = rule
    self.steps = steps
    self.cues = cues
  }
}

/// The words that decided a slot of a claim.
public struct ClaimCue: Hashable, Sendable {
  /// The slot: `status`, `polarity`, or `roles.NAME`.
  public let slot: String
  /// The clean bytes of the words.
  public let range: ByteRange

  /// Creates a cue.
  public init(slot: String, range: ByteRange) {
    self.slot = slot
    self.range = range
  }
}
