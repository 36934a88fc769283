import AverModel
import AverRules
import AverTestSupport
import Foundation
import Testing

@testable import Aver
@testable import AverRuleLoading

/// What the clauses of the language do, each shown by rules whose own tests must pass.
@Suite("Rule language")
struct RuleLanguageTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rules: String

    init(_ description: String, _ rules: String) {
      testDescription = description
      self.rules = rules
    }
  }

  static let names = """
    list firm = Marlin | Finch | Orvel
    entity org : ORG
      match @firm
      test  "Marlin fell" => "Marlin"
      test  "It fell" => none

    """

  /// Prices, and a deal that has one; further clauses may follow.
  static let priced = """
    entity cash : CASH
      match "$" [num]
      test  "for $ 5" => "$ 5"
      test  "for 5" => none
    relation deal : deal(buyer: ORG, target: ORG, price: CASH?)
      verbs  buy
      frame  buyer VERB target
      with   price: worth CASH

    """

  /// The rules with the words of the language and the built-in status words.
  static func compiled(_ text: String) throws -> RuleSet {
    let shared = [
      "en/language/function-words.aver", "en/language/irregular-verbs.tsv",
      "en/claims/status.aver", "en/claims/references.aver",
    ]
    var files = [RuleFile(path: "test.aver", text: text)]
    for path in shared {
      let data = try Data(contentsOf: URL(filePath: RepositoryLayout.root + "/Rules/" + path))
      files.append(RuleFile(path: path, bytes: Array(data)))
    }
    return try RuleLoader.compile(RuleLibrary(files), digest: "test")
  }

  @Test(
    "clauses do what they say",
    arguments: [
      Row(
        "span takes a part of the match",
        """
        entity gift : GIFT
          match (gave | sent) ..3 a what:[noun]+
          span  what
          test  "She gave him a book." => "book"
          test  "She gave up." => none
        """
      ),
      Row(
        "alias gives the name that a list is known by",
        """
        map  firm_name
          Marlin Corp. = Marlin | MRL
        entity ticker : TICKER
          match x:@firm_name
          value alias(x)
          test  "MRL rose" => "MRL" name="Marlin Corp."
          test  "It rose" => none
        """
      ),
      Row(
        "window sentence: a filler in another clause",
        names + priced + """
            window sentence
            test   "Marlin, which owns ships worth $5, bought Finch." => deal(buyer: "Marlin", price: "$5")
            test   "Marlin bought Finch." => deal(price: -)
            test   "Marlin bought time." => none
          """
      ),
      Row(
        "window clause, the default: what stands in another clause is not its",
        names + priced + """
            test   "Marlin bought Finch after it sold ships worth $5." => deal(price: -)
            test   "Marlin bought time." => none
          """
      ),
      Row(
        "window doc: the nearest sentence, the one before rather than the one behind",
        names + priced + """
            window doc
            test   "Marlin bought Finch. Rain fell. It was worth $7." => deal(buyer: "Marlin", price: "$7")
            test   "It is worth $5. Marlin bought Finch. It was worth $7." => deal(price: "$5")
            test   "Marlin bought Finch. It was dear." => deal(price: -)
            test   "Marlin bought time." => none
          """
      ),
      Row(
        "genre: only in texts with so many words of a list",
        """
        list sea_word = sea | ship | ships | tide
        list port exact = Harwick
        entity port : PORT
          match @port
          genre 2 @sea_word
          test  "Harwick lies at the sea, where ships pass." => "Harwick"
          test  "Harwick lies at the sea." => none
        """
      ),
      Row(
        "priority: of the relations that one trigger starts the highest stays",
        names + """
          relation deal : deal(buyer: ORG, target: ORG)
            verbs buy
            frame buyer VERB target
            test  "Marlin bought Finch." => deal(buyer: "Marlin")
            test  "Marlin bought time." => none
          relation option : option(buyer: ORG, target: ORG)
            match buyer:ORG bought target:ORG under option
            priority 1
            test  "Marlin bought Finch under option." => option(buyer: "Marlin", target: "Finch")
            test  "Marlin bought time." => none
          """
      ),
      Row(
        "compound: names before the noun, where a frame asks for it",
        names + """
          relation deal : deal(buyer: ORG, target: ORG)
            nouns takeover
            frame buyer target NOUN
            test  "Marlin's Finch takeover ended." => deal(buyer: "Marlin", target: "Finch") via compound
            test  "The Marlin - Finch takeover ended." => deal(buyer: "Marlin", target: "Finch")
            test  "The takeover of Finch ended." => none
          """
      ),
      Row(
        "off switches a construction off",
        names + """
          relation deal : deal(buyer: ORG, target: ORG)
            verbs buy
            frame buyer VERB target
            off   passive
            test  "Marlin bought Finch." => deal(buyer: "Marlin")
            test  "Finch was bought by Marlin." => none
          """
      ),
      Row(
        "stances in one clause, sources without a name, what is said",
        names + """
          list anonymous_source = people familiar with the matter
          attribution said : says(who: ORG, claim: CLAUSE)
            verbs  say | deny | claim
            frame  who VERB claim
            stance denied = deny ; unverified = claim
            test   "Marlin denied that it bought Finch." => says(who: "Marlin", claim: "it bought Finch") denied
            test   "Marlin claims that Finch is late." => says(who: "Marlin", claim: "Finch is late") unverified
            test   "Finch is late, people familiar with the matter said." => says(claim: "Finch is late") stated unnamed
            test   "Marlin claimed a prize." => none
          """
      ),
      Row(
        "with: what fills a role may stand in a definition",
        names + """
          entity cash : CASH
            match "$" [num]
            test  "for $ 5" => "$ 5"
            test  "for 5" => none
          let sum = @sign CASH
          let sign = at | for
          relation deal : deal(buyer: ORG, target: ORG, price: CASH?)
            verbs  buy
            frame  buyer VERB target
            with   price: @sum
            test   "Marlin bought Finch for $5." => deal(buyer: "Marlin", target: "Finch", price: "$5") completed
            test   "Marlin bought Finch." => deal(buyer: "Marlin", target: "Finch") completed
            test   "Marlin is late." => none
          """
      ),
    ]
  )
  func clauses(row: Row) throws {
    var tester = try RuleTester(rules: Self.compiled(row.rules))
    let failures = try tester.run().filter { $0.failure != nil }.map { outcome in
      "\(outcome.test.syntax.sentence): \(outcome.failure?.rawValue ?? ""), \(outcome.found)"
    }
    #expect(failures == [])
  }

  @Test(
    "a statement template says each status and polarity",
    arguments: [
      ("Marlin bought Finch for $5.", "Marlin bought Finch for $5."),
      ("Marlin agreed to buy Finch.", "Marlin is to buy Finch."),
      ("Marlin is in talks to buy Finch.", "Marlin is in talks to buy Finch."),
      ("Marlin may buy Finch.", "Marlin may buy Finch."),
      ("Marlin did not buy Finch.", "Marlin did not buy Finch."),
      ("Marlin abandoned plans to buy Finch.", "Marlin will no longer buy Finch."),
      ("Marlin and Orvel bought Finch.", "Marlin and Orvel bought Finch."),
      ("Marlin and Orvel agreed to buy Finch.", "Marlin and Orvel are to buy Finch."),
    ]
  )
  func statements(sentence: String, statement: String) throws {
    let rules = try Self.compiled(
      Self.names + """
        entity cash : CASH
          match "$" [num]
        relation deal : deal(buyer: ORG *, target: ORG, price: CASH?)
          verbs buy
          frame buyer VERB target
          with  price: for CASH
          statement "{buyer} buy~ {target}[ for {price}]"
        """
    )
    var pipeline = try Pipeline(rules: LoadedRules(rules))
    let clean = BuiltInRulesTests.text(sentence)
    let claims = pipeline.claims(of: try pipeline.annotate(clean))
    #expect(claims.map(\.statement) == [statement])
  }
}
