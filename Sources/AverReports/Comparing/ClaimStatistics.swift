/// How many claims there are of each type, status, source and month, and who takes part in most.
package struct ClaimStatistics: Sendable {
  /// A value and how many claims have it.
  package struct Count: Hashable, Sendable {
    package let name: String
    package let count: Int
  }

  package private(set) var claimCount = 0
  package private(set) var failureCount = 0
  private var documents: Set<String> = []
  private var types: [String: Int] = [:]
  private var statuses: [String: Int] = [:]
  private var publishers: [String: Int] = [:]
  private var months: [String: Int] = [:]
  private var parties: [String: Int] = [:]

  package init() {}

  /// Documents with or without claims, as far as the file names them.
  package var documentCount: Int { documents.count }

  package mutating func add(_ line: RecordedLine) {
    switch line {
    case .claim(let claim): add(claim)
    case .document(let document, _): documents.insert(document.identifier + "\n" + document.digest)
    case .failure: failureCount += 1
    case .other: break
    }
  }

  private mutating func add(_ claim: RecordedClaim) {
    claimCount += 1
    documents.insert(claim.document.identifier + "\n" + claim.document.digest)
    types[claim.type, default: 0] += 1
    statuses[(claim.polarity == "negated" ? "not " : "") + claim.status, default: 0] += 1
    publishers[claim.document.publisher, default: 0] += 1
    let month = claim.document.date.map { String($0.prefix(7)) }
    months[month ?? "(no date)", default: 0] += 1
    for name in Set(claim.parties.compactMap(\.filler.name)) { parties[name, default: 0] += 1 }
  }

  /// The counts by section, each with the most frequent first; months by time.
  ///
  /// - Parameter limit: How many sources and parties to give.
  /// - Returns: The sections, in a fixed order.
  package func sections(limit: Int) -> [(name: String, counts: [Count])] {
    [
      ("type", Self.sorted(types)), ("status", Self.sorted(statuses)),
      ("source", Array(Self.sorted(publishers).prefix(limit))),
      ("month", Self.sorted(months).sorted { $0.name < $1.name }),
      ("party", Array(Self.sorted(parties).prefix(limit))),
    ]
  }

  private static func sorted(_ counts: [String: Int]) -> [Count] {
    counts.map { Count(name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
