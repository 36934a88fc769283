import AverModel

/// What a token must look like, as far as that can be told without lists and letters.
package struct ProfileTest: Hashable, Sendable, BitwiseCopyable {
  /// Longer tokens count as this long.
  static let longest = 31

  let required: TokenTraits
  let forbidden: TokenTraits
  /// Tags of which the token must have one, as bits; 0 for any.
  let tags: UInt32
  let forbiddenTags: UInt32
  /// The kinds of first bytes that are allowed, as bits.
  let firstBytes: UInt64
  /// Bytes of the token, at most `longest`.
  let leastLength: Int
  let mostLength: Int

  /// The kind of a first byte, from 0 to 63: each digit, each letter in either case, all others by rest.
  static func kind(ofFirst byte: UInt8) -> Int {
    if byte >= 0x30 && byte <= 0x39 { return Int(byte) - 0x30 }
    let folded = byte | 0x20
    if folded >= 0x61 && folded <= 0x7A && byte < 0x80 { return Int(folded) - 0x61 + 10 }
    return 36 + Int(byte) % 28
  }

  /// Whether nothing is asked: any token passes.
  var isAny: Bool {
    required.isEmpty && forbidden.isEmpty && tags == 0 && forbiddenTags == 0
      && firstBytes == UInt64.max && leastLength <= 1 && mostLength == Self.longest
  }
}

/// Many profile tests, answered for a token all at once: one bit a test.
package struct ProfileTable: Sendable {
  /// The number of tests.
  let count: Int
  /// How many 64-bit words hold a bit for each test.
  let width: Int
  /// The traits that some test asks about.
  let usedTraits: UInt32
  /// Rows of `width` words: tests that fail without each trait, that fail with it, that pass for each
  /// tag, for each kind of first byte, and for each length.
  let rows: FrozenArray<UInt64>

  fileprivate static let presentRow = 32
  fileprivate static let tagRow = 64
  /// What stands for the tag of a token that has none.
  static let noTag = 31
  fileprivate static let byteRow = 96
  fileprivate static let lengthRow = 160
  private static let rowCount = 192

  /// Creates a table from its parts; nil if they do not fit together.
  init?(count: Int, usedTraits: UInt32, rows: FrozenArray<UInt64>) {
    guard count >= 0, rows.count == Self.rowCount * ((count + 63) / 64) else { return nil }
    self.count = count
    width = (count + 63) / 64
    self.usedTraits = usedTraits
    self.rows = rows
  }

  init(_ tests: [ProfileTest]) {
    count = tests.count
    width = (tests.count + 63) / 64
    var rows = [UInt64](repeating: 0, count: Self.rowCount * width)
    var used: UInt32 = 0
    for (number, test) in tests.enumerated() {
      let (word, bit) = (number / 64, UInt64(1) << UInt64(number % 64))
      used |= test.required.rawValue | test.forbidden.rawValue
      for trait in 0..<32 {
        if test.required.rawValue >> UInt32(trait) & 1 == 1 { rows[trait * width + word] |= bit }
        if test.forbidden.rawValue >> UInt32(trait) & 1 == 1 {
          rows[(Self.presentRow + trait) * width + word] |= bit
        }
        let isAllowed = test.tags == 0 || test.tags >> UInt32(trait) & 1 == 1
        if isAllowed, test.forbiddenTags >> UInt32(trait) & 1 == 0 {
          rows[(Self.tagRow + trait) * width + word] |= bit
        }
        if trait >= test.leastLength, trait <= test.mostLength {
          rows[(Self.lengthRow + trait) * width + word] |= bit
        }
      }
      for kind in 0..<64 where test.firstBytes >> UInt64(kind) & 1 == 1 {
        rows[(Self.byteRow + kind) * width + word] |= bit
      }
    }
    usedTraits = used
    self.rows = FrozenArray(rows)
  }
}

/// Reads the table, and remembers what it says of the traits of the tokens before.
final class ProfileReader {
  /// How many sets of traits are remembered; texts have few.
  private static let memoryCount = 64

  private let rows: FrozenView<UInt64>
  private let usedTraits: UInt32
  /// How many 64-bit words hold a bit for each test.
  let width: Int
  /// The used traits that each place of the memory stands for; `UInt32.max` for none.
  private let traits: Scratch<UInt32>
  /// For each place the bits of the tests that such traits pass.
  private let passed: Scratch<UInt64>

  init(_ table: ProfileTable) {
    rows = FrozenView(table.rows)
    usedTraits = table.usedTraits
    width = table.width
    traits = Scratch(repeating: UInt32.max, count: Self.memoryCount)
    passed = Scratch(repeating: 0, count: Self.memoryCount * table.width)
  }

  /// Where the memory holds what traits pass; it is worked out if they are others than before there.
  @inline(__always)
  func place(of traits: TokenTraits) -> Int {
    let used = traits.rawValue & usedTraits
    let place = Int((used &* 0x9E37_79B1) >> 26)
    if self.traits[place] != used { learn(used, at: place) }
    return place
  }

  private func learn(_ used: UInt32, at place: Int) {
    traits[place] = used
    for word in 0..<width {
      var failed: UInt64 = 0
      var left = usedTraits
      while left != 0 {
        let trait = left.trailingZeroBitCount
        left &= left - 1
        let row = used >> UInt32(trait) & 1 == 1 ? ProfileTable.presentRow + trait : trait
        failed |= rows[row * width + word]
      }
      passed[place * width + word] = ~failed
    }
  }

  /// One word of the bits of the tests that a token passes.
  @inline(__always)
  func passed(word: Int, at place: Int, tag: Int, firstByte: UInt8, length: Int) -> UInt64 {
    passed[place * width + word]
      & rows[(ProfileTable.tagRow + tag) * width + word]
      & rows[(ProfileTable.byteRow + ProfileTest.kind(ofFirst: firstByte)) * width + word]
      & rows[(ProfileTable.lengthRow + min(length, ProfileTest.longest)) * width + word]
  }
}
