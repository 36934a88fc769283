package import AverModel

/// Turns the relations of one document into claims: merged, complete, each with its key.
package struct ClaimBuilder: Sendable {
  private let schemas: [String: RelationSchema]

  package init(schemas: [String: RelationSchema]) { self.schemas = schemas }

  package func claims(of document: LinkedDocument) -> [Claim] { [] }
}
