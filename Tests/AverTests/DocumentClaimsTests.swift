import AverModel
import Testing

@testable import Aver

/// What only several sentences together tell: who is meant, when, how sure it is and who says so.
@Suite("Claims of a document")
struct DocumentClaimsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    /// Statements of which each must be claimed.
    var claimed: [String] = []
    /// Beginnings with which no statement may begin.
    var unclaimed: [String] = []
  }

  static let cases = [
    Case(
      testDescription: "`the brewer` is who was called so, not who was named last",
      text: """
        Halvorsen Inc., a brewer, cut its costs in May. Rival Dunmore Corp. did so too. \
        The brewer also bought Pell Foods Inc. for $40 million.
        """,
      claimed: ["Halvorsen Inc. acquired Pell Foods Inc. for $40 million."]
    ),
    Case(
      testDescription: "a ticker is the name before it",
      text: """
        In Denver on Tuesday, Tarn Logistics Inc. (NYSE: TLGX) said that it has completed its \
        acquisition of the pump maker Pell Foods Inc. for $40 million in cash.
        """,
      claimed: ["Tarn Logistics Inc. acquired Pell Foods Inc. for $40 million."],
      unclaimed: ["TLGX"]
    ),
    Case(
      testDescription: "a unit or a group acts for whom it belongs to",
      text: """
        A consortium led by Halvorsen Inc. won its tender and bought Pell Foods Inc. \
        for $40 million.
        """,
      claimed: ["Halvorsen Inc. acquired Pell Foods Inc. for $40 million."]
    ),
    Case(
      testDescription: "the time of a figure is not that of the one it is compared with",
      text: "Tarn Logistics Inc. reported revenue of $40 million, up from $30 million in 2018.",
      unclaimed: ["Tarn Logistics Inc. reported revenue of $40 million for 2018"]
    ),
    Case(
      testDescription: "a clause between says when something else was",
      text: """
        Halvorsen Inc., which owned and ran 40 ships as of May 2018, acquired Pell Foods Inc. \
        for $40 million.
        """,
      claimed: ["Halvorsen Inc. acquired Pell Foods Inc. for $40 million."]
    ),
    Case(
      testDescription: "what a clause between denies is not denied of the whole",
      text: """
        Tarn Logistics Inc. said orders, a part of which has not been paid, and its revenue rose. \
        Its revenue, a figure that has not been audited, was $40 million.
        """,
      claimed: ["Tarn Logistics Inc. reported revenue of $40 million."]
    ),
  ]

  @Test("a document claims", arguments: cases)
  func claims(_ example: Case) throws {
    let rules = try LoadedRules.builtIn()
    let document = try BuiltInRulesTests.document(rules, example.text)
    let statements = try Pipeline(rules: rules).claims(of: document).compactMap(\.statement)
    for statement in example.claimed {
      #expect(statements.contains(statement), "\(statements)")
    }
    for beginning in example.unclaimed {
      #expect(!statements.contains { $0.hasPrefix(beginning) }, "\(statements)")
    }
  }
}
