/// The parts of the manual that are written from the program itself.
///
/// They stand in `Rules/README.md` between `<!-- NAME -->` and `<!-- end -->`; a test compares them.
package enum RuleReference: String, CaseIterable, Sendable {
  case clauses
  case tests
  case constructions
  case statuses
  case limits
  case builtIns = "built-ins"
  case codes

  /// The part as Markdown.
  package var text: String {
    switch self {
    case .clauses:
      Self.table(
        ["clause", "in", "does"],
        ClauseWord.all.map { ["`\($0.form)`", Self.name(of: $0.owner), $0.meaning] }
      )
    case .tests:
      Self.table(
        ["test", "a token that"],
        TokenTestNames.meanings.map { ["`\($0.name)`", $0.meaning] }
      )
    case .constructions:
      Self.table(["construction", "reads", "for example"], Self.constructionRows)
    case .statuses:
      Self.table(["status", "means"], Self.statusRows)
    case .limits:
      Self.table(
        ["limit", "of"],
        [
          ["\(Limits.gap) tokens", "a gap"],
          ["\(Limits.repetitions) times", "a repetition; `*` and `+` stop there"],
          ["\(Limits.instructions) steps", "a pattern, with its `let` names put in"],
          ["\(Limits.captures) captures", "a pattern"],
          ["\(Limits.sentenceTokens) tokens", "a sentence; what stands behind is cut off"],
        ]
      )
    case .builtIns:
      Self.table(
        ["call", "gives"],
        ValueBuiltIn.all.map { ["`\($0.name)(\($0.arguments))`", $0.meaning] }
      )
    case .codes:
      Self.table(
        ["code", "", "finding", "what to do"],
        RuleDiagnosticCode.allCases.map { code in
          [code.rawValue, code.isWarning ? "warning" : "error", code.help.title, code.help.text]
        }
      )
    }
  }

  private static func name(of owner: ClauseWord.Owner) -> String {
    switch owner {
    case .entity: "entity"
    case .relation: "relation"
    case .either: "both"
    }
  }

  private static let statusRows = [
    ["`completed`", "it has happened, or holds now"],
    ["`planned`", "decided, agreed or announced"],
    ["`in_talks`", "being negotiated or considered"],
    ["`possible`", "it could or may happen; rumoured"],
    ["`ended`", "called off, rejected, failed, or no longer so"],
    ["`negated`", "words that deny; in a test, a claim that the text denies"],
    ["`unstated`", "in a test only: `completed`, and no word says so"],
  ]

  /// What a frame of verb and noun covers, from a rule of two roles.
  private static var constructionRows: [[String]] {
    let text = """
      relation deal : deal(buyer: ORG, target: ORG)
        verbs acquire
        nouns acquisition
        frame buyer VERB target
        frame buyer NOUN target
        frame buyer target NOUN
      """
    let library = RuleLibrary([RuleFile(path: "deal.aver", text: text)])
    let lines = RuleExpansion.lines(ofRule: "deal", in: library) ?? []
    return lines.compactMap { line in
      let halves = line.split(separator: "    # ", maxSplits: 1)
      guard halves.count == 2, let gap = halves[0].firstIndex(of: " ") else { return nil }
      let pattern = String(halves[0][gap...]).trimmed
      return [
        "`\(halves[0][..<gap].dropFirst("deal/".count))`",
        "`\(pattern.split(separator: "|").joined(separator: "\\|"))`", String(halves[1]),
      ]
    }
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    let lines =
      [header, header.map { _ in "---" }]
      + rows.map { row in
        row.map { cell in
          cell.hasPrefix("`") && cell.contains("\\|")
            ? cell
            : cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        }
      }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}
