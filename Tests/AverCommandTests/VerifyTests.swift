import Foundation
import Testing

@Suite("aver verify")
struct VerifyTests {
  private let page = """
    <html><body><article><p>Marlow Ltd bought Thane Group for $5 million on 3 May 2024.</p>
    <p>Arden plc has agreed to buy <b>Corvid Ltd</b> for £7&nbsp;million, café owner Lou said.</p>
    </article></body></html>
    """

  /// A folder with an article and its claims.
  private func fixture() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("in/a.html", page)
    let claims = try AverProgram.run(["extract", "in"], in: folder)
    #expect(claims.lines.count >= 2)
    try folder.write("claims.jsonl", claims.output)
    return folder
  }

  private func findings(_ outcome: AverProgram.Outcome) -> [[String]] {
    (outcome.records ?? []).map { $0["findings"] as? [String] ?? ["none"] }
  }

  private func verify(_ folder: TemporaryFolder, _ more: [String]) throws -> AverProgram.Outcome {
    try AverProgram.run(["verify", "claims.jsonl", "--format", "jsonl"] + more, in: folder)
  }

  @Test("claims hold against the files they were read in, however these are named")
  func sound() throws {
    let folder = try fixture()
    for files in [["in"], ["in/a.html"]] {
      let outcome = try verify(folder, files)
      #expect(outcome.status == 0)
      #expect(findings(outcome).allSatisfy { $0 == [] })
    }
    let text = try AverProgram.run(["verify", "claims.jsonl", "in"], in: folder)
    #expect(text.text.hasSuffix(" hold\n"))
    #expect(text.lines.count == 1)
  }

  @Test("claims that the present rules would no longer make are told")
  func otherRules() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/main.aver", DealRules.text)
    try folder.write(
      "new/main.aver",
      DealRules.text.replacing("acquire", with: "seize")
    )
    try folder.write("in/a.txt", "Orvel acquired Tamsin in May. Dorn acquired Orvel.\n")
    let claims = try AverProgram.run(["extract", "in", "--rules", "rules"], in: folder)
    #expect(claims.lines.count == 2)
    try folder.write("claims.jsonl", claims.output)
    for (rules, status, finding) in [("rules", Int32(0), []), ("new", 1, ["not-made"])] {
      let outcome = try verify(folder, ["in", "--rules", rules])
      #expect(outcome.status == status)
      #expect(findings(outcome) == [finding, finding])
    }
  }

  @Test("a document that is not there is told")
  func missing() throws {
    let folder = try fixture()
    let outcome = try verify(folder, [])
    #expect(outcome.status == 1)
    #expect(findings(outcome).allSatisfy { $0 == ["no-document"] })
  }

  @Test(
    "what has changed in the page is told of the claims that it touches",
    arguments: [
      // Behind the article: nothing but the bytes.
      ("</article>", "</article><!-- -->", [["source-changed"], ["source-changed"]]),
      // Before it: the words come from other bytes.
      ("<article>", "<article >", [["source-changed", "source-bytes"]]),
      ("$5 million", "$6 million", [["source-changed", "text-changed", "lost", "not-made"]]),
      (
        "Marlow Ltd", "Marlowe Ltd",
        [["source-changed", "text-changed", "moved", "lost", "not-made"]]
      ),
    ]
  )
  func changed(old: String, new: String, expected: [[String]]) throws {
    let folder = try fixture()
    try folder.write("in/a.html", page.replacing(old, with: new))
    let outcome = try verify(folder, ["in"])
    #expect(outcome.status == 1)
    #expect(Array(findings(outcome).prefix(expected.count)) == expected)
  }

  @Test("claims that were tampered with do not hold")
  func tampered() throws {
    let folder = try fixture()
    let claims = String(decoding: try Data(contentsOf: folder.url("claims.jsonl")), as: UTF8.self)
    try folder.write(
      "claims.jsonl",
      claims.replacing("\"exact\":\"Marlow Ltd", with: "\"exact\":\"Arden plc")
    )
    let outcome = try verify(folder, ["in"])
    #expect(outcome.status == 1)
    #expect(findings(outcome).first == ["lost"])
  }

  @Test("claims from records are checked against the records")
  func records() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.jsonl", BatchFixture.records(1...3))
    try folder.write(
      "claims.jsonl",
      try AverProgram.run(["extract", "in.jsonl"], in: folder).output
    )
    #expect(try verify(folder, ["in.jsonl"]).status == 0)
  }
}
