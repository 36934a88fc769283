import AverRuleLoading
import AverRules
import AverTestSupport
import Foundation
import Testing

@testable import Aver

/// The rule author's manual: its examples run, its tables are those of the program.
///
/// With `AVER_RECORD=1` in the environment the tables are written anew.
@Suite("Manual")
struct ManualTests {
  private static let path = RepositoryLayout.root + "/Rules/README.md"
  private static let isRecording = ProcessInfo.processInfo.environment["AVER_RECORD"] == "1"

  private static func manual() throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  /// The blocks marked `aver`, each a rule file that its first line names, and the tables marked `tsv`.
  static func examples() throws -> [RuleFile] {
    var files: [RuleFile] = []
    var open: (path: String?, lines: [Substring])?
    for line in try manual().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```"), let block = open {
        let name = block.path ?? block.lines.first.map { String($0.dropFirst(2)) } ?? ""
        files.append(
          RuleFile(path: name, text: block.lines.joined(separator: "\n") + "\n")
        )
        open = nil
      } else if line.hasPrefix("```aver") {
        open = (nil, [])
      } else if line.hasPrefix("```tsv ") {
        open = (String(line.dropFirst("```tsv ".count)), [])
      } else {
        open?.lines.append(line)
      }
    }
    return files
  }

  /// The examples in the order of the manual, behind the words and values of the language.
  static func library() throws -> RuleLibrary {
    let root = RepositoryLayout.root + "/Rules"
    let shared = try RuleLoader.library(in: root).files.filter { file in
      let folders = ["en/language/", "en/values/"]
      let files = ["en/claims/status.aver", "en/claims/references.aver"]
      return folders.contains { file.path.hasPrefix($0) } || files.contains(file.path)
    }
    let examples = try examples()
    let names = (shared + examples).map(\.path).filter { $0.hasSuffix(".aver") }
    let main = RuleFile(path: "main.aver", text: names.map { "use \($0)\n" }.joined())
    return RuleLibrary([main] + shared + examples)
  }

  @Test("every example passes the checker without a finding, and its tests alone and in company")
  func examplesRun() throws {
    let examples = try Self.examples()
    #expect(examples.count >= 8)
    let (ruleSet, findings) = RuleLoader.check(try Self.library())
    let own = Set(examples.map(\.path))
    let about = findings.diagnostics.filter { own.contains(findings.files[$0.place.file].path) }
    #expect(about.map { RuleExcerpt.text(for: $0, in: findings.files) } == [])
    var tester = try RuleTester(rules: try #require(ruleSet))
    let outcomes = try tester.run().filter { outcome in
      own.contains(findings.files[outcome.test.syntax.place.file].path)
    }
    #expect(outcomes.count >= 50)
    let failures = outcomes.filter { $0.failure != nil }.map { outcome in
      "\(outcome.test.syntax.sentence): \(outcome.failure?.rawValue ?? "") "
        + "\(outcome.isAlone ? "alone" : "in company"), \(outcome.found)"
    }
    #expect(failures == [])
  }

  @Test("examples are laid out as fmt does", arguments: (try? Self.examples()) ?? [])
  func layout(file: RuleFile) {
    guard file.path.hasSuffix(".aver") else { return }
    #expect(RuleFormatter.text(of: file) == String(decoding: file.bytes, as: UTF8.self))
  }

  @Test("the tables are those of the program", arguments: RuleReference.allCases)
  func reference(part: RuleReference) throws {
    let begin = "<!-- \(part.rawValue) -->\n"
    let end = "<!-- end -->"
    let manual = try Self.manual()
    let start = try #require(manual.range(of: begin)?.upperBound)
    let stop = try #require(manual.range(of: end, range: start..<manual.endIndex)?.lowerBound)
    let wanted = "\n" + part.text + "\n"
    if Self.isRecording {
      let text = manual[..<start] + wanted + manual[stop...]
      try text.write(toFile: Self.path, atomically: true, encoding: .utf8)
    } else {
      #expect(manual[start..<stop] == wanted)
    }
  }

  @Test("the tables leave nothing out")
  func completeness() throws {
    #expect(Set(TokenTestNames.meanings.map(\.name)) == Set(TokenTestNames.all))
    #expect(Set(ValueBuiltIn.all.map(\.name)).count == ValueBuiltIn.all.count)
    for code in RuleDiagnosticCode.allCases {
      #expect(RuleReference.codes.text.contains("| \(code.rawValue) |"))
    }
  }
}
