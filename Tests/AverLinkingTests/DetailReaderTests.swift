import AverModel
import Testing

@testable import AverLinking

@Suite("Details of a deal in later sentences")
struct DetailReaderTests {
  private static let schema = RelationSchema(
    type: "acquisition",
    coreRoles: [["acquirer"], ["target"]]
  )
  private static let mentions = [
    mention(.organization, .name("Orvel")), mention(.organization, .name("Norden")),
    mention(.money, .name("$2")),
    mention(.money, .name("$3")),
  ]

  private static func mention(_ type: MentionType, _ value: MentionValue) -> Mention {
    Mention(
      tokens: TokenRange(0, 1),
      range: ByteRange(0, 1),
      type: type,
      value: value,
      rule: RuleIdentifier(file: "test", name: "test")
    )
  }

  private static func relation(
    _ roles: [(String, Int)],
    sentence: Int,
    _ status: ClaimStatus = .planned
  ) -> Relation {
    Relation(
      type: "acquisition",
      rule: RuleIdentifier(file: "test", name: "test"),
      trigger: TokenRange(0, 1),
      sentence: sentence,
      evidence: ByteRange(0, 1),
      arguments: roles.map { Argument(role: $0.0, filler: .mention($0.1)) },
      status: status,
      isStatusStated: true,
      polarity: .affirmed,
      attribution: [],
      cues: []
    )
  }

  private static let reader = DetailReader(
    schemas: ["acquisition": schema],
    entityOfMention: [0, 1, nil, nil]
  )

  @Test(
    "details belong to",
    arguments: [
      ("the deal before", 3, 2, ClaimStatus.planned, true),
      ("none that is too far back", 12, 2, .planned, false),
      ("none with another price", 3, 3, .planned, false),
      ("none that is done while they lie ahead", 3, 2, .completed, false),
    ]
  )
  func details(
    _ name: String,
    _ sentence: Int,
    _ price: Int,
    _ status: ClaimStatus,
    _ isFound: Bool
  ) {
    let deal = Self.relation([("acquirer", 0), ("target", 1), ("amount", 2)], sentence: 1, status)
    let detail = Self.relation([("amount", price)], sentence: sentence)
    let found = Self.reader.completed([detail], after: [deal], Self.mentions)
    #expect(found.count == (isFound ? 1 : 0))
    if isFound { #expect(found.first?.arguments.map(\.role) == ["acquirer", "target", "amount"]) }
  }

  @Test("what is whole stays as it is")
  func whole() {
    let deal = Self.relation([("acquirer", 0), ("target", 1)], sentence: 1)
    #expect(Self.reader.completed([deal], after: [], Self.mentions) == [deal])
  }
}
