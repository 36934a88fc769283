/// What a mention is: `ORG`, `MONEY` …, or a type that the rules in use define.
public struct MentionType: Hashable, Sendable, CustomStringConvertible {
  /// The name in capitals, as rules write it.
  public let name: String

  /// Creates a type.
  public init(_ name: String) { self.name = name }

  /// A company, authority, institution or other body.
  public static let organization = MentionType("ORG")
  /// What a source says: words of the text with a verb of their own.
  public static let clause = MentionType("CLAUSE")
  /// A human being.
  public static let person = MentionType("PERSON")
  /// A country, city, region or other place.
  public static let place = MentionType("PLACE")
  /// A named product, service or brand.
  public static let product = MentionType("PRODUCT")
  /// An amount of money.
  public static let money = MentionType("MONEY")
  /// A calendar date of any grain.
  public static let date = MentionType("DATE")
  /// A time of day.
  public static let time = MentionType("TIME")
  /// A length of time.
  public static let duration = MentionType("DURATION")
  /// A repeated time.
  public static let set = MentionType("SET")
  /// A percentage, percentage points or basis points.
  public static let percent = MentionType("PERCENT")
  /// A plain number.
  public static let number = MentionType("NUMBER")
  /// A number with a unit.
  public static let quantity = MentionType("QUANTITY")

  /// Whether mentions of the type are names and so refer to entities.
  public var isName: Bool {
    self == .organization || self == .person || self == .place || self == .product
  }

  /// The name.
  public var description: String { name }
}

/// The normalized value of a mention.
public enum MentionValue: Hashable, Sendable {
  /// An amount of money.
  case money(Money)
  /// A percentage, count or quantity.
  case number(NumberValue)
  /// A time expression.
  case time(TimeValue)
  /// A name in its normal form: without title, possessive or trailing clutter.
  case name(String)
}

/// A stretch of tokens that a rule recognized, with its normalized value.
public struct Mention: Hashable, Sendable {
  /// The tokens.
  public let tokens: TokenRange
  /// The clean bytes.
  public let range: ByteRange
  /// What it is.
  public let type: MentionType
  /// Its normalized value; nil for types without one.
  public let value: MentionValue?
  /// External identifiers of a listed name, as IRIs.
  public let identifiers: [String]
  /// The rule that made it.
  public let rule: RuleIdentifier

  /// Creates a mention.
  public init(
    tokens: TokenRange,
    range: ByteRange,
    type: MentionType,
    value: MentionValue?,
    identifiers: [String] = [],
    rule: RuleIdentifier
  ) {
    self.tokens = tokens
    self.range = range
    self.type = type
    self.value = value
    self.identifiers = identifiers
    self.rule = rule
  }
}

/// What one or more mentions of a document refer to.
public struct Entity: Hashable, Sendable {
  /// The number within the document, from 1 in order of first mention; written `E1`.
  public let number: Int
  /// The fullest proper name that the document uses.
  public let name: String
  /// Every proper name that the document uses, fullest first.
  public let names: [String]
  /// What it is.
  public let type: MentionType
  /// Indices of its mentions, in text order.
  public let mentions: [Int]
  /// External identifiers, as IRIs, sorted.
  public let identifiers: [String]

  /// Creates an entity.
  public init(
    number: Int,
    name: String,
    names: [String],
    type: MentionType,
    mentions: [Int],
    identifiers: [String] = []
  ) {
    self.number = number
    self.name = name
    self.names = names
    self.type = type
    self.mentions = mentions
    self.identifiers = identifiers
  }
}
