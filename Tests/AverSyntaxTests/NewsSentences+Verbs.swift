/// Sentences of news, made up for these tests, with the groups and clauses that they have.
extension NewsSentence {
  static let control: [NewsSentence] = [
    NewsSentence(
      "Telvia is in talks to buy a majority stake in Norlund.",
      nouns: "Telvia / talks / a majority stake / Norlund",
      "main is < Telvia",
      "infinitive to buy < Telvia in is"
    ),
    NewsSentence(
      "Telvia is considering selling its cable unit.",
      nouns: "Telvia / its cable unit",
      "main is considering < Telvia",
      "participial selling < Telvia in considering"
    ),
    NewsSentence(
      "The regulator ordered Telvia to sell two networks.",
      nouns: "The regulator / Telvia / two networks",
      "main ordered < The regulator",
      "infinitive to sell < Telvia in ordered"
    ),
    NewsSentence(
      "Telvia refused to raise its bid.",
      nouns: "Telvia / its bid",
      "main refused < Telvia",
      "infinitive to raise < Telvia in refused"
    ),
    NewsSentence(
      "Telvia did not say when the deal would close.",
      nouns: "Telvia / the deal",
      "main did not say (denied) < Telvia",
      "subordinate would close < the deal in say"
    ),
    NewsSentence(
      "The lender failed to meet its targets.",
      nouns: "The lender / its targets",
      "main failed < The lender",
      "infinitive to meet < The lender in failed"
    ),
    NewsSentence(
      "Norlund will no longer sell cars in Brazil.",
      nouns: "Norlund / cars / Brazil",
      "main will no longer sell (denied) < Norlund"
    ),
    NewsSentence(
      "No deal has been reached.",
      nouns: "No deal",
      "main has been reached (passive) < No deal"
    ),
    NewsSentence(
      "The board never approved the plan.",
      nouns: "The board / the plan",
      "main never approved (denied) < The board"
    ),
    NewsSentence(
      "Telvia may have to sell its towers.",
      nouns: "Telvia / its towers",
      "main may have < Telvia",
      "infinitive to sell < Telvia in have"
    ),
    NewsSentence(
      "The two companies could be forced to merge.",
      nouns: "The two companies",
      "main could be forced (passive) < The two companies",
      "infinitive to merge < The two companies in forced"
    ),
    NewsSentence(
      "Acme, based in Ohio, makes tires.",
      nouns: "Acme / Ohio / tires",
      "participial based (passive) < Acme in makes",
      "main makes < Acme"
    ),
    NewsSentence(
      "Founded in 1921, Acme employs 4,000 people.",
      nouns: "1921 / Acme / 4,000 people",
      "participial Founded (passive) < Acme in employs",
      "main employs < Acme"
    ),
    NewsSentence(
      "The tire maker raised $200 million, valuing it at $2 billion.",
      nouns: "The tire maker / $ 200 million / it / $ 2 billion",
      "main raised < The tire maker",
      "participial valuing < The tire maker in raised"
    ),
  ]
  static let participlesAndMore: [NewsSentence] = [
    NewsSentence(
      "Pilots at the airline voted to strike.",
      nouns: "Pilots / the airline",
      "main voted < Pilots",
      "infinitive to strike < Pilots in voted"
    ),
    NewsSentence(
      "A court in Madrid sentenced the former mayor to four years in prison.",
      nouns: "A court / Madrid / the former mayor / four years / prison",
      "main sentenced < A court"
    ),
    NewsSentence(
      "Police arrested two men suspected of stealing data.",
      nouns: "Police / two men / data",
      "main arrested < Police",
      "participial suspected (passive) < two men in arrested",
      "participial stealing < two men in suspected"
    ),
    NewsSentence(
      "The minister, Ana Ruiz, resigned on Friday after a newspaper published her emails.",
      nouns: "The minister / Ana Ruiz / Friday / a newspaper / her emails",
      "main resigned < The minister",
      "subordinate published < a newspaper in resigned"
    ),
    NewsSentence(
      "The ship left the port on Sunday and sank hours later.",
      nouns: "The ship / the port / Sunday / hours",
      "main left < The ship",
      "main sank < The ship"
    ),
    NewsSentence(
      "Acme sued Bolt in March, claiming that Bolt had copied its design.",
      nouns: "Acme / Bolt / March / Bolt / its design",
      "main sued < Acme",
      "participial claiming < Acme in sued",
      "reported had copied < Bolt in claiming"
    ),
    NewsSentence(
      "It was the bank that sold the loans.",
      nouns: "It / the bank / the loans",
      "main was < It",
      "relative sold < the bank in was"
    ),
    NewsSentence(
      "There are three bidders for the club.",
      nouns: "There / three bidders / the club",
      "main are < There"
    ),
    NewsSentence(
      "The fund, which holds 8% of Acme, said it would vote against the deal.",
      nouns: "The fund / 8 % / Acme / it / the deal",
      "relative holds < The fund in said",
      "main said < The fund",
      "reported would vote < it in said"
    ),
    NewsSentence(
      "Acme spun off its battery unit and took over a parts maker.",
      nouns: "Acme / its battery unit / a parts maker",
      "main spun off < Acme",
      "main took over < Acme"
    ),
    NewsSentence(
      "Its decision to close the plant angered local officials.",
      nouns: "Its decision / the plant / local officials",
      "infinitive to close < - in angered",
      "main angered < Its decision"
    ),
    NewsSentence(
      "Acme named Priya Nair as its chairman, replacing Tom Hale.",
      nouns: "Acme / Priya Nair / its chairman / Tom Hale",
      "main named < Acme",
      "participial replacing < Acme in named"
    ),
    NewsSentence(
      "Telvia's chief executive, Omar Haddad, plans to retire next year.",
      nouns: "Telvia 's / chief executive / Omar Haddad / next year",
      "main plans < chief executive",
      "infinitive to retire < chief executive in plans"
    ),
    NewsSentence(
      "The bank said it would not comment on rumors.",
      nouns: "The bank / it / rumors",
      "main said < The bank",
      "reported would not comment (denied) < it in said"
    ),
    NewsSentence(
      "Norlund, Telvia and Alder have formed a joint venture in Kenya.",
      nouns: "Norlund / Telvia / Alder / a joint venture / Kenya",
      "main have formed < Norlund"
    ),
    NewsSentence(
      "The court ruled that the tax was illegal.",
      nouns: "The court / the tax",
      "main ruled < The court",
      "reported was < the tax in ruled"
    ),
    NewsSentence(
      "Workers who were laid off last month will be rehired.",
      nouns: "Workers / last month",
      "relative were laid off (passive) < Workers in rehired",
      "main will be rehired (passive) < Workers"
    ),
  ]
}
