/// Sentences of news, made up for these tests, with the groups and clauses that they have.
extension NewsSentence {
  static let passivesAndRelatives: [NewsSentence] = [
    NewsSentence(
      "Linde was bought by a rival for $3 billion.",
      nouns: "Linde / a rival / $ 3 billion",
      "main was bought (passive) < Linde"
    ),
    NewsSentence(
      "The bank is being sued by former customers.",
      nouns: "The bank / former customers",
      "main is being sued (passive) < The bank"
    ),
    NewsSentence(
      "The merger has been approved by shareholders but not by regulators.",
      nouns: "The merger / shareholders / regulators",
      "main has been approved (passive) < The merger"
    ),
    NewsSentence(
      "The plant, which was closed in May, will be sold.",
      nouns: "The plant / May",
      "relative was closed (passive) < The plant in sold",
      "main will be sold (passive) < The plant"
    ),
    NewsSentence(
      "The software maker that Oracle acquired last year has cut 300 jobs.",
      nouns: "The software maker / Oracle / last year / 300 jobs",
      "relative acquired < Oracle in cut",
      "main has cut < The software maker"
    ),
    NewsSentence(
      "The airline, whose pilots went on strike, canceled 40 flights.",
      nouns: "The airline / whose pilots / strike / 40 flights",
      "relative went < whose pilots in canceled",
      "main canceled < The airline"
    ),
    NewsSentence(
      "Marta Silva, who founded the company in 2009, will step down in June.",
      nouns: "Marta Silva / the company / 2009 / June",
      "relative founded < Marta Silva in step",
      "main will step down < Marta Silva"
    ),
    NewsSentence(
      "Shareholders who rejected the first offer have accepted the second.",
      nouns: "Shareholders / the first offer / the second",
      "relative rejected < Shareholders in accepted",
      "main have accepted < Shareholders"
    ),
    NewsSentence(
      "The acquisition of Norlund by Telvia was completed on Monday.",
      nouns: "The acquisition / Norlund / Telvia / Monday",
      "main was completed (passive) < The acquisition"
    ),
    NewsSentence(
      "Telvia's purchase of a stake in Norlund surprised analysts.",
      nouns: "Telvia 's / purchase / a stake / Norlund / analysts",
      "main surprised < purchase"
    ),
  ]
  static let nominalsAndSpeech: [NewsSentence] = [
    NewsSentence(
      "The collapse of talks between the two carriers hurt both stocks.",
      nouns: "The collapse / talks / the two carriers / both stocks",
      "main hurt < The collapse"
    ),
    NewsSentence(
      "The company announced the resignation of its finance chief.",
      nouns: "The company / the resignation / its finance chief",
      "main announced < The company"
    ),
    NewsSentence(
      "\"We are not for sale,\" the chairman told reporters.",
      nouns: "We / sale / the chairman / reporters",
      "quoted are not (denied) < We",
      "main told < the chairman"
    ),
    NewsSentence(
      "\"The price,\" said Okafor, \"is too low.\"",
      nouns: "The price / Okafor",
      "main said < Okafor",
      "quoted is < The price"
    ),
    NewsSentence(
      "Norlund said that it had received an offer from Telvia.",
      nouns: "Norlund / it / an offer / Telvia",
      "main said < Norlund",
      "reported had received < it in said"
    ),
    NewsSentence(
      "Norlund has denied it is in talks with Telvia.",
      nouns: "Norlund / it / talks / Telvia",
      "main has denied < Norlund",
      "reported is < it in denied"
    ),
    NewsSentence(
      "Analysts expect the bank to report a loss.",
      nouns: "Analysts / the bank / a loss",
      "main expect < Analysts",
      "infinitive to report < the bank in expect"
    ),
    NewsSentence(
      "The company is expected to name a new chief executive.",
      nouns: "The company / a new chief executive",
      "main is expected (passive) < The company",
      "infinitive to name < The company in expected"
    ),
    NewsSentence(
      "According to the filing, Petrov owns 12% of the group.",
      nouns: "the filing / Petrov / 12 % / the group",
      "main owns < Petrov"
    ),
    NewsSentence(
      "If the court agrees, the company will pay $40 million.",
      nouns: "the court / the company / $ 40 million",
      "conditional agrees < the court in pay",
      "main will pay < the company"
    ),
  ]
  static let conditionsAndLists: [NewsSentence] = [
    NewsSentence(
      "Unless lenders extend the deadline, the chain may file for bankruptcy.",
      nouns: "lenders / the deadline / the chain / bankruptcy",
      "conditional extend < lenders in file",
      "main may file < the chain"
    ),
    NewsSentence(
      "Shares rose because profit beat forecasts.",
      nouns: "Shares / profit / forecasts",
      "main rose < Shares",
      "subordinate beat < profit in rose"
    ),
    NewsSentence(
      "While sales fell in Europe, they grew in Asia.",
      nouns: "sales / Europe / they / Asia",
      "subordinate fell < sales in grew",
      "main grew < they"
    ),
    NewsSentence(
      "After losing the contract, the firm closed two plants.",
      nouns: "the contract / the firm / two plants",
      "participial losing < the firm in closed",
      "main closed < the firm"
    ),
    NewsSentence(
      "The group sold its mines, its railway and its port.",
      nouns: "The group / its mines / its railway / its port",
      "main sold < The group"
    ),
    NewsSentence(
      "Investors include Alder Capital, Birch Partners and Cedar Bank.",
      nouns: "Investors / Alder Capital / Birch Partners / Cedar Bank",
      "main include < Investors"
    ),
    NewsSentence(
      "Alder, Birch and Cedar agreed to invest $90 million in Norlund.",
      nouns: "Alder / Birch / Cedar / $ 90 million / Norlund",
      "main agreed < Alder",
      "infinitive to invest < Alder in agreed"
    ),
    NewsSentence(
      "Both Alder and Birch declined to comment.",
      nouns: "Alder / Birch",
      "main declined < Alder",
      "infinitive to comment < Alder in declined"
    ),
    NewsSentence(
      "Neither Alder nor Birch has made an offer.",
      nouns: "Alder / Birch / an offer",
      "main has made < Alder"
    ),
    NewsSentence(
      "Norlund hired 50 engineers, opened an office in Oslo and bought a rival.",
      nouns: "Norlund / 50 engineers / an office / Oslo / a rival",
      "main hired < Norlund",
      "main opened < Norlund",
      "main bought < Norlund"
    ),
    NewsSentence(
      "The firm plans to cut costs and pay down debt.",
      nouns: "The firm / costs / debt",
      "main plans < The firm",
      "infinitive to cut < The firm in plans",
      "infinitive pay down < The firm in plans"
    ),
    NewsSentence(
      "Telvia has agreed to buy Norlund for 9 euros a share.",
      nouns: "Telvia / Norlund / 9 euros / a share",
      "main has agreed < Telvia",
      "infinitive to buy < Telvia in agreed"
    ),
  ]
}
