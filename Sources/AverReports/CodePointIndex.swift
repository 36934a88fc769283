package import AverModel

/// Turns byte positions of a UTF-8 text into code point positions, which records write.
///
/// - Complexity: O(*n*) to make, O(1) to ask; nothing is stored for an ASCII text.
package struct CodePointIndex: Sendable {
  private static let stride = 128

  private let text: [UInt8]
  /// Code points before each multiple of `stride`; empty for an ASCII text.
  private let counts: [Int32]

  package init(_ text: [UInt8]) {
    self.text = text
    guard text.contains(where: { $0 >= 0x80 }) else {
      counts = []
      return
    }
    var counts: [Int32] = []
    counts.reserveCapacity(text.count / CodePointIndex.stride + 1)
    var count: Int32 = 0
    for index in text.indices {
      if index % CodePointIndex.stride == 0 { counts.append(count) }
      if text[index] & 0xC0 != 0x80 { count += 1 }
    }
    if text.count % CodePointIndex.stride == 0 { counts.append(count) }
    self.counts = counts
  }

  /// The number of code points that begin before a byte.
  package func codePoints(before byte: Int) -> Int {
    guard !counts.isEmpty else { return byte }
    let block = byte / CodePointIndex.stride
    var count = Int(counts[block])
    for index in (block * CodePointIndex.stride)..<byte where text[index] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }

  /// The byte so many code points before a byte; 0 if there are not so many.
  package func byte(_ byte: Int, back count: Int) -> Int {
    var position = byte
    var rest = count
    while position > 0, rest > 0 {
      position -= 1
      if text[position] & 0xC0 != 0x80 { rest -= 1 }
    }
    return position
  }

  /// The byte so many code points after a byte; the end if there are not so many.
  package func byte(_ byte: Int, ahead count: Int) -> Int {
    var position = byte
    var rest = count
    while position < text.count, rest > 0 {
      position += 1
      while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
      rest -= 1
    }
    return position
  }

  /// A range in code points.
  package func span(_ range: ByteRange) -> (start: Int, end: Int) {
    (codePoints(before: range.start), codePoints(before: range.end))
  }
}
