import AverModel
import Testing

@testable import Aver

@Suite("Names of a document")
struct NamesTests {
  /// What a document calls one entity, in text order, references included.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let type: MentionType
    let name: String
    let mentions: [String]

    var testDescription: String { "\(name): \(text)" }
  }

  static let cases = [
    // The words of a full form are one name wherever they stand, whatever lists know of them.
    Case(
      text: "Danish shipping group Orsted Marine A/S cut costs. Orsted Marine also cut jobs.",
      type: .organization,
      name: "Orsted Marine A/S",
      mentions: ["Orsted Marine A/S", "Orsted Marine"]
    ),
    Case(
      text: "Bright Harbor rose. The board of Bright Harbor Bancorp agreed.",
      type: .organization,
      name: "Bright Harbor Bancorp",
      mentions: ["Bright Harbor", "Bright Harbor Bancorp"]
    ),
    // A short form before the full form.
    Case(
      text: "Vantry sued Kelmar. A judge told Kelmar Devices Inc. to pay.",
      type: .organization,
      name: "Kelmar Devices Inc.",
      mentions: ["Kelmar", "Kelmar Devices Inc."]
    ),
    // A surname outweighs what its neighbours suggest.
    Case(
      text: "Nimbly was founded by Aylin Demir. Demir, a broker, left.",
      type: .person,
      name: "Aylin Demir",
      mentions: ["Aylin Demir", "Demir"]
    ),
    Case(
      text: "It named Jane Q. Harker. Jane Harker joined in May, and Harker will lead it.",
      type: .person,
      name: "Jane Q. Harker",
      mentions: ["Jane Q. Harker", "Jane Harker", "Harker"]
    ),
    Case(
      text: "It appointed Margaret Okwuosa. A friend of Margaret was glad.",
      type: .person,
      name: "Margaret Okwuosa",
      mentions: ["Margaret Okwuosa", "Margaret"]
    ),
    // Initials count the legal form or not.
    Case(
      text: "Orvel Fibres & Chemicals Ltd rose. A spokesman for OFCL declined to comment.",
      type: .organization,
      name: "Orvel Fibres & Chemicals Ltd",
      mentions: ["Orvel Fibres & Chemicals Ltd", "OFCL"]
    ),
  ]

  @Test("one name has one type, and one entity has all its names", arguments: cases)
  func entity(_ example: Case) throws {
    let document = try BuiltInRulesTests.document(.builtIn(), example.text)
    let entity = document.entities.first { $0.name == example.name }
    let found = try #require(entity, "\(document.entities.map(\.name))")
    #expect(found.type == example.type)
    #expect(
      found.mentions.map { document.analyzed.tokenized.clean.string(document.mentions[$0].range) }
        == example.mentions
    )
  }
}
