import AverModel
package import AverRules

/// How much work each rule does, as text and as a page.
package struct CoverageReport: Sendable {
  private struct Row {
    let name: String
    let counts: RuleCoverage.Counts
    let note: String
  }

  private let coverage: RuleCoverage
  private let rules: RuleSet

  package init(_ coverage: RuleCoverage, rules: RuleSet) {
    self.coverage = coverage
    self.rules = rules
  }

  /// The share of rules of which a match was kept, 0 to 1.
  package var share: Double {
    let all = coverage.entities + coverage.relations
    return all.isEmpty ? 1 : Double(all.count { $0.kept > 0 }) / Double(all.count)
  }

  /// The report, each line with its end.
  ///
  /// - Parameters:
  ///   - showsAll: Whether to print the counts of every rule, not only of those that do nothing.
  ///   - limit: How many names of each list of idle rules, entries and elements to print.
  /// - Returns: A summary, then what is idle, then the tables.
  package func text(showsAll: Bool, limit: Int) -> String {
    var lines = summary
    for (title, rows) in idle where !rows.isEmpty {
      lines += ["", "\(title) (\(rows.count))"]
      lines += rows.prefix(limit).map { "  \($0.name)\($0.note.isEmpty ? "" : "  \($0.note)")" }
      if rows.count > limit { lines.append("  … and \(rows.count - limit) more") }
    }
    let elements = idleElements
    if !elements.isEmpty {
      lines += ["", "elements of used patterns that no kept match needed (\(elements.count))"]
      lines += elements.prefix(limit).map { "  " + $0 }
      if elements.count > limit { lines.append("  … and \(elements.count - limit) more") }
    }
    if showsAll {
      lines += ["", "tried  matched  kept  shadowed  refused  rule"]
      lines += (entityRows + relationRows).map { row in
        Self.columns(row.counts).map { Self.padded($0, 7) }.joined() + "  " + row.name
      }
      lines += ["", "entries  seen  used  list"]
      lines += listRows.map { row in
        row.numbers.map { Self.padded("\($0)", 7) }.joined() + "  " + row.name
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report as one page, with all tables.
  package var page: String {
    var page = BenchPage(title: "Coverage of the rules")
    for line in summary { page.add("p", line) }
    for (title, rows) in idle where !rows.isEmpty {
      page.add("h2", "\(title) (\(rows.count))")
      page.add(markup: "<table>")
      for row in rows { page.add(row: [row.name, row.note]) }
      page.add(markup: "</table>")
    }
    page.add("h2", "Elements of used patterns that no kept match needed")
    for element in idleElements { page.add("p", element) }
    page.add("h2", "Every rule")
    page.add(markup: "<table>")
    page.add(row: ["rule", "tried", "matched", "kept", "shadowed", "refused"])
    for row in entityRows + relationRows {
      page.add(
        row: [row.name] + Self.columns(row.counts),
        kind: row.counts.kept == 0 ? "none" : nil
      )
    }
    page.add(markup: "</table>")
    page.add("h2", "Every list")
    page.add(markup: "<table>")
    page.add(row: ["list", "entries", "seen", "used"])
    for row in listRows { page.add(row: [row.name] + row.numbers.map(String.init)) }
    page.add(markup: "</table>")
    return page.text
  }

  private var summary: [String] {
    let tables = [("entity rules", coverage.entities), ("relations", coverage.relations)]
    var lines = [
      "\(coverage.documentCount) documents, \(coverage.sentenceCount) sentences; "
        + "\(EvaluationReport.rate(share)) of the rules kept a match"
    ]
    for (name, counts) in tables {
      lines.append(
        "  \(name): \(counts.count), tried \(counts.count { $0.tried > 0 }), "
          + "matched \(counts.count { $0.matched > 0 }), kept \(counts.count { $0.kept > 0 })"
      )
    }
    let constructions = coverage.constructions.values
    lines.append(
      "  constructions that matched: \(constructions.count), kept \(constructions.count { $0.kept > 0 })"
    )
    let rows = listRows
    let entryCount = rows.reduce(0) { $0 + $1.numbers[0] }
    let seenCount = rows.reduce(0) { $0 + $1.numbers[1] }
    let usedCount = rows.reduce(0) { $0 + $1.numbers[2] }
    lines.append("  list entries: \(entryCount), seen \(seenCount), used \(usedCount)")
    return lines
  }

  private var entityRows: [Row] {
    coverage.entities.enumerated().map { index, counts in
      let rivals = (coverage.rivals[index] ?? [:]).sorted {
        (-$0.value, $0.key) < (-$1.value, $1.key)
      }
      let note = rivals.first.map {
        "shadowed by \(rules.entityRules[$0.key].identifier.name) in \($0.value) of "
          + "\(counts.matched) matches"
      }
      return Row(
        name: rules.entityRules[index].identifier.description,
        counts: counts,
        note: note ?? (counts.refused > 0 ? "refused in \(counts.refused)" : "")
      )
    }
  }

  private var relationRows: [Row] {
    coverage.relations.enumerated().flatMap { index, counts in
      let relation = rules.relations[index]
      let name = "\(relation.file):\(relation.name)"
      let own = Row(name: name, counts: counts, note: "")
      let constructions = coverage.constructions.filter { $0.key.relation == index }
        .sorted { $0.key < $1.key }
      return [own]
        + constructions.map { Row(name: "\(name)/\($0.key.variant)", counts: $0.value, note: "") }
    }
  }

  /// Rules that do nothing on this corpus, by how far they come.
  private var idle: [(title: String, rows: [Row])] {
    let rows = entityRows + relationRows
    return [
      (
        "never tried: no trigger in the corpus",
        rows.filter { $0.counts.tried == 0 && $0.counts.matched == 0 }
      ),
      ("tried, never matched", rows.filter { $0.counts.tried > 0 && $0.counts.matched == 0 }),
      ("matched, never kept", rows.filter { $0.counts.matched > 0 && $0.counts.kept == 0 }),
    ]
  }

  /// Entries, distinct entries seen, distinct entries used, by list.
  private var listRows: [(name: String, numbers: [Int])] {
    var seen = Array(repeating: 0, count: rules.listNames.count)
    var used = seen
    for (entry, counts) in coverage.entries {
      seen[entry.list] += 1
      if counts.used > 0 { used[entry.list] += 1 }
    }
    let sizes = rules.listSizes
    return rules.listNames.indices.map { (rules.listNames[$0], [sizes[$0], seen[$0], used[$0]]) }
      .sorted { $0.0 < $1.0 }
  }

  /// Words, lists, types and tests of rules that kept matches, but never by way of them.
  private var idleElements: [String] {
    let writer = StepText(rules: rules)
    return rules.entityRules.flatMap { rule -> [String] in
      var order: [String] = []
      var used: Set<String> = []
      var isKept = false
      // A repeated element is compiled several times: it is idle only if all of its copies are.
      for program in rule.patterns {
        let counts = coverage.steps[program.number]
        isKept = isKept || counts != nil
        for step in 0..<program.stepCount {
          guard let element = writer.element(at: step, of: program) else { continue }
          if !order.contains(element) { order.append(element) }
          if let counts, counts[step] > 0 { used.insert(element) }
        }
      }
      guard isKept else { return [] }
      return order.filter { !used.contains($0) }.map { "\(rule.identifier): \($0)" }
    }
  }

  private static func columns(_ counts: RuleCoverage.Counts) -> [String] {
    [counts.tried, counts.matched, counts.kept, counts.shadowed, counts.refused].map(String.init)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
