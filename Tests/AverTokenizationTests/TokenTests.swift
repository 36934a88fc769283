import Testing

/// A text and its tokens, joined by `|`.
struct TokenRow: CustomTestStringConvertible {
  let text: String
  let tokens: String

  init(_ text: String, _ tokens: String) {
    self.text = text
    self.tokens = tokens
  }

  var testDescription: String { text }
}

@Suite("Tokens")
struct TokenTests {
  @Test(
    "cut clitics from their words",
    arguments: [
      TokenRow("She didn't go.", "She|did|n't|go|."),
      TokenRow("It can’t and won’t.", "It|ca|n’t|and|wo|n’t|."),
      TokenRow("They cannot; Cannot?", "They|can|not|;|Can|not|?"),
      TokenRow("Italy's banks", "Italy|'s|banks"),
      TokenRow("the firms' owners", "the|firms|'|owners"),
      TokenRow("the firms’ owners", "the|firms|’|owners"),
      TokenRow("we're I'll they’ve he'd I'm", "we|'re|I|'ll|they|’ve|he|'d|I|'m"),
      TokenRow("shouldn't've", "should|n't|'ve"),
      TokenRow("O'Brien met D’Angelo", "O'Brien|met|D’Angelo"),
      TokenRow("five o'clock", "five|o'clock"),
      TokenRow("DON'T", "DO|N'T"),
      TokenRow("the U.S.'s and 3M's", "the|U.S.|'s|and|3M|'s"),
      TokenRow("Q3's result", "Q3|'s|result"),
      TokenRow("gonna and wannabe", "gon|na|and|wannabe"),
      TokenRow("Don`t", "Do|n`t"),
      TokenRow("rock 'n' roll in the '90s", "rock|'|n|'|roll|in|the|'90s"),
      TokenRow("get 'em", "get|'em"),
      TokenRow("in Nova '98's hall", "in|Nova|'98|'s|hall"),
    ]
  )
  func clitics(row: TokenRow) throws {
    #expect(try TokenizationFixture.tokens(row.text) == row.tokens)
  }

  @Test(
    "part amounts into sign, number and scale",
    arguments: [
      TokenRow("$7.5bn", "$|7.5|bn"),
      TokenRow("$3.5 million", "$|3.5|million"),
      TokenRow("US$10m, C$5k, HK$1,200.50", "US$|10|m|,|C$|5|k|,|HK$|1,200.50"),
      TokenRow("A$ 40", "A$|40"),
      TokenRow("€1.2m and 30€", "€|1.2|m|and|30|€"),
      TokenRow("£10-£12", "£|10|-|£|12"),
      TokenRow("10% of 3.25%-4%", "10|%|of|3.25|%|-|4|%"),
      TokenRow("$3M but 3M", "$|3|M|but|3M"),
      TokenRow("1.5M users", "1.5|M|users"),
      TokenRow("500MW and 16GB", "500|MW|and|16|GB"),
      TokenRow("20°C", "20|°C"),
      TokenRow("rose .5 points", "rose|.5|points"),
      TokenRow("at 12pm or 12:30am", "at|12|pm|or|12:30|am"),
      TokenRow("¥5兆", "¥|5|兆"),
      TokenRow("$US150 or $A1.5bn", "$US|150|or|$A|1.5|bn"),
      TokenRow("CHF250m, Rs500, R1.2bn", "CHF|250|m|,|Rs|500|,|R|1.2|bn"),
      TokenRow("R500, R2D2 and GPT3.5", "R500|,|R2D2|and|GPT3.5"),
    ]
  )
  func amounts(row: TokenRow) throws {
    #expect(try TokenizationFixture.tokens(row.text) == row.tokens)
  }

  @Test(
    "keep names and numbers whole",
    arguments: [
      TokenRow("Q3 A380 H1N1 MP3s 4x4 5G", "Q3|A380|H1N1|MP3s|4x4|5G"),
      TokenRow("1st 22nd 20th 2010s 1,000th", "1st|22nd|20th|2010s|1,000th"),
      TokenRow("at 12:30 on 9/11", "at|12:30|on|9/11"),
      TokenRow("2010-2015", "2010|-|2015"),
      TokenRow("on 2025-10-03", "on|2025-10-03"),
      TokenRow("call 555-0142 or 212-555-0142", "call|555-0142|or|212-555-0142"),
      TokenRow("1,200.50, 7.5.", "1,200.50|,|7.5|."),
      TokenRow("AT&T, S&P and R&D", "AT&T|,|S&P|and|R&D"),
      TokenRow("Smith&Jones", "Smith|&|Jones"),
      TokenRow("Disney+ and C++", "Disney+|and|C++"),
      TokenRow("snake_case v1.2", "snake_case|v1.2"),
      TokenRow("Booking.com and Node.js", "Booking.com|and|Node.js"),
    ]
  )
  func names(row: TokenRow) throws {
    #expect(try TokenizationFixture.tokens(row.text) == row.tokens)
  }

  @Test(
    "cut compounds at hyphens but keep prefixes",
    arguments: [
      TokenRow("three-nation tour", "three|-|nation|tour"),
      TokenRow("co-founder of a non-profit-like firm", "co-founder|of|a|non-profit|-|like|firm"),
      TokenRow("E-mail, mid-2000s", "E-mail|,|mid-2000s"),
      TokenRow("over-the-counter, over-eager", "over|-|the|-|counter|,|over-eager"),
      TokenRow("Lashkar-e-Taiba", "Lashkar|-|e|-|Taiba"),
      TokenRow("F-16s and COVID-19", "F|-|16s|and|COVID|-|19"),
      TokenRow("third-quarter 5-year", "third|-|quarter|5|-|year"),
      TokenRow("low–cost", "low|–|cost"),
    ]
  )
  func hyphens(row: TokenRow) throws {
    #expect(try TokenizationFixture.tokens(row.text) == row.tokens)
  }

  @Test(
    "give abbreviations their stop",
    arguments: [
      TokenRow("Acme Inc. fell.", "Acme|Inc.|fell|."),
      TokenRow("the U.S. and U.K.", "the|U.S.|and|U.K."),
      TokenRow("at 6 a.m. on Sept. 5", "at|6|a.m.|on|Sept.|5"),
      TokenRow("J. P. Roe and J.P. Roe", "J.|P.|Roe|and|J.P.|Roe"),
      TokenRow("J.Roe and J.P.Roe", "J.|Roe|and|J.P.|Roe"),
      TokenRow("a Ph.D. from St.Gallen", "a|Ph.D.|from|St.|Gallen"),
      TokenRow("No. 5 said no. Yes.", "No.|5|said|no|.|Yes|."),
      TokenRow("He sat. They met on Sat. night", "He|sat|.|They|met|on|Sat.|night"),
      TokenRow("It was he and I.", "It|was|he|and|I|."),
      TokenRow("Roe (b. March 1950) fell in line b.", "Roe|(|b.|March|1950|)|fell|in|line|b|."),
      TokenRow("Vitamin C. The study", "Vitamin|C|.|The|study"),
      TokenRow("Roe v. Wade", "Roe|v.|Wade"),
      TokenRow("The end.The start", "The|end|.|The|start"),
      TokenRow("growth.12 The", "growth|.|12|The"),
      TokenRow("Acme Inc...", "Acme|Inc|..."),
    ]
  )
  func abbreviations(row: TokenRow) throws {
    #expect(try TokenizationFixture.tokens(row.text) == row.tokens)
  }

  @Test(
    "take addresses whole",
    arguments: [
      TokenRow("(https://example.com/a?b=1&c=2).", "(|https://example.com/a?b=1&c=2|)|."),
      TokenRow("www.example.org, then", "www.example.org|,|then"),
      TokenRow("example.com/news/2025-10.", "example.com/news/2025-10|."),
      TokenRow("https://example.org/Roe_(judge)", "https://example.org/Roe_(judge)"),
      TokenRow("press.office@example.co.uk.", "press.office@example.co.uk|."),
      TokenRow("<jo@example.com>", "<|jo@example.com|>"),
      TokenRow("“@aver_news: #Energy!”", "“|@aver_news|:|#Energy|!|”"),
      TokenRow("ranked #1", "ranked|#|1"),
      TokenRow("and/or", "and|/|or"),
    ]
  )
  func addresses(row: TokenRow) throws {
    #expect(try TokenizationFixture.tokens(row.text) == row.tokens)
  }

  @Test(
    "keep marks apart and repeated marks together",
    arguments: [
      TokenRow("Viacom <VIA> rose", "Viacom|<|VIA|>|rose"),
      TokenRow("yes -- no...maybe", "yes|--|no|...|maybe"),
      TokenRow("“Really?!” he—she…", "“|Really|?!|”|he|—|she|…"),
      TokenRow("``Old wires''", "``|Old|wires|''"),
      TokenRow("'Single' quotes", "'|Single|'|quotes"),
      TokenRow("[sic] (1) {a}", "[|sic|]|(|1|)|{|a|}"),
      TokenRow("***", "***"),
      TokenRow("a~b a^b a|b a=b a+b <>", "a|~|b|a|^|b|a|||b|a|=|b|a|+|b|<|>"),
      TokenRow("said:\"No\"", "said|:|\"|No|\""),
    ]
  )
  func marks(row: TokenRow) throws {
    #expect(try TokenizationFixture.tokens(row.text) == row.tokens)
  }

  @Test(
    "cut other scripts as ICU does",
    arguments: [
      TokenRow("Café Zürich naïve", "Café|Zürich|naïve"),
      TokenRow("Москва и Ελλάδα", "Москва|и|Ελλάδα"),
      TokenRow("e\u{301}tude", "e\u{301}tude"),
      TokenRow("👩🏽‍🚀👍 ok", "👩🏽‍🚀|👍|ok"),
      TokenRow("中文。", "中文|。"),
      TokenRow("a\u{A0}b\u{3000}c", "a|b|c"),
    ]
  )
  func otherScripts(row: TokenRow) throws {
    #expect(try TokenizationFixture.tokens(row.text) == row.tokens)
  }
}
