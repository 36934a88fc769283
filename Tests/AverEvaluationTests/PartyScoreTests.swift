import AverEvaluation
import AverModel
import Testing

@Suite("Parties of gold claims")
struct PartyScoreTests {
  private static let article = "Vantry bought Halyard. The company paid cash."

  private static let document = GoldDocument(
    identifier: "one",
    article: SourceDocument(identifier: "one", bytes: Array(article.utf8), mediaType: .plainText),
    claims: [
      GoldClaim(
        type: "acquisition",
        roles: [
          "acquirer": [.party("Vantry Corp", "Vantry")], "target": [.party("Halyard")],
          "amount": [.text("cash")],
        ],
        quotes: ["The company paid cash."]
      )
    ]
  )

  /// Entities, and how many of the two parties they make found, and found where the claim stands.
  static let cases: [([PartyScore.Entity], Int, Int)] = [
    ([], 0, 0),
    ([PartyScore.Entity(name: "Vantry", ranges: [ByteRange(0, 6)])], 1, 0),
    ([PartyScore.Entity(name: "Vantry", ranges: [ByteRange(0, 6), ByteRange(23, 34)])], 1, 1),
    ([PartyScore.Entity(name: "Vantry Halyard", ranges: [ByteRange(0, 6)])], 0, 0),
    (
      [
        PartyScore.Entity(name: "The Vantry Corporation", ranges: [ByteRange(23, 34)]),
        PartyScore.Entity(name: "Halyard Ltd.", ranges: [ByteRange(14, 21)]),
      ], 2, 1
    ),
  ]

  @Test("a party is found by a name that gold accepts", arguments: cases)
  func found(_ entities: [PartyScore.Entity], _ found: Int, _ near: Int) {
    var score = PartyScore()
    score.add(
      Self.document,
      search: QuoteSearch(bytes: Array(Self.article.utf8)),
      entities: entities
    )
    #expect(score.total == 2)
    #expect(score.found == found)
    #expect(score.foundInEvidence == near)
    #expect(score.missed.count == 2 - found)
    #expect(score.rate == Double(found) / 2)
  }
}
