import AverModel
import Testing

@testable import AverSyntax

@Suite("Clauses")
struct ClauseTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let sentence: String
    /// The clauses in the order of their verbs: kind, verb, subject's group, verb of the parent.
    let clauses: [String]
    var testDescription: String { sentence }

    init(_ sentence: String, _ clauses: String...) {
      self.sentence = sentence
      self.clauses = clauses
    }
  }

  private static func describe(_ analysis: SentenceAnalysis) -> [String] {
    let text = analysis.text
    func verb(_ clause: Clause) -> String { analysis.word(text.verbGroups[clause.verb].head) }
    return text.clauses.sorted { $0.verb < $1.verb }.map { clause in
      let subject = clause.subject.map { analysis.words(text.nounGroups[$0].tokens) } ?? "-"
      let parent = clause.parent.map { " in \(verb(text.clauses[$0]))" } ?? ""
      return "\(clause.kind) \(verb(clause)) < \(subject)\(parent)"
    }
  }

  @Test(
    "find the subject past what stands between",
    arguments: [
      Row("Linde bought the firm.", "main bought < Linde"),
      Row("Shares of Linde rose.", "main rose < Shares"),
      Row("Shares in Linde and Eni fell on Monday.", "main fell < Shares"),
      Row("BOC, the British gas maker, was bought.", "main bought < BOC"),
      Row("In a statement, Linde denied the report.", "main denied < Linde"),
      Row("Last year Linde bought Foo.", "main bought < Linde"),
      Row("Eni of Italy, in a surprise, sold the field.", "main sold < Eni"),
      Row("Shell, BP and Total met.", "main met < Shell"),
      Row("Mr. Lee, 54, was sentenced to five years.", "main sentenced < Mr. Lee"),
      Row("The firm's board approved the sale.", "main approved < board"),
      Row("Neither firm has commented.", "main commented < Neither firm"),
      Row("Will Linde buy the firm?", "main buy < Linde"),
    ]
  )
  func findSubjects(row: Row) throws {
    #expect(Self.describe(try SentenceAnalysis(row.sentence)) == row.clauses)
  }

  @Test(
    "tell relative and participial clauses from the main one",
    arguments: [
      Row(
        "Linde, which owns plants in Italy and Spain, rose 5%.",
        "relative owns < Linde in rose",
        "main rose < Linde"
      ),
      Row(
        "Shares of Linde, which owns plants, rose.",
        "relative owns < Linde in rose",
        "main rose < Shares"
      ),
      Row(
        "The investor who bought the stake in May has since sold it.",
        "relative bought < The investor in sold",
        "main sold < The investor"
      ),
      Row(
        "It rejected a bid from Kraft Heinz that valued the group at $143 billion.",
        "main rejected < It",
        "relative valued < a bid in rejected"
      ),
      Row(
        "The company it bought last year makes gas.",
        "relative bought < it in makes",
        "main makes < The company"
      ),
      Row(
        "Volvo Cars, owned by China's Geely, never agreed to the terms.",
        "participial owned < Volvo Cars in agreed",
        "main agreed < Volvo Cars"
      ),
      Row(
        "The plant built by Linde was sold.",
        "participial built < The plant in sold",
        "main sold < The plant"
      ),
      Row(
        "Founded in 1998, Linde makes gas.",
        "participial Founded < Linde in makes",
        "main makes < Linde"
      ),
      Row(
        "Linde won the order, beating its rival Eni.",
        "main won < Linde",
        "participial beating < Linde in won"
      ),
      Row(
        "Broadcom agreed in May to buy Foo in a deal valued at $61 billion.",
        "main agreed < Broadcom",
        "infinitive buy < Broadcom in agreed",
        "participial valued < a deal in buy"
      ),
      Row(
        "He studied law before joining the firm.",
        "main studied < He",
        "participial joining < He in studied"
      ),
      Row(
        "Police arrested three men suspected of robbing a bank.",
        "main arrested < Police",
        "participial suspected < three men in arrested",
        "participial robbing < three men in suspected"
      ),
      Row(
        "It plans a plant in Mexico, where it will build cars.",
        "main plans < It",
        "relative build < it in plans"
      ),
    ]
  )
  func tellRelative(row: Row) throws {
    #expect(Self.describe(try SentenceAnalysis(row.sentence)) == row.clauses)
  }

  @Test(
    "know who is meant by an infinitive",
    arguments: [
      Row(
        "Linde has agreed to buy the firm.",
        "main agreed < Linde",
        "infinitive buy < Linde in agreed"
      ),
      Row(
        "Eni is in talks to buy a stake.",
        "main is < Eni",
        "infinitive buy < Eni in is"
      ),
      Row(
        "Regulators forced the bank to sell shops.",
        "main forced < Regulators",
        "infinitive sell < the bank in forced"
      ),
      Row(
        "Toyota was ordered to recall cars.",
        "main ordered < Toyota",
        "infinitive recall < Toyota in ordered"
      ),
      Row(
        "Pfizer's plan to buy Allergan was abandoned.",
        "infinitive buy < Pfizer 's in abandoned",
        "main abandoned < plan"
      ),
      Row("Ford to cut 500 jobs in Germany", "infinitive cut < Ford"),
      Row(
        "Linde raised $1bn to fund the deal.",
        "main raised < Linde",
        "infinitive fund < Linde in raised"
      ),
      Row(
        "The deal would help the chip maker expand.",
        "main help < The deal",
        "infinitive expand < the chip maker in help"
      ),
    ]
  )
  func knowInfinitives(row: Row) throws {
    #expect(Self.describe(try SentenceAnalysis(row.sentence)) == row.clauses)
  }

  @Test(
    "tell reported and quoted speech, and who said it",
    arguments: [
      Row(
        "Linde said it would not buy Arm.",
        "main said < Linde",
        "reported buy < it in said"
      ),
      Row(
        "Linde denied that it would buy Arm.",
        "main denied < Linde",
        "reported buy < it in denied"
      ),
      Row(
        "Acme Inc. said in a statement it plans to acquire Beta.",
        "main said < Acme Inc.",
        "reported plans < it in said",
        "infinitive acquire < it in plans"
      ),
      Row(
        "Jane Doe, chief executive of Foo, told reporters that the firm was not for sale.",
        "main told < Jane Doe",
        "reported was < the firm in told"
      ),
      Row(
        "Linde will buy Arm, two sources said.",
        "main buy < Linde",
        "main said < two sources"
      ),
      Row(
        "The deal, analysts said, will create a large lender.",
        "main said < analysts",
        "main create < The deal"
      ),
      Row(
        "Foo will sell the unit, its chairman, Kim Lee, told analysts.",
        "main sell < Foo",
        "main told < its chairman"
      ),
      Row(
        "\"We will never sell,\" Smith said.",
        "quoted sell < We",
        "main said < Smith"
      ),
      Row(
        "\"This is a great day,\" said Maria Rossi, who runs Alfa.",
        "quoted is < This",
        "main said < Maria Rossi",
        "relative runs < Maria Rossi in said"
      ),
    ]
  )
  func tellSpeech(row: Row) throws {
    #expect(Self.describe(try SentenceAnalysis(row.sentence)) == row.clauses)
  }

  @Test(
    "tell conditions and other subordinate clauses",
    arguments: [
      Row(
        "If it buys the firm, Linde will sell a plant.",
        "conditional buys < it in sell",
        "main sell < Linde"
      ),
      Row(
        "Linde will sell a plant if regulators approve the deal.",
        "main sell < Linde",
        "conditional approve < regulators in sell"
      ),
      Row(
        "The acquisition, if approved, would give Linde control of the plant.",
        "conditional approved < The acquisition in give",
        "main give < The acquisition"
      ),
      Row(
        "Because the talks had failed, Renault withdrew its offer.",
        "subordinate failed < the talks in withdrew",
        "main withdrew < Renault"
      ),
      Row(
        "Shares rose 5% after the company announced plans to sell its unit.",
        "main rose < Shares",
        "subordinate announced < the company in rose",
        "infinitive sell < the company in announced"
      ),
    ]
  )
  func tellSubordinate(row: Row) throws {
    #expect(Self.describe(try SentenceAnalysis(row.sentence)) == row.clauses)
  }

  @Test(
    "stand side by side where a conjunction joins them",
    arguments: [
      Row(
        "Linde raised $1bn, hired 200 people and bought Foo.",
        "main raised < Linde",
        "main hired < Linde",
        "main bought < Linde"
      ),
      Row(
        "Shell bought BOC and Total sold Linde.",
        "main bought < Shell",
        "main sold < Total"
      ),
      Row(
        "Linde said it had sold the plant and would buy Foo.",
        "main said < Linde",
        "reported sold < it in said",
        "reported buy < it in said"
      ),
      Row(
        "It is unclear if they will agree, but talks are continuing.",
        "main is < It",
        "conditional agree < they in is",
        "main continuing < talks"
      ),
      Row(
        "Linde, founded in 1890 and owned by the state, raised its forecast.",
        "participial founded < Linde in raised",
        "participial owned < Linde in raised",
        "main raised < Linde"
      ),
    ]
  )
  func standSideBySide(row: Row) throws {
    #expect(Self.describe(try SentenceAnalysis(row.sentence)) == row.clauses)
  }
}
