import AverModel
import AverRules
import Foundation
import Testing

@testable import Aver

/// What `expand` says a frame covers, it covers: each example is read by the construction it stands for.
@Suite("Rule expansion")
struct RuleExpansionTests {
  private static let rules =
    RuleLanguageTests.names + """
      entity cash : CASH
        match "$" [num]
      relation deal : deal(buyer: ORG, target: ORG)
        verbs acquire | take over
        nouns acquisition
        frame buyer VERB target
        frame buyer NOUN target
        frame buyer target NOUN
        match buyer:ORG takes over target:ORG
      relation sale : sale(seller: ORG, goods: ORG, buyer: ORG)
        verbs deliver
        off   passive | participle
        frame seller VERB goods (to | into) buyer

      """

  struct Example: Sendable {
    let variant: String
    let sentence: String
  }

  private static func lines(_ name: String) -> [String] {
    let library = RuleLibrary([RuleFile(path: "test.aver", text: rules)])
    return RuleExpansion.lines(ofRule: name, in: library) ?? []
  }

  static let examples: [Example] = ["deal", "sale"].flatMap { name in
    lines(name).compactMap { line in
      guard let mark = line.range(of: "    # ")?.upperBound else { return nil }
      let variant = line.dropFirst(name.count + 1).prefix { $0 != " " }
      return Example(variant: String(variant), sentence: String(line[mark...]))
    }
  }

  @Test("each example is read by its construction", arguments: examples)
  func example(row: Example) throws {
    let rules = LoadedRules(try RuleLanguageTests.compiled(Self.rules))
    let document = try BuiltInRulesTests.document(rules, row.sentence)
    #expect(document.relations.map(\.rule.variant) == [row.variant])
  }

  @Test("there are examples of all constructions, but for those that are off")
  func completeness() {
    let all: Set = [
      "active", "passive", "reduced_passive", "subject_relative", "object_relative", "participle",
      "coordination", "genitive", "nominal_by", "light_verb", "compound",
    ]
    #expect(Set(Self.examples.map(\.variant)) == all)
    let sale = Self.lines("sale").map { line in
      String(line.dropFirst("sale/".count).prefix { $0 != " " })
    }
    #expect(!sale.contains("passive") && !sale.contains("participle"))
    #expect(Self.lines("deal").last == "deal/pattern  buyer:ORG takes over target:ORG")
  }

  @Test("names of definitions are put in, and an unknown rule has no lines")
  func definitions() {
    let text = """
      let size = big | large
      entity a : X
        match @size deal
        unless not @size
      """
    let library = RuleLibrary([RuleFile(path: "test.aver", text: text)])
    let lines = RuleExpansion.lines(ofRule: "a", in: library)
    #expect(lines == ["a  match (big | large) deal", "a  unless not (big | large)"])
    #expect(RuleExpansion.lines(ofRule: "b", in: library) == nil)
  }
}
