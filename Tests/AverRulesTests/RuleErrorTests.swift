import AverTestSupport
import Foundation
import Testing

@testable import AverRules

/// Messages about rule files, word for word: each folder of `Corpus/rule-errors` has an `input.aver`,
/// perhaps other files that it needs, and the messages in `expected.txt`.
///
/// With `AVER_RECORD=1` in the environment the expected messages are written anew.
@Suite("Rule errors")
struct RuleErrorTests {
  private static let folder = RepositoryLayout.root + "/Corpus/rule-errors"
  private static let isRecording = ProcessInfo.processInfo.environment["AVER_RECORD"] == "1"

  static let cases: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix("A") }.sorted()
  }()

  private static func messages(of name: String) throws -> String {
    let path = folder + "/" + name
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    let files = try names.filter { $0 != "expected.txt" }.map { file in
      let contents = try Data(contentsOf: URL(fileURLWithPath: path + "/" + file))
      return RuleFile(path: file, bytes: Array(contents))
    }
    let (diagnostics, all) = RuleFixture.findings(files)
    return diagnostics.map { RuleExcerpt.text(for: $0, in: all) + "\n" }.joined()
  }

  @Test("a message says where, what, and the way out", arguments: cases)
  func golden(name: String) throws {
    let messages = try Self.messages(of: name)
    let path = Self.folder + "/" + name + "/expected.txt"
    if Self.isRecording { try messages.write(toFile: path, atomically: true, encoding: .utf8) }
    #expect(messages == (try String(contentsOfFile: path, encoding: .utf8)))
    let code = String(name.prefix(5))
    #expect(messages.contains("[\(code)]"))
  }

  @Test("every code has an example")
  func completeness() {
    // No file can be had for `A0001`.
    let wanted = RuleDiagnosticCode.allCases.filter { $0 != .unreadableFile }.map(\.rawValue)
    #expect(Set(wanted) == Set(Self.cases.map { String($0.prefix(5)) }))
  }

  @Test("ten different errors of one file are reported in one run, in order")
  func manyErrors() {
    let text = """
      lst fruit = apple
      list name exact
      entity a : ORG
        mtch x
      entity b : ORG
        match @nothing
      entity c : ORG
        match (x
      entity d : ORG
        match [nonsense]
      entity e : ORG
        match [/(/]
      entity f : ORG
        match NOTYPE
      entity g : ORG
        match x:deal
        value mony(x)
      entity h : ORG
        match ..99 x
      relation r : r(a: ORG)
        verbs buy
        frame a VERB
        off pasive
      status nonsense = x
      entity a : ORG
        match y
        test "no end" =>
      """
    let errors = RuleFixture.errors(text)
    #expect(
      errors == [
        "A0101 lst", "A0104 name", "A0119 a", "A0102 mtch", "A0107 @nothing", "A0105 (",
        "A0110 [nonsense]", "A0111 [/(/]", "A0114 NOTYPE", "A0115 mony", "A0118 ..99",
        "A0123 pasive", "A0120 nonsense", "A0108 a", "A0122 \"no end\"",
      ]
    )
    #expect(Set(errors.map { $0.prefix(5) }).count >= 10)
  }

  @Test("an error of no file has no place")
  func unreadable() {
    let place = RulePlace(file: -1, start: 0, end: 0)
    let finding = RuleDiagnostic(.unreadableFile, "`x` cannot be read", at: place, hint: "try y")
    let error = RuleError(diagnostics: [finding, finding], files: [])
    let line = "error[A0001]: `x` cannot be read\n  = help: try y"
    #expect(error.description == line + "\n" + line)
  }

  struct Excerpt: Sendable, CustomTestStringConvertible {
    let text: String
    let start: Int
    let end: Int
    let written: String
    var testDescription: String { text }
  }

  @Test(
    "carets stand under the words",
    arguments: [
      Excerpt(text: "abc def", start: 4, end: 7, written: "1:5|abc def|    ^^^"),
      Excerpt(text: "\tabc", start: 1, end: 4, written: "1:2|\tabc|\t^^^"),
      Excerpt(text: "a\tb\tcd", start: 4, end: 6, written: "1:5|a\tb\tcd| \t \t^^"),
      Excerpt(text: "né été", start: 4, end: 9, written: "1:4|né été|   ^^^"),
      Excerpt(text: "x\ny z", start: 4, end: 5, written: "2:3|y z|  ^"),
      // What goes on in the next line is marked up to the end of its first.
      Excerpt(text: "abc\ndef", start: 1, end: 6, written: "1:2|abc| ^^"),
      Excerpt(text: "abc", start: 3, end: 3, written: "1:4|abc|   ^"),
      Excerpt(text: "abc", start: 1, end: 1, written: "1:2|abc| ^"),
      Excerpt(text: "", start: 0, end: 0, written: "1:1||^"),
      // A character of several code points is as wide as its code points.
      Excerpt(text: "e\u{301} x", start: 4, end: 5, written: "1:4|e\u{301} x|   ^"),
    ]
  )
  func excerpt(row: Excerpt) {
    let file = RuleFile(path: "f", text: row.text)
    let place = RulePlace(file: 0, start: row.start, end: row.end)
    let finding = RuleDiagnostic(.unexpectedText, "m", at: place)
    let lines = RuleExcerpt.text(for: finding, in: [file]).split(separator: "\n").map(String.init)
    let position = lines[0].dropFirst(2).prefix { $0 != " " }.dropLast()
    let written = "\(position)|\(lines[1].dropFirst(5))|\(lines[2].dropFirst(5))"
    #expect(written == row.written)
  }
}
