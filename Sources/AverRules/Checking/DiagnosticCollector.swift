/// Something that reads rules and notes what is wrong with them.
protocol DiagnosticCollector {
  var diagnostics: [RuleDiagnostic] { get set }
}

extension DiagnosticCollector {
  mutating func report(
    _ code: RuleDiagnosticCode,
    _ message: String,
    _ place: RulePlace,
    _ hint: String?,
    fix: RuleFix? = nil
  ) {
    diagnostics.append(RuleDiagnostic(code, message, at: place, hint: hint, fix: fix))
  }
}
