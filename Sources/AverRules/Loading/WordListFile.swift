/// A word list outside the rule files: one entry a line, or a table with named columns.
struct WordListFile {
  /// Reads the entries that a `from` clause asks for.
  static func entries(
    of file: RuleFile,
    at index: Int,
    source: ListSource
  ) -> (entries: [ListSyntax.Entry], diagnostics: [RuleDiagnostic]) {
    source.keyColumn == nil
      ? (plainEntries(of: file, at: index), []) : tableEntries(of: file, at: index, source: source)
  }

  private static func plainEntries(of file: RuleFile, at index: Int) -> [ListSyntax.Entry] {
    lines(of: file).compactMap { line in
      let text = String(decoding: file.bytes[line], as: UTF8.self).trimmed
      return text.isEmpty ? nil : entry(text, value: nil, identifiers: [], index, line)
    }
  }

  private static func tableEntries(
    of file: RuleFile,
    at index: Int,
    source: ListSource
  ) -> (entries: [ListSyntax.Entry], diagnostics: [RuleDiagnostic]) {
    var rows = lines(of: file)[...]
    guard let header = rows.popFirst() else { return ([], []) }
    let columns = cells(file, header)
    var diagnostics: [RuleDiagnostic] = []
    func column(_ name: String?) -> Int? {
      guard let name else { return nil }
      if let found = columns.firstIndex(of: name) { return found }
      let hint = Suggestion.hint(for: name, among: columns)
      diagnostics.append(
        RuleDiagnostic(
          .undefinedName,
          "`\(source.path)` has no column `\(name)`",
          at: source.place,
          hint: hint
        )
      )
      return nil
    }
    let key = column(source.keyColumn)
    let alias = column(source.aliasColumn)
    let attributes = source.attributeColumns.compactMap { name in column(name).map { (name, $0) } }
    guard let key else { return ([], diagnostics) }
    var entries: [ListSyntax.Entry] = []
    for row in rows {
      let cells = cells(file, row)
      guard key < cells.count, !cells[key].isEmpty else { continue }
      let identifiers = attributes.compactMap { name, column in
        column < cells.count ? identifier(name, cells[column]) : nil
      }
      entries.append(entry(cells[key], value: cells[key], identifiers: identifiers, index, row))
      guard let alias, alias < cells.count else { continue }
      for text in cells[alias].split(separator: "|") {
        entries.append(
          entry(String(text).trimmed, value: cells[key], identifiers: identifiers, index, row)
        )
      }
    }
    return (entries.filter { !$0.text.isEmpty }, diagnostics)
  }

  /// The address that an identifier stands for; nil for columns that are no identifiers.
  private static func identifier(_ column: String, _ value: String) -> String? {
    guard !value.isEmpty else { return nil }
    switch column {
    case "wikidata": return "http://www.wikidata.org/entity/" + value
    case "lei": return "https://search.gleif.org/#/record/" + value
    case "isin": return "urn:isin:" + value
    default: return value.hasPrefix("http") ? value : nil
    }
  }

  private static func entry(
    _ text: String,
    value: String?,
    identifiers: [String],
    _ index: Int,
    _ line: Range<Int>
  ) -> ListSyntax.Entry {
    ListSyntax.Entry(
      text: text,
      value: value,
      identifiers: identifiers,
      place: RulePlace(file: index, start: line.lowerBound, end: line.upperBound)
    )
  }

  private static func cells(_ file: RuleFile, _ line: Range<Int>) -> [String] {
    file.bytes[line].split(separator: 0x09, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self).trimmed }
  }

  /// Lines that are neither empty nor comments.
  private static func lines(of file: RuleFile) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    let bytes = file.bytes
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if end > start, bytes[start] != 0x23, bytes[start] != 0x0D { result.append(start..<end) }
      start = end + 1
    }
    return result
  }
}
