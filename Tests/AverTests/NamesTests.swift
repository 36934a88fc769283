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
    // A first word that is a word of its own elsewhere, where it can only be a name.
    Case(
      text: "Stone Devices Inc. rose. Stone said no. Stone falls fast.",
      type: .organization,
      name: "Stone Devices Inc.",
      mentions: ["Stone Devices Inc.", "Stone"]
    ),
    // A name with `and` is one, unless its first part is a name elsewhere.
    Case(
      text: "The broker Harker and Venn Inc. fell.",
      type: .organization,
      name: "Harker and Venn Inc.",
      mentions: ["Harker and Venn Inc."]
    ),
    Case(
      text: "Shares of Delmar Devices Inc. fell. It sold Delmar's Lumo Foods Inc. in May.",
      type: .organization,
      name: "Lumo Foods Inc.",
      mentions: ["Lumo Foods Inc."]
    ),
    Case(
      text: "Jane Harker left. She owned shares in Harker and Venn Inc., a shop.",
      type: .organization,
      name: "Venn Inc.",
      mentions: ["Venn Inc."]
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
    // What a list knows of.
    Case(
      text: "Exports to the United States fell. The U.S. said no.",
      type: .place,
      name: "United States",
      mentions: ["United States", "U.S."]
    ),
    // The end of a full form.
    Case(
      text: "The Orvel Treasury Department met. An aide of the Treasury Department left.",
      type: .organization,
      name: "Orvel Treasury Department",
      mentions: ["Orvel Treasury Department", "Treasury Department"]
    ),
    // What a name was before is the name of the same, but not its own.
    Case(
      text: "Lumo Inc., formerly Brightwater Inc., cut jobs. Shares of Brightwater rose.",
      type: .organization,
      name: "Lumo Inc.",
      mentions: ["Lumo Inc.", "Brightwater Inc.", "Brightwater"]
    ),
    Case(
      text: "Brightwater Inc., now known as Lumo Corp., cut jobs.",
      type: .organization,
      name: "Lumo Corp.",
      mentions: ["Brightwater Inc.", "Lumo Corp."]
    ),
    // Descriptions by what belongs to somebody.
    Case(
      text: "Shares of Apple fell. Analysts at Corvala Corp. said the iPhone maker would grow.",
      type: .organization,
      name: "Apple",
      mentions: ["Apple", "the iPhone maker"]
    ),
    Case(
      text:
        "Zentrix Ltd., a unit of Corvala Corp., will close a plant. Its parent declined to comment.",
      type: .organization,
      name: "Corvala Corp.",
      mentions: ["Corvala Corp.", "Its parent"]
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

  @Test(
    "each mention but the first says why it means its entity",
    arguments: [
      ("Kelmar Devices Inc. rose. Kelmar fell.", [.shortForm]),
      ("Kelmar Devices Inc. rose. Kelmar Devices fell.", [.sameName]),
      ("Orvel Fibres & Chemicals Ltd rose. A spokesman for OFCL declined.", [.acronym]),
      ("The United Nations met. Aid by the UN stopped.", [.listedName]),
      ("It named Jane Q. Harker. Mr. Harker agreed.", [.samePerson]),
      ("Lumo Inc., formerly Brightwater Inc., cut jobs.", [.otherName]),
      ("Kelmar Devices Inc. rose. It cut jobs, the company said.", [.pronoun, .description]),
      ("Zentrix Ltd., a unit of Corvala Corp., rose. Its parent fell.", [.parent]),
    ] as [(String, [EntityLink])]
  )
  func links(_ text: String, _ expected: [EntityLink]) throws {
    let document = try BuiltInRulesTests.document(.builtIn(), text)
    #expect(document.linkOfMention.compactMap(\.self) == expected)
  }

  @Test("a maker that everybody knows is no other company")
  func makers() throws {
    let text = "Kelmar Devices Inc. rose. The iPhone maker cut jobs."
    let document = try BuiltInRulesTests.document(.builtIn(), text)
    #expect(document.entities.first?.mentions == [0])
  }

  @Test("a listed name with a legal suffix keeps its identifiers, and joins its other names")
  func identifiers() throws {
    let text = "Amazon.com, Inc. cut jobs. Shares of Amazon rose."
    let document = try BuiltInRulesTests.document(.builtIn(), text)
    #expect(document.entities.map(\.name) == ["Amazon.com, Inc."])
    #expect(document.entities.map(\.identifiers) == [["http://www.wikidata.org/entity/Q3884"]])
  }

  @Test(
    "letters in brackets behind what is no body name none",
    arguments: [
      ("A mobile money account (MMA) is cheap. Each MMA costs a dollar.", []),
      ("The labour movement committee (LMC) met. The LMC agreed.", ["LMC", "LMC"]),
    ] as [(String, [String])]
  )
  func acronyms(_ text: String, _ expected: [String]) throws {
    let document = try BuiltInRulesTests.document(.builtIn(), text)
    let found = document.mentions.filter { $0.type == .organization && $0.value != nil }
    #expect(found.map { document.analyzed.tokenized.clean.string($0.range) } == expected)
  }
}
