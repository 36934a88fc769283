/// What a code of a finding means: the text of `aver help CODE` and of the manual.
package struct RuleCodeHelp: Sendable {
  /// A few words, lower case.
  package let title: String
  /// Why it is reported and what to do, in whole sentences.
  package let text: String
  /// A rule file that gives the code; nil where no text alone can.
  package let wrong: String?
  /// The same without it.
  package let right: String?

  init(_ title: String, _ text: String, wrong: String? = nil, right: String? = nil) {
    self.title = title
    self.text = text
    self.wrong = wrong
    self.right = right
  }
}

extension RuleDiagnosticCode {
  /// What the code means.
  package var help: RuleCodeHelp {
    readingHelp ?? meaningHelp ?? warningHelp ?? RuleCodeHelp("", "")
  }

  /// The page that `aver help` shows.
  package var page: String {
    var result = "\(rawValue) (\(isWarning ? "warning" : "error")): \(help.title)\n\n\(help.text)\n"
    if let wrong = help.wrong { result += "\nWrong:\n\n" + Self.indented(wrong) }
    if let right = help.right { result += "\nRight:\n\n" + Self.indented(right) }
    return result
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "    " + $0 + "\n" }.joined()
  }
}
