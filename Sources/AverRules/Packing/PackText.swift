package import AverModel
import Glibc

/// Bytes as text that a Swift source can hold, six bits a character.
///
/// The characters are `0` to `o`; none of them needs an escape in a raw string literal.
package enum PackText {
  private static let first: UInt8 = 0x30

  /// The text of bytes; a last incomplete group of six bytes is filled up with zeros.
  package static func encoded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 4 / 3 + 8)
    for start in stride(from: 0, to: bytes.count, by: 6) {
      var group: UInt64 = 0
      for offset in 0..<min(6, bytes.count - start) {
        group |= UInt64(bytes[start + offset]) << UInt64(8 * offset)
      }
      for character in 0..<8 {
        result.append(first + UInt8(group >> UInt64(6 * character) & 0x3F))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes of a text.
  ///
  /// - Parameters:
  ///   - text: The text's UTF-8 bytes.
  ///   - count: The number of bytes that were encoded.
  /// - Returns: The bytes; nil if the text has not the length that so many bytes need.
  package static func decoded(_ text: Span<UInt8>, count: Int) -> FrozenMemory? {
    guard text.count % 8 == 0, count >= 0, text.count / 8 == (count + 5) / 6 else { return nil }
    let raw = unsafe text.bytes
    let groups = text.count / 8
    return unsafe FrozenMemory(byteCount: count) { target in
      // A thousand small pages would cost as much as decoding does.
      if let start = target.baseAddress { _ = unsafe madvise(start, target.count, MADV_HUGEPAGE) }
      // Each group is stored as eight bytes, of which the next group overwrites two; the last ones
      // would reach beyond the end and are stored byte by byte.
      for group in 0..<groups {
        let characters = unsafe raw.unsafeLoadUnaligned(
          fromByteOffset: 8 * group,
          as: UInt64.self
        )
        let packed = sixBytes(characters.littleEndian).littleEndian
        let start = 6 * group
        if start + 8 <= count {
          unsafe target.storeBytes(of: packed, toByteOffset: start, as: UInt64.self)
        } else {
          for offset in 0..<min(6, count - start) {
            let byte = UInt8(truncatingIfNeeded: packed >> UInt64(8 * offset))
            unsafe target.storeBytes(of: byte, toByteOffset: start + offset, as: UInt8.self)
          }
        }
      }
    }
  }

  /// Joins the six bits of each of eight characters, two by two.
  private static func sixBytes(_ characters: UInt64) -> UInt64 {
    let bits = characters &- 0x3030_3030_3030_3030
    let pairs = (bits & 0x003F_003F_003F_003F) | (bits & 0x3F00_3F00_3F00_3F00) >> 2
    let fours = (pairs & 0x0000_0FFF_0000_0FFF) | (pairs & 0x0FFF_0000_0FFF_0000) >> 4
    return (fours & 0x00FF_FFFF) | (fours & 0x00FF_FFFF_0000_0000) >> 8
  }
}
