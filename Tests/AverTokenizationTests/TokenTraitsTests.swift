import AverModel
import Testing

/// The token at an index of a text, and traits that it has or has not.
struct TraitRow: CustomTestStringConvertible {
  let text: String
  let index: Int
  let present: TokenTraits
  let absent: TokenTraits

  init(_ text: String, _ index: Int, _ present: TokenTraits, not absent: TokenTraits = []) {
    self.text = text
    self.index = index
    self.present = present
    self.absent = absent
  }

  var testDescription: String { "\(text) [\(index)]" }
}

@Suite("Token traits")
struct TokenTraitsTests {
  @Test(
    "say what a token looks like",
    arguments: [
      TraitRow("Acme rose", 0, [.capitalized, .letters], not: [.allCapitals, .mixedCase, .glued]),
      TraitRow("Acme rose", 1, [.lowerCase, .letters], not: .capitalized),
      TraitRow("IBM", 0, [.allCapitals, .capitalized, .letters], not: .mixedCase),
      TraitRow("OpenAI", 0, [.capitalized, .mixedCase, .letters], not: .allCapitals),
      TraitRow("iPhone", 0, [.mixedCase, .letters], not: [.capitalized, .lowerCase]),
      TraitRow("I", 0, .capitalized, not: .allCapitals),
      TraitRow("Äpfel", 0, [.capitalized, .letters], not: .allCapitals),
      TraitRow("AT&T", 0, [.allCapitals, .letters]),
      TraitRow("co-founder", 0, [.letters, .lowerCase]),
      TraitRow("7.5", 0, .number, not: [.letters, .alphanumeric, .punctuation]),
      TraitRow("12:30", 0, [], not: [.number, .punctuation, .letters]),
      TraitRow("$7.5bn", 0, .currency, not: [.punctuation, .glued]),
      TraitRow("$7.5bn", 1, [.number, .glued]),
      TraitRow("$7.5bn", 2, [.letters, .lowerCase, .glued]),
      TraitRow("US$5", 0, .currency),
      TraitRow("3M", 0, .alphanumeric, not: .number),
      TraitRow("20th", 0, [.ordinal, .alphanumeric], not: .number),
      TraitRow("Italy's", 1, [.possessive, .glued]),
      TraitRow("firms' own", 1, [.possessive, .glued], not: .quote),
      TraitRow("'yes'", 2, .quote, not: .possessive),
      TraitRow("'the firms' she", 3, .quote, not: .possessive),
      TraitRow("she'll", 1, .glued, not: .possessive),
      TraitRow("“No”", 0, [.quote, .punctuation], not: .sentenceStart),
      TraitRow("“No”", 1, [.sentenceStart, .glued]),
      TraitRow("no, yes", 1, [.punctuation, .glued], not: .quote),
      TraitRow("10%", 1, .glued, not: .punctuation),
      TraitRow("Acme Inc. rose", 1, [.abbreviation, .capitalized, .letters]),
      TraitRow("the U.S. rose", 1, [.abbreviation, .allCapitals, .letters]),
      TraitRow("see www.example.com", 1, .address),
      TraitRow("It rose. Acme fell.", 3, .sentenceStart),
      TraitRow("It rose. Acme fell.", 1, [], not: .sentenceStart),
      TraitRow("Acme Agrees to Acquire Beta Group", 5, .inTitleCase),
      TraitRow("Acme Group agreed to acquire Beta", 5, [], not: .inTitleCase),
      TraitRow(
        "Goldberg Sorley and Keefe, Brewster & Lowe advised Caldera.",
        3,
        [],
        not: .inTitleCase
      ),
    ]
  )
  func traits(row: TraitRow) throws {
    let tokens = try TokenizationFixture.tokenize(row.text).tokens
    try #require(tokens.indices.contains(row.index))
    #expect(tokens[row.index].traits.isSuperset(of: row.present))
    #expect(tokens[row.index].traits.isDisjoint(with: row.absent))
  }

  @Test("say that capitals mean nothing in a short heading, not in a short sentence")
  func headings() throws {
    let text = "Acme to Buy Beta"
    let heading = try TokenizationFixture.tokenize(text, kind: .heading).tokens
    let paragraph = try TokenizationFixture.tokenize(text).tokens
    #expect(heading.allSatisfy { $0.traits.contains(.inTitleCase) })
    #expect(paragraph.allSatisfy { !$0.traits.contains(.inTitleCase) })
  }

  @Test("give known words their symbols, folded")
  func symbols() throws {
    let tokens = try TokenizationFixture.tokenize("THE Zebra SAID Inc.").tokens
    let words = tokens.map { TokenizationFixture.vocabulary.word(of: $0.symbol) }
    #expect(words == ["the", "", "said", "inc."])
  }
}
