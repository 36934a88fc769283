import AverModel

/// Claims as short blocks for people: what, who, how sure, in which words, and where.
///
/// Whatever would move a terminal's cursor or turn its reading direction is shown as an escape.
package struct ClaimBlocks: ClaimExport {
  /// Whether to mark parts by the colours of a terminal.
  private let isColoured: Bool

  package init(isColoured: Bool = false) { self.isColoured = isColoured }

  package func bytes(for document: DocumentClaims) -> [UInt8] {
    document.claims.flatMap { Array(block(for: $0).utf8) }
  }

  private func block(for claim: RecordedClaim) -> String {
    let negation = claim.polarity == "negated" ? "not " : ""
    let status = painted("(\(negation)\(shown(claim.status)))", statusColour(of: claim))
    var lines = [painted(shown(claim.type), .bold) + " " + status]
    if let statement = claim.statement { lines.append("  " + shown(statement)) }
    let width = claim.roles.map(\.name.count).max() ?? 0
    for role in claim.roles {
      let fillers = role.fillers.map { $0.shown + ($0.status.map { " (\($0))" } ?? "") }
      let padding = String(repeating: " ", count: width - role.name.count)
      let name = painted("\(shown(role.name)):", .faint)
      lines.append("  \(name)\(padding) \(shown(fillers.joined(separator: "; ")))")
    }
    if !claim.attribution.isEmpty {
      let sources = claim.attribution.map { "\($0.name) (\($0.kind))" }
      lines.append("  according to " + shown(sources.joined(separator: ", ")))
    }
    for evidence in claim.evidence {
      let words = evidence.exact.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      lines.append("  “" + painted(shown(words), .quoted) + "”")
      lines.append("    " + painted(shown(place(of: evidence, in: claim.document)), .faint))
    }
    lines.append(painted("  rule " + shown(claim.rule), .faint))
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// `file:48213-48279`, in bytes of the file or, for a record's text, code points of it.
  private func place(of evidence: RecordedClaim.Evidence, in document: RecordedDocument) -> String {
    if let source = evidence.source {
      return "\(document.identifier):\(source.start)-\(source.end)"
    }
    return "\(document.identifier), characters \(evidence.span.start)-\(evidence.span.end)"
  }

  private func shown(_ text: String) -> String { VisibleText.escaped(text) }

  private func statusColour(of claim: RecordedClaim) -> Style {
    if claim.polarity == "negated" { return .red }
    return switch claim.status {
    case "completed": .green
    case "ended": .red
    default: .yellow
    }
  }

  /// How a part looks: parameters of "select graphic rendition" (ECMA-48, 8.3.117).
  private enum Style: String {
    case bold = "1"
    case faint = "2"
    case quoted = "36"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  private func painted(_ text: String, _ style: Style) -> String {
    isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
