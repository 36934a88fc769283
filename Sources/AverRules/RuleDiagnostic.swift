/// What is wrong with a rule file.
///
/// Codes are stable: they stand in messages, tests and manuals.
package enum RuleDiagnosticCode: String, Sendable, CaseIterable {
  case unreadableFile = "A0001"
  case invalidEncoding = "A0002"
  case unknownDeclaration = "A0101"
  case unknownClause = "A0102"
  case clauseOutsideDeclaration = "A0103"
  case unexpectedText = "A0104"
  case unclosedDelimiter = "A0105"
  case missingName = "A0106"
  case undefinedName = "A0107"
  case duplicateName = "A0108"
  case emptyPattern = "A0109"
  case unknownTest = "A0110"
  case invalidRegularExpression = "A0111"
  case unknownRole = "A0112"
  case unboundRole = "A0113"
  case unknownType = "A0114"
  case unknownBuiltIn = "A0115"
  case unknownCapture = "A0116"
  case recursiveDefinition = "A0117"
  case limitExceeded = "A0118"
  case missingClause = "A0119"
  case unknownStatus = "A0120"
  case missingFile = "A0121"
  case malformedExpectation = "A0122"
  case unknownVariant = "A0123"
  case unsatisfiableTest = "A0302"
  case duplicateEntry = "A0303"
  case unusedName = "A0304"
  case missingTrigger = "A0310"
  case missingExample = "A0311"

  /// Whether the rules can be used all the same.
  package var isWarning: Bool { rawValue >= "A0300" }
}

/// One finding in a rule file, with its place and, where one exists, the way out.
package struct RuleDiagnostic: Hashable, Sendable {
  package let code: RuleDiagnosticCode
  /// Lower case, one line, no final stop; names in back quotes.
  package let message: String
  package let place: RulePlace
  /// What to do, shown after the caret; nil if there is nothing to say.
  package let hint: String?

  package init(
    _ code: RuleDiagnosticCode,
    _ message: String,
    at place: RulePlace,
    hint: String? = nil
  ) {
    self.code = code
    self.message = message
    self.place = place
    self.hint = hint
  }
}

/// Rules that cannot be used: every error and warning of a run, in order of files and lines.
package struct RuleError: Error, Sendable, CustomStringConvertible {
  package let diagnostics: [RuleDiagnostic]
  package let files: [RuleFile]

  package init(diagnostics: [RuleDiagnostic], files: [RuleFile]) {
    self.diagnostics = diagnostics
    self.files = files
  }

  package var description: String {
    diagnostics.map { RuleExcerpt.text(for: $0, in: files) }.joined(separator: "\n")
  }
}

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
