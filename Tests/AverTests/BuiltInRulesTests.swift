import AverModel
import AverRuleLoading
import AverRules
import Testing

@testable import Aver

@Suite("Built-in rules")
struct BuiltInRulesTests {
  static let sentences = [
    "Marlin Corp. agreed to buy Finch Ltd. for $3.2 billion in cash, the companies said on Monday.",
    "Ostrava Steel GmbH denied on 3 May 2024 that it had sued its former chief executive, Jana Novak.",
    "Shares of Harrow Inc. rose 4.5% after it named Tom Reyes as its chief financial officer.",
    "The regulator fined Belmont Bank €12m, according to people familiar with the matter.",
  ]

  static func document(_ rules: LoadedRules, _ sentence: String) throws -> LinkedDocument {
    var pipeline = try Pipeline(rules: rules)
    return try pipeline.annotate(text(sentence))
  }

  /// A sentence as a clean text of one paragraph.
  static func text(_ sentence: String) -> CleanText {
    let bytes = Array(sentence.utf8)
    return CleanText(
      identifier: "sentence",
      bytes: bytes,
      blocks: [Block(range: ByteRange(0, bytes.count), kind: .paragraph)],
      offsets: nil,
      metadata: DocumentMetadata(),
      sourceBytes: bytes
    )
  }

  @Test("the checker finds nothing")
  func findings() {
    let findings = RuleLoader.check(BuiltInRules.library()).findings
    #expect(findings.description == "")
  }

  @Test("read from the pack they find what they find compiled from text")
  func samePackAndText() throws {
    let packed = try LoadedRules.builtIn()
    let compiled = LoadedRules(try BuiltInRules.compiled())
    #expect(packed.digest == compiled.digest)
    #expect(packed.ruleSet.packed() == compiled.ruleSet.packed())
    var relationCount = 0
    for sentence in Self.sentences {
      let first = try Self.document(packed, sentence)
      let second = try Self.document(compiled, sentence)
      #expect(!first.mentions.isEmpty)
      #expect(first.mentions == second.mentions)
      #expect(first.relations == second.relations)
      let pipeline = try Pipeline(rules: packed)
      let other = try Pipeline(rules: compiled)
      #expect(pipeline.claims(of: first) == other.claims(of: second))
      relationCount += first.relations.count
    }
    #expect(relationCount > 0)
  }
}
