/// Addresses of web pages, made safe to print and to link.
enum WebAddress {
  /// The address with what no address may hold percent-encoded; nil if it is not `http(s)`.
  static func normalized(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    for scheme in ["http://", "https://"] where begins(bytes, with: Array(scheme.utf8)) {
      let rest = bytes[scheme.utf8.count...]
      guard !rest.isEmpty else { return nil }
      return scheme + encoded(rest, keeping: isAllowed)
    }
    return nil
  }

  /// The words as a value inside a text fragment: only unreserved characters stay, and no hyphen.
  static func fragmentValue(_ words: some Sequence<UInt8>) -> String {
    encoded(words) { isLetterOrDigit($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x7E }
  }

  private static func encoded(
    _ bytes: some Sequence<UInt8>,
    keeping isKept: (UInt8) -> Bool
  ) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in bytes {
      if isKept(byte) {
        result.append(byte)
      } else {
        result.append(contentsOf: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func begins(_ bytes: [UInt8], with scheme: [UInt8]) -> Bool {
    bytes.count >= scheme.count
      && zip(bytes, scheme).allSatisfy { $0 == $1 || ($0 | 0x20 == $1 && isLetterOrDigit($0)) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// What RFC 3986 lets stand in an address, `%` and the delimiters included.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
  }
}
