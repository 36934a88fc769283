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
    list preposition = of | for
    entity amount -> MONEY
      match "$" n:[number] s:@scale?
      after (paid | "pays")
      unless [number /1\\d+/] "cents" ..2 "only"
      value money(n * s, USD)
      test "They paid $ 3 million." => "$ 3 million"
      test "They paid nothing." => none
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
    let read = try RuleSet(packed: pack)
    #expect(read.packed() == pack)
    #expect(read.digest == "sha256:0")
    #expect(read.listNames == rules.listNames)
    #expect(read.values == rules.values)
    #expect(
      read.entityRules[0].patterns[0].instructions == rules.entityRules[0].patterns[0].instructions
    )
    #expect(read.entityRules[0].value == rules.entityRules[0].value)
    #expect(read.wordSets == rules.wordSets)
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
    #expect(throws: RulePackError.notAPack) { try RuleSet(packed: bytes) }
  }

  @Test("a pack of another version is refused")
  func version() throws {
    var pack = try Self.compiled().packed()
    pack[4] = 99
    #expect(throws: RulePackError.wrongVersion(found: 99)) { try RuleSet(packed: pack) }
  }

  @Test("a pack that ends early is refused")
  func truncation() throws {
    let pack = try Self.compiled().packed()
    for end in 0..<pack.count {
      #expect(throws: RulePackError.self) { try RuleSet(packed: Array(pack[..<end])) }
    }
  }

  @Test("a changed byte is noticed")
  func flips() throws {
    let pack = try Self.compiled().packed()
    for position in pack.indices {
      var damaged = pack
      damaged[position] ^= UInt8(1 << (position % 8))
      #expect(throws: RulePackError.self) { try RuleSet(packed: damaged) }
    }
  }

  @Test("damage with a right checksum is refused or harmless", arguments: [1, 2, 3, 4] as [UInt64])
  func sealedDamage(seed: UInt64) throws {
    let pack = try Self.compiled().packed()
    var state = seed
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var refused = 0
    for _ in 0..<1_000 {
      var damaged = pack
      for _ in 0...random(3) {
        let position = PackLayout.headerBytes + random(pack.count - PackLayout.headerBytes)
        damaged[position] = [0, 1, 0x7F, 0x80, 0xFF][random(5)]
      }
      PackWriter.seal(&damaged)
      do {
        // What can be read can be written, so every part of it is sound.
        _ = try RuleSet(packed: damaged).packed()
      } catch {
        refused += 1
      }
    }
    #expect(refused > 100)
  }

  @Test("text holds any bytes", arguments: 0..<20)
  func packText(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ 191) }
    let text = Array(PackText.encoded(bytes).utf8)
    #expect(text.allSatisfy { $0 >= 0x30 && $0 < 0x70 })
    #expect(PackText.decoded(text.span, count: count) == bytes)
    #expect(PackText.decoded(text.span, count: count + 6) == nil)
  }
}
