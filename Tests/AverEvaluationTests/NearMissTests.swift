import Aver
import AverModel
import Testing

@testable import AverEvaluation

@Suite("Near misses")
struct NearMissTests {
  private static func misses(_ text: String) throws -> [NearMiss] {
    let rules = try LoadedRules.builtIn()
    var pipeline = try Pipeline(rules: rules)
    let document = SourceDocument(
      identifier: "t",
      bytes: Array(text.utf8),
      mediaType: .plainText
    )
    let analyzed = pipeline.analyze(try pipeline.tokenize(try pipeline.clean(document)))
    let (linked, attempts) = pipeline.explain(analyzed, mentions: pipeline.mentions(in: analyzed))
    return NearMissHarvest.nearMisses(among: attempts, in: linked, rules: rules.ruleSet)
  }

  @Test(
    "the element that stopped a frame is named, with what stood in its place",
    arguments: [
      (
        "Norvik Holdings Ltd. acquired the swamp.", "acquisition", "target: no mention, a noun",
        "acquirer=Norvik Holdings Ltd., acquired"
      ),
      (
        "Norvik Holdings Ltd. acquired Sweden.", "acquisition",
        "target: a PLACE, not ORG | UNIT", "acquirer=Norvik Holdings Ltd., acquired"
      ),
    ]
  )
  func obstacles(text: String, type: String, obstacle: String, found: String) throws {
    let misses = try Self.misses(text).filter { $0.type == type }
    #expect(misses.map(\.obstacle) == [obstacle])
    #expect(misses.first?.found == found)
    #expect(misses.first?.quote == text)
  }

  @Test("a sentence whose claim is made is no near miss")
  func made() throws {
    let misses = try Self.misses("Norvik Holdings Ltd. acquired Dorn Foods Inc. in May 2021.")
    #expect(!misses.contains { $0.type == "acquisition" })
  }

  @Test("clusters are the same element of the same rule, biggest first")
  func clusters() throws {
    var harvest = NearMissHarvest()
    harvest.add(try Self.misses("Norvik Holdings Ltd. acquired the swamp."), of: "a")
    harvest.add(
      try Self.misses("Dorn Foods Inc. acquired the lake. Dorn Foods Inc. acquired Sweden."),
      of: "b"
    )
    let clusters = harvest.clusters.filter { $0.rule.hasSuffix(":acquisition") }
    #expect(clusters.map(\.examples.count) == clusters.map(\.examples.count).sorted(by: >))
    #expect(clusters.first?.examples.map(\.document) == ["a", "b"])
    #expect(
      harvest.text(limit: 1, examples: 1).contains("“Norvik Holdings Ltd. acquired the swamp.”")
    )
  }
}

@Suite("Score comparison")
struct ScoreComparisonTests {
  private static func score(_ claims: [GoldClaim]) -> ClaimScore {
    let article = "Vantry bought Halyard. Optiq holds Druppel."
    let document = GoldDocument(
      identifier: "d",
      article: SourceDocument(
        identifier: "d",
        bytes: Array(article.utf8),
        mediaType: .plainText
      ),
      claims: claims
    )
    return ClaimScore(documents: [document]) { _ in
      ClaimScore.Reading(
        text: CleanText(
          identifier: "d",
          bytes: Array(article.utf8),
          blocks: [],
          offsets: nil,
          metadata: DocumentMetadata(),
          sourceBytes: []
        ),
        claims: []
      )
    }
  }

  private static let acquisition = GoldClaim(
    type: "acquisition",
    roles: ["acquirer": [.party("Vantry")]],
    quotes: ["Vantry bought Halyard."]
  )
  private static let stake = GoldClaim(
    type: "stake",
    roles: ["holder": [.party("Optiq")]],
    quotes: ["Optiq holds Druppel."]
  )

  @Test("what moved is listed, what did not is not")
  func lists() {
    let comparison = ScoreComparison(
      old: Self.score([Self.acquisition, Self.stake]),
      new: Self.score([Self.acquisition, Self.acquisition])
    )
    let text = comparison.text(since: "main:Rules", limit: 5)
    #expect(text.hasPrefix("since main:Rules\n  core\n    precision 0.000 → 0.000 (+0.000; "))
    #expect(text.contains("no longer missed (1)\n  d: stake(holder=Optiq) completed affirmed\n"))
    #expect(
      text.contains("newly missed (1)\n  d: acquisition(acquirer=Vantry) completed affirmed\n")
    )
    #expect(text.contains("  acquisition  0, 0, 1 → 0, 0, 2\n"))
    #expect(!text.contains("false (1)"))
  }
}
