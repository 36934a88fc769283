/// What the model's lexicon says of one word; eight bytes.
///
/// From the low end: the classes the word was seen with (16 bits), the verb forms it may be
/// (5 bits), whether the tagger may take its class without a look at the context (1 bit), and a
/// check of its hash (42 bits).
package struct LexiconEntry: Hashable, Sendable, BitwiseCopyable {
  package let bits: UInt64

  package init(bits: UInt64) { self.bits = bits }

  package init(hash: UInt64, classes: UInt16, verbForms: VerbFormSet, isCertain: Bool) {
    bits =
      UInt64(classes) | UInt64(verbForms.rawValue) << 16 | (isCertain ? 1 << 21 : 0)
      | Self.check(hash) << 22
  }

  /// The entry of a word that the lexicon does not hold.
  package static let none = LexiconEntry(bits: 0)

  /// One bit a class, by its raw value.
  package var classes: UInt16 { UInt16(truncatingIfNeeded: bits) }

  package var verbForms: VerbFormSet {
    VerbFormSet(rawValue: UInt8(truncatingIfNeeded: bits >> 16) & 0x1F)
  }

  package var isCertain: Bool { bits & (1 << 21) != 0 }

  /// The class with the lowest number; of a certain entry its only one.
  package var firstClass: TagClass? {
    TagClass(rawValue: UInt8(truncatingIfNeeded: classes.trailingZeroBitCount))
  }

  package func includes(_ tagClass: TagClass) -> Bool { classes & (1 << tagClass.rawValue) != 0 }

  func belongs(to hash: UInt64) -> Bool { bits >> 22 == Self.check(hash) }

  // Zero marks an empty slot, so no check is zero.
  private static func check(_ hash: UInt64) -> UInt64 { max(1, hash >> 22) }
}
