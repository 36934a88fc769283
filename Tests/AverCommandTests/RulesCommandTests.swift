import AverTestSupport
import Foundation
import Testing

/// The rule author's verbs, run as an author runs them.
@Suite("Rule commands")
struct RulesCommandTests {
  private static let wrong = """
    list fruit = apple | pear | apple
    entity fruit : FRUIT
      mtch @friut
      test "an apple" => "apple"
      test "a day" => none

    """

  private func folder(_ text: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("rules/a.aver", text)
    return folder
  }

  private func text(_ folder: TemporaryFolder) throws -> String {
    String(decoding: try Data(contentsOf: folder.url("rules/a.aver")), as: UTF8.self)
  }

  @Test("check says where and what, and --fix settles it")
  func checkAndFix() throws {
    let folder = try folder(Self.wrong)
    let first = try AverProgram.run(["rules", "check", "rules"], in: folder)
    #expect(first.status == 1)
    #expect(first.text.contains("a.aver:3:3: error[A0102]: `mtch` is no clause"))
    #expect(first.text.hasSuffix("2 errors, 1 warnings; 2 of them --fix can settle\n"))
    let second = try AverProgram.run(["rules", "check", "--fix", "rules"], in: folder)
    #expect(second.status == 0)
    #expect(second.text == "1 entity rules, 0 relations, 1 lists; 0 errors, 0 warnings\n")
    let fixed = Self.wrong.replacing("mtch @friut", with: "match @fruit")
      .replacing(" | pear | apple", with: " | pear")
    #expect(try text(folder) == fixed)
  }

  @Test("a file in the place of a folder is no empty folder", arguments: ["check", "test", "list"])
  func fileForFolder(verb: String) throws {
    let folder = try folder(Self.wrong)
    let result = try AverProgram.run(["rules", verb, "rules/a.aver"], in: folder)
    #expect(result.status == 2)
    #expect(result.messages.contains("`rules/a.aver` is no folder"))
  }

  @Test("findings as JSON, SARIF and for GitHub")
  func formats() throws {
    let folder = try folder(Self.wrong)
    let json = try AverProgram.run(["rules", "check", "rules", "--format", "json"], in: folder)
    #expect(json.status == 1)
    let records = try #require(json.records)
    #expect(records.compactMap { $0["code"] as? String } == ["A0305", "A0119", "A0102"])
    #expect(records[0]["file"] as? String == "rules/a.aver")
    #expect(records[0]["line"] as? Int == 1)
    #expect(records[0]["column"] as? Int == 29)
    #expect(records[0]["end_column"] as? Int == 34)
    #expect(records[0]["severity"] as? String == "warning")
    #expect((records[0]["fix"] as? [[String: Any]])?.count == 1)
    let github = try AverProgram.run(["rules", "check", "rules", "--format", "github"], in: folder)
    #expect(
      github.lines[2]
        == "::error file=rules/a.aver,line=3,endLine=3,col=3,endColumn=7,title=A0102::"
        + "`mtch` is no clause (did you mean `match`?)"
    )
    let sarif = try AverProgram.run(["rules", "check", "rules", "--format", "sarif"], in: folder)
    let log = try #require(try JSONSerialization.jsonObject(with: sarif.output) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    let results = try #require(runs.first?["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["A0305", "A0119", "A0102"])
    #expect(results.map { $0["level"] as? String } == ["warning", "error", "error"])
  }

  @Test("help says what a code means")
  func help() throws {
    let page = try AverProgram.run(["help", "a0107"])
    #expect(page.status == 0)
    #expect(page.text.hasPrefix("A0107 (error): "))
    #expect(try AverProgram.run(["help", "A9999"]).status == 2)
    #expect(try AverProgram.run(["help", "extract"]).text.contains("USAGE: aver extract"))
  }

  private static let tests = """
    list fruit = apple | pear
    entity fruit : FRUIT
      match n:[num]? @fruit
      value quantity(n, fruit)
      test "3 apple" => "3 pear"   # missing
      test "an apple, a pear" => "apple"
      test "7 pear" => "7 pear" amount=8
      test "a day" => none
      todo test "plums" => "plums"
      todo test "a pear" => none

    """

  @Test("test tells missing, noisy and wrong values apart, alone and in company")
  func testing() throws {
    let folder = try folder(Self.tests.replacing("quantity(n, fruit)", with: "number(n, day)"))
    let run = try AverProgram.run(["rules", "test", "rules"], in: folder)
    #expect(run.status == 1)
    let failures = run.lines.filter { $0.hasPrefix("a.aver") }.map { $0.dropFirst("a.aver:".count) }
    #expect(
      failures == [
        "5:8: fruit: missing alone", "5:8: fruit: missing in company",
        "6:8: fruit: missing alone", "6:8: fruit: missing in company",
        "7:8: fruit: wrong value alone", "7:8: fruit: wrong value in company",
        "10:13: fruit: todo test passes now",
      ]
    )
    #expect(run.lines.last == "6 passed, 6 failed")
  }

  @Test("test --update rewrites what is expected, and nothing else")
  func update() throws {
    let text = """
      list fruit = apple | pear
      entity fruit : FRUIT
        match n:[num] @fruit
        value number(n)
        test "3 apple" => "3 pear"  # a comment
        test "3 apple, 4 pear" => none
        test "7 pear"
          => "7 pear" amount=8 bound=exact
        test "a day" => "day"
        todo test "plums" => "plums"

      """
    let folder = try folder(text)
    let run = try AverProgram.run(["rules", "test", "--update", "rules"], in: folder)
    #expect(run.status == 0)
    let updated = text.replacing("\"3 pear\"  #", with: "\"3 apple\"  #")
      .replacing("4 pear\" => none", with: "4 pear\" => \"3 apple\" , \"4 pear\"")
      .replacing("amount=8", with: "amount=7")
      .replacing("=> \"day\"", with: "=> none")
    #expect(try self.text(folder) == updated)
    #expect(run.lines.last == "10 passed, 0 failed")
  }

  @Test("JUnit's XML has a case for each test and company")
  func junit() throws {
    let folder = try folder(
      """
      entity deal : DEAL
        match deal
        test "a <deal>" => "deal"
        test "a day" => "day"

      """
    )
    let run = try AverProgram.run(["rules", "test", "--format", "junit", "rules"], in: folder)
    #expect(run.status == 1)
    let suite = "<testsuite name=\"a.aver\" tests=\"4\" failures=\"2\" skipped=\"0\">"
    let first = "<testcase classname=\"deal\" name=\"a &lt;deal&gt; (alone)\""
    #expect(run.text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites "))
    #expect(run.text.contains(suite))
    #expect(run.text.contains(first + " file=\"a.aver\" line=\"3\"/>"))
    #expect(run.lines.count { $0.contains("<failure type=\"missing\"") } == 2)
    #expect(run.lines.last == "</testsuites>")
  }

  @Test("fmt lays files out; --check only says which")
  func formatting() throws {
    let folder = try folder("list fruit=apple|pear\nentity fruit:FRUIT\n match @fruit\n")
    let check = try AverProgram.run(["rules", "fmt", "--check", "rules"], in: folder)
    #expect(check.status == 1)
    #expect(check.text == "a.aver\n")
    #expect(try text(folder).hasPrefix("list fruit=apple"))
    #expect(try AverProgram.run(["rules", "fmt", "rules"], in: folder).status == 0)
    #expect(
      try text(folder)
        == "list fruit = apple | pear\nentity fruit : FRUIT\n  match   @fruit\n"
    )
    #expect(try AverProgram.run(["rules", "fmt", "--check", "rules"], in: folder).text.isEmpty)
    #expect(try AverProgram.run(["rules", "fmt"]).status == 2)
  }

  @Test("new files pass check and test, alone and together", arguments: ["own", "built-in"])
  func skeletons(company: String) throws {
    let folder = try TemporaryFolder()
    if company == "built-in" {
      #expect(try AverProgram.run(["rules", "export", "rules"], in: folder).status == 0)
    }
    for (name, kind) in [("quay", "list"), ("port", "entity"), ("swap", "relation")] {
      let run = try AverProgram.run(["rules", "new", name, "--kind", kind, "rules"], in: folder)
      #expect(run.text == "rules/\(name).aver\n")
      let test = try AverProgram.run(["rules", "test", "--rule", name, "rules"], in: folder)
      #expect(test.status == 0)
    }
    let check = try AverProgram.run(["rules", "check", "rules"], in: folder)
    #expect(check.status == 0)
    #expect(!check.text.contains("quay") && !check.text.contains("swap"))
    let list = try AverProgram.run(["rules", "list", "rules", "--type", "swap"], in: folder)
    #expect(list.text.contains("swap.aver"))
    #expect(try AverProgram.run(["rules", "new", "swap", "rules"], in: folder).status == 2)
    let expand = try AverProgram.run(["rules", "expand", "swap", "rules"], in: folder)
    #expect(expand.text.contains("swap/passive"))
  }

  @Test("list as JSON; expand of a rule that is not there")
  func listing() throws {
    let folder = try folder(Self.tests)
    let list = try AverProgram.run(["rules", "list", "--format", "json", "rules"], in: folder)
    let record = try #require(list.records?.first)
    #expect(record["name"] as? String == "fruit")
    #expect(record["line"] as? Int == 2)
    #expect(record["positive_tests"] as? Int == 4)
    #expect(record["negative_tests"] as? Int == 2)
    let unknown = try AverProgram.run(["rules", "expand", "friut", "rules"], in: folder)
    #expect(unknown.status == 2)
    #expect(unknown.messages.contains("did you mean `fruit`?"))
  }
}
