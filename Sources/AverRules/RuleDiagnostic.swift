/// One finding in a rule file, with its place and, where one exists, the way out.
package struct RuleDiagnostic: Hashable, Sendable {
  package let code: RuleDiagnosticCode
  /// Lower case, one line, no final stop; names in back quotes.
  package let message: String
  package let place: RulePlace
  /// What to do, shown after the caret; nil if there is nothing to say.
  package let hint: String?
  /// What `--fix` changes; nil if an author must decide.
  package let fix: RuleFix?

  package init(
    _ code: RuleDiagnosticCode,
    _ message: String,
    at place: RulePlace,
    hint: String? = nil,
    fix: RuleFix? = nil
  ) {
    self.code = code
    self.message = message
    self.place = place
    self.hint = hint
    self.fix = fix
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
