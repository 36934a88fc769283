import AverModel
import Testing

@testable import AverRules

@Suite("Rule pack")
struct RulePackTests {
  static let text = """
    list legal_suffix = Inc. | Corp.
    list pair exact = Marlin Corp. | MARLIN
    map scale
      1000000 = million | m
    list verb = agree~ to | plan~ to
    entity amount : MONEY
      match "$" n:[num] s:@scale?
      after (paid | pays)
      unless [num & /1\\d+/] "cents" ..2 "only"
      value money(n * s, USD)
      test "They paid $ 3 million." => "$ 3 million"
      test "They paid nothing." => none
    entity org : ORG
      match @pair | [cap]+ @legal_suffix
      test "Marlin Corp. rose" => "Marlin Corp."
      test "marlin rose" => none
    relation purchase : acquisition(acquirer: ORG, target: ORG, amount: MONEY?)
      verbs buy | take over
      nouns takeover
      frame acquirer VERB target
      with amount: for MONEY
      match acquirer:ORG @verb buy target:ORG
      test "Marlin Corp. plans to buy Finch Inc." => acquisition(acquirer: "Marlin Corp.", target: "Finch Inc.") planned
      test "Marlin Corp. rose" => none

    """

  static func compiled() throws -> RuleSet {
    let library = RuleLibrary([RuleFile(path: "main.aver", text: text)])
    return try RuleCompiler.compile(library, digest: "sha256:0") { texts, _ in
      texts.map { $0.split(separator: " ").map(String.init) }
    }
  }

  @Test("a pack is read back as it was written")
  func roundTrip() throws {
    let rules = try Self.compiled()
    let pack = rules.packed()
    let read = try RuleSet(packed: FrozenMemory(pack))
    #expect(read.packed() == pack)
    #expect(read.digest == "sha256:0")
    #expect(read.listNames == rules.listNames)
    #expect(read.values == rules.values)
    #expect(read.steps == rules.steps)
    #expect(
      Array(read.steps(of: read.entityRules[0].patterns[0]))
        == Array(rules.steps(of: rules.entityRules[0].patterns[0]))
    )
    #expect(read.entityRules[0].value == rules.entityRules[0].value)
    #expect(read.wordSets.symbols == rules.wordSets.symbols)
    #expect(read.tests == rules.tests)
    #expect(read.vocabulary.symbol(of: "Million") == rules.vocabulary.symbol(of: "million"))
    #expect(read.vocabulary.symbol(of: "Million").isKnown)
    let list = try #require(read.list(named: "pair"))
    #expect(read.contains("marlin Corp.", inList: list))
    #expect(!read.contains("marlin", inList: try #require(read.list(named: "scale"))))
  }

  @Test("compiling twice gives the same bytes")
  func determinism() throws {
    #expect(try Self.compiled().packed() == Self.compiled().packed())
  }

  @Test(
    "what is no pack is refused",
    arguments: [[], [0x41], Array("AVRQ and much more text".utf8)]
  )
  func foreign(_ bytes: [UInt8]) {
    #expect(throws: RulePackError.notAPack) { try RuleSet(packed: FrozenMemory(bytes)) }
  }

  @Test("a pack of another version is refused")
  func version() throws {
    var pack = try Self.compiled().packed()
    pack[4] = 99
    #expect(throws: RulePackError.wrongVersion(found: 99)) {
      try RuleSet(packed: FrozenMemory(pack))
    }
  }

  @Test("a pack that ends early is refused")
  func truncation() throws {
    let pack = try Self.compiled().packed()
    for end in stride(from: 0, to: pack.count, by: 97) {
      #expect(throws: RulePackError.self) { try RuleSet(packed: FrozenMemory(Array(pack[..<end]))) }
    }
  }

  @Test("a changed byte is noticed")
  func flips() throws {
    let pack = try Self.compiled().packed()
    for position in stride(from: 0, to: pack.count, by: 89) {
      var damaged = pack
      damaged[position] ^= UInt8(1 << (position % 8))
      #expect(throws: RulePackError.self) { try RuleSet(packed: FrozenMemory(damaged)) }
    }
  }
}
