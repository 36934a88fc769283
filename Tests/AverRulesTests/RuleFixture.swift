import AverModel
import AverRuleFuzzing

@testable import AverRules

/// Rules and sentences for the tests of this target; words are what stands between spaces.
enum RuleFixture {
  static func compile(_ text: String, _ others: [RuleFile] = []) throws(RuleError) -> RuleSet {
    try compile([RuleFile(path: "test.aver", text: text)] + others)
  }

  static func compile(_ files: [RuleFile]) throws(RuleError) -> RuleSet {
    try RuleCompiler.compile(RuleLibrary(files), digest: "test") { texts, _ in
      texts.map { $0.split(separator: " ").map(String.init) }
    }
  }

  /// Every finding of a compilation, whether it fails or not.
  static func findings(_ files: [RuleFile]) -> (diagnostics: [RuleDiagnostic], files: [RuleFile]) {
    let (_, found) = RuleCompiler.check(RuleLibrary(files), digest: "test") { texts, _ in
      texts.map { $0.split { $0 == " " || $0 == "'" }.map(String.init) }
    }
    return (found.diagnostics, found.files)
  }

  static func findings(_ text: String) -> [RuleDiagnostic] {
    findings([RuleFile(path: "test.aver", text: text)]).diagnostics
  }

  /// The errors of a file as their codes and the words they point at.
  static func errors(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return findings(text).filter { !$0.code.isWarning }.map { finding in
      let words = bytes[finding.place.start..<min(finding.place.end, bytes.count)]
      return finding.code.rawValue + " " + String(decoding: words, as: UTF8.self)
    }
  }

  static func parse(_ text: String) -> RuleFileSyntax {
    RuleParser.parse(RuleFile(path: "test.aver", text: text), file: 0).0
  }

  /// A sentence ready for the machine, with its list entries found.
  static func input(_ text: String, _ rules: RuleSet) -> SentenceInput {
    let analyzed = SpacedText.analyzed(text, rules)
    let input = SentenceInput(text: analyzed, rules: rules)
    input.load(TokenRange(0, analyzed.tokenized.tokens.count))
    return input
  }

  /// What each match of the only entity rule covers, captures behind it: `a b x=b`.
  static func matches(_ text: String, _ rules: RuleSet, rule: Int = 0) -> [String] {
    let input = input(text, rules)
    var machine = PatternMachine(rules: rules)
    var result: [String] = []
    for program in rules.entityRules[rule].patterns {
      machine.forEachMatch(of: program, in: input) { match in
        var parts = [input.text.tokenized.string(TokenRange(match.start, match.end))]
        for (name, capture) in zip(program.captureNames, match.captures) {
          guard let capture else { continue }
          let words = input.text.tokenized.string(capture.tokens)
          parts.append(name + "=" + words + (capture.entry.map { "/" + $0 } ?? ""))
        }
        result.append(parts.joined(separator: " "))
      }
    }
    return result
  }
}
