import AverModel
import Testing

/// The sentences of a block that is their join by a space.
struct SentenceRow: CustomTestStringConvertible {
  let sentences: [String]

  init(_ sentences: String...) { self.sentences = sentences }

  var text: String { sentences.joined(separator: " ") }

  var testDescription: String { text }
}

@Suite("Sentences")
struct SentenceTests {
  @Test(
    "end at stops, not at abbreviations",
    arguments: [
      SentenceRow("Shares fell.", "They rose later."),
      SentenceRow("Acme Inc. CEO Jane Roe resigned."),
      SentenceRow("She left Acme Inc.", "The firm fell."),
      SentenceRow("He lives in the U.S.", "He likes it."),
      SentenceRow("U.S. President Roe met Gen. Lee in the U.S. Senate."),
      SentenceRow("Mr. Roe met Dr. The Honourable Smith."),
      SentenceRow("It closed at 6 p.m.", "Mr. Roe left."),
      SentenceRow("On Sept. 5 it bought No. 7."),
      SentenceRow("J. P. Roe spoke.", "J. Doe did not."),
      SentenceRow("It cost $3.5 million.", "3M paid."),
      SentenceRow("Version 1.2 is out.", "7 people bought it."),
      SentenceRow("They sold cars, boats, etc.", "The rest stayed."),
      SentenceRow("It rose 2 percent.", "iRobot fell."),
      SentenceRow("At 5 a.m. Mr. Roe left."),
      SentenceRow("They sold cars, boats, etc.", "Acme bought them."),
      SentenceRow("It left the U.S.", "I stayed."),
    ]
  )
  func stops(row: SentenceRow) throws {
    #expect(try TokenizationFixture.sentences(row.text) == row.sentences)
  }

  @Test(
    "end after quotes and brackets that close",
    arguments: [
      SentenceRow("“We won.”", "She smiled."),
      SentenceRow("\"Did we win?\" she asked."),
      SentenceRow("“Did we win?” Jane Roe asked."),
      SentenceRow("“Did we win?”", "Nobody knew."),
      SentenceRow("\"We won.\"", "\"We lost.\""),
      SentenceRow("It fell (it had risen.)", "Then it rose."),
      SentenceRow("It fell.", "(It had risen.)", "Then it rose."),
      SentenceRow("'It is over.'", "He left."),
      SentenceRow("Yahoo! shares rose."),
      SentenceRow("What?!", "Yes!"),
      SentenceRow("“It is over.“", "He left."),
      SentenceRow("It fell.[12]", "It rose. [3] [4]", "It stayed.5", "It fell."),
      SentenceRow("She won for Viva Roma! (1965) and more."),
      SentenceRow("It stood.", "(credit: Jane Roe)"),
      SentenceRow("“It is over.”", "— Jane Roe"),
      SentenceRow("It is over.", "[...] The rest is history."),
    ]
  )
  func quotes(row: SentenceRow) throws {
    #expect(try TokenizationFixture.sentences(row.text) == row.sentences)
  }

  @Test(
    "end at ellipses only before a capital",
    arguments: [
      SentenceRow("He waited ... and left."),
      SentenceRow("He waited…", "Nobody came."),
      SentenceRow("Well ... I see."),
      SentenceRow("He cited “parallel stairs [...]” Smith built."),
      SentenceRow("He waited . . . and waited . . .", "Nobody came."),
      SentenceRow("It grew too fast.", ". . . The rest was sold."),
      SentenceRow("It grew too fast.", "... The rest was sold."),
    ]
  )
  func ellipses(row: SentenceRow) throws {
    #expect(try TokenizationFixture.sentences(row.text) == row.sentences)
  }

  @Test(
    "begin at bullets and credits, not after list numbers",
    arguments: [
      SentenceRow("1. The first point."),
      SentenceRow("1) The first point", "2) The second point", "3) The third point"),
      SentenceRow("a. The first point.", "b. The second point."),
      SentenceRow("It paid 2.", "The rest came later."),
      SentenceRow("a. The first point.", "It is short."),
      SentenceRow("• 9. The ninth", "• 10. The tenth"),
      SentenceRow("Jane Roe in Paris", "Image: Acme Agency."),
      SentenceRow("Thursday, May 7, 2015", "The firm fell."),
      SentenceRow("May 7, 2015", "In Paris shares rose."),
      SentenceRow("Thursday, May 7, 2015 Newsroom"),
      SentenceRow("It met on Thursday, May 7, 2015 The Hague."),
      SentenceRow("BERLIN, Sept. 5 (Newswire) - Acme rose.", "It fell later."),
    ]
  )
  func lists(row: SentenceRow) throws {
    #expect(try TokenizationFixture.sentences(row.text) == row.sentences)
  }

  @Test(
    "begin without a stop before them where a caption runs into the text",
    arguments: [
      SentenceRow("Jane Roe of the Harbor Party", "In the north the party won two seats."),
      SentenceRow("The crowd left the square", "In the evening it came back."),
      SentenceRow("She starred in the film Out In The Cold last year."),
      SentenceRow("Man In the Mirror"),
      SentenceRow("His song Man In the Mirror sold well in Europe."),
      SentenceRow("It is owned by Back In Time of Oslo."),
    ]
  )
  func unmarked(row: SentenceRow) throws {
    #expect(try TokenizationFixture.sentences(row.text) == row.sentences)
  }

  @Test("end where the space after the mark is missing")
  func missingSpace() throws {
    let sentences = try TokenizationFixture.sentences(
      "It rose.Then it fell.He paid 1,000.They left."
    )
    #expect(sentences == ["It rose.", "Then it fell.", "He paid 1,000.", "They left."])
  }

  @Test("end at marks of other scripts")
  func foreignMarks() throws {
    let sentences = try TokenizationFixture.sentences("他走了。她来了。 И это всё. Всё.")
    #expect(sentences == ["他走了。", "她来了。", "И это всё.", "Всё."])
    let bracketed = try TokenizationFixture.sentences("“他走了。”（她来了？）好。")
    #expect(bracketed == ["“他走了。”", "（她来了？）", "好。"])
  }

  @Test("take a single line break for a space and never cross a block")
  func lineBreaks() throws {
    let sentences = try TokenizationFixture.sentences(
      "Acme bought\nBeta. It\npaid.\n\nNo stop\n\nNext"
    )
    #expect(sentences == ["Acme bought\nBeta.", "It\npaid.", "No stop", "Next"])
  }

  @Test("do not end after an abbreviation in a heading")
  func headings() throws {
    let text = "At Home With Acme Inc. The Inside Story"
    #expect(try TokenizationFixture.sentences(text, kind: .heading) == [text])
    #expect(
      try TokenizationFixture.sentences(text) == ["At Home With Acme Inc.", "The Inside Story"]
    )
  }
}
