/// A document with its mentions joined to entities and its sentences read as relations.
public struct LinkedDocument: Sendable {
  /// The text with its groups.
  public let analyzed: AnalyzedText
  /// Mentions in text order, references such as `the company` and `it` included.
  public let mentions: [Mention]
  /// For each mention the index of its entity in `entities`; nil for values and unresolved words.
  public let entityOfMention: [Int?]
  /// For each mention why it means its entity; nil for the first mention of an entity, and for values.
  public let linkOfMention: [EntityLink?]
  /// Entities in order of first mention.
  public let entities: [Entity]
  /// Relations in text order.
  public let relations: [Relation]
  /// What the stage noticed but survived, such as a limit that cut something off.
  public let diagnostics: [Diagnostic]

  /// Creates a linked document.
  public init(
    analyzed: AnalyzedText,
    mentions: [Mention],
    entityOfMention: [Int?],
    linkOfMention: [EntityLink?] = [],
    entities: [Entity],
    relations: [Relation],
    diagnostics: [Diagnostic] = []
  ) {
    self.analyzed = analyzed
    self.mentions = mentions
    self.entityOfMention = entityOfMention
    self.linkOfMention = linkOfMention
    self.entities = entities
    self.relations = relations
    self.diagnostics = diagnostics
  }
}
