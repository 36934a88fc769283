import AverModel

/// Claims as a table in CSV (RFC 4180, lines end in LF): one row a claim, always the same columns.
///
/// Where a claim has several values of a kind, the columns of values hold the first; `roles` names
/// them all. What a spreadsheet would take for a formula gets an apostrophe in front.
///
/// Source: OWASP, "CSV Injection".
package struct ClaimTable: ClaimExport {
  /// Whether cells are written as they are, formulas and all.
  private let isRaw: Bool

  package init(isRaw: Bool = false) { self.isRaw = isRaw }

  package var head: [UInt8] {
    Array((TableColumn.allCases.map(\.rawValue).joined(separator: ",") + "\n").utf8)
  }

  package func bytes(for document: DocumentClaims) -> [UInt8] {
    var result: [UInt8] = []
    for claim in document.claims {
      for (position, column) in TableColumn.allCases.enumerated() {
        if position > 0 { result.append(UInt8(ascii: ",")) }
        guard let cell = column.cell(of: claim) else { continue }
        let isFormula = column.type == .string && !isRaw && Self.looksLikeFormula(cell)
        append(isFormula ? "'" + cell : cell, to: &result)
      }
      result.append(0x0A)
    }
    return result
  }

  private static func looksLikeFormula(_ cell: String) -> Bool {
    guard let first = cell.utf8.first else { return false }
    return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
  }

  private func append(_ cell: String, to result: inout [UInt8]) {
    let needsQuotes = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return result.append(contentsOf: cell.utf8) }
    result.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { result.append(0x22) }
      result.append(byte)
    }
    result.append(0x22)
  }
}

/// The columns of the table, in their order, as CSV and its metadata name them.
enum TableColumn: String, CaseIterable {
  case id
  case type
  case status
  case polarity
  case statement
  case party
  case partyRole = "party_role"
  case counterparty
  case counterpartyRole = "counterparty_role"
  case roles
  case amount
  case amountLow = "amount_low"
  case amountHigh = "amount_high"
  case currency
  case amountBound = "amount_bound"
  case percent
  case date
  case dateStart = "date_start"
  case dateEnd = "date_end"
  case attribution
  case quote
  case link
  case document
  case title
  case site
  case author
  case published
  case url
  case spanStart = "span_start"
  case spanEnd = "span_end"
  case sourceStart = "source_start"
  case sourceEnd = "source_end"
  case rule
  case key
  case run

  /// A datatype of CSV on the Web.
  enum DataType: String {
    case string
    case number = "decimal"
    case integer = "nonNegativeInteger"
    case day = "date"
    case address = "anyURI"
  }

  var type: DataType {
    switch self {
    case .amount, .amountLow, .amountHigh, .percent: .number
    case .spanStart, .spanEnd, .sourceStart, .sourceEnd: .integer
    case .dateStart, .dateEnd: .day
    case .id, .link, .url, .run: .address
    default: .string
    }
  }

  /// What the column holds, for the metadata.
  var meaning: String {
    switch self {
    case .id: "The claim's own name, the same over reruns."
    case .type: "The claim type, as the rules name it."
    case .status: "completed, planned, in_talks, possible or ended."
    case .polarity: "affirmed or negated."
    case .statement: "The claim in one plain sentence."
    case .party: "The first named party."
    case .partyRole: "The role of the first party."
    case .counterparty: "The first named party of another role."
    case .counterpartyRole: "The role of the counterparty."
    case .roles: "All roles with all their fillers."
    case .amount: "The first amount of money, in units of the currency; empty for a range."
    case .amountLow: "The lower end of a range of money."
    case .amountHigh: "The upper end of a range of money."
    case .currency: "ISO 4217; XXX where the text names none."
    case .amountBound: "exact, approximately, more_than, at_least, less_than, at_most or between."
    case .percent: "The first percentage."
    case .date: "When it happened, as a TIMEX3 value."
    case .dateStart: "The first day of that time."
    case .dateEnd: "The day after the last of that time."
    case .attribution: "Whom the text credits."
    case .quote: "The first sentence that states it."
    case .link: "The page, opened at the quote."
    case .document: "The id of the document, or its path."
    case .title: "The document's headline."
    case .site: "The document's site."
    case .author: "The document's authors."
    case .published: "The document's day or instant of publication."
    case .url: "The document's address."
    case .spanStart: "Where the quote starts in the clean text, in code points."
    case .spanEnd: "Where the quote ends in the clean text."
    case .sourceStart: "Where the quote starts in the file, in bytes."
    case .sourceEnd: "Where the quote ends in the file."
    case .rule: "The rule that made the claim."
    case .key: "Equal keys may be the same event."
    case .run: "The run that made the claim."
    }
  }

  /// The cell of a claim; nil for an empty one.
  func cell(of claim: RecordedClaim) -> String? {
    switch self {
    case .id: claim.identifier
    case .type: claim.type
    case .status: claim.status
    case .polarity: claim.polarity
    case .statement: claim.statement
    case .party: claim.parties.first?.filler.shown
    case .partyRole: claim.parties.first?.role
    case .counterparty: Self.counterparty(of: claim)?.filler.shown
    case .counterpartyRole: Self.counterparty(of: claim)?.role
    case .roles: Self.roles(of: claim)
    case .amount, .amountLow, .amountHigh, .currency, .amountBound: moneyCell(of: claim)
    case .percent: Self.percent(of: claim)
    case .date, .dateStart, .dateEnd: timeCell(of: claim)
    case .attribution:
      claim.attribution.isEmpty
        ? nil : claim.attribution.map { "\($0.name) (\($0.kind))" }.joined(separator: "; ")
    case .quote, .link, .spanStart, .spanEnd, .sourceStart, .sourceEnd: evidenceCell(of: claim)
    case .document: claim.document.identifier
    case .title: claim.document.title
    case .site: claim.document.site
    case .author: claim.document.author
    case .published: claim.document.date
    case .url: claim.document.address
    case .rule: claim.rule
    case .key: claim.key
    case .run: claim.run
    }
  }

  private static func counterparty(
    of claim: RecordedClaim
  ) -> (role: String, filler: RecordedClaim.Filler)? {
    let parties = claim.parties
    guard let first = parties.first else { return nil }
    return parties.first { $0.role != first.role } ?? parties.dropFirst().first
  }

  private static func roles(of claim: RecordedClaim) -> String {
    claim.roles.map { role in
      role.name + "=" + role.fillers.map(\.shown).joined(separator: " | ")
    }.joined(separator: "; ")
  }

  private static func percent(of claim: RecordedClaim) -> String? {
    for role in claim.roles {
      for filler in role.fillers {
        if case .number(let number)? = filler.value, number.unit == "percent",
          case .single(let value, _) = number.amount
        {
          return value.description
        }
      }
    }
    return nil
  }

  private func moneyCell(of claim: RecordedClaim) -> String? {
    guard let money = claim.money else { return nil }
    switch (self, money.amount) {
    case (.currency, _): return money.currency
    case (.amount, .single(let value, _)): return value.description
    case (.amountBound, .single(_, let bound)): return bound.rawValue
    case (.amountBound, .between): return "between"
    case (.amountLow, .between(let low, _)): return low.description
    case (.amountHigh, .between(_, let high)): return high.description
    default: return nil
    }
  }

  private func timeCell(of claim: RecordedClaim) -> String? {
    guard case .time(let time)? = claim.date?.value else { return nil }
    switch self {
    case .dateStart: return time.start?.description
    case .dateEnd: return time.end?.description
    default: return time.value
    }
  }

  private func evidenceCell(of claim: RecordedClaim) -> String? {
    guard let evidence = claim.evidence.first else { return nil }
    switch self {
    case .link: return evidence.link
    case .spanStart: return String(evidence.span.start)
    case .spanEnd: return String(evidence.span.end)
    case .sourceStart: return evidence.source.map { String($0.start) }
    case .sourceEnd: return evidence.source.map { String($0.end) }
    default: return evidence.exact
    }
  }
}
