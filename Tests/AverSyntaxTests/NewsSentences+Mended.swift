/// Sentences of news, made up for these tests, that were misread once.
extension NewsSentence {
  static let subjectsAndChains: [NewsSentence] = [
    NewsSentence(
      "\"We did not expect it,\" Anna Keller, chief financial officer of Nordhaven Bank, told reporters.",
      nouns: "We / it / Anna Keller / chief financial officer / Nordhaven Bank / reporters",
      "quoted did not expect (denied) < We",
      "main told < Anna Keller"
    ),
    NewsSentence(
      "The combined company would be based in Zurich and employ about 9,000 people.",
      nouns: "The combined company / Zurich / about 9,000 people",
      "main would be based (passive) < The combined company",
      "main employ < The combined company"
    ),
    NewsSentence(
      "The decision, announced last week, drew criticism from unions.",
      nouns: "The decision / last week / criticism / unions",
      "participial announced (passive) < The decision in drew",
      "main drew < The decision"
    ),
    NewsSentence(
      "Vantor has raised $75 million in a Series C round led by Alder Ventures.",
      nouns: "Vantor / $ 75 million / a Series C round / Alder Ventures",
      "main has raised < Vantor",
      "participial led (passive) < a Series C round in raised"
    ),
    NewsSentence(
      "Halden Motors plans to cut 1,200 jobs, the newspaper reported.",
      nouns: "Halden Motors / 1,200 jobs / the newspaper",
      "main plans < Halden Motors",
      "infinitive to cut < Halden Motors in plans",
      "main reported < the newspaper"
    ),
    NewsSentence(
      "Net profit rose to 512 million euros, helped by strong demand.",
      nouns: "Net profit / 512 million euros / strong demand",
      "main rose < Net profit",
      "participial helped (passive) < Net profit in rose"
    ),
    NewsSentence(
      "Korvax denied that it had used customer data and said it would fight the lawsuit.",
      nouns: "Korvax / it / customer data / it / the lawsuit",
      "main denied < Korvax",
      "reported had used < it in denied",
      "main said < Korvax",
      "reported would fight < it in said"
    ),
    NewsSentence(
      "Sources close to the company say that Lumen may be sold.",
      nouns: "Sources / the company / Lumen",
      "main say < Sources",
      "reported may be sold (passive) < Lumen in say"
    ),
    NewsSentence(
      "Ten days after taking over as chief executive, Paul Lindqvist ordered a review.",
      nouns: "Ten days / chief executive / Paul Lindqvist / a review",
      "participial taking over < Paul Lindqvist in ordered",
      "main ordered < Paul Lindqvist"
    ),
    NewsSentence(
      "The airline had been hoping to resume flights by summer.",
      nouns: "The airline / flights / summer",
      "main had been hoping < The airline",
      "infinitive to resume < The airline in hoping"
    ),
    NewsSentence(
      "Fischer Labs, a unit of Germany's Rheinwerk AG, and its partner Calder Bio have halted work.",
      nouns: "Fischer Labs / a unit / Germany 's / Rheinwerk AG / its partner Calder Bio / work",
      "main have halted < Fischer Labs"
    ),
    NewsSentence(
      "Apex Mining is to buy a rival for C$1.4 billion.",
      nouns: "Apex Mining / a rival / C$ 1.4 billion",
      "main is < Apex Mining",
      "infinitive to buy < Apex Mining in is"
    ),
    NewsSentence(
      "The brewer raised its full-year outlook.",
      nouns: "The brewer / its full - year outlook",
      "main raised < The brewer"
    ),
    NewsSentence(
      "It took money from new and existing investors.",
      nouns: "It / money / new and existing investors",
      "main took < It"
    ),
  ]

  static let groupsAndReports: [NewsSentence] = [
    NewsSentence(
      "The bank was fined in May, and the new owner could face more claims.",
      nouns: "The bank / May / the new owner / more claims",
      "main was fined (passive) < The bank",
      "main could face < the new owner"
    ),
    NewsSentence(
      "The firm told reporters in May that its revenue had doubled.",
      nouns: "The firm / reporters / May / its revenue",
      "main told < The firm",
      "reported had doubled < its revenue in told"
    ),
    NewsSentence(
      "In a statement, Lars Holm, the company's founder, said that in June the firm will move.",
      nouns: "a statement / Lars Holm / the company 's / founder / June / the firm",
      "main said < Lars Holm",
      "reported will move < the firm in said"
    ),
    NewsSentence(
      "Backers included Thrive Partners and Nimbus Fund.",
      nouns: "Backers / Thrive Partners / Nimbus Fund",
      "main included < Backers"
    ),
    NewsSentence(
      "Quillon makes a drug that vastly outstrips its rivals.",
      nouns: "Quillon / a drug / its rivals",
      "main makes < Quillon",
      "relative outstrips < a drug in makes"
    ),
    NewsSentence(
      "Critics fear Corvane will cut staff.",
      nouns: "Critics / Corvane / staff",
      "main fear < Critics",
      "reported will cut < Corvane in fear"
    ),
    NewsSentence(
      "We will partner with Aldgate on a for-profit venture.",
      nouns: "We / Aldgate / a for - profit venture",
      "main will partner < We"
    ),
    NewsSentence(
      "Alder said its orders, a measure of future sales, soared.",
      nouns: "Alder / its orders / a measure / future sales",
      "main said < Alder",
      "reported soared < its orders in said"
    ),
    NewsSentence(
      "The group raised $5 million Tuesday to further expand its network.",
      nouns: "The group / $ 5 million / Tuesday / its network",
      "main raised < The group",
      "infinitive to expand < The group in raised"
    ),
    NewsSentence(
      "The court approved a proposed $2 billion settlement.",
      nouns: "The court / a proposed $ 2 billion settlement",
      "main approved < The court"
    ),
    NewsSentence(
      "The service pays authors whose works were copied.",
      nouns: "The service / authors / whose works",
      "main pays < The service",
      "relative were copied (passive) < whose works in pays"
    ),
    NewsSentence(
      "The company has multiple offers.",
      nouns: "The company / multiple offers",
      "main has < The company"
    ),
    NewsSentence(
      "Sales rose even as prices and wages fell.",
      nouns: "Sales / prices / wages",
      "main rose < Sales",
      "subordinate fell < prices in rose"
    ),
    NewsSentence(
      "Kestrel adjusts to a new chief and tries to grow.",
      nouns: "Kestrel / a new chief",
      "main adjusts < Kestrel",
      "main tries < Kestrel",
      "infinitive to grow < Kestrel in tries"
    ),
    NewsSentence(
      "Renewables giant Orvik on Tuesday received approval from shareholders.",
      nouns: "Renewables giant Orvik / Tuesday / approval / shareholders",
      "main received < Renewables giant Orvik"
    ),
    NewsSentence(
      "Kate Brandt, chief analyst at broker Calder, previously told investors that sales would fall.",
      nouns: "Kate Brandt / chief analyst / broker Calder / investors / sales",
      "main told < Kate Brandt",
      "reported would fall < sales in told"
    ),
    NewsSentence(
      "Funding in Europe has doubled.",
      nouns: "Funding / Europe",
      "main has doubled < Funding"
    ),
    NewsSentence(
      "Shares rose as funds look to expand.",
      nouns: "Shares / funds",
      "main rose < Shares",
      "subordinate look < funds in rose",
      "infinitive to expand < funds in look"
    ),
    NewsSentence(
      "Children were exposed to sexually explicit material.",
      nouns: "Children / sexually explicit material",
      "main were exposed (passive) < Children"
    ),
    NewsSentence(
      "The firm closed a $20 million round in May.",
      nouns: "The firm / a $ 20 million round / May",
      "main closed < The firm"
    ),
  ]
}
