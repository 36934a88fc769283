import Foundation
import Testing

@Suite("aver explain")
struct ExplainTests {
  @Test("prints words, groups and clauses of a sentence under each other")
  func sentence() throws {
    let outcome = try AverProgram.run(["explain", "Linde said it would not buy Arm."])
    #expect(outcome.status == 0)
    #expect(
      outcome.text.hasPrefix(
        """
        words     Linde said it   would not  buy  Arm   .
        tags      PROPN VERB PRON AUX   PART VERB PROPN PUNCT
        lemmas    Linde say  it   would not  buy  Arm   .
        nouns     n1---      n2--                 n3---
        verbs           v1--      v2-------------
        clauses   c1-----------------------------------------
                             c2------------------------

          n1   Linde: head Linde
          n2   it: head it
          n3   Arm: head Arm
          v1   said: head said, past, active
          v2   would not buy: head buy, modal, active, modal would, denied by not
          c1   main, verb v1, subject n1
          c2   reported, verb v2, subject n2, in c1

        """
      )
    )
  }

  @Test("takes a sentence of several arguments, and breaks long ones into parts")
  func long() throws {
    let words = (1...30).map { "firm\($0)" } + ["rose."]
    let outcome = try AverProgram.run(["explain"] + words)
    #expect(outcome.lines.filter { $0.hasPrefix("words") }.count > 1)
    #expect(outcome.lines.filter { $0.hasPrefix("words") }.allSatisfy { $0.count <= 100 })
  }

  @Test("without a sentence says how to use it")
  func nothing() throws {
    let outcome = try AverProgram.run(["explain"])
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("sentence"))
  }

  private static let rules = """
    list firm = Orvel | Tamsin | Dorn
    entity org.firm : ORG
      match @firm
      test "Orvel rose." => "Orvel"
      test "It rose." => none
    relation deal : deal(buyer: ORG, target: ORG, seller: ORG?)
      verbs acquire
      frame buyer VERB target from seller
      test "Orvel acquired Tamsin." => deal(buyer: "Orvel", target: "Tamsin")
      test "Orvel rose." => none

    """

  private func explain(_ arguments: [String]) throws -> AverProgram.Outcome {
    let folder = try TemporaryFolder()
    try folder.write("rules/main.aver", Self.rules)
    try folder.write("page.txt", "Orvel acquired Tamsin.\n\nDorn acquired Brill from Orvel.\n")
    return try AverProgram.run(["explain", "--rules", "rules"] + arguments, in: folder)
  }

  @Test("shows mentions, claims and the rules that were tried")
  func fired() throws {
    let text = try explain(["Orvel acquired Tamsin from Dorn."]).text
    #expect(
      text.hasSuffix(
        """
        mentions
          “Orvel”  ORG  by main.aver:org.firm
          “Tamsin”  ORG  by main.aver:org.firm
          “Dorn”  ORG  by main.aver:org.firm

        claims
          deal completed  buyer=Orvel, target=Tamsin, seller=Dorn  by main.aver:deal/active

        rules tried
        deal/active on “acquired”: fires, frame `buyer VERB target (from) seller`
          buyer   ✓ “Orvel”  ORG by main.aver:org.firm
          target  ✓ “Tamsin”  ORG by main.aver:org.firm
          seller  ✓ “Dorn”  ORG by main.aver:org.firm

        """
      )
    )
  }

  @Test("a line of a file is explained; what would make a rule fire was tried")
  func whyNot() throws {
    let outcome = try explain(["page.txt:3", "--why-not", "--rule", "deal"])
    #expect(
      outcome.text == """
        deal on “acquired”: 2 of 3 places, frame `buyer VERB target (from) seller`
          buyer   ✓ “Dorn”  ORG by main.aver:org.firm
          target  ✗ wants ORG, but no rule knows “Brill” (proper noun)
          seller  ✓ “Orvel”  ORG by main.aver:org.firm
          nearest change: “Brill” as ORG, as by --with 'list firm += Brill' (aver rules diff shows \
        what else it does)

        """
    )
    #expect(try explain(["page.txt:1", "--why-not"]).text.hasPrefix("no rule that has a trigger"))
    let nothing = try explain(["page.txt:9"])
    #expect(nothing.status == 2)
    #expect(nothing.messages == "aver: page.txt has no line 9\n")
  }

  @Test("a rule that is not there is misuse")
  func unknownRule() throws {
    let outcome = try explain(["Orvel rose.", "--rule", "dael"])
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("no rule and no claim type is called 'dael'"))
  }

  @Test("of a pattern the furthest thread is shown, and the edit that lets it pass")
  func patterns() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "rules/main.aver",
      """
      list unit = division | arm
      entity org.unit : ORG
        match [cap]{1,3} @unit of [cap]
        test "Orvel Foods arm of Dorn rose." => "Orvel Foods arm of Dorn"
        test "It rose." => none

      """
    )
    let outcome = try AverProgram.run(
      [
        "explain", "--rules", "rules", "--why-not", "--rule", "org.unit",
        "the Orvel Foods branch of Dorn fell",
      ],
      in: folder
    )
    #expect(
      outcome.text == """
        org.unit: `match` got past 2 words
          [cap]  ✓ “Orvel”
          [cap]  ✓ “Foods”
          ✗ stopped at “branch”: expected [cap] or @unit
          nearest change: list unit += branch

        """
    )
  }
}
