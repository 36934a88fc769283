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
      let fillers = role.fillers.map { FillerText.text(of: $0, in: text) + hedge(of: $0) }.joined(
        separator: "; "
      )
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

  private static func hedge(of filler: Claim.RoleFiller) -> String {
    filler.status.map { " (\($0.rawValue))" } ?? ""
  }

  /// `file:48213-48279`, in bytes of the file or, for a record's text, code points of it.
  private static func place(of range: ByteRange, in document: DocumentIdentity) -> String {
    if let source = document.source(of: range) {
      return "\(document.clean.identifier):\(source.start)-\(source.end)"
    }
    let span = document.index.span(range)
    return "\(document.clean.identifier), characters \(span.start)-\(span.end)"
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
