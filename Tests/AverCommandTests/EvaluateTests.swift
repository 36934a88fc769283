import Foundation
import Testing

@Suite("aver eval and aver rules suggest")
struct EvaluateTests {
  private static let rules = """
    entity org.firm : ORG
      match Orvel | Tamsin | Dorn
      test "Orvel rose." => "Orvel"
      test "It rose." => none
    relation acquisition : acquisition(acquirer: ORG, target: ORG)
      verbs acquire
      frame acquirer VERB target
      test "Orvel acquired Tamsin." => acquisition(acquirer: "Orvel", target: "Tamsin")
      test "Orvel rose." => none

    """

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("new/main.aver", rules)
    try folder.write("old/main.aver", rules.replacing("Orvel | Tamsin", with: "Orvel"))
    try folder.write("gold/a/article.txt", "Orvel acquired Tamsin. Dorn acquired the swamp.\n")
    try folder.write(
      "gold/a/gold.json",
      """
      {"claims": [
        {"type": "acquisition", "status": "completed", "polarity": "affirmed", "attribution": [],
         "roles": {"acquirer": [{"names": ["Orvel"], "type": "ORG"}],
                   "target": [{"names": ["Tamsin"], "type": "ORG"}]},
         "quotes": ["Orvel acquired Tamsin."]},
        {"type": "acquisition", "status": "completed", "polarity": "affirmed", "attribution": [],
         "roles": {"acquirer": [{"names": ["Dorn"], "type": "ORG"}],
                   "target": [{"names": ["the swamp"], "type": "ORG"}]},
         "quotes": ["Dorn acquired the swamp."]}
      ]}
      """
    )
    return folder
  }

  @Test("a miss names the rule that came nearest and what stopped it")
  func blame() throws {
    let folder = try Self.folder()
    let outcome = try AverProgram.run(["eval", "gold", "--rules", "new"], in: folder)
    #expect(
      outcome.text.contains(
        """
            nearest: main.aver:acquisition with acquirer=Dorn, acquired: target wants ORG, but no \
        rule knows “the swamp” (noun)
        """
      )
    )
    #expect(outcome.text.contains("  1  main.aver:acquisition  target: no mention, a noun\n"))
    #expect(outcome.text.contains("    95% by document: precision 1.000 to 1.000, "))
    let json = try AverProgram.run(
      ["eval", "gold", "--rules", "new", "--format", "json"],
      in: folder
    )
    let record = try JSONSerialization.jsonObject(with: json.output) as? [String: Any]
    let missed = (record?["missed"] as? [[String: Any]])?.first?["nearest"] as? [String: Any]
    #expect(missed?["obstacle"] as? String == "target: no mention, a noun")
  }

  @Test("a comparison lists what moved")
  func since() throws {
    let folder = try Self.folder()
    let outcome = try AverProgram.run(
      ["eval", "gold", "--rules", "new", "--since", "old"],
      in: folder
    )
    #expect(outcome.text.contains("\nsince old\n  core\n    precision 0.000 → 1.000 (+1.000; "))
    #expect(outcome.text.contains("no longer missed (1)\n  a: acquisition(acquirer=Orvel, target="))
    #expect(!outcome.text.contains("newly missed"))
  }

  @Test("near misses are gathered by what stopped them", arguments: ["1", "2"])
  func suggest(jobs: String) throws {
    let folder = try Self.folder()
    let outcome = try AverProgram.run(
      ["rules", "suggest", "gold", "--rules", "new", "--jobs", jobs],
      in: folder
    )
    #expect(outcome.status == 0)
    #expect(
      outcome.text == """
        1 near misses in 1 sentences, 1 kinds; biggest first

        1  main.aver:acquisition  target: no mention, a noun
            “Dorn acquired the swamp.”
              a/article.txt: acquirer=Dorn, acquired; target wants ORG, but no rule knows “the \
        swamp” (noun)

        """
    )
    let other = try AverProgram.run(
      ["rules", "suggest", "gold", "--rules", "new", "--rule", "stake"],
      in: folder
    )
    #expect(other.text.hasPrefix("0 near misses"))
  }
}
