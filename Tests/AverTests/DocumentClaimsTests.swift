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
      testDescription: "a company is meant by where it is based",
      text: "Pell Foods Inc. makes soup. Halvorsen Inc. bought the Ohio-based company in 2018.",
      claimed: ["Halvorsen Inc. acquired Pell Foods Inc. (2018)."]
    ),
    Case(
      testDescription: "what is announced is not yet done",
      text: "Halvorsen Inc. announced today that it is acquiring Pell Foods Inc., a soup maker.",
      claimed: ["Halvorsen Inc. is to acquire Pell Foods Inc."]
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
      testDescription: "a group is all whom it includes",
      text:
        "Pell Foods Inc. raised $40 million from investors including Halvorsen Inc. and Dunmore Corp.",
      claimed: ["Pell Foods Inc. raised funds of $40 million from Halvorsen Inc. and Dunmore Corp."]
    ),
    Case(
      testDescription: "who takes over is not taken over",
      text: """
        Tarn drops bid for Holmby.

        Tarn Energy Plc has abandoned its £2bn takeover of smaller rival Holmby Power Plc, it said.
        """,
      claimed: ["Tarn Energy Plc will no longer acquire Holmby Power Plc for £2bn."],
      unclaimed: ["Holmby Power Plc acquired", "Holmby Power Plc is to"]
    ),
    Case(
      testDescription: "who is explained by a noun is meant by it",
      text: """
        Holmby Power Inc. cut jobs. Tarn Energy Inc., the group that acquired Holmby Power Inc. in 2016, \
        declined to comment.
        """,
      claimed: ["Tarn Energy Inc. acquired Holmby Power Inc. (2016)."]
    ),
    Case(
      testDescription: "an owner before a unit sells it",
      text: "Tarn Energy Inc. bought Pell Foods Inc.'s wholly owned unit, Holmby Power Ltd.",
      claimed: ["Tarn Energy Inc. acquired Holmby Power Ltd. from Pell Foods Inc."],
      unclaimed: ["Tarn Energy Inc. acquired Pell Foods Inc."]
    ),
    Case(
      testDescription: "places stand between the members of a list",
      text: """
        Tarn Energy Inc. completed its purchase of Pell Foods Inc. of Ohio and Holmby Power Inc. \
        of Maine.
        """,
      claimed: [
        "Tarn Energy Inc. acquired Pell Foods Inc.", "Tarn Energy Inc. acquired Holmby Power Inc.",
      ]
    ),
    Case(
      testDescription: "a sum stands between an owner and the noun",
      text: "Tarn Energy Inc. launched its emergency 60 billion euro rights issue.",
      claimed: ["Tarn Energy Inc. is to sell shares (rights_issue) for 60 billion euro."]
    ),
    Case(
      testDescription: "the object of two verbs is what the first is about, or nobody",
      text: """
        Tarn Energy Inc. grew. Its founders built Holmby Power Inc. and sold it to Pell Foods Inc. \
        They also ran a mill and sold it to Dunmore Corp.
        """,
      claimed: ["Pell Foods Inc. acquired Holmby Power Inc."],
      unclaimed: ["Pell Foods Inc. acquired Tarn", "Dunmore Corp. acquired"]
    ),
    Case(
      testDescription: "a sum or seller before a nominal deal is another deal's",
      text: """
        Tarn Energy Inc. got $3 billion from Pell Foods Inc. after its takeover of Holmby Power Inc.
        """,
      claimed: ["Tarn Energy Inc. acquired Holmby Power Inc."]
    ),
    Case(
      testDescription: "the time of a figure is not that of the one it is compared with",
      text: "Tarn Logistics Inc. reported revenue of $40 million, up from $30 million in 2018.",
      unclaimed: ["Tarn Logistics Inc. reported revenue of $40 million for 2018"]
    ),
    Case(
      testDescription: "more than a sum compares no times",
      text: "Halvorsen Inc. bought Pell Foods Inc. for more than $40 million in 2018.",
      claimed: ["Halvorsen Inc. acquired Pell Foods Inc. for more than $40 million (2018)."]
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
    Case(
      testDescription: "figures are of the period of those before them",
      text: """
        Tarn Logistics Inc. reported revenue of $40 million in 2018. Net profit fell to $9 million \
        from $11 million.
        """,
      claimed: [
        "Tarn Logistics Inc. reported Net profit of $9 million for 2018.",
        "Tarn Logistics Inc. reported Net profit of $11 million.",
      ]
    ),
    Case(
      testDescription: "the subject of the clause acts, not the name that stands nearest",
      text: "Pell Foods Inc., which is owned by the fund Halvorsen Inc., had sales of $40 million.",
      claimed: ["Pell Foods Inc. reported sales of $40 million."],
      unclaimed: ["Halvorsen Inc. reported"]
    ),
    Case(
      testDescription: "who blocks a purchase does not buy",
      text: "In May 2018 the board Dunmore Corp. blocked the purchase of Pell Foods Inc.",
      unclaimed: ["Dunmore Corp. acquired", "Dunmore Corp. will"]
    ),
    Case(
      testDescription: "a plan that is given up is no plan",
      text: "Tarn Logistics Inc. recently walked away from a deal to buy Pell Foods Inc.",
      claimed: ["Tarn Logistics Inc. will no longer acquire Pell Foods Inc."]
    ),
    Case(
      testDescription: "the day of the agreement gives way to that of the closing",
      text: """
        In May 2018 Tarn Logistics Inc. agreed to buy Pell Foods Inc. for $40 million. \
        The deal, which also covers two ports, is expected to close in June 2019.
        """,
      claimed: ["Tarn Logistics Inc. is to acquire Pell Foods Inc. for $40 million (2019-06)."]
    ),
    Case(
      testDescription: "a part of a company that has a name is called by it",
      text: """
        Tarn Logistics Inc. agreed to sell its ferry unit, Pell Foods Inc., to Halvorsen Inc. for \
        $40 million.
        """,
      claimed: [
        "Halvorsen Inc. is to acquire Pell Foods Inc. from Tarn Logistics Inc. for $40 million."
      ],
      unclaimed: ["Halvorsen Inc. is to acquire ferry unit"]
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
