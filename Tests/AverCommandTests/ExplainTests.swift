import Foundation
import Testing

@Suite("aver explain")
struct ExplainTests {
  @Test("prints words, groups and clauses of a sentence under each other")
  func sentence() throws {
    let outcome = try AverProgram.run(["explain", "Linde said it would not buy Arm."])
    #expect(outcome.status == 0)
    #expect(
      outcome.text == """
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
}
