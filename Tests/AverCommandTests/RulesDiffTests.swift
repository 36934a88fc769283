import Foundation
import Testing

@Suite("aver rules diff")
struct RulesDiffTests {
  /// A folder with two rule sets, of which the new one knows a further firm, and a corpus.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("old/main.aver", DealRules.text + "\n")
    try folder.write("new/main.aver", DealRules.text.replacing("| Dorn", with: "| Brill") + "\n")
    try folder.write("in/1.txt", "Orvel acquired Tamsin in May.\n")
    try folder.write("in/2.txt", "Orvel acquired Brill in May. Tamsin acquired Dorn.\n")
    return folder
  }

  private static func diff(
    _ arguments: [String],
    in folder: TemporaryFolder
  ) throws -> AverProgram.Outcome {
    try AverProgram.run(["rules", "diff"] + arguments + ["--cache", "cache"], in: folder)
  }

  @Test("claims gained and lost are shown with rule and quote; known claims change nothing")
  func folders() throws {
    let folder = try Self.folder()
    let first = try Self.diff(["old", "new", "in"], in: folder)
    #expect(first.status == 1)
    #expect(
      first.text == """
        2 documents: 2 claims, then 2; 1 gained, 1 lost, 0 changed

        main.aver:deal  +1 -1 ~0
          + deal completed  buyer=Orvel, target=Brill
              “Orvel acquired Brill in May.”
              2.txt  by main.aver:deal/active
          - deal completed  buyer=Tamsin, target=Dorn
              “Tamsin acquired Dorn.”
              2.txt  by main.aver:deal/active

        """
    )
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache").count == 2)
    let second = try Self.diff(["old", "new", "in", "--jobs", "1"], in: folder)
    #expect(second.output == first.output)
    let without = try Self.diff(["old", "new", "in", "--no-cache"], in: folder)
    #expect(without.output == first.output)
    try folder.write("in/2.txt", "Nobody acquired anything.\n")
    #expect(try Self.diff(["old", "new", "in"], in: folder).status == 0)
  }

  @Test("a revision of git stands for its rules")
  func revisions() throws {
    let folder = try Self.folder()
    let script = """
      mkdir repo && cd repo && git init -q . && mv ../old Rules && git add . &&
      git -c user.name=t -c user.email=t@t commit -qm one && rm -r Rules && mv ../new Rules &&
      "$@"
      """
    let outcome = try AverProgram.shell(
      script,
      ["rules", "diff", "HEAD", "Rules", "../in", "--no-cache"],
      in: folder
    )
    #expect(outcome.text.hasPrefix("2 documents: 2 claims, then 2; 1 gained, 1 lost, 0 changed\n"))
    #expect(outcome.messages == "")
    let missing = try AverProgram.run(
      ["rules", "diff", "nowhere", "repo/Rules", "in", "--no-cache"],
      in: folder
    )
    #expect(missing.status == 2)
    #expect(missing.messages.contains("'nowhere:Rules' is neither a folder nor"))
  }

  @Test("accepted claims are what later runs are compared with")
  func accept() throws {
    let folder = try Self.folder()
    let accepted = try Self.diff(["old", "old", "in", "--accept", "good.claims"], in: folder)
    #expect(accepted.status == 0)
    #expect(try Self.diff(["good.claims", "old", "in"], in: folder).status == 0)
    let changed = try Self.diff(["good.claims", "new", "in"], in: folder)
    #expect(changed.status == 1)
    #expect(changed.text.contains("1 gained, 1 lost"))
    let refused = try Self.diff(["in/1.txt", "new", "in"], in: folder)
    #expect(refused.status == 2)
  }

  @Test("an edit is tried without touching a file")
  func trial() throws {
    let folder = try Self.folder()
    let before = try Data(contentsOf: folder.url("old/main.aver"))
    let outcome = try Self.diff(
      ["old", "old", "in", "--with", "list firm += Brill"],
      in: folder
    )
    #expect(outcome.text.hasPrefix("2 documents: 2 claims, then 3; 1 gained, 0 lost, 0 changed\n"))
    #expect(try Data(contentsOf: folder.url("old/main.aver")) == before)
    #expect(try Self.diff(["old", "old", "in", "--with", "firms += x"], in: folder).status == 2)
  }

  @Test("records and a page say the same")
  func formats() throws {
    let folder = try Self.folder()
    let outcome = try Self.diff(
      ["old", "new", "in", "--format", "jsonl", "--html", "page.html"],
      in: folder
    )
    let records = try #require(outcome.records)
    #expect(records.map { $0["record"] as? String } == ["gained", "lost", "difference"])
    #expect(records.last?["gained"] as? Int == 1)
    let page = String(decoding: try Data(contentsOf: folder.url("page.html")), as: UTF8.self)
    #expect(page.contains("“Orvel acquired Brill in May.”"))
  }

  @Test("rules with errors stop the run")
  func badRules() throws {
    let folder = try Self.folder()
    try folder.write("bad/main.aver", "entity x : ORG\n  match @nothing\n")
    let outcome = try Self.diff(["old", "bad", "in"], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("error[A0107]"))
  }
}
