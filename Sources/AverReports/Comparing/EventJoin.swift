import AverModel

/// The same events over documents: how many tell of each, and where they contradict each other.
///
/// Claims of one key are one event as long as they agree in the words of the roles that tell events of
/// the same parties apart (a metric, a period). Copies of a text count once: they corroborate nothing.
package struct EventJoin: Sendable {
  /// One value and the documents that state it.
  package struct Statement: Sendable {
    package let shown: String
    /// Ids of the documents, in the order of the records.
    package let documents: [String]
  }

  /// A role whose values contradict each other between documents.
  package struct Conflict: Sendable {
    package let role: String
    package let statements: [Statement]
  }

  /// What several documents say of one event.
  package struct Event: Sendable {
    package let key: String
    /// The words of the distinguishing roles, by role.
    package let details: [(role: String, words: String)]
    package let type: String
    /// In the order of the records.
    package let claims: [RecordedClaim]
    /// How many different texts tell it.
    package let textCount: Int
    /// Who published them, sorted.
    package let publishers: [String]
    /// Each status with its documents.
    package let statuses: [Statement]
    /// Values of roles that differ, whether or not they can both be true.
    package let values: [Conflict]
    /// Those that cannot both be true.
    package let conflicts: [Conflict]
  }

  private let distinguishingRoles: [String]
  private var claims: [String: [RecordedClaim]] = [:]

  /// Creates a join.
  ///
  /// - Parameter distinguishingRoles: Roles whose words tell events of the same key apart.
  package init(distinguishingRoles: [String]) { self.distinguishingRoles = distinguishingRoles }

  /// Adds a claim; those without a key are of no event.
  package mutating func add(_ claim: RecordedClaim) {
    guard let key = claim.key else { return }
    let name = ([key] + details(of: claim).map { "\($0.role)=\($0.words)" })
      .joined(separator: "\n")
    claims[name, default: []].append(claim)
  }

  /// The events, those of most texts first.
  ///
  /// - Parameter least: How many different texts must tell an event.
  /// - Returns: The events; those of equally many texts by key.
  package func events(told least: Int) -> [Event] {
    claims.map { (name: $0.key, event: event(of: $0.value)) }
      .filter { $0.event.textCount >= least }
      .sorted { ($1.event.textCount, $0.name) < ($0.event.textCount, $1.name) }
      .map(\.event)
  }

  private func details(of claim: RecordedClaim) -> [(role: String, words: String)] {
    distinguishingRoles.compactMap { name in
      guard let role = claim.roles.first(where: { $0.name == name }) else { return nil }
      return (name, role.fillers.map { $0.shown.lowercased() }.sorted().joined(separator: "; "))
    }
  }

  private func event(of claims: [RecordedClaim]) -> Event {
    var roles: [String] = []
    for role in claims.flatMap(\.roles) where !roles.contains(role.name) { roles.append(role.name) }
    let values = roles.filter { !distinguishingRoles.contains($0) }
      .map { Conflict(role: $0, statements: statements(claims, of: $0)) }
      .filter { $0.statements.count > 1 }
    let conflicts = values.filter { contradicts(claims, in: $0.role) }
    return Event(
      key: claims[0].key ?? claims[0].type,
      details: details(of: claims[0]),
      type: claims[0].type,
      claims: claims,
      textCount: Set(claims.map(\.document.digest)).count,
      publishers: Set(claims.map(\.document.publisher)).sorted(),
      statuses: Self.grouped(
        claims.map { ((($0.polarity == "negated" ? "not " : "") + $0.status), $0.document) }
      ),
      values: values,
      conflicts: conflicts
    )
  }

  private func statements(_ claims: [RecordedClaim], of role: String) -> [Statement] {
    Self.grouped(
      claims.compactMap { claim in
        guard let fillers = claim.roles.first(where: { $0.name == role })?.fillers,
          fillers.contains(where: { $0.value != nil })
        else { return nil }
        return (fillers.map(\.shown).joined(separator: "; "), claim.document)
      }
    )
  }

  private static func grouped(_ pairs: [(shown: String, document: RecordedDocument)]) -> [Statement]
  {
    var order: [String] = []
    var documents: [String: [String]] = [:]
    for pair in pairs {
      if documents[pair.shown] == nil { order.append(pair.shown) }
      if documents[pair.shown]?.contains(pair.document.identifier) != true {
        documents[pair.shown, default: []].append(pair.document.identifier)
      }
    }
    return order.map { Statement(shown: $0, documents: documents[$0] ?? []) }
  }

  /// Whether two texts give a role values that exclude each other; amounts only in one currency or unit.
  private func contradicts(_ claims: [RecordedClaim], in role: String) -> Bool {
    var seen: [(digest: String, unit: String, range: ValueRange)] = []
    for claim in claims {
      let fillers = claim.roles.first { $0.name == role }?.fillers ?? []
      // Several values in one claim are a list, which says less than it seems.
      guard fillers.count == 1, let value = fillers[0].value,
        let (unit, range) = Self.range(of: value)
      else { continue }
      let digest = claim.document.digest
      if seen.contains(where: {
        $0.digest != digest && $0.unit == unit && $0.range.contradicts(range)
      }) {
        return true
      }
      seen.append((digest, unit, range))
    }
    return false
  }

  private static func range(of value: MentionValue) -> (unit: String, range: ValueRange)? {
    switch value {
    case .money(let money): (money.currency, ValueRange(money.amount))
    case .number(let number): (number.unit ?? "", ValueRange(number.amount))
    case .time(let time): ValueRange(time).map { ("time", $0) }
    case .name: nil
    }
  }
}
