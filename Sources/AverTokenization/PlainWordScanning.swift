import AverModel

extension TokenScanner {
  /// Takes a word of ASCII letters at the cursor, and a mark right after it, if white space or the
  /// block's end follows: most of an English text.
  ///
  /// What it takes is what the scanner would take step by step; what it cannot be sure of it leaves.
  mutating func scanPlainWord() -> Bool {
    let start = cursor
    let word = PlainWord(in: text.span, start, before: blockEnd)
    let (end, hash, capitals) = (word.end, word.hash, word.capitals)
    let length = end - start
    guard length > 0 else { return false }
    let hasMark = end < blockEnd && !isPlainSpace(text[end])
    if hasMark, !endsPlainWord(end, length, hash) { return false }
    let traits: TokenTraits
    if capitals == 0 {
      traits = [.lowerCase, .letters]
    } else if capitals == 1, text[start] < 0x60 {
      traits = [.capitalized, .letters]
    } else if capitals == length {
      traits = [.capitalized, .allCapitals, .letters]
    } else {
      return false
    }
    let symbol = vocabulary.symbol(hash: WordFolding.finished(hash), in: text.span, start, end)
    if isFusedLength(length), vocabulary.classes(of: symbol).contains(.fusedWord) { return false }
    if capitals == 1, vocabulary.classes(of: symbol).contains(.unmarkedOpener) {
      breaks.note(tokens.count - 1)
    }
    tokens.append(Token(start: start, end: end, symbol: symbol, traits: traits))
    chunkStart = start
    chunkEnd = hasMark ? end + 1 : end
    cursor = end
    if hasMark { emit(to: chunkEnd, text[end] == UInt8(ascii: "\"") ? .quote : []) }
    return true
  }

  /// Whether the byte after a word is a mark of its own, with white space behind it.
  private func endsPlainWord(_ end: Int, _ length: Int, _ hash: UInt64) -> Bool {
    guard end + 1 == blockEnd || isPlainSpace(text[end + 1]) else { return false }
    switch text[end] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"),
      UInt8(ascii: "\""), UInt8(ascii: "?"), UInt8(ascii: "!"):
      return true
    case UInt8(ascii: "."):
      // An initial or an abbreviation may keep its stop.
      guard length > 1 else { return false }
      let stopped = WordFolding.finished(WordFolding.extended(hash, by: UInt8(ascii: ".")))
      let symbol = vocabulary.symbol(hash: stopped, in: text.span, cursor, end + 1)
      return vocabulary.classes(of: symbol).isDisjoint(with: .anyAbbreviation)
    default: return false
    }
  }

  private func isPlainSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
}

/// A run of ASCII letters.
private struct PlainWord {
  let end: Int
  /// The unfinished hash of the folded letters.
  let hash: UInt64
  let capitals: Int

  @inline(__always)
  init(in text: Span<UInt8>, _ start: Int, before limit: Int) {
    var hash = WordFolding.emptyHash
    var capitals = 0
    var end = start
    while end < limit {
      let byte = text[end]
      let folded = byte | 0x20
      guard folded &- 0x61 < 26 else { break }
      capitals &+= byte < 0x60 ? 1 : 0
      hash = WordFolding.extended(hash, by: folded)
      end &+= 1
    }
    self.end = end
    self.hash = hash
    self.capitals = capitals
  }
}
