package import AverModel

/// A gold or extracted claim, reduced to what the scorer compares.
package struct ComparableClaim: Sendable {
  /// The claim type.
  package let type: String
  /// Fillers by role, never empty.
  package let roles: [String: [ComparableFiller]]
  /// Whether it has happened.
  package let status: ClaimStatus
  /// Whether the text says that it holds.
  package let polarity: Polarity
  /// The names of those whom the text credits.
  package let attribution: [String]
  /// The clean bytes that state it; empty where gold quotes are not in the clean text.
  package let evidence: [ByteRange]
  /// Whether finding it is neither right nor wrong; gold only.
  package let isOptional: Bool
  /// Other types under which it may be claimed; gold only.
  package let acceptedTypes: [String]
  /// Slots that are not scored; gold only.
  package let disputed: Set<String>

  /// Creates a claim to compare.
  package init(
    type: String,
    roles: [String: [ComparableFiller]],
    status: ClaimStatus,
    polarity: Polarity = .affirmed,
    attribution: [String] = [],
    evidence: [ByteRange] = [],
    isOptional: Bool = false,
    acceptedTypes: [String] = [],
    disputed: Set<String> = []
  ) {
    self.type = type
    self.roles = roles
    self.status = status
    self.polarity = polarity
    self.attribution = attribution
    self.evidence = evidence
    self.isOptional = isOptional
    self.acceptedTypes = acceptedTypes
    self.disputed = disputed
  }

  /// Creates what is compared of an extracted claim.
  package init(_ claim: Claim, in text: CleanText) {
    var roles: [String: [ComparableFiller]] = [:]
    for role in claim.roles where !role.fillers.isEmpty {
      roles[role.name] = role.fillers.map { ComparableFiller($0, in: text) }
    }
    self.init(
      type: claim.type,
      roles: roles,
      status: claim.status,
      polarity: claim.polarity,
      attribution: claim.attribution.map(\.name),
      evidence: claim.evidence
    )
  }

  /// Creates what is compared of a gold claim.
  ///
  /// - Parameters:
  ///   - claim: The gold claim.
  ///   - search: Finds the gold quotes in the clean text.
  package init(_ claim: GoldClaim, in search: QuoteSearch?) {
    self.init(
      type: claim.type,
      roles: claim.roles,
      status: claim.status,
      polarity: claim.polarity,
      attribution: claim.attribution.map(\.name),
      evidence: claim.quotes.compactMap { search?.range(of: $0) },
      isOptional: claim.isOptional,
      acceptedTypes: claim.acceptedTypes,
      disputed: claim.disputed
    )
  }

  /// The claim in one line, for people: `acquisition(acquirer=A, target=B) planned affirmed`.
  package var summary: String {
    let fillers = roles.keys.sorted().map { name in
      name + "=" + (roles[name] ?? []).map(\.summary).joined(separator: "+")
    }
    return "\(type)(\(fillers.joined(separator: ", "))) \(status.rawValue) \(polarity.rawValue)"
  }
}
