import AverEvaluation
import AverModel
import Testing

@Suite("Matching of claims with gold")
struct ClaimMatchingTests {
  /// A gold claim, an extracted claim and how they must agree.
  struct Row: CustomTestStringConvertible {
    enum Agreement { case none, core, full }

    let testDescription: String
    let gold: ComparableClaim
    let claim: ComparableClaim
    let agreement: Agreement
  }

  static let deal = acquisition("Vantry", "Halyard", usd(1_200_000_000))

  static let rows: [Row] = [
    Row(testDescription: "the same claim", gold: deal, claim: deal, agreement: .full),
    Row(
      testDescription: "a canonical name that gold does not list",
      gold: claim(
        "acquisition",
        ["acquirer": [.party("Vantry")], "target": [.party("Halyard Logistics", "Halyard")]]
      ),
      claim: claim(
        "acquisition",
        ["acquirer": [.party("Vantry A/S", "Vantry")], "target": [.party("Halyard Inc.")]]
      ),
      agreement: .none
    ),
    Row(
      testDescription: "an alias and a legal form",
      gold: claim(
        "acquisition",
        ["acquirer": [.party("Vantry")], "target": [.party("Halyard Logistics", "Halyard")]]
      ),
      claim: claim(
        "acquisition",
        ["acquirer": [.party("Vantry Group")], "target": [.party("Halyard Inc.")]]
      ),
      agreement: .full
    ),
    Row(
      testDescription: "roles exchanged",
      gold: deal,
      claim: acquisition("Halyard", "Vantry", usd(1_200_000_000)),
      agreement: .none
    ),
    Row(
      testDescription: "a wrong amount that is no core role",
      gold: deal,
      claim: acquisition("Vantry", "Halyard", usd(1_300_000_000)),
      agreement: .core
    ),
    Row(
      testDescription: "an amount within one percent",
      gold: deal,
      claim: acquisition("Vantry", "Halyard", usd(1_205_000_000)),
      agreement: .full
    ),
    Row(
      testDescription: "another currency",
      gold: deal,
      claim: acquisition(
        "Vantry",
        "Halyard",
        .amount(ComparableFiller.Amount(value: 1_200_000_000, currency: "EUR"))
      ),
      agreement: .core
    ),
    Row(
      testDescription: "another bound",
      gold: deal,
      claim: acquisition("Vantry", "Halyard", usd(1_200_000_000, "more_than")),
      agreement: .core
    ),
    Row(
      testDescription: "a wrong amount that is a core role",
      gold: claim("valuation", ["company": [.party("Optiq")], "amount": [usd(11)]]),
      claim: claim("valuation", ["company": [.party("Optiq")], "amount": [usd(12)]]),
      agreement: .none
    ),
    Row(
      testDescription: "a date that gold does not have",
      gold: claim("restructuring", ["organization": [.party("Druppel")]]),
      claim: claim(
        "restructuring",
        ["organization": [.party("Druppel")], "date": [.text("2024")]]
      ),
      agreement: .core
    ),
    Row(
      testDescription: "a wrong slot that gold calls disputed",
      gold: claim(
        "restructuring",
        ["organization": [.party("Druppel")], "date": [.text("2024-05")]],
        disputed: ["date"]
      ),
      claim: claim(
        "restructuring",
        ["organization": [.party("Druppel")], "date": [.text("2024")]]
      ),
      agreement: .full
    ),
    Row(
      testDescription: "negated",
      gold: deal,
      claim: claim("acquisition", deal.roles, polarity: .negated),
      agreement: .core
    ),
    Row(
      testDescription: "another status",
      gold: deal,
      claim: claim("acquisition", deal.roles, status: .inTalks),
      agreement: .core
    ),
    Row(
      testDescription: "partners in another order",
      gold: claim("partnership", ["party": [.party("Corvid"), .party("Biffa")]]),
      claim: claim("partnership", ["party": [.party("Biffa"), .party("Corvid")]]),
      agreement: .full
    ),
    Row(
      testDescription: "one partner of two",
      gold: claim("partnership", ["party": [.party("Corvid"), .party("Biffa")]]),
      claim: claim("partnership", ["party": [.party("Corvid"), .party("Veolia")]]),
      agreement: .none
    ),
    Row(
      testDescription: "a merger in another order",
      gold: claim(
        "acquisition",
        [
          "acquirer": [.party("Norwick")], "target": [.party("Calder")], "kind": [.text("merger")],
        ]
      ),
      claim: claim(
        "acquisition",
        [
          "acquirer": [.party("Calder")], "target": [.party("Norwick")], "kind": [.text("merger")],
        ]
      ),
      agreement: .full
    ),
    Row(
      testDescription: "another type that gold accepts",
      gold: claim(
        "contract",
        ["customer": [.party("Target")], "supplier": [.party("Stackwell")]],
        acceptedTypes: ["partnership"]
      ),
      claim: claim("partnership", ["party": [.party("Stackwell"), .party("Target")]]),
      agreement: .full
    ),
    Row(
      testDescription: "another type that gold does not accept",
      gold: claim("contract", ["customer": [.party("Target")], "supplier": [.party("Stackwell")]]),
      claim: claim("partnership", ["party": [.party("Stackwell"), .party("Target")]]),
      agreement: .none
    ),
    Row(
      testDescription: "a headcount instead of a percentage, which gold has as well",
      gold: claim(
        "workforce",
        [
          "organization": [.party("Rehmann")],
          "headcount": [.amount(ComparableFiller.Amount(value: 1900))],
          "percent": [.amount(ComparableFiller.Amount(value: 6))],
        ]
      ),
      claim: claim(
        "workforce",
        [
          "organization": [.party("Rehmann")],
          "headcount": [.amount(ComparableFiller.Amount(value: 1900))],
        ]
      ),
      agreement: .full
    ),
    Row(
      testDescription: "a metric in more words",
      gold: claim(
        "result",
        ["organization": [.party("Stellan")], "metric": [.text("sales")], "amount": [usd(5)]]
      ),
      claim: claim(
        "result",
        [
          "organization": [.party("Stellan")], "metric": [.text("annual sales")],
          "amount": [usd(5)],
        ]
      ),
      agreement: .full
    ),
    Row(
      testDescription: "a range",
      gold: claim(
        "valuation",
        [
          "company": [.party("Optiq")],
          "amount": [
            .amount(ComparableFiller.Amount(low: 1, high: 2, bound: "between", currency: "USD"))
          ],
        ]
      ),
      claim: claim(
        "valuation",
        [
          "company": [.party("Optiq")],
          "amount": [
            .amount(ComparableFiller.Amount(low: 1, high: 3, bound: "between", currency: "USD"))
          ],
        ]
      ),
      agreement: .none
    ),
  ]

  @Test("agreement", arguments: rows)
  func agreement(row: Row) {
    let matching = ClaimMatching(gold: [row.gold], claims: [row.claim])
    let found: Row.Agreement =
      switch matching.pairs.first?.isFull {
      case true?: .full
      case false?: .core
      case nil: .none
      }
    #expect(found == row.agreement)
    #expect(matching.missed == (row.agreement == .none ? [0] : []))
    #expect(matching.unfounded == (row.agreement == .none ? [0] : []))
  }

  @Test("the better claim is taken, the other is false")
  func betterClaim() {
    let poor = acquisition("Vantry", "Halyard", usd(7))
    let matching = ClaimMatching(gold: [Self.deal], claims: [poor, Self.deal])
    #expect(matching.pairs.map(\.claim) == [1])
    #expect(matching.unfounded == [0])
  }

  @Test("an optional gold claim is neither missed nor right")
  func optionalClaim() {
    let optional = claim("acquisition", Self.deal.roles, isOptional: true)
    let missing = ClaimMatching(gold: [optional], claims: [])
    #expect(missing.missed == [])
    #expect(missing.requiredCount == 0)
    let found = ClaimMatching(gold: [optional], claims: [Self.deal])
    #expect(found.pairs.isEmpty)
    #expect(found.unfounded == [])
    #expect(found.scoredCount == 0)
  }

  @Test("two claims of one event count once")
  func duplicate() {
    let matching = ClaimMatching(gold: [Self.deal], claims: [Self.deal, Self.deal])
    #expect(matching.pairs.count == 1)
    #expect(matching.unfounded == [1])
    #expect(matching.scoredCount == 2)
    #expect(matching.requiredCount == 1)
  }

  @Test("wrong slots are named")
  func wrongSlots() {
    let other = claim(
      "acquisition",
      [
        "acquirer": [.party("Vantry")], "target": [.party("Halyard")], "amount": [usd(7)],
        "seller": [.party("Stonebridge")],
      ],
      status: .ended
    )
    let matching = ClaimMatching(gold: [Self.deal], claims: [other])
    #expect(matching.pairs.map(\.wrongSlots) == [["amount", "seller", "status"]])
  }
}

private func claim(
  _ type: String,
  _ roles: [String: [ComparableFiller]],
  status: ClaimStatus = .completed,
  polarity: Polarity = .affirmed,
  isOptional: Bool = false,
  acceptedTypes: [String] = [],
  disputed: Set<String> = []
) -> ComparableClaim {
  ComparableClaim(
    type: type,
    roles: roles,
    status: status,
    polarity: polarity,
    isOptional: isOptional,
    acceptedTypes: acceptedTypes,
    disputed: disputed
  )
}

private func acquisition(
  _ acquirer: String,
  _ target: String,
  _ amount: ComparableFiller
) -> ComparableClaim {
  claim(
    "acquisition",
    ["acquirer": [.party(acquirer)], "target": [.party(target)], "amount": [amount]]
  )
}

private func usd(_ value: Double, _ bound: String = "exact") -> ComparableFiller {
  .amount(ComparableFiller.Amount(value: value, bound: bound, currency: "USD"))
}
