package import AverModel

/// Turns the relations of one document into claims: complete, merged, each with its key.
package struct ClaimBuilder: Sendable {
  private let schemas: [String: RelationSchema]

  /// - Parameter schemas: What each claim type needs, as the rules declare it.
  package init(schemas: [String: RelationSchema]) { self.schemas = schemas }

  /// The claims of a document in the order of their first evidence.
  ///
  /// Relations that lack a core role are dropped; those about the same event become one claim with all
  /// their evidence.
  package func claims(of document: LinkedDocument) -> [Claim] {
    var drafts: [ClaimDraft] = []
    let reader = FillerBuilder(document: document)
    for relation in document.relations {
      guard let schema = schemas[relation.type] else { continue }
      let draft = ClaimDraft(relation, schema: schema, reader)
      guard draft.isComplete else { continue }
      if let same = drafts.lastIndex(where: { $0.isSameEvent(as: draft) }) {
        drafts[same].merge(draft)
      } else {
        drafts.append(draft)
      }
    }
    return drafts.map { $0.claim() }
  }
}
