package import AverModel

/// Finds quotes in a text, where any run of white space matches any other.
package struct QuoteSearch: Sendable {
  /// The text with each run of white space folded to one space.
  private let folded: [UInt8]
  /// For each folded byte, the byte of the text that gave it.
  private let positions: [Int]

  /// Creates a search in UTF-8 bytes.
  package init(bytes: [UInt8]) {
    var folded: [UInt8] = []
    var positions: [Int] = []
    folded.reserveCapacity(bytes.count)
    positions.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let space = Self.whiteSpaceLength(bytes, at: index)
      if space == 0 || folded.last != 0x20 {
        folded.append(space == 0 ? bytes[index] : 0x20)
        positions.append(index)
      }
      index += max(1, space)
    }
    self.folded = folded
    self.positions = positions
  }

  /// The first bytes of the text that hold a quote; nil if there are none.
  package func range(of quote: String) -> ByteRange? {
    var wanted = QuoteSearch(bytes: Array(quote.utf8)).folded[...]
    if wanted.first == 0x20 { wanted.removeFirst() }
    if wanted.last == 0x20 { wanted.removeLast() }
    guard let first = wanted.first, wanted.count <= folded.count else { return nil }
    for start in 0...(folded.count - wanted.count) where folded[start] == first {
      guard folded[start..<(start + wanted.count)].elementsEqual(wanted) else { continue }
      return ByteRange(positions[start], positions[start + wanted.count - 1] + 1)
    }
    return nil
  }

  /// The number of bytes of a white space character: ASCII, or U+00A0, or U+2000 to U+200B.
  private static func whiteSpaceLength(_ bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09...0x0D: 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: 2
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      (0x80...0x8B).contains(bytes[index + 2]) ? 3 : 0
    default: 0
    }
  }
}
