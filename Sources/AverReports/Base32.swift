/// Bytes as lower-case base 32 without padding (RFC 4648, section 6), for names that people copy.
package enum Base32 {
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  package static func encoded(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    var buffer: UInt16 = 0
    var bitCount = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt16(byte)
      bitCount += 8
      while bitCount >= 5 {
        bitCount -= 5
        text.append(alphabet[Int(buffer >> UInt16(bitCount)) & 31])
      }
      buffer &= 1 << UInt16(bitCount) - 1
    }
    if bitCount > 0 { text.append(alphabet[Int(buffer << UInt16(5 - bitCount)) & 31]) }
    return String(decoding: text, as: UTF8.self)
  }
}
