/// Lists, maps and status words: entries are text between `|` or line ends, not patterns.
extension RuleParser {
  mutating func readList(_ group: Group) {
    guard let header = readListHeader(group) else { return }
    var list = header.list
    var ranges = group.ranges
    ranges[0].start = header.end
    for range in ranges { list.entries += entries(in: range, value: nil) }
    if list.entries.isEmpty, list.source == nil {
      report(.emptyPattern, "list `\(list.name)` has no entry", list.place, nil)
    }
    add(list)
  }

  mutating func readMap(_ group: Group) {
    guard var list = readListHeader(group)?.list else { return }
    var value: String?
    for range in group.ranges.dropFirst() {
      let equals = lexer.splitPoint(in: range, at: 0x3D)
      if let equals {
        value = lexer.text(range.start, equals).trimmed
        list.entries += entries(in: (equals + 1, range.end), value: value)
      } else if let value {
        list.entries += entries(in: range, value: value)
      } else {
        let at = RulePlace(file: file, start: range.start, end: range.end)
        report(.unexpectedText, "this line gives no value", at, "write `VALUE = word | word`")
      }
    }
    if list.entries.isEmpty, list.source == nil {
      report(.emptyPattern, "map `\(list.name)` has no entry", list.place, nil)
    }
    add(list)
  }

  /// The parts of a `status` or `stance` clause that `;` sets apart: `stance denied = deny ; confirmed =
  /// confirm`.
  mutating func readStatuses(_ clause: Group) -> [StatusSyntax] {
    var parts: [Group] = []
    for range in clause.ranges {
      var rest = range
      var isFirst = true
      while true {
        let stop = lexer.splitPoint(in: rest, at: 0x3B)
        let part = (start: rest.start, end: stop ?? rest.end)
        if parts.isEmpty || !isFirst {
          parts.append(
            Group(keyword: clause.keyword, keywordPlace: clause.keywordPlace, ranges: [part])
          )
        } else {
          parts[parts.count - 1].ranges.append(part)
        }
        guard let stop else { break }
        rest.start = stop + 1
        isFirst = false
      }
    }
    return parts.compactMap { readStatus($0) }
  }

  mutating func readStatus(_ group: Group) -> StatusSyntax? {
    guard let range = group.ranges.first, let equals = lexer.splitPoint(in: range, at: 0x3D) else {
      let hint = "write `status planned = agree~ to | will`"
      report(.unexpectedText, "`=` is missing after the name", group.keywordPlace, hint)
      return nil
    }
    let name = lexer.text(range.start, equals).trimmed
    guard !name.isEmpty,
      name.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x5F })
    else {
      let hint = "a name is letters and underscores: `planned`"
      report(.unexpectedText, "`\(name)` is no name", nameplace(name, in: range), hint)
      return nil
    }
    for further in group.ranges.dropFirst() {
      guard let sign = lexer.splitPoint(in: further, at: 0x3D) else { continue }
      let hint = "begin it with the keyword, or set it apart with `;`"
      let at = RulePlace(file: file, start: sign, end: sign + 1)
      report(.unexpectedText, "a further name stands among the words", at, hint)
      return nil
    }
    var ranges = group.ranges
    ranges[0].start = equals + 1
    let words = ranges.flatMap { entries(in: $0, value: nil) }
    for word in words where word.text.hasPrefix("@") {
      let hint = "write the words themselves, with `|` between them"
      report(
        .unexpectedText,
        "`\(word.text)` would be taken as a word of the text",
        word.place,
        hint
      )
    }
    return StatusSyntax(name: name, entries: words, place: nameplace(name, in: range))
  }

  func nameplace(_ name: String, in range: (start: Int, end: Int)) -> RulePlace {
    var start = range.start
    while start < range.end, lexer.text(start, start + 1) == " " { start += 1 }
    return RulePlace(file: file, start: start, end: start + max(1, name.utf8.count))
  }

  /// The declaration without its entries, and the byte after the header.
  private mutating func readListHeader(
    _ group: Group
  ) -> (list: ListSyntax, end: Int)? {
    guard let range = group.ranges.first else { return nil }
    // Entries are no tokens (they may hold any sign), so only what stands before `=` is cut up.
    let equals = group.keyword == "list" ? lexer.splitPoint(in: range, at: 0x3D) : nil
    let headerEnd = equals ?? range.end
    var cursor = TokenCursor(lexer.tokens(in: [(range.start, headerEnd)]))
    guard let name = takeName(&cursor, group) else { return nil }
    let isExact = cursor.take(word: "exact")
    var source: ListSource?
    if cursor.take(word: "from") {
      source = readSource(&cursor, group)
      if source == nil { return nil }
    } else if group.keyword == "list", equals == nil {
      report(.unexpectedText, "`=` is missing after the name", name.1, nil)
      return nil
    }
    if let rest = cursor.peek {
      report(.unexpectedText, "a list is written `list NAME exact = a | b`", place(rest), nil)
      return nil
    }
    let list = ListSyntax(
      name: name.0,
      isExact: isExact,
      entries: [],
      source: source,
      place: name.1
    )
    return (list, equals.map { $0 + 1 } ?? range.end)
  }

  private mutating func readSource(_ cursor: inout TokenCursor, _ group: Group) -> ListSource? {
    guard let token = cursor.next, case .quoted(let path) = token.kind else {
      report(.missingName, "`from` names no file", group.keywordPlace, "write `from \"list.txt\"`")
      return nil
    }
    var key: String?
    var alias: String?
    var attributes: [String] = []
    while let token = cursor.peek, case .word(let word) = token.kind {
      _ = cursor.next
      switch word {
      case "key": key = takeColumn(&cursor)
      case "alias": alias = takeColumn(&cursor)
      case "attrs":
        while let column = takeColumn(&cursor) { attributes.append(column) }
      default:
        let hint = Suggestion.hint(for: word, among: ["key", "alias", "attrs"])
        report(.unexpectedText, "`\(word)` is unexpected here", place(token), hint)
        return nil
      }
    }
    return ListSource(
      path: path,
      keyColumn: key,
      aliasColumn: alias,
      attributeColumns: attributes,
      place: place(token)
    )
  }

  private func takeColumn(_ cursor: inout TokenCursor) -> String? {
    guard let token = cursor.peek, case .word(let word) = token.kind,
      !["key", "alias", "attrs"].contains(word)
    else { return nil }
    _ = cursor.next
    return word
  }

  /// The entries between `|` in a range; quotes around an entry are taken off.
  func entries(in range: (start: Int, end: Int), value: String?) -> [ListSyntax.Entry] {
    var result: [ListSyntax.Entry] = []
    var start = range.start
    while start <= range.end {
      let stop = lexer.splitPoint(in: (start, range.end), at: 0x7C) ?? range.end
      if let entry = entry(start, stop, value: value) { result.append(entry) }
      start = stop + 1
    }
    return result
  }

  private func entry(_ start: Int, _ end: Int, value: String?) -> ListSyntax.Entry? {
    let text = lexer.text(start, end)
    let trimmed = text.trimmed
    guard !trimmed.isEmpty else { return nil }
    let lead = text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
    let place = RulePlace(
      file: file,
      start: start + lead,
      end: start + lead + trimmed.utf8.count
    )
    let isQuoted = trimmed.utf8.count > 2 && trimmed.hasPrefix("\"") && trimmed.hasSuffix("\"")
    return ListSyntax.Entry(
      text: isQuoted ? String(trimmed.dropFirst().dropLast()) : trimmed,
      value: value,
      identifiers: [],
      place: place
    )
  }
}
