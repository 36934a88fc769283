/// Writes a finding with its line and a caret under the words it is about.
package enum RuleExcerpt {
  package static func text(for diagnostic: RuleDiagnostic, in files: [RuleFile]) -> String {
    let severity = diagnostic.code.isWarning ? "warning" : "error"
    guard files.indices.contains(diagnostic.place.file) else {
      let hint = diagnostic.hint.map { "\n  = help: \($0)" } ?? ""
      return "\(severity)[\(diagnostic.code.rawValue)]: \(diagnostic.message)\(hint)"
    }
    let file = files[diagnostic.place.file]
    let (line, column) = file.position(of: diagnostic.place.start)
    let excerpt = file.line(holding: diagnostic.place.start)
    let number = String(line)
    let margin = String(repeating: " ", count: number.count)
    let lead = String(excerpt.prefix(column - 1).map { $0 == "\t" ? "\t" : " " })
    let words = max(
      1,
      characters(of: diagnostic.place, in: file, limit: excerpt.count - column + 1)
    )
    let carets = String(repeating: "^", count: words)
    let hint = diagnostic.hint.map { " " + $0 } ?? ""
    return """
      \(file.path):\(line):\(column): \(severity)[\(diagnostic.code.rawValue)]: \
      \(diagnostic.message)
       \(number) | \(excerpt)
       \(margin) | \(lead)\(carets)\(hint)
      """
  }

  private static func characters(of place: RulePlace, in file: RuleFile, limit: Int) -> Int {
    let end = min(place.end, file.bytes.count)
    guard place.start < end else { return 1 }
    let count = file.bytes[place.start..<end].prefix { $0 != 0x0A }.count { $0 & 0xC0 != 0x80 }
    return min(count, max(1, limit))
  }
}
