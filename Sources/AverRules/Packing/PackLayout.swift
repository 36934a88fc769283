/// How a rule pack is laid out: a header, 32-bit integers, then the bytes of all texts.
///
/// Everything is little-endian. The header has six 32-bit fields: mark, version, number of integers,
/// number of text bytes, and both halves of a checksum of all that follows.
enum PackLayout {
  /// `AVRP`, read as an integer.
  static let mark: UInt32 = 0x5052_5641
  /// Raised whenever the order or meaning of a field changes.
  static let version = 2
  static let headerBytes = 24

  /// A checksum of everything after the header, eight bytes at a time.
  static func checksum(_ bytes: RawSpan) -> UInt64 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
    var position = headerBytes
    while position + 8 <= bytes.byteCount {
      // Any bits are an integer.
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      sum = mixed(sum, word.littleEndian)
      position += 8
    }
    while position < bytes.byteCount {
      let byte = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt8.self)
      sum = mixed(sum, UInt64(byte))
      position += 1
    }
    return mixed(sum, UInt64(bytes.byteCount))
  }

  private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* 0xFF51_AFD7_ED55_8CCD
    return product ^ (product >> 32)
  }
}
