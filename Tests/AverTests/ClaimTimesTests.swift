import AverModel
import Testing

@testable import Aver

/// When claims say that something happened, and how sure the text is of it.
@Suite("Times and statuses of claims")
struct ClaimTimesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    /// The statements that the text makes, all of them.
    let statements: [String]
  }

  static let times = [
    Case(
      testDescription: "the time of a participle is that of what it says",
      text: "Tarn Logistics Inc. bought Pell Foods Inc., founded in 2010, for $40 million.",
      statements: ["Tarn Logistics Inc. acquired Pell Foods Inc. for $40 million."]
    ),
    Case(
      testDescription: "so is that of one before the verb",
      text: """
        Tarn Logistics Inc., founded by Ann Marsh in 2010, has acquired Pell Foods Inc. from \
        Dunmore Corp.
        """,
      statements: ["Tarn Logistics Inc. acquired Pell Foods Inc. from Dunmore Corp."]
    ),
    Case(
      testDescription: "a round announced in May is of May",
      text: "Pell Foods Inc. raised $40 million in a round announced in May 2018.",
      statements: ["Pell Foods Inc. raised funds of $40 million (2018-05)."]
    ),
    Case(
      testDescription: "what happens after something has another time",
      text: "Tarn Logistics Inc. bought Pell Foods Inc. after talks in May 2018.",
      statements: ["Tarn Logistics Inc. acquired Pell Foods Inc."]
    ),
    Case(
      testDescription: "the month when it happened stands before the clause",
      text: """
        The latest round came in May 2018, when Pell Foods Inc. raised $40 million from \
        Dunmore Corp.
        """,
      statements: ["Pell Foods Inc. raised funds of $40 million from Dunmore Corp. (2018-05)."]
    ),
    Case(
      testDescription: "the time that opens a sentence is of both its verbs",
      text: """
        In May 2018, Tarn Logistics Inc. sold two ports and acquired Pell Foods Inc. for $40 million.
        """,
      statements: ["Tarn Logistics Inc. acquired Pell Foods Inc. for $40 million (2018-05)."]
    ),
    Case(
      testDescription: "the deals of a roundup are of its period",
      text: """
        Nine deals were announced in May 2018. Tarn Logistics Inc. acquired Pell Foods Inc. for \
        cash. Halvorsen Inc. bought Dunmore Corp. for shares. Norden Bank bought Keel Life Inc. in \
        April 2018 for cash. Orvel Corp. acquired Brightwater Inc. for cash.
        """,
      statements: [
        "Tarn Logistics Inc. acquired Pell Foods Inc. (2018-05).",
        "Halvorsen Inc. acquired Dunmore Corp. (2018-05).",
        "Norden Bank acquired Keel Life Inc. (2018-04).",
        "Orvel Corp. acquired Brightwater Inc. (2018-05).",
      ]
    ),
    Case(
      testDescription: "the day of a report is no day of the deal",
      text: """
        Reuters reported in May 2018 that Tarn Logistics Inc. was in talks to buy Pell Foods Inc.
        """,
      statements: ["Tarn Logistics Inc. is in talks to acquire Pell Foods Inc."]
    ),
    Case(
      testDescription: "the day on which the buyer tells of a deal is",
      text: "Tarn Logistics Inc. said in May 2018 it had agreed to buy Pell Foods Inc.",
      statements: ["Tarn Logistics Inc. is to acquire Pell Foods Inc. (2018-05)."]
    ),
    Case(
      testDescription: "a change is measured from another time",
      text: "Tarn Logistics Inc. reported revenue of $40 million, a 9 percent increase from 2018.",
      statements: ["Tarn Logistics Inc. reported revenue of $40 million (change 9 percent)."]
    ),
    Case(
      testDescription: "a period that has ended is a period",
      text: "Tarn Logistics Inc. had revenue of $40 million for the year ended March 31, 2018.",
      statements: ["Tarn Logistics Inc. reported revenue of $40 million for 2018-03-31."]
    ),
  ]

  static let statuses = [
    Case(
      testDescription: "what was paid to buy is bought",
      text: "Tarn Logistics Inc. paid $40 million to buy Pell Foods Inc.",
      statements: ["Tarn Logistics Inc. acquired Pell Foods Inc. for $40 million."]
    ),
    Case(
      testDescription: "close to buying is not yet bought",
      text: "Tarn Logistics Inc. was close to buying Pell Foods Inc.",
      statements: ["Tarn Logistics Inc. is in talks to acquire Pell Foods Inc."]
    ),
    Case(
      testDescription: "a deal that is closed is done",
      text: "Tarn Logistics Inc. closed its deal to buy Pell Foods Inc.",
      statements: ["Tarn Logistics Inc. acquired Pell Foods Inc."]
    ),
    Case(
      testDescription: "no longer in talks",
      text: "Tarn Logistics Inc. is no longer in talks to buy Pell Foods Inc.",
      statements: ["Tarn Logistics Inc. will no longer acquire Pell Foods Inc."]
    ),
    Case(
      testDescription: "a plan that is called off",
      text: "Tarn Logistics Inc. called off its plan to cut 300 jobs.",
      statements: ["Tarn Logistics Inc. will no longer change its workforce by 300 (cut)."]
    ),
    Case(
      testDescription: "a noun whose verb stands behind its complements",
      text: "The acquisition of Pell Foods Inc. by Tarn Logistics Inc. fell through.",
      statements: ["Tarn Logistics Inc. will no longer acquire Pell Foods Inc."]
    ),
    Case(
      testDescription: "`would` is `will` where somebody says so, even behind it",
      text: "Tarn Logistics Inc. would not buy Pell Foods Inc., it said.",
      statements: ["Tarn Logistics Inc. is not to acquire Pell Foods Inc."]
    ),
    Case(
      testDescription: "of two readings of a sentence the less sure counts",
      text: "Tarn Logistics Inc. may not complete its acquisition of Pell Foods Inc.",
      statements: ["Tarn Logistics Inc. may not acquire Pell Foods Inc."]
    ),
    Case(
      testDescription: "how a deal once stood does not undo it",
      text: """
        Tarn Logistics Inc. completed its acquisition of Pell Foods Inc. on Monday. \
        Tarn Logistics Inc. had agreed to buy Pell Foods Inc. for $40 million.
        """,
      statements: ["Tarn Logistics Inc. acquired Pell Foods Inc. for $40 million."]
    ),
    Case(
      testDescription: "a later clause tells the end",
      text: "Tarn Logistics Inc. agreed to buy Pell Foods Inc., but the talks collapsed in May.",
      statements: ["Tarn Logistics Inc. will no longer acquire Pell Foods Inc."]
    ),
    Case(
      testDescription: "another deal's end is not this one's",
      text: "Tarn Logistics Inc. bought Pell Foods Inc. and dropped its bid for the rest.",
      statements: ["Tarn Logistics Inc. acquired Pell Foods Inc."]
    ),
    Case(
      testDescription: "what is not ruled out is possible",
      text: "Tarn Logistics Inc. has not ruled out a bid for Pell Foods Inc.",
      statements: ["Tarn Logistics Inc. may acquire Pell Foods Inc."]
    ),
    Case(
      testDescription: "a price that is not told is no denial",
      text: "Tarn Logistics Inc. did not tell the price of its acquisition of Pell Foods Inc.",
      statements: ["Tarn Logistics Inc. acquired Pell Foods Inc."]
    ),
    Case(
      testDescription: "a deal told as done that is yet to close",
      text: """
        Tarn Logistics Inc. has acquired Pell Foods Inc. The deal is expected to close in May 2018.
        """,
      statements: ["Tarn Logistics Inc. is to acquire Pell Foods Inc. (2018-05)."]
    ),
  ]

  @Test("a text claims exactly", arguments: times + statuses)
  func claims(_ example: Case) throws {
    let rules = try LoadedRules.builtIn()
    let document = try BuiltInRulesTests.document(rules, example.text)
    let statements = try Pipeline(rules: rules).claims(of: document).compactMap(\.statement)
    #expect(statements == example.statements)
  }
}
