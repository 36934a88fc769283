package import AverModel

/// Writes claims as short blocks for people: what, who, how sure, in which words, and where.
package enum ClaimText {
  package static func block(for claim: Claim, of document: DocumentIdentity) -> String {
    let text = document.clean
    var lines: [String] = []
    let isNegated = claim.polarity == .negated ? "not " : ""
    lines.append("\(claim.type) (\(isNegated)\(claim.status.rawValue))")
    if let statement = claim.statement { lines.append("  " + VisibleText.escaped(statement)) }
    let width = claim.roles.map(\.name.count).max() ?? 0
    for role in claim.roles {
      let fillers = role.fillers.map { describe($0, in: text) }.joined(separator: "; ")
      let padding = String(repeating: " ", count: width - role.name.count)
      lines.append("  \(role.name):\(padding) \(VisibleText.escaped(fillers))")
    }
    if !claim.attribution.isEmpty {
      let sources = claim.attribution.map { "\($0.name) (\($0.kind.rawValue))" }
      lines.append("  according to " + VisibleText.escaped(sources.joined(separator: ", ")))
    }
    for range in claim.evidence {
      lines.append("  “" + VisibleText.escaped(folded(text.string(range))) + "”")
      lines.append("    " + VisibleText.escaped(place(of: range, in: document)))
    }
    lines.append("  rule " + VisibleText.escaped(claim.rule.description))
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// `file:48213-48279`, in bytes of the file or, for a record's text, code points of it.
  private static func place(of range: ByteRange, in document: DocumentIdentity) -> String {
    if let source = document.source(of: range) {
      return "\(document.clean.identifier):\(source.start)-\(source.end)"
    }
    let span = document.index.span(range)
    return "\(document.clean.identifier), characters \(span.start)-\(span.end)"
  }

  private static func describe(_ filler: Claim.RoleFiller, in text: CleanText) -> String {
    let hedge = filler.status.map { " (\($0.rawValue))" } ?? ""
    if let word = filler.vocabularyWord { return word + hedge }
    switch filler.value {
    case .money(let money): return "\(describe(money.amount)) \(money.currency)" + hedge
    case .number(let number):
      let unit = number.unit.map { $0 == "percent" ? "%" : " " + $0.spaced } ?? ""
      return describe(number.amount) + unit + hedge
    case .time(let time):
      let relation = time.relation.map { $0 == .fromTo ? "" : $0.rawValue + " " } ?? ""
      return relation + time.value + hedge
    case .name(let name): return (filler.name ?? name) + hedge
    case nil: return (filler.name ?? folded(text.string(filler.range))) + hedge
    }
  }

  private static func describe(_ amount: Amount) -> String {
    switch amount {
    case .single(let value, .exact): grouped(value)
    case .single(let value, let bound): bound.rawValue.spaced + " " + grouped(value)
    case .between(let low, let high): grouped(low) + " to " + grouped(high)
    }
  }

  /// Digits in groups of three: `13,000,000,000`.
  private static func grouped(_ value: ExactDecimal) -> String {
    let parts = value.description.split(separator: ".", maxSplits: 1)
    let whole = Array(parts.first ?? "")
    var result = ""
    for (index, digit) in whole.enumerated() {
      let rest = whole.count - index
      if index > 0, rest % 3 == 0, whole[index - 1] != "-" { result.append(",") }
      result.append(digit)
    }
    return parts.count > 1 ? result + "." + parts[1] : result
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension String {
  /// The words of a name that joins them by `_`.
  fileprivate var spaced: String { String(map { $0 == "_" ? " " : $0 }) }
}
