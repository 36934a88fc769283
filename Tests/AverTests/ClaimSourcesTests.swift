import AverModel
import Testing

@testable import Aver

/// Whom claims are credited to: what is said in a sentence, around it, and in quotations over several.
@Suite("Sources of claims")
struct ClaimSourcesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    /// The beginning of the statement whose sources count.
    let statement: String
    /// Their names in text order.
    let sources: [String]
  }

  static let cases = [
    Case(
      testDescription: "people without a name and what they know",
      text: "Tarn Logistics Inc. has bought Pell Foods Inc., two people briefed on the talks said.",
      statement: "Tarn Logistics Inc. acquired",
      sources: ["two people briefed on the talks"]
    ),
    Case(
      testDescription: "some of several people",
      text: "Tarn Logistics Inc. has bought Pell Foods Inc., two of the people said.",
      statement: "Tarn Logistics Inc. acquired",
      sources: ["two of the people"]
    ),
    Case(
      testDescription: "who speaks for a company",
      text: "Tarn Logistics Inc. bought Pell Foods Inc. in May, a spokeswoman for Pell Foods said.",
      statement: "Tarn Logistics Inc. acquired",
      sources: ["spokeswoman for Pell Foods"]
    ),
    Case(
      testDescription: "documents show",
      text: "Tarn Logistics Inc. bought Pell Foods Inc., regulatory filings show.",
      statement: "Tarn Logistics Inc. acquired",
      sources: ["regulatory filings"]
    ),
    Case(
      testDescription: "an outlet and whom it cites",
      text: "Tarn Logistics Inc. will buy Pell Foods Inc., Reuters reported, citing three sources.",
      statement: "Tarn Logistics Inc. is to acquire",
      sources: ["Reuters", "three sources"]
    ),
    Case(
      testDescription: "first reported by one and confirmed by another",
      text: """
        The sale of Pell Foods Inc. to Tarn Logistics Inc. was first reported by Bloomberg and \
        later confirmed by Pell Foods Inc.
        """,
      statement: "Tarn Logistics Inc. acquired",
      sources: ["Bloomberg", "Pell Foods Inc."]
    ),
    Case(
      testDescription: "what stands between the verb and what it reports is the writer's",
      text: """
        Ana Costa told Reuters after the purchase of Pell Foods Inc. by Tarn Logistics Inc. that \
        she would leave.
        """,
      statement: "Tarn Logistics Inc. acquired",
      sources: []
    ),
    Case(
      testDescription: "a relative clause behind the source is the writer's",
      text: "Tarn Logistics Inc., which bought Pell Foods Inc., said it would cut 300 jobs.",
      statement: "Tarn Logistics Inc. acquired",
      sources: []
    ),
    Case(
      testDescription: "what is said inside a relative clause is said of it alone",
      text: """
        Tarn Logistics Inc. has bought Pell Foods Inc., which the BBC says is to close 40 \
        shops.
        """,
      statement: "Tarn Logistics Inc. acquired",
      sources: []
    ),
    Case(
      testDescription: "a statement behind `and` is another one",
      text: """
        Pell Foods Inc. has raised $30 million, according to PitchBook, and Tarn Logistics Inc. \
        plans to cut 300 jobs.
        """,
      statement: "Tarn Logistics Inc. is to change",
      sources: []
    ),
    Case(
      testDescription: "denied charges leave the suit",
      text: "Pell Foods Inc. sued Tarn Logistics Inc.; Tarn Logistics Inc. denied the charges.",
      statement: "Tarn Logistics Inc. faced legal action",
      sources: []
    ),
    Case(
      testDescription: "a quotation before its speaker",
      text: """
        "Tarn Logistics Inc. has bought Pell Foods Inc. The price was fair," said Ana Costa, who \
        ran the talks.
        """,
      statement: "Tarn Logistics Inc. acquired",
      sources: ["Ana Costa"]
    ),
    Case(
      testDescription: "a quotation that goes on behind its speaker",
      text: """
        "We are glad," Ana Costa said in May. "Tarn Logistics Inc. has bought Pell Foods Inc. for \
        $30 million."
        """,
      statement: "Tarn Logistics Inc. acquired",
      sources: ["Ana Costa"]
    ),
    Case(
      testDescription: "behind the quotation the writer speaks again",
      text: """
        "We are glad," Ana Costa said in May. Tarn Logistics Inc. has bought Pell Foods Inc. for \
        $30 million.
        """,
      statement: "Tarn Logistics Inc. acquired",
      sources: []
    ),
    Case(
      testDescription: "a view of others, not a plan of one's own",
      text: "Analysts expect Tarn Logistics Inc. to buy Pell Foods Inc. in May.",
      statement: "Tarn Logistics Inc. is to acquire",
      sources: ["Analysts"]
    ),
  ]

  @Test("a claim is credited to", arguments: cases)
  func credits(_ example: Case) throws {
    let rules = try LoadedRules.builtIn()
    let document = try BuiltInRulesTests.document(rules, example.text)
    let claims = try Pipeline(rules: rules).claims(of: document)
    let claim = claims.first { $0.statement?.hasPrefix(example.statement) == true }
    #expect(claim != nil, "\(claims.compactMap(\.statement))")
    #expect(claim?.attribution.map(\.name) == example.sources)
    #expect(claim?.polarity == .affirmed)
  }
}
