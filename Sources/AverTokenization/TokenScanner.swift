import AverModel

/// Cuts the bytes of one block into tokens.
///
/// A chunk is what stands between white space. Inside it the scanner holds a cursor: everything
/// before it is in tokens, and each step emits at least one whole character, so that the tokens tile
/// the chunk whatever it holds. Words, numbers, addresses and marks have a file each.
struct TokenScanner: ~Copyable {
  let vocabulary: Vocabulary
  var characters = CharacterTable()
  let segmenter: UnicodeSegmenter
  var text: [UInt8] = []
  var tokens: [Token] = []
  /// The first byte that is in no token yet.
  var cursor = 0
  /// The bounds of the chunk at the cursor.
  var chunkStart = 0
  var chunkEnd = 0
  /// The end of the block.
  var blockEnd = 0
  /// Whether a single quotation mark is open, so that a bare `'` may close it.
  var hasOpenSingleQuote = false
  /// Whether the block holds a character that ends sentences and is not ASCII.
  var hasForeignTerminator = false
  var symbols: SymbolCache
  /// Where sentences may end in the block.
  var breaks = BreakCandidates()

  init(vocabulary: Vocabulary) throws(TokenizationError) {
    self.vocabulary = vocabulary
    segmenter = try UnicodeSegmenter()
    symbols = SymbolCache(vocabulary: vocabulary)
  }

  /// Appends the tokens of a block.
  mutating func scanBlock(_ range: ByteRange) throws(TokenizationError) {
    cursor = range.start
    blockEnd = range.end
    hasOpenSingleQuote = false
    hasForeignTerminator = false
    breaks.begin(at: tokens.count)
    while true {
      skipSpace()
      guard cursor < blockEnd else { return }
      if scanPlainWord() { continue }
      let held = findChunkEnd()
      let mayHoldAddress = !held.isDisjoint(with: .addressSign)
      let isComplex = held.contains(.complex)
      while cursor < chunkEnd {
        if mayHoldAddress, scanAddress() { continue }
        if isComplex, try scanComplexRun() { continue }
        scanToken()
      }
    }
  }

  private mutating func skipSpace() {
    while cursor < blockEnd {
      if text[cursor] == 0x20 {
        cursor += 1
        continue
      }
      let (traits, length) = character(at: cursor)
      guard traits.contains(.space) else { return }
      cursor += length
    }
  }

  /// Sets the bounds of the chunk at the cursor and gives all traits that its characters have.
  private mutating func findChunkEnd() -> CharacterTraits {
    chunkStart = cursor
    var held: CharacterTraits = []
    var end = cursor
    while end < blockEnd {
      let (traits, length) = character(at: end)
      if traits.contains(.space) { break }
      held.formUnion(traits)
      end += length
    }
    chunkEnd = end
    return held
  }

  private mutating func scanToken() {
    let (traits, length) = character(at: cursor)
    if traits.contains(.digit) {
      scanNumber()
    } else if !traits.isDisjoint(with: [.letter, .connector]) {
      scanWord()
    } else {
      scanMark(traits, length)
    }
  }

  /// Takes a run of letters, digits and emoji if a character of it needs ICU's word boundaries.
  private mutating func scanComplexRun() throws(TokenizationError) -> Bool {
    let start = cursor
    var end = cursor
    var isComplex = false
    while end < chunkEnd {
      let (traits, length) = character(at: end)
      if traits.isDisjoint(with: .runOfWords) { break }
      if traits.contains(.complex) { isComplex = true }
      end += length
    }
    guard isComplex else { return false }
    guard let wordEnds = segmenter.wordEnds(in: text.span, start..<end) else {
      throw .segmentationFailed(blockStart: start)
    }
    for wordEnd in wordEnds { emit(to: wordEnd) }
    return true
  }

  // MARK: - Reading

  /// The traits and the length of the character at a byte.
  mutating func character(at index: Int) -> (CharacterTraits, Int) {
    characters.character(in: text, at: index)
  }

  /// The byte at an index of the chunk; 0 beyond its end.
  func byte(_ index: Int) -> UInt8 {
    index < chunkEnd ? text[index] : 0
  }

  /// Whether an ASCII digit stands at an index of the chunk.
  func isDigit(_ index: Int) -> Bool {
    index < chunkEnd && text[index] >= 0x30 && text[index] <= 0x39
  }

  /// Whether a letter stands at an index of the chunk.
  mutating func isLetter(_ index: Int) -> Bool {
    guard index < chunkEnd else { return false }
    let (traits, _) = character(at: index)
    return traits.contains(.letter) && !traits.contains(.complex)
  }

  /// Whether a letter, digit or the like stands at an index of the chunk.
  mutating func isWordCharacter(_ index: Int) -> Bool {
    guard index < chunkEnd else { return false }
    let (traits, _) = character(at: index)
    return !traits.isDisjoint(with: .word) && !traits.contains(.complex)
  }

  /// The bytes of the apostrophe at an index of the chunk; 0 if none stands there.
  ///
  /// Some type a grave or acute accent for it; that counts inside a word, which both sides ask.
  mutating func apostropheLength(_ index: Int) -> Int {
    guard index < chunkEnd else { return 0 }
    let (traits, length) = character(at: index)
    if traits.contains(.apostrophe) { return length }
    let isAccent =
      text[index] == UInt8(ascii: "`") || text[index] == 0xC2 && byte(index + 1) == 0xB4
    return isAccent && index > chunkStart && isLetter(index + length) ? length : 0
  }

  /// The end of the letters, digits, underscores and marks from an index on.
  mutating func endOfWordRun(from start: Int) -> Int {
    var end = start
    while end < chunkEnd {
      let (traits, length) = character(at: end)
      if traits.isDisjoint(with: .word) || traits.contains(.complex) { break }
      end += length
    }
    return end
  }

  /// The end of the ASCII digits from an index on.
  func endOfDigits(from start: Int) -> Int {
    var end = start
    while isDigit(end) { end += 1 }
    return end
  }

  /// Whether the bytes of a range are this ASCII word in lower case, ignoring case.
  func matches(_ start: Int, _ end: Int, _ word: StaticString) -> Bool {
    guard end - start == word.utf8CodeUnitCount, end <= chunkEnd else { return false }
    return word.withUTF8Buffer { bytes in
      for offset in 0..<bytes.count
      where unsafe bytes[offset] != WordFolding.foldedASCII(text[start + offset]) {
        return false
      }
      return true
    }
  }

  /// The classes of the word in a range; none for a range longer than any listed word.
  func classes(_ start: Int, _ end: Int) -> WordClass {
    // The bound keeps the time linear where one chunk is asked about again and again.
    guard end - start <= 32 else { return [] }
    return vocabulary.classes(of: vocabulary.symbol(in: text.span, start, end))
  }
}
