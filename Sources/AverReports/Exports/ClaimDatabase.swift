import AverModel

/// Claims as an SQLite database: documents, claims, roles, entities, evidence, and views over them.
///
/// The same records give the same file, byte for byte, with the same SQLite.
package final class ClaimDatabase {
  /// `SQLite` and its version.
  package static var libraryVersion: String { DatabaseConnection.libraryVersion }

  private let connection: DatabaseConnection
  private let documents: DatabaseStatement
  private let claims: DatabaseStatement
  private let roles: DatabaseStatement
  private let entities: DatabaseStatement
  private let evidence: DatabaseStatement
  private let sources: DatabaseStatement
  private let failures: DatabaseStatement
  private let counts: DatabaseStatement
  /// The row of each document.
  private var rows: [RecordedDocument: Int] = [:]

  /// Creates the tables in a file that is empty or not there.
  ///
  /// - Parameter path: Where.
  /// - Throws: `DatabaseFailure` if the file cannot be made.
  package init(path: String) throws(DatabaseFailure) {
    connection = try DatabaseConnection(path: path)
    // The caller puts the file in its place when it is whole: a journal would protect nothing.
    try connection.run(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;" + DatabaseSchema.text
    )
    documents = try connection.insertion(into: "documents", columns: 11)
    claims = try connection.insertion(into: "claims", columns: 13)
    roles = try connection.insertion(into: "roles", columns: 26)
    entities = try connection.insertion(into: "entities", columns: 6, isOnce: true)
    evidence = try connection.insertion(into: "evidence", columns: 10)
    sources = try connection.insertion(into: "attribution", columns: 9)
    failures = try connection.insertion(into: "errors", columns: 4)
    counts = try connection.statement("UPDATE documents SET claims = ?2 WHERE number = ?1")
  }

  /// Adds what a line states.
  package func add(_ line: RecordedLine) throws(DatabaseFailure) {
    switch line {
    case .claim(let claim): add(claim)
    case .document(let document, let claimCount):
      let row = row(of: document)
      counts.run([.integer(row), .integer(claimCount)])
    case .failure(let identifier, let code, let message):
      failures.run([.null, .text(identifier), .text(code), .text(message)])
    case .other: break
    }
    try connection.check()
  }

  /// Ends the one transaction that everything was added in.
  package func finish() throws(DatabaseFailure) {
    try connection.run(DatabaseSchema.indices + "COMMIT;")
  }

  private func row(of document: RecordedDocument) -> Int {
    if let row = rows[document] { return row }
    let row = documents.run([
      .null, .text(document.identifier), .text(document.digest), .text(document.sourceDigest),
      .text(document.address), .text(document.title), .text(document.site), .text(document.author),
      .text(document.language), .text(document.date), .null,
    ])
    rows[document] = row
    return row
  }

  private func add(_ claim: RecordedClaim) {
    let document = row(of: claim.document)
    let row = claims.run([
      .null, .text(claim.identifier), .integer(document), .text(claim.type),
      .text(claim.statement), .text(claim.status), .text(claim.polarity), .text(claim.key),
      .text(claim.rule), .text(claim.run), .text(claim.tool), .text(claim.rules),
      .text(String(decoding: claim.line, as: UTF8.self)),
    ])
    for (roleNumber, role) in claim.roles.enumerated() {
      for (number, filler) in role.fillers.enumerated() {
        add(filler, of: role.name, at: (roleNumber, number), claim: row, document: document)
      }
    }
    for (number, found) in claim.evidence.enumerated() {
      evidence.run([
        .integer(row), .integer(number), .integer(found.span.start), .integer(found.span.end),
        .integer(found.source?.start), .integer(found.source?.end), .text(found.exact),
        .text(found.prefix), .text(found.suffix), .text(found.link),
      ])
    }
    for (number, source) in claim.attribution.enumerated() {
      sources.run([
        .integer(row), .integer(number), .text(source.name), .text(source.kind),
        .text(source.text), .text(source.cue), .text(source.entity),
        .integer(source.span?.start), .integer(source.span?.end),
      ])
    }
  }

  private func add(
    _ filler: RecordedClaim.Filler,
    of role: String,
    at place: (role: Int, filler: Int),
    claim: Int,
    document: Int
  ) {
    if let entity = filler.entity {
      entities.run([
        .integer(document), .text(entity), .text(filler.name ?? filler.text), .text(filler.type),
        .list(filler.names), .list(filler.identifiers),
      ])
    }
    var values = [DatabaseValue](repeating: .null, count: 12)
    let amount: Amount?
    switch filler.value {
    case .money(let money):
      values[5] = .text(money.currency)
      amount = money.amount
    case .number(let number):
      values[6] = .text(number.unit)
      amount = number.amount
    case .time(let time):
      amount = nil
      values[7] = .text(time.value)
      values[8] = .text(time.relation?.rawValue)
      values[9] = .text(time.start?.description)
      values[10] = .text(time.end?.description)
      values[11] = .text(filler.extendedDate)
    case .name, nil: amount = nil
    }
    switch amount {
    case .single(let value, let bound):
      values[0] = .decimal(value)
      values[3] = .text(bound.rawValue)
      values[4] = .text(value.description)
    case .between(let low, let high):
      values[1] = .decimal(low)
      values[2] = .decimal(high)
      values[3] = .text("between")
    case .vague, nil: break
    }
    roles.run(
      [
        .integer(claim), .text(role), .integer(place.role), .integer(place.filler),
        .text(filler.type), .text(filler.text), .text(filler.name), .text(filler.entity),
        .text(filler.word), .text(filler.status), .integer(filler.span.start),
        .integer(filler.span.end), .integer(filler.source?.start), .integer(filler.source?.end),
      ] + values
    )
  }
}
