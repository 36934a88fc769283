package import AverModel

/// How many parties of gold claims are known by a name that gold accepts.
///
/// A claim cannot be right about a party that names and references did not find; this tells misses of
/// names from misses of frames. Each party of each claim counts.
package struct PartyScore: Hashable, Sendable {
  /// A party that is not found.
  package struct Missed: Hashable, Sendable {
    /// The document.
    package let document: String
    /// The names that gold accepts.
    package let names: [String]
    /// The first gold quote.
    package let quote: String
  }

  /// An entity that an extractor found.
  package struct Entity: Hashable, Sendable {
    /// Its canonical name.
    package let name: String
    /// Where names and references mean it, in clean bytes.
    package let ranges: [ByteRange]

    /// Creates an entity.
    package init(name: String, ranges: [ByteRange]) {
      self.name = name
      self.ranges = ranges
    }
  }

  /// The parties of all gold claims.
  package private(set) var total = 0
  /// Those that are an entity of the document.
  package private(set) var found = 0
  /// Those that are named or referred to in the words that state the claim.
  package private(set) var foundInEvidence = 0
  /// Those that are no entity of the document, in document order, each once a document.
  package private(set) var missed: [Missed] = []

  /// Creates a score of nothing.
  package init() {}

  /// Adds one document.
  package mutating func add(_ document: GoldDocument, search: QuoteSearch?, entities: [Entity]) {
    var rangesOfKey: [[String]: [ByteRange]] = [:]
    for entity in entities {
      rangesOfKey[NameKey.key(entity.name), default: []] += entity.ranges
    }
    for claim in document.claims where !claim.isOptional {
      let evidence = claim.quotes.compactMap { search?.range(of: $0) }
      for role in claim.roles.keys.sorted() {
        for party in claim.roles[role] ?? [] where !party.names.isEmpty {
          count(party.names, claim, evidence, rangesOfKey, document.identifier)
        }
      }
    }
  }

  private mutating func count(
    _ names: [String],
    _ claim: GoldClaim,
    _ evidence: [ByteRange],
    _ rangesOfKey: [[String]: [ByteRange]],
    _ document: String
  ) {
    total += 1
    let ranges = names.compactMap { rangesOfKey[NameKey.key($0)] }
    guard !ranges.isEmpty else {
      if !missed.contains(where: { $0.document == document && $0.names == names }) {
        missed.append(Missed(document: document, names: names, quote: claim.quotes[0]))
      }
      return
    }
    found += 1
    let isNear = ranges.joined().contains { range in evidence.contains { $0.overlaps(range) } }
    foundInEvidence += isNear ? 1 : 0
  }

  /// The share of parties that are entities; 0 if there are none.
  package var rate: Double { total > 0 ? Double(found) / Double(total) : 0 }

  /// The share of parties that are entities where the claim is stated; 0 if there are none.
  package var rateInEvidence: Double { total > 0 ? Double(foundInEvidence) / Double(total) : 0 }
}
