import AverEvaluation
import AverModel
import Testing

@Suite("Claim score and floors")
struct ClaimScoreTests {
  struct Failure: Error, CustomStringConvertible { let description = "no text" }

  private static let article = "Vantry bought Halyard. Optiq holds 5% of Druppel."

  private static func document(_ identifier: String) -> GoldDocument {
    GoldDocument(
      identifier: identifier,
      article: SourceDocument(
        identifier: identifier,
        bytes: Array(article.utf8),
        mediaType: .plainText
      ),
      claims: [
        GoldClaim(
          type: "acquisition",
          roles: ["acquirer": [.party("Vantry")], "target": [.party("Halyard")]],
          quotes: ["Vantry bought Halyard."]
        ),
        GoldClaim(
          type: "stake",
          roles: [
            "holder": [.party("Optiq")], "company": [.party("Druppel")],
            "percent": [.amount(ComparableFiller.Amount(value: 5))],
          ],
          quotes: ["Optiq holds 5% of Druppel."]
        ),
      ]
    )
  }

  private static func acquisition(of target: String, at range: ByteRange) -> Claim {
    Claim(
      type: "acquisition",
      key: "",
      statement: nil,
      roles: [
        Claim.Role(
          name: "acquirer",
          fillers: [Claim.RoleFiller(type: .organization, range: ByteRange(0, 6), name: "Vantry")]
        ),
        Claim.Role(
          name: "target",
          fillers: [Claim.RoleFiller(type: .organization, range: range, name: target)]
        ),
      ],
      status: .completed,
      polarity: .affirmed,
      attribution: [],
      evidence: [ByteRange(0, 22)],
      rule: RuleIdentifier(file: "en/acquisition.aver", name: "acquisition", variant: "active")
    )
  }

  private static func text(of document: SourceDocument) -> CleanText {
    CleanText(
      identifier: document.identifier,
      bytes: document.bytes,
      blocks: [],
      offsets: nil,
      metadata: DocumentMetadata(),
      sourceBytes: document.bytes
    )
  }

  /// One right claim, one false one, one missed one; then a document that fails.
  private static func score() -> ClaimScore {
    ClaimScore(documents: [document("one"), document("two")]) { document in
      guard document.identifier == "one" else { throw Failure() }
      let right = acquisition(of: "Halyard", at: ByteRange(14, 21))
      let wrong = acquisition(of: "Optiq", at: ByteRange(23, 28))
      return ClaimScore.Reading(text: text(of: document), claims: [wrong, right])
    }
  }

  @Test("right, false and missed claims are counted by type and rule")
  func counts() {
    let score = Self.score()
    let expected = ConfusionCounts(truePositives: 1, falsePositives: 1, falseNegatives: 3)
    #expect(score.core == expected)
    #expect(score.full == expected)
    #expect(score.core.precision == 0.5)
    #expect(score.core.recall == 0.25)
    #expect(abs(score.core.f1 - 1.0 / 3) < 1e-12)
    #expect(score.coreByType["stake"] == ConfusionCounts(falseNegatives: 2))
    #expect(
      score.byRule == [
        "en/acquisition.aver:acquisition/active": ConfusionCounts(
          truePositives: 1,
          falsePositives: 1
        )
      ]
    )
    #expect(score.documentCount == 2)
    #expect(score.evidenceOverlaps == 1)
  }

  @Test("blame names the rule, the document and the words")
  func blame() {
    let score = Self.score()
    #expect(score.unfounded.map(\.document) == ["one"])
    #expect(score.unfounded.map(\.rule.name) == ["acquisition"])
    #expect(
      score.unfounded.map(\.summary) == [
        "acquisition(acquirer=Vantry, target=Optiq) completed affirmed"
      ]
    )
    #expect(score.unfounded.map(\.quote) == ["Vantry bought Halyard."])
    #expect(score.missed.map(\.document) == ["one", "two", "two"])
    #expect(score.missed.first?.quote == "Optiq holds 5% of Druppel.")
    #expect(score.problems.map(\.document) == ["two"])
    #expect(score.problems.map(\.message) == ["no text"])
    #expect(score.problems.map(\.isError) == [true])
  }

  @Test("a report says the rates and the blame")
  func report() throws {
    let report = EvaluationReport(score: Self.score(), digest: "00ff")
    let text = report.text(limit: 1)
    #expect(text.contains("core             P 0.500  R 0.250  F1 0.333"))
    #expect(text.contains("false (1)\n  one: acquisition(acquirer=Vantry, target=Optiq)"))
    #expect(text.contains("missed (1 of 3)"))
    #expect(!report.text(limit: 0).contains("missed ("))
    let json = try #require(report.json(limit: 1))
    #expect(json.contains(#""recall" : 0.25"#))
    #expect(json.contains(#""corpus" : "00ff""#))
  }

  /// Floors, and what the score above must be told about them.
  static let floorCases: [(QualityFloors, [String])] = [
    (floors(precision: 0.5, recall: 0.25, f1: 0.333, full: 0.3), []),
    (
      floors(precision: 0.501, recall: 0.25, f1: 0.333, full: 0.3),
      ["core precision is 0.500, below its floor 0.501"]
    ),
    (
      floors(precision: 0.5, recall: 0.9, f1: 0.6, full: 0.55),
      [
        "core recall is 0.250, below its floor 0.900", "core F1 is 0.333, below its floor 0.600",
        "full F1 is 0.333, below its floor 0.550",
      ]
    ),
    (
      floors(precision: 0, recall: 0, f1: 0, full: 0, corpus: "other"),
      ["the floors are for corpus other, this is 00ff; set them anew for the new articles"]
    ),
  ]

  @Test("a score below a floor is told which", arguments: floorCases)
  func violations(floors: QualityFloors, lines: [String]) {
    #expect(floors.violations(score: Self.score(), digest: "00ff") == lines)
  }

  @Test("rates are rounded down", arguments: [(0.29, "0.290"), (0.9999, "0.999"), (1, "1.000")])
  func rate(value: Double, text: String) {
    #expect(EvaluationReport.rate(value) == text)
  }

  private static func floors(
    precision: Double,
    recall: Double,
    f1: Double,
    full: Double,
    corpus: String = "00ff"
  ) -> QualityFloors {
    QualityFloors(
      core: QualityFloors.Core(precision: precision, recall: recall, f1: f1),
      full: QualityFloors.Full(f1: full),
      corpus: corpus
    )
  }
}
