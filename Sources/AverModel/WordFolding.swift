/// How words are made equal: lower case, and one kind of apostrophe.
public enum WordFolding {
  /// The lower-case form of an ASCII byte; other bytes are returned as they are.
  @inlinable public static func foldedASCII(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// The folded form of a word: lower case by Unicode's default mapping, `’` and `‘` as `'`.
  public static func folded(_ word: [UInt8]) -> [UInt8] {
    if word.allSatisfy({ $0 < 0x80 }) { return word.map(foldedASCII) }
    var result: [UInt8] = []
    result.reserveCapacity(word.count)
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{02BC}": result.append(0x27)
      case _ where scalar.isASCII: result.append(foldedASCII(UInt8(scalar.value)))
      default: result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return result
  }

  /// The hash of no bytes yet, to be extended by each folded byte and finished.
  @inlinable package static var emptyHash: UInt64 { 0xcbf2_9ce4_8422_2325 }

  /// The unfinished hash of the bytes so far and one more folded byte.
  @inlinable package static func extended(_ hash: UInt64, by byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// The hash of bytes that are folded already.
  public static func hash(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash = emptyHash
    for index in start..<end { hash = extended(hash, by: text[index]) }
    return finished(hash)
  }

  /// The hash of the folded form of a word, if the word is ASCII; nil otherwise.
  public static func asciiFoldedHash(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64? {
    var hash = emptyHash
    for index in start..<end {
      let byte = text[index]
      guard byte < 0x80 else { return nil }
      hash = extended(hash, by: foldedASCII(byte))
    }
    return finished(hash)
  }

  /// The hash of a word whose last byte has been added.
  @inlinable package static func finished(_ hash: UInt64) -> UInt64 { hash ^ (hash >> 29) }
}
