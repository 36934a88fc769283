import Foundation
import Testing

@Suite("aver rules coverage and profile")
struct CoverageTests {
  private static let rules = """
    list firm = Orvel | Tamsin | Dorn Foods
    list place = Brill | Zell
    \(DealRules.firms)
    entity org.shadow : ORG
      match Dorn
      priority -1
      test "Dorn rose." => "Dorn"
      test "It rose." => none
    entity org.idle : ORG
      match (zyx | wvu) [cap]
      test "wvu Alm rose." => "wvu Alm"
      test "It rose." => none
    entity place.in : PLACE
      match in @place | near @place
      test "It is in Zell." => "in Zell"
      test "It rose." => none
    \(DealRules.relation)
    """

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("rules/main.aver", rules)
    try folder.write("in/1.txt", "Orvel acquired Tamsin in Zell.\n")
    try folder.write("in/2.txt", "Dorn Foods acquired the swamp. Tamsin was acquired by Orvel.\n")
    return folder
  }

  @Test("tells what was tried, matched, kept and shadowed", arguments: ["1", "2"])
  func coverage(jobs: String) throws {
    let folder = try Self.folder()
    let outcome = try AverProgram.run(
      ["rules", "coverage", "in", "--rules", "rules", "--all", "--jobs", jobs],
      in: folder
    )
    #expect(outcome.status == 0)
    let text = outcome.text
    #expect(text.hasPrefix("2 documents, 3 sentences; 0.600 of the rules kept a match\n"))
    #expect(text.contains("  entity rules: 4, tried 3, matched 3, kept 2\n"))
    #expect(text.contains("  relations: 1, tried 1, matched 1, kept 1\n"))
    #expect(text.contains("  list entries: 5, seen 4, used 4\n"))
    #expect(text.contains("never tried: no trigger in the corpus (1)\n  main.aver:org.idle\n"))
    #expect(
      text.contains(
        "matched, never kept (1)\n  main.aver:org.shadow  shadowed by org.firm in 1 of 1 matches\n"
      )
    )
    #expect(text.contains("no kept match needed (1)\n  main.aver:place.in: “near”\n"))
    let columns = text.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init).joined(separator: " ")
    }
    #expect(columns.contains("3 5 5 0 0 main.aver:org.firm"))
    #expect(columns.contains("3 2 2 0 0 main.aver:deal"))
    #expect(columns.contains("0 1 1 0 0 main.aver:deal/active"))
    #expect(columns.contains("0 1 1 0 0 main.aver:deal/passive"))
    #expect(columns.contains("3 3 3 firm"))
    #expect(columns.contains("2 1 1 place"))
  }

  @Test("a floor of coverage is kept", arguments: [(60, 0), (61, 1)])
  func failUnder(percent: Int, status: Int32) throws {
    let folder = try Self.folder()
    let outcome = try AverProgram.run(
      [
        "rules", "coverage", "in", "--rules", "rules", "--fail-under", "\(percent)", "--html",
        "page.html",
      ],
      in: folder
    )
    #expect(outcome.status == status)
    let page = String(decoding: try Data(contentsOf: folder.url("page.html")), as: UTF8.self)
    #expect(page.contains("<th scope=\"row\">main.aver:org.idle</th>"))
  }

  @Test("a profile has a row for each rule that was tried")
  func profile() throws {
    let folder = try Self.folder()
    let outcome = try AverProgram.run(
      ["rules", "profile", "in", "--rules", "rules"],
      in: folder
    )
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("2 documents, 3 sentences, "))
    let names = outcome.lines.filter { $0.contains("main.aver:") }.compactMap {
      $0.components(separatedBy: "main.aver:").last
    }
    for name in ["org.firm", "org.shadow", "place.in", "deal (frames)"] {
      #expect(names.contains(name))
    }
    #expect(!names.contains("org.idle"))
  }

  @Test(
    "a rule that is tried everywhere is told what all its matches hold",
    arguments: [
      (
        "Bank of Orl rose. Port of Zell fell.", 3, "all 6 matches hold “of”: name it in the pattern"
      ),
      ("Bank of Orl rose. Port by Zell fell.", 3, "its 6 matches share no word and no list"),
      ("Bank of Orl rose. Port of Zell fell.", 1, "2 matches, too few to tell what they share"),
    ]
  )
  func proposals(text: String, copies: Int, proposal: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "rules/main.aver",
      """
      entity seat : PLACE
        match [cap] [lower] [cap]
        test "Bank of Orl rose." => "Bank of Orl"
        test "It rose." => none

      """
    )
    for copy in 0..<copies { try folder.write("in/\(copy).txt", text + "\n") }
    let outcome = try AverProgram.run(["rules", "profile", "in", "--rules", "rules"], in: folder)
    #expect(outcome.lines.contains("  main.aver:seat: \(proposal)"))
  }
}
