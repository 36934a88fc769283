import AverModel
package import AverRules

/// What each rule costs, as a table for people.
package struct ProfileReport: Sendable {
  private struct Row {
    let name: String
    let cost: RuleProfile.Cost
    /// Of how many sentences or triggers `tried` is a part; nil for frames, which have only their triggers.
    let sentences: Int?
  }

  private static let fewestMatches = 5
  private static let mostProposals = 3

  private let profile: RuleProfile
  private let rules: RuleSet

  package init(_ profile: RuleProfile, rules: RuleSet) {
    self.profile = profile
    self.rules = rules
  }

  /// The table, each line with its end.
  ///
  /// - Parameter limit: How many rules to show, the most expensive first.
  /// - Returns: A heading, the table, and what could be done about the most expensive rules.
  package func text(limit: Int) -> String {
    let rows = rows
    let total = max(1, rows.reduce(0) { $0 + $1.cost.nanoseconds })
    var lines = [
      "\(profile.documentCount) documents, \(profile.sentenceCount) sentences, "
        + "\(profile.tokenCount) tokens; all rules \(total / 1_000) µs, "
        + "\(perThousand(total)) µs for 1000 tokens",
      "",
      "      µs/1000   share   tried  selects  attempts/token  matches  growth  rule",
    ]
    for row in rows.prefix(limit) {
      let share = Double(row.cost.nanoseconds) / Double(total)
      let selects =
        row.sentences.map { percent(Double(row.cost.tried) / Double(max(1, $0))) } ?? "-"
      let attempts = Double(row.cost.attempts) / Double(max(1, profile.tokenCount))
      lines.append(
        [
          padded(perThousand(row.cost.nanoseconds), 13), padded(percent(share), 8),
          padded("\(row.cost.tried)", 8), padded(selects, 9), padded(decimal(attempts, 3), 16),
          padded("\(row.cost.matches)", 9),
          padded(row.cost.exponent.map { decimal($0, 2) } ?? "-", 8),
        ].joined() + "  " + row.name
      )
    }
    if rows.count > limit { lines.append("  … and \(rows.count - limit) more rules") }
    let open = rows.prefix(limit).filter { row in
      row.sentences.map { row.cost.tried * 10 > $0 * 9 } ?? false
    }
    if !open.isEmpty {
      lines += [
        "",
        "tried in nearly every sentence; a word, list or type that each match needs would help:",
      ]
      lines += open.map { "  \($0.name): \(proposal(for: $0.cost))" }
    }
    let exponents = rows.compactMap { row in row.cost.exponent.map { ($0, row.name) } }
    if let steepest = exponents.max(by: { ($0.0, $1.1) < ($1.0, $0.1) }) {
      lines += ["", "steepest growth: \(decimal(steepest.0, 2)) (\(steepest.1)); 1 is linear"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a rule that is tried nearly everywhere could ask for.
  private func proposal(for cost: RuleProfile.Cost) -> String {
    guard cost.matches >= Self.fewestMatches else {
      return "\(cost.matches) matches, too few to tell what they share"
    }
    let words = cost.shared.words.sorted().map { "“\($0)”" }
    let lists = cost.shared.lists.map { "@\(rules.listNames[$0])" }.sorted()
    let shared = (words + lists).prefix(Self.mostProposals).joined(separator: ", ")
    return shared.isEmpty
      ? "its \(cost.matches) matches share no word and no list"
      : "all \(cost.matches) matches hold \(shared): name it in the pattern"
  }

  /// All rules, the most expensive first.
  private var rows: [Row] {
    var rows = profile.entities.enumerated().map { index, cost in
      Row(
        name: rules.entityRules[index].identifier.description,
        cost: cost,
        sentences: profile.sentenceCount
      )
    }
    for (index, relation) in rules.relations.enumerated() {
      let name = "\(relation.file):\(relation.name)"
      rows.append(Row(name: name + " (frames)", cost: profile.frames[index], sentences: nil))
      rows.append(
        Row(
          name: name + " (patterns)",
          cost: profile.patterns[index],
          sentences: profile.sentenceCount
        )
      )
    }
    return rows.filter { $0.cost.tried > 0 }.sorted {
      ($1.cost.nanoseconds, $0.name) < ($0.cost.nanoseconds, $1.name)
    }
  }

  private func perThousand(_ nanoseconds: Int) -> String {
    decimal(Double(nanoseconds) / Double(max(1, profile.tokenCount)), 2)
  }

  private func percent(_ ratio: Double) -> String { decimal(ratio * 100, 1) + "%" }

  private func decimal(_ value: Double, _ digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    let rest = String(abs(scaled) % scale)
    return "\(scaled < 0 ? "-" : "")\(abs(scaled) / scale)."
      + String(repeating: "0", count: digits - rest.count) + rest
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
