import Testing

@testable import AverRules

/// Fixes of findings, and the help pages of their codes.
@Suite("Rule fixes")
struct RuleFixTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let wrong: String
    let fixed: String
    var testDescription: String { wrong }
  }

  private static let tests = "  test \"a deal\" => \"deal\"\n  test \"a day\" => none\n"

  @Test(
    "a fix changes what is wrong and nothing else",
    arguments: [
      Row(wrong: "lst fruit = a\n", fixed: "list fruit = a\n"),
      Row(wrong: "entity d : DEAL\n  mtch deal\n", fixed: "entity d : DEAL\n  match deal\n"),
      Row(wrong: "entity d : DEAL\nmatch deal\n", fixed: "entity d : DEAL\n  match deal\n"),
      Row(
        wrong: "entity d : DEAL\n  match a , deal\n",
        fixed: "entity d : DEAL\n  match a \",\" deal\n"
      ),
      Row(
        wrong: "list fruit = a\nentity d : DEAL\n  match @friut\n",
        fixed: "list fruit = a\nentity d : DEAL\n  match @fruit\n"
      ),
      Row(
        wrong: "entity d : DEAL\n  match [digts & cap] deal\n",
        fixed: "entity d : DEAL\n  match [digits & cap] deal\n"
      ),
      Row(
        wrong: "entity d : DEAL\n  match n:[num]\n  value numbr(n)\n",
        fixed: "entity d : DEAL\n  match n:[num]\n  value number(n)\n"
      ),
      Row(
        wrong: "entity d : DEAL\n  match [/big deal/]\n",
        fixed: "entity d : DEAL\n  match big deal\n"
      ),
      Row(wrong: "list a = x | y | x\n", fixed: "list a = x | y\n"),
      Row(wrong: "list a =\n  x | y\n  x | z\n", fixed: "list a =\n  x | y\n  z\n"),
      Row(wrong: "map a\n  1 = x\n  2 = x | z\n", fixed: "map a\n  1 = x\n  2 = z\n"),
      Row(
        wrong: "entity d : DEAL\n  match size:big deal\n",
        fixed: "entity d : DEAL\n  match big deal\n"
      ),
      Row(wrong: "status plannd = will\n", fixed: "status planned = will\n"),
    ]
  )
  func fixes(row: Row) {
    let file = RuleFile(path: "test.aver", text: row.wrong)
    let (diagnostics, files) = RuleFixture.findings([file])
    let (changed, count) = RuleFixer.fixed(diagnostics, in: files)
    #expect(count == 1)
    #expect(changed.map { String(decoding: $0.bytes, as: UTF8.self) } == [row.fixed])
    let rest = RuleFixture.findings(changed).diagnostics
    #expect(rest.allSatisfy { $0.applicableFix(in: changed) == nil })
  }

  @Test("two fixes of one file are made together, overlapping ones one after the other")
  func several() {
    let text = "list a = x | x | x\nentity d : DEAL\n  mtch @b\n  match @aa\n" + Self.tests
    var files = [RuleFile(path: "test.aver", text: text)]
    var rounds = 0
    while rounds < 5 {
      let (diagnostics, all) = RuleFixture.findings(files)
      let changed = RuleFixer.fixed(diagnostics, in: all).files
      if changed.isEmpty { break }
      files = changed
      rounds += 1
    }
    let fixed = "list a = x\nentity d : DEAL\n  match @a\n  match @a\n" + Self.tests
    #expect(String(decoding: files[0].bytes, as: UTF8.self) == fixed)
  }

  @Test("every code has a page, whose examples are true", arguments: RuleDiagnosticCode.allCases)
  func help(code: RuleDiagnosticCode) {
    let help = code.help
    #expect(!help.title.isEmpty)
    #expect(help.text.hasSuffix("."))
    #expect((help.wrong == nil) == (help.right == nil))
    guard let wrong = help.wrong, let right = help.right else {
      #expect([.unreadableFile, .invalidEncoding, .unlistedFile].contains(code))
      return
    }
    #expect(RuleFixture.findings(wrong).contains { $0.code == code })
    let found = RuleFixture.findings(right)
    #expect(!found.contains { $0.code == code || !$0.code.isWarning })
  }
}
