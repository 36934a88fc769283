/// What the tagger sees of one token without its neighbours.
package struct WordFeatures: Sendable {
  /// The hash of the normalized word: lower case, straight quotes, every digit a zero.
  package var hash: UInt64
  /// The first four normalized bytes, the first in the lowest byte.
  package var prefix: UInt32
  /// The last four normalized bytes, the last in the lowest byte.
  package var suffix: UInt32
  package var shape: WordShape
  package var entry: LexiconEntry

  /// What stands before the first and after the last word of a sentence.
  static let boundary = WordFeatures(
    hash: 1,
    prefix: 1,
    suffix: 1,
    shape: .boundary,
    entry: .none
  )

  @inline(__always)
  func suffix(_ count: Int) -> UInt64 { UInt64(suffix & (UInt32.max >> UInt32(32 - 8 * count))) }

  @inline(__always)
  func prefix(_ count: Int) -> UInt64 { UInt64(prefix & (UInt32.max >> UInt32(32 - 8 * count))) }

  /// The classes and verb forms of the lexicon in one number.
  var ambiguity: UInt64 { entry.bits & 0x1F_FFFF }
}

/// What kinds of characters a token has.
package struct WordShape: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  static let capitalized = WordShape(rawValue: 1 << 0)
  static let allCapitals = WordShape(rawValue: 1 << 1)
  static let hasDigit = WordShape(rawValue: 1 << 2)
  static let hasHyphen = WordShape(rawValue: 1 << 3)
  static let hasLower = WordShape(rawValue: 1 << 4)
  static let first = WordShape(rawValue: 1 << 5)
  /// In a sentence most of whose words are capitalized.
  static let inTitleCase = WordShape(rawValue: 1 << 6)
  static let hasLetter = WordShape(rawValue: 1 << 7)
  static let boundary = WordShape(rawValue: 1 << 8)
  static let hasStop = WordShape(rawValue: 1 << 9)
}

extension WordFeatures {
  /// Reads the word in a range of the text.
  package init(of text: Span<UInt8>, _ start: Int, _ end: Int) {
    hash = 0xCBF2_9CE4_8422_2325
    prefix = 0
    suffix = 0
    shape = []
    entry = .none
    var length: UInt32 = 0
    var hasUpperAfterFirst = false
    var position = start
    while position < end {
      let byte = text[position]
      var folded = byte
      switch byte {
      case 0x41...0x5A:
        folded = byte | 0x20
        if length == 0 { shape.insert(.capitalized) } else { hasUpperAfterFirst = true }
        shape.insert(.hasLetter)
      case 0x61...0x7A: shape.formUnion([.hasLower, .hasLetter])
      case 0x30...0x39:
        folded = 0x30
        shape.insert(.hasDigit)
      case 0x2D: shape.insert(.hasHyphen)
      case 0x2E: shape.insert(.hasStop)
      case 0xE2 where position + 2 < end && text[position + 1] == 0x80:
        folded = Self.plainPunctuation(text[position + 2])
        position += 2
      // Some type accents for apostrophes: don`t.
      case 0x60 where length > 0: folded = 0x27
      case 0xC2 where length > 0 && position + 1 < end && text[position + 1] == 0xB4:
        folded = 0x27
        position += 1
      case 0xC3 where length == 0 && position + 1 < end && text[position + 1] < 0x9F:
        shape.formUnion([.capitalized, .hasLetter])
      case 0x80...0xFF: shape.formUnion([.hasLower, .hasLetter])
      default: break
      }
      hash = (hash ^ UInt64(folded)) &* 0x100_0000_01B3
      if length < 4 { prefix |= UInt32(folded) << (8 * length) }
      suffix = suffix << 8 | UInt32(folded)
      length += 1
      position += 1
    }
    if hasUpperAfterFirst, !shape.contains(.hasLower) { shape.insert(.allCapitals) }
    hash = FeatureHash.finished(hash)
  }

  /// The ASCII sign for a mark of the block General Punctuation, by its last byte.
  private static func plainPunctuation(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x98, 0x99: 0x27
    case 0x9C, 0x9D: 0x22
    case 0x90...0x95: 0x2D
    default: byte
    }
  }

  /// The hash of a word given as a string, for the training tool.
  package static func hash(of word: String) -> UInt64 {
    let bytes = Array(word.utf8)
    return WordFeatures(of: bytes.span, 0, bytes.count).hash
  }
}
