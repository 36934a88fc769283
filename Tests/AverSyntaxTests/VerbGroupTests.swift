import AverModel
import Testing

@testable import AverSyntax

@Suite("Verb groups")
struct VerbGroupTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let sentence: String
    /// The groups in order: parts, form, then what holds of it.
    let groups: [String]
    var testDescription: String { sentence }

    init(_ sentence: String, _ groups: String...) {
      self.sentence = sentence
      self.groups = groups
    }
  }

  private static func describe(_ analysis: SentenceAnalysis) -> [String] {
    let groups = analysis.text.verbGroups
    return groups.map { group in
      var words = [group.parts.map(analysis.word).joined(separator: " ") + ":", "\(group.form)"]
      if group.isPassive { words.append("passive") }
      if group.isPerfect { words.append("perfect") }
      if group.isProgressive { words.append("progressive") }
      if let modal = group.modal { words.append("modal=\(analysis.word(modal))") }
      if let negation = group.negation { words.append("not=\(analysis.word(negation))") }
      if let particle = group.particle { words.append("particle=\(analysis.word(particle))") }
      if let governor = group.governor {
        words.append("governor=\(analysis.word(groups[governor].head))")
      }
      if let other = group.coordinatedWith {
        words.append("with=\(analysis.word(groups[other].head))")
      }
      return words.joined(separator: " ")
    }
  }

  @Test(
    "have their parts, form, voice, aspect and negation",
    arguments: [
      Row("Linde bought the firm.", "bought: past"),
      Row("Linde has bought the firm.", "has bought: present perfect"),
      Row("The firm had been bought by Linde.", "had been bought: past passive perfect"),
      Row("The firm was bought in May.", "was bought: past passive"),
      Row("The firm is being sold.", "is being sold: present passive progressive"),
      Row("Linde is buying the firm.", "is buying: present progressive"),
      Row("Linde will buy the firm.", "will buy: modal modal=will"),
      Row(
        "The firm could have been bought.",
        "could have been bought: modal passive perfect modal=could"
      ),
      Row("Linde did not buy the firm.", "did not buy: past not=not"),
      Row("Linde hasn't bought the firm.", "has n't bought: present perfect not=n't"),
      Row("Linde never bought the firm.", "never bought: past not=never"),
      Row("Linde will never sell the firm.", "will never sell: modal modal=will not=never"),
      Row("Linde no longer owns the firm.", "no longer owns: present not=no"),
      Row("Linde will no longer own it.", "will no longer own: modal modal=will not=no"),
      Row("It would not only cut jobs.", "would cut: modal modal=would"),
      Row("Linde has not yet formally agreed.", "has not agreed: present perfect not=not"),
      Row("The deal was not a success.", "was not: past not=not"),
      Row("Will Linde buy the firm?", "Will buy: modal modal=Will"),
      Row("It has, however, been sold.", "has been sold: present passive perfect"),
    ]
  )
  func haveTheirParts(row: Row) throws {
    #expect(Self.describe(try SentenceAnalysis(row.sentence)) == row.groups)
  }

  @Test(
    "are found where the tagger sees nouns and adjectives",
    arguments: [
      Row("The plant is undergoing repairs.", "is undergoing: present progressive"),
      Row("The union is also urging the bank to act.", "is urging: present progressive", "to act"),
      Row("The hearing is to field questions from the public.", "is: present", "to field"),
      Row("The lender and the group plans to hire staff.", "plans", "to hire"),
      Row("It plans to hire 200 people and open three shops.", "plans", "to hire", "open"),
      Row("Had it been sold earlier, the unit would be worth more.", "Had been sold", "would be"),
      Row("He flew to United Airlines in May.", "flew: past"),
      Row("It is led by pro-Paris lawmakers.", "is led: present passive"),
      Row("They don`t own it.", "do n`t own: present not=n`t"),
      Row(
        "The loan helped the girls enter the country.",
        "helped: past",
        "enter: bare governor=helped"
      ),
    ]
  )
  func areFound(row: Row) throws {
    let found = Self.describe(try SentenceAnalysis(row.sentence))
    #expect(found.count == row.groups.count)
    for (group, expected) in zip(found, row.groups) { #expect(group.hasPrefix(expected)) }
  }

  @Test(
    "follow chains of control",
    arguments: [
      Row(
        "Linde has agreed to buy the firm.",
        "has agreed: present perfect",
        "to buy: infinitive governor=agreed"
      ),
      Row(
        "Linde plans to buy the firm.",
        "plans: present",
        "to buy: infinitive governor=plans"
      ),
      Row(
        "Linde is in talks to buy the firm.",
        "is: present",
        "to buy: infinitive governor=is"
      ),
      Row(
        "Linde announced plans to invest in Spain.",
        "announced: past",
        "to invest: infinitive governor=announced"
      ),
      Row(
        "Linde refused to sell the firm.",
        "refused: past",
        "to sell: infinitive governor=refused"
      ),
      Row(
        "Linde reached a deal with the state to buy the firm.",
        "reached: past",
        "to buy: infinitive governor=reached"
      ),
      Row(
        "Linde is likely to buy the firm.",
        "is: present",
        "to buy: infinitive governor=is"
      ),
      Row(
        "Linde is close to buying the firm.",
        "is: present",
        "buying: gerund governor=is"
      ),
      Row(
        "Linde was forced to sell the firm.",
        "was forced: past passive",
        "to sell: infinitive governor=forced"
      ),
      Row(
        "Regulators forced Linde to sell the firm.",
        "forced: past",
        "to sell: infinitive governor=forced"
      ),
      Row(
        "Linde was considering selling the firm.",
        "was considering: past progressive",
        "selling: gerund governor=considering"
      ),
      Row(
        "Linde said it would buy the firm.",
        "said: past",
        "would buy: modal modal=would"
      ),
      Row(
        "Linde raised $1bn to fund the deal.",
        "raised: past",
        "to fund: infinitive"
      ),
      Row(
        "Linde had expected to be able to buy the firm.",
        "had expected: past perfect",
        "to be: infinitive governor=expected",
        "to buy: infinitive governor=be"
      ),
    ]
  )
  func followControl(row: Row) throws {
    #expect(Self.describe(try SentenceAnalysis(row.sentence)) == row.groups)
  }

  @Test(
    "share subjects and auxiliaries through conjunctions",
    arguments: [
      Row(
        "Linde raised $1bn, hired 200 people and bought the firm.",
        "raised: past",
        "hired: past with=raised",
        "bought: past with=hired"
      ),
      Row(
        "Linde will buy the firm and sell its plant.",
        "will buy: modal modal=will",
        "sell: modal modal=will with=buy"
      ),
      Row(
        "Regulators forced it to sell shops and take over the fund.",
        "forced: past",
        "to sell: infinitive governor=forced",
        "take over: infinitive particle=over governor=forced with=sell"
      ),
      Row(
        "The firm was founded in 1890 and owned by the state.",
        "was founded: past passive",
        "owned: past passive with=founded"
      ),
      Row(
        "It had to recognize, pick up and carry balls.",
        "had: past",
        "to recognize: infinitive governor=had",
        "pick up: infinitive particle=up governor=had with=recognize",
        "carry: infinitive governor=had with=pick"
      ),
    ]
  )
  func shareThroughConjunctions(row: Row) throws {
    #expect(Self.describe(try SentenceAnalysis(row.sentence)) == row.groups)
  }

  @Test(
    "tell participles from the past tense",
    arguments: [
      Row(
        "The firm, acquired by Linde in 2018, made a profit.",
        "acquired: participle passive",
        "made: past"
      ),
      Row(
        "The firm acquired by Linde made a profit.",
        "acquired: participle passive",
        "made: past"
      ),
      Row("Police said they arrested two men.", "said: past", "arrested: past"),
      Row("The proposed deal failed.", "failed: past"),
      Row("Its newly formed unit sells fast-growing brands.", "sells: present"),
      Row("Prices rose by 5%.", "rose: past"),
      Row("Founded in 1998, Linde makes gas.", "Founded: participle passive", "makes: present"),
    ]
  )
  func tellParticiples(row: Row) throws {
    #expect(Self.describe(try SentenceAnalysis(row.sentence)) == row.groups)
  }

  @Test(
    "are found in headlines, whose capitals hide the verb",
    arguments: [
      Row("Google Buys Wiz for $32 Billion", "Buys: present"),
      Row("Linde Agrees to Buy Rival", "Agrees: present", "to Buy: infinitive governor=Agrees"),
      Row("Ford to cut 500 jobs in Germany", "to cut: infinitive"),
      Row("Profit Warning Hits Shares of Retailer", "Hits: present"),
      Row("GitHub Acquired by Microsoft", "Acquired: participle passive"),
      Row("Apple Shares in Focus"),
    ]
  )
  func areFoundInHeadlines(row: Row) throws {
    #expect(Self.describe(try SentenceAnalysis(row.sentence, kind: .title)) == row.groups)
  }
}
