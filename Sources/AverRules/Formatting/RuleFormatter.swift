/// Lays a rule file out in the canonical way.
///
/// Lines stay lines and comments stay where they are; what changes is indentation, the space between
/// words and signs, and empty lines. A file laid out once stays as it is.
package struct RuleFormatter {
  private let file: RuleFile
  private var lexer: RuleLexer
  private var output = ""
  /// The keyword of the declaration and of the clause that the next line may go on with.
  private var declaration = ""
  private var clause = ""
  /// How wide the values of the current map are.
  private var valueWidth = 0
  private var isBlankPending = false

  private init(_ file: RuleFile) {
    self.file = file
    lexer = RuleLexer(file, file: 0)
  }

  /// Lays a file out.
  ///
  /// - Parameter file: The file.
  /// - Returns: Its text; nil if it has errors, since what cannot be read cannot be laid out.
  package static func text(of file: RuleFile) -> String? {
    guard String(validating: file.bytes, as: UTF8.self) != nil else { return nil }
    let (_, diagnostics) = RuleParser.parse(file, file: 0)
    guard !diagnostics.contains(where: { !$0.code.isWarning }) else { return nil }
    var formatter = RuleFormatter(file)
    formatter.run()
    return formatter.output
  }

  private mutating func run() {
    let lines = lexer.lines()
    var next = 0
    var start = 0
    let bytes = file.bytes
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if next < lines.count, lines[next].start < end {
        write(lines[next], at: next, of: lines, lineEnd: end)
        next += 1
      } else {
        writeComment(start, end)
      }
      start = end + 1
    }
  }

  /// A line without anything but a comment, or with nothing.
  private mutating func writeComment(_ start: Int, _ end: Int) {
    let text = lexer.text(start, end).trimmed
    if text.isEmpty {
      isBlankPending = true
      return
    }
    let isIndented = file.bytes[start] != 0x23
    put((isIndented ? "  " : "") + text)
  }

  private mutating func put(_ line: String) {
    if isBlankPending, !output.isEmpty { output += "\n" }
    isBlankPending = false
    output += line + "\n"
  }

  private mutating func write(
    _ line: RuleLexer.Line,
    at index: Int,
    of lines: [RuleLexer.Line],
    lineEnd: Int
  ) {
    var text = laidOut(line, at: index, of: lines)
    if Self.holdsComment(text) {
      text = (line.isIndented ? "  " : "") + lexer.text(line.start, line.end)
    }
    let comment = lexer.text(line.end, lineEnd).trimmed
    if !comment.isEmpty { text += "  " + comment }
    put(text)
  }

  /// Whether a `#` that stood behind another sign would now begin a comment.
  private static func holdsComment(_ text: String) -> Bool {
    guard text.utf8.contains(0x23) else { return false }
    let file = RuleFile(path: "line", text: text)
    return RuleLexer(file, file: 0).lines().first?.end != file.bytes.count
  }

  private mutating func laidOut(
    _ line: RuleLexer.Line,
    at index: Int,
    of lines: [RuleLexer.Line]
  ) -> String {
    let word = lexer.firstWord(of: line)
    let rest = (start: line.start + word.utf8.count, end: line.end)
    if !line.isIndented {
      declaration = word
      clause = ""
      if word == "map" { valueWidth = widestValue(after: index, lines) }
      return word + " " + declarationBody(rest)
    }
    let takesClauses = ["entity", "relation", "attribution"].contains(declaration)
    if takesClauses, RuleParser.clauses.contains(word) {
      clause = word
      let keyword = word.utf8.count < 8 ? Self.padded(word, 8) : word + " "
      return ("  " + keyword + clauseBody(rest)).withoutTrailingSpaces
    }
    let whole = (start: line.start, end: line.end)
    if clause.isEmpty { return "  " + continuation(whole) }
    let body = clauseBody(whole)
    return (body.hasPrefix("=>") ? "            " : "          ") + body
  }

  private func widestValue(after index: Int, _ lines: [RuleLexer.Line]) -> Int {
    lines[(index + 1)...].prefix(while: \.isIndented).compactMap { line in
      lexer.splitPoint(in: (line.start, line.end), at: 0x3D)
        .map { lexer.text(line.start, $0).trimmed.count }
    }.max() ?? 0
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func declarationBody(_ range: (start: Int, end: Int)) -> String {
    switch declaration {
    case "list", "status":
      guard let equals = lexer.splitPoint(in: range, at: 0x3D) else {
        return spaced(range, as: .pattern)
      }
      let entries = entries((equals + 1, range.end))
      let header = spaced((range.start, equals), as: .pattern) + " ="
      return entries.isEmpty ? header : header + " " + entries
    case "use": return lexer.text(range.start, range.end).trimmed
    case "entity", "relation", "attribution": return spaced(range, as: .header)
    default: return spaced(range, as: .pattern)
    }
  }

  /// A line that goes on with a declaration.
  private func continuation(_ range: (start: Int, end: Int)) -> String {
    switch declaration {
    case "list", "status": return entries(range)
    case "map":
      guard let equals = lexer.splitPoint(in: range, at: 0x3D) else { return entries(range) }
      let value = Self.padded(lexer.text(range.start, equals).trimmed, valueWidth)
      return value + " = " + entries((equals + 1, range.end))
    case "entity", "relation", "attribution": return spaced(range, as: .roles)
    default: return spaced(range, as: .pattern)
    }
  }

  private func clauseBody(_ range: (start: Int, end: Int)) -> String {
    switch clause {
    case "verbs", "nouns", "off", "require": return entries(range)
    case "status", "stance": return statuses(range)
    case "doc", "statement": return lexer.text(range.start, range.end).trimmed
    case "test", "todo": return spaced(range, as: .test)
    case "value": return spaced(range, as: .value)
    case "with": return spaced(range, as: .filler)
    default: return spaced(range, as: .pattern)
    }
  }

  private func statuses(_ range: (start: Int, end: Int)) -> String {
    var parts: [String] = []
    var start = range.start
    while true {
      let stop = lexer.splitPoint(in: (start, range.end), at: 0x3B) ?? range.end
      if let equals = lexer.splitPoint(in: (start, stop), at: 0x3D) {
        parts.append(lexer.text(start, equals).trimmed + " = " + entries((equals + 1, stop)))
      } else {
        parts.append(entries((start, stop)))
      }
      guard stop < range.end else { break }
      start = stop + 1
    }
    return parts.joined(separator: " ; ")
  }

  /// What stands between `|`, with one space on either side.
  private func entries(_ range: (start: Int, end: Int)) -> String {
    var parts: [String] = []
    var start = range.start
    while start <= range.end {
      let stop = lexer.splitPoint(in: (start, range.end), at: 0x7C) ?? range.end
      let text = lexer.text(start, stop).trimmed
      if !text.isEmpty { parts.append(text) }
      start = stop + 1
    }
    return parts.joined(separator: " | ")
  }

  private func spaced(_ range: (start: Int, end: Int), as kind: TokenSpacing) -> String {
    var lexer = lexer
    let tokens = lexer.tokens(in: [range])
    var result = ""
    for (index, token) in tokens.enumerated() {
      if index > 0, kind.hasSpace(before: index, in: tokens) { result += " " }
      result += lexer.text(token.start, token.end)
    }
    return result
  }
}

extension String {
  fileprivate var withoutTrailingSpaces: String {
    var view = Substring(self)
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
