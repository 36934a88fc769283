package import AverModel

/// One claim that a person found in an article.
package struct GoldClaim: Sendable {
  /// Whom the text credits.
  package struct Source: Hashable, Sendable {
    /// The name, as the text words it.
    package let name: String
    /// What kind of source it is.
    package let kind: AttributedSource.Kind
  }

  /// The claim type.
  package let type: String
  /// Fillers by role, never empty.
  package let roles: [String: [ComparableFiller]]
  /// Whether it has happened.
  package let status: ClaimStatus
  /// Whether the text says that it holds.
  package let polarity: Polarity
  /// Whom the text credits, in text order.
  package let attribution: [Source]
  /// Verbatim words of the sentences that state it; at least one quote.
  package let quotes: [String]
  /// Whether annotators could reasonably disagree about it: finding it is neither right nor wrong.
  package let isOptional: Bool
  /// Slots about which annotators could reasonably disagree; they are not scored.
  package let disputed: Set<String>
  /// Other types under which the claim is right as well.
  package let acceptedTypes: [String]

  /// Creates a claim.
  package init(
    type: String,
    roles: [String: [ComparableFiller]],
    status: ClaimStatus = .completed,
    polarity: Polarity = .affirmed,
    attribution: [Source] = [],
    quotes: [String],
    isOptional: Bool = false,
    disputed: Set<String> = [],
    acceptedTypes: [String] = []
  ) {
    self.type = type
    self.roles = roles
    self.status = status
    self.polarity = polarity
    self.attribution = attribution
    self.quotes = quotes
    self.isOptional = isOptional
    self.disputed = disputed
    self.acceptedTypes = acceptedTypes
  }
}

extension GoldClaim: Decodable {
  private enum CodingKeys: String, CodingKey {
    case type
    case roles
    case status
    case polarity
    case attribution
    case quotes
    case isOptional = "optional"
    case disputed
    case acceptedTypes = "also"
  }

  /// Reads a claim of a `gold.json`.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    type = try container.decode(String.self, forKey: .type)
    roles = try container.decode([String: GoldRole].self, forKey: .roles).mapValues(\.fillers)
    status =
      try container.decodeIfPresent(Word<ClaimStatus>.self, forKey: .status)?.value
      ?? .completed
    polarity =
      try container.decodeIfPresent(Word<Polarity>.self, forKey: .polarity)?.value
      ?? .affirmed
    attribution = try container.decodeIfPresent([Source].self, forKey: .attribution) ?? []
    quotes = try container.decode([String].self, forKey: .quotes)
    isOptional = try container.decodeIfPresent(Bool.self, forKey: .isOptional) ?? false
    disputed = Set(try container.decodeIfPresent([String].self, forKey: .disputed) ?? [])
    acceptedTypes = try container.decodeIfPresent([String].self, forKey: .acceptedTypes) ?? []
    guard !quotes.isEmpty, !roles.isEmpty else {
      throw DecodingError.dataCorruptedError(
        forKey: quotes.isEmpty ? .quotes : .roles,
        in: container,
        debugDescription: "a claim needs at least one quote and one role"
      )
    }
  }
}

extension GoldClaim.Source: Decodable {
  private enum CodingKeys: String, CodingKey {
    case name
    case kind
  }

  /// Reads a source of a claim.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    kind = try container.decode(Word<AttributedSource.Kind>.self, forKey: .kind).value
  }
}

/// A word of a closed vocabulary, read from its raw value.
private struct Word<Value: RawRepresentable>: Decodable where Value.RawValue == String {
  let value: Value

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let word = try container.decode(String.self)
    guard let value = Value(rawValue: word) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "'\(word)' is no \(Value.self)"
      )
    }
    self.value = value
  }
}

/// A role as gold writes it: parties, an amount, a number or words.
private struct GoldRole: Decodable {
  private struct Party: Decodable {
    let names: [String]
    let type: String
  }

  private struct Amount: Decodable {
    let amount: Double?
    let low: Double?
    let high: Double?
    let bound: String?
    let currency: String?
  }

  let fillers: [ComparableFiller]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      fillers = [.text(text)]
    } else if let number = try? container.decode(Double.self) {
      fillers = [.amount(ComparableFiller.Amount(value: number))]
    } else if let parties = try? container.decode([Party].self) {
      fillers = parties.map { .party(names: $0.names) }
    } else {
      let written = try container.decode(Amount.self)
      let bound = written.bound ?? Bound.exact.rawValue
      let isRange = written.low != nil && written.high != nil
      guard isRange == (bound == "between"), isRange != (written.amount != nil),
        isRange || Bound(rawValue: bound) != nil
      else {
        throw DecodingError.dataCorruptedError(
          in: container,
          debugDescription: "write 'amount' and 'bound', or 'low', 'high' and \"between\""
        )
      }
      fillers = [
        .amount(
          ComparableFiller.Amount(
            value: written.amount,
            low: written.low,
            high: written.high,
            bound: bound,
            currency: written.currency
          )
        )
      ]
    }
    guard fillers.allSatisfy({ $0.money != nil || $0.number != nil || !$0.text.isEmpty }) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "a party needs a name, and words must not be empty"
      )
    }
  }
}
