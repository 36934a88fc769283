import AverModel

/// How a rule pack is laid out: a header, 32-bit integers, then the bytes of all texts.
///
/// Everything is little-endian, as on every processor that Swift runs on. Tables are blocks of integers that
/// begin at a multiple of eight bytes and are read in place. The header has six 32-bit fields: mark, version, number of integers,
/// number of text bytes, and both halves of a checksum of all that follows.
enum PackLayout {
  /// `AVRP`, read as an integer.
  static let mark: UInt32 = 0x5052_5641
  /// Raised whenever the order or meaning of a field changes.
  static let version = 3
  static let headerBytes = 24

  /// A checksum of everything after the header, eight bytes at a time.
  static func checksum(_ memory: FrozenMemory) -> UInt64 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
    let rest = memory.byteCount - headerBytes
    let words = FrozenArray<UInt64>(memory, byteOffset: headerBytes, count: rest / 8)
    let bytes = FrozenArray<UInt8>(memory, byteOffset: headerBytes, count: rest)
    guard let words, let bytes else { return 0 }
    for word in words { sum = mixed(sum, word.littleEndian) }
    for byte in bytes[(8 * words.count)...] { sum = mixed(sum, UInt64(byte)) }
    return mixed(sum, UInt64(memory.byteCount))
  }

  private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* 0xFF51_AFD7_ED55_8CCD
    return product ^ (product >> 32)
  }
}
