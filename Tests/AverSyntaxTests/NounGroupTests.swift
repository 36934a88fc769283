import AverModel
import Testing

@testable import AverSyntax

@Suite("Noun groups")
struct NounGroupTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let sentence: String
    /// The groups in order, the head in brackets, then its links.
    let groups: [String]
    var testDescription: String { sentence }

    init(_ sentence: String, _ groups: String...) {
      self.sentence = sentence
      self.groups = groups
    }
  }

  private static func describe(_ analysis: SentenceAnalysis) -> [String] {
    let groups = analysis.text.nounGroups
    func head(_ index: Int) -> String { analysis.word(groups[index].head) }
    return groups.map { group in
      let words = group.tokens.indices.map {
        $0 == group.head ? "[\(analysis.word($0))]" : analysis.word($0)
      }
      var links: [String] = []
      if let possessor = group.possessor { links.append("of=\(head(possessor))") }
      if let other = group.appositionOf { links.append("is=\(head(other))") }
      if let other = group.coordinatedWith { links.append("with=\(head(other))") }
      return (words + links).joined(separator: " ")
    }
  }

  @Test(
    "are flat, with their head",
    arguments: [
      Row("The British rival BOC fell.", "The British rival [BOC]"),
      Row("Its $13 billion stake grew.", "Its $ 13 billion [stake]"),
      Row("They bought Lehman corporate debt.", "[They]", "Lehman corporate [debt]"),
      Row("Sales rose about 5%.", "[Sales]", "about [5] %"),
      Row("It paid more than $3 billion.", "[It]", "more than $ 3 [billion]"),
      Row("Harbor & Pine Holdings grew.", "Harbor & Pine [Holdings]"),
      Row(
        "The proposed deal for fast-growing brands failed.",
        "The proposed [deal]",
        "fast - growing [brands]"
      ),
      Row("British and Dutch firms met.", "British and Dutch [firms]"),
      Row("Last year Linde bought Foo.", "Last [year]", "[Linde]", "[Foo]"),
      Row("On Monday Linde bought Foo.", "[Monday]", "[Linde]", "[Foo]"),
      Row("In 2019 Linde bought Foo.", "[2019]", "[Linde]", "[Foo]"),
      Row("All the firms met.", "All the [firms]"),
      Row("It helps the unemployed.", "[It]", "the [unemployed]"),
      Row("It fined Linde $500 million.", "[It]", "[Linde]", "$ 500 [million]"),
    ]
  )
  func areFlat(row: Row) throws {
    #expect(Self.describe(try SentenceAnalysis(row.sentence)) == row.groups)
  }

  @Test(
    "know possessors, appositions and lists",
    arguments: [
      Row(
        "Italy's Eni and its rival's unit met.",
        "[Italy] 's",
        "[Eni] of=Italy",
        "its [rival] 's",
        "[unit] of=rival with=Eni"
      ),
      Row(
        "BOC, the British gas maker, rejected Linde, its German rival.",
        "[BOC]",
        "the British gas [maker] is=BOC",
        "[Linde]",
        "its German [rival] is=Linde"
      ),
      Row(
        "Its German rival, Linde, met Jane Doe, chairman of Foo.",
        "Its German [rival]",
        "[Linde] is=rival",
        "Jane [Doe]",
        "[chairman] is=Doe",
        "[Foo]"
      ),
      Row(
        "It owns Arm, Qualcomm, and Intel.",
        "[It]",
        "[Arm]",
        "[Qualcomm] with=Arm",
        "[Intel] with=Qualcomm"
      ),
      Row(
        "Shell, BP and Total met.",
        "[Shell]",
        "[BP] with=Shell",
        "[Total] with=BP"
      ),
      Row(
        "It bought BOC, the gas maker, and Linde.",
        "[It]",
        "[BOC]",
        "the gas [maker] is=BOC",
        "[Linde] with=BOC"
      ),
      Row(
        "Shell bought BOC and Total sold Linde.",
        "[Shell]",
        "[BOC]",
        "[Total]",
        "[Linde]"
      ),
      Row("On Monday, the firm met.", "[Monday]", "the [firm]"),
    ]
  )
  func knowLinks(row: Row) throws {
    #expect(Self.describe(try SentenceAnalysis(row.sentence)) == row.groups)
  }
}
