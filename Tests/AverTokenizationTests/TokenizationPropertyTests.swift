import AverModel
import AverTokenization
import Testing

/// Texts made from a seed: the same seed gives the same text on every machine.
struct SeededTexts {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func next(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }

  private static let pieces = [
    "a", "Z", "n", "t", "s", "the", "Inc", "U", "S", "No", "Mr", "co", "cannot", "gonna", "www",
    "com",
    "7", "12", "000", "1st", "$", "US$", "€", "%", "°C", ".", ".", "..", ",", ":", ";", "!", "?",
    "'",
    "’", "‘", "“", "”", "\"", "`", "´", "(", ")", "[", "]", "<", ">", "-", "-", "--", "–", "—", "…",
    "/", "//", "://", "@", "#", "&", "+", "_", "*", "=", "•", "é", "Ö", "ß", "Ж", "中", "文", "。",
    "カ", "ก", "ა", "א", "\u{301}", "\u{200D}", "\u{AD}", "\u{200B}", "\u{FE0F}", "👩", "🚀", "🇩", "🇪",
    "👍🏽", "𝒜", "\u{FEFF}", "\u{0}", "\u{7}", " ", " ", " ", "  ", "\n", "\t", "\r\n", "\u{A0}",
    "\u{3000}", "\u{2028}", "\n\n",
  ]

  mutating func text() -> String { text(of: Self.pieces) }

  mutating func text(of pieces: [String]) -> String {
    let count = 1 + next(below: 40)
    return (0..<count).map { _ in pieces[next(below: pieces.count)] }.joined()
  }
}

@Suite("Tokenization properties")
struct TokenizationPropertyTests {
  private static let textsPerSeed = 400

  @Test("tokens tile the blocks but for white space, on character boundaries", arguments: 1...8)
  func tokensTile(seed: Int) throws {
    var texts = SeededTexts(seed: UInt64(seed))
    var tokenizer = try Tokenizer(vocabulary: TokenizationFixture.vocabulary)
    for _ in 0..<Self.textsPerSeed {
      let clean = TokenizationFixture.cleanText(texts.text())
      let tokenized = try tokenizer.tokenize(clean)
      var rebuilt: [UInt8] = []
      var last = 0
      for token in tokenized.tokens {
        #expect(token.start >= last && token.end > token.start)
        last = token.end
        let bytes = clean.bytes[token.range.indices]
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        rebuilt.append(contentsOf: bytes)
      }
      let visible = clean.string(ByteRange(0, clean.bytes.count)).unicodeScalars
        .filter { !$0.properties.isWhitespace }
      #expect(String(decoding: rebuilt, as: UTF8.self).unicodeScalars.elementsEqual(visible))
    }
  }

  /// Letters, digits after letters, marks and white space: where Aver has no rule of its own.
  private static let neutralPieces = [
    "a", "Z", "q", "a7", "Z42", "é", "Ö", "ß", "Ж", "ж", "Ω", "ա", "א", "ב", "ع", "ل", "क", "कि",
    "த",
    "한", "국", "中", "文", "カ", "タ", "か", "ก", "า", "ร", "𝒜", "e\u{301}", "q\u{308}",
    "n\u{AD}", "ж\u{200D}", "👩‍🚀",
    "👩", "🚀", "👍🏽", "🇩🇪", "_", " ", " ", "  ", "\t", "\u{A0}",
  ]

  @Test("words are ICU's where Aver has no rule of its own", arguments: 1...8)
  func wordsAreUnicodes(seed: Int) throws {
    var texts = SeededTexts(seed: UInt64(seed) + 400)
    var tokenizer = try Tokenizer(vocabulary: TokenizationFixture.vocabulary)
    let segmenter = try UnicodeSegmenter()
    for _ in 0..<Self.textsPerSeed {
      let clean = TokenizationFixture.cleanText(texts.text(of: Self.neutralPieces))
      let found = segmenter.wordEnds(in: clean.bytes.span, clean.bytes.indices)
      let wordEnds = try #require(found)
      var start = 0
      var words: [String] = []
      for end in wordEnds {
        let word = clean.string(ByteRange(start, end))
        if word.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
          words.append(word)
        }
        start = end
      }
      let tokens = try tokenizer.tokenize(clean).tokens.map { clean.string($0.range) }
      #expect(tokens == words)
    }
  }

  @Test("sentences partition the tokens and stay in their blocks", arguments: 1...8)
  func sentencesPartition(seed: Int) throws {
    var texts = SeededTexts(seed: UInt64(seed) + 100)
    var tokenizer = try Tokenizer(vocabulary: TokenizationFixture.vocabulary)
    for _ in 0..<Self.textsPerSeed {
      let tokenized = try tokenizer.tokenize(TokenizationFixture.cleanText(texts.text()))
      var next = 0
      for sentence in tokenized.sentences {
        #expect(sentence.tokens.start == next && !sentence.tokens.isEmpty)
        #expect(sentence.range == tokenized.bytes(of: sentence.tokens))
        #expect(tokenized.clean.blocks[sentence.block].range.contains(sentence.range))
        let starts = sentence.tokens.indices.count {
          tokenized.tokens[$0].traits.contains(.sentenceStart)
        }
        #expect(starts <= 1)
        next = sentence.tokens.end
      }
      #expect(next == tokenized.tokens.count)
    }
  }

  /// Whole sentences without abbreviations: what Aver's rules leave to Unicode's.
  private static let plainSentences = [
    "Prices rose. ", "Why? ", "Nobody knew! ", "“Prices rose.” ", "(Prices fell.) ", "Really?! ",
    "Rates are at 3.5 percent. ", "Élodie paid €5. ", "It fell, though; slowly.  ",
    "Цены выросли. ",
    "She said: “No.” ", "他来了。 ", "他走了吗？ ", "क्या हुआ। ",
  ]

  @Test("sentences are ICU's where Aver has no rule of its own", arguments: 1...4)
  func sentencesAreUnicodes(seed: Int) throws {
    var texts = SeededTexts(seed: UInt64(seed) + 500)
    var tokenizer = try Tokenizer(vocabulary: TokenizationFixture.vocabulary)
    let segmenter = try UnicodeSegmenter()
    for _ in 0..<Self.textsPerSeed {
      let clean = TokenizationFixture.cleanText(texts.text(of: Self.plainSentences))
      let found = segmenter.sentenceEnds(in: clean.bytes.span, clean.bytes.indices)
      let starts = [0] + (try #require(found)).dropLast()
      let tokenized = try tokenizer.tokenize(clean)
      #expect(tokenized.sentences.map(\.range.start) == starts)
    }
  }

  @Test("a text has the same tokens whatever its worker read before", arguments: 1...4)
  func isDeterministic(seed: Int) throws {
    var texts = SeededTexts(seed: UInt64(seed) + 200)
    var used = try Tokenizer(vocabulary: TokenizationFixture.vocabulary)
    for _ in 0..<Self.textsPerSeed {
      let clean = TokenizationFixture.cleanText(texts.text())
      let again = try used.tokenize(clean)
      var fresh = try Tokenizer(vocabulary: TokenizationFixture.vocabulary)
      let first = try fresh.tokenize(clean)
      #expect(first.tokens == again.tokens)
      #expect(first.sentences == again.sentences)
    }
  }

  @Test("a block has the same tokens alone and among others", arguments: 1...4)
  func blocksAreIndependent(seed: Int) throws {
    var texts = SeededTexts(seed: UInt64(seed) + 300)
    var tokenizer = try Tokenizer(vocabulary: TokenizationFixture.vocabulary)
    for _ in 0..<Self.textsPerSeed {
      let text = texts.text()
      let alone = try tokenizer.tokenize(TokenizationFixture.cleanText(text))
      let prefix = "The 'firm said “no\n\n"
      let among = try tokenizer.tokenize(TokenizationFixture.cleanText(prefix + text))
      let shifted = among.tokens.filter { $0.start >= prefix.utf8.count }
      #expect(shifted.map(\.traits) == alone.tokens.map(\.traits))
      #expect(shifted.map { $0.start - prefix.utf8.count } == alone.tokens.map(\.start))
    }
  }

  /// What the short way of the scanner has to tell apart.
  private static let shortPieces = [
    "a", "Bc", "iQ", "Inc", "gonna", ".", ",", "!", "\"", ")", ":", "-", " ",
  ]

  /// All strings of up to four pieces, each a block of its own, with one kind of space.
  private static func shortTexts(space: String) -> [String] {
    let pieces = shortPieces.map { $0 == " " ? space : $0 }
    var texts = [""]
    var all: [String] = []
    for _ in 1...4 {
      texts = texts.flatMap { text in pieces.map { text + $0 } }
      all += texts
    }
    return all
  }

  /// A space that is not ASCII makes the scanner take the long way.
  @Test("plain words are read the short way as the long way")
  func shortWay() throws {
    func tokens(space: String) throws -> [TokenizedText] {
      var tokenizer = try Tokenizer(vocabulary: TokenizationFixture.vocabulary)
      return try Self.shortTexts(space: space).map {
        try tokenizer.tokenize(TokenizationFixture.cleanText($0 + space))
      }
    }
    for (short, long) in zip(try tokens(space: " "), try tokens(space: "\u{3000}")) {
      let matches =
        short.tokens.map(\.traits) == long.tokens.map(\.traits)
        && short.tokens.map(\.symbol) == long.tokens.map(\.symbol)
        && short.tokens.map { $0.end - $0.start } == long.tokens.map { $0.end - $0.start }
        && short.sentences.map(\.tokens) == long.sentences.map(\.tokens)
      #expect(matches, "\(short.clean.string(ByteRange(0, short.clean.bytes.count)))")
    }
  }

  /// One ASCII character of each word-break class that Aver has no rule of its own for.
  private static let plainBytes: [UInt8] = Array("aZ_ ,;(|\t\"".utf8)

  @Test("words of ASCII are ICU's, for all strings of up to five characters of each kind")
  func exhaustiveASCII() throws {
    var tokenizer = try Tokenizer(vocabulary: TokenizationFixture.vocabulary)
    let segmenter = try UnicodeSegmenter()
    let count = Self.plainBytes.count
    // One text that holds every string of five of the characters, each between line breaks.
    var bytes: [UInt8] = []
    for number in 0..<(count * count * count * count * count) {
      var rest = number
      for _ in 0..<5 {
        bytes.append(Self.plainBytes[rest % count])
        rest /= count
      }
      bytes.append(0x0A)
    }
    let text = CleanText(
      identifier: "all",
      bytes: bytes,
      blocks: [Block(range: ByteRange(0, bytes.count), kind: .paragraph)],
      offsets: nil,
      metadata: DocumentMetadata(),
      sourceBytes: []
    )
    let found = segmenter.wordEnds(in: bytes.span, bytes.indices)
    var start = 0
    var words: [ByteRange] = []
    for end in try #require(found) {
      let isSpace = bytes[start] == 0x20 || bytes[start] == 0x09 || bytes[start] == 0x0A
      if !isSpace { words.append(ByteRange(start, end)) }
      start = end
    }
    let tokens = try tokenizer.tokenize(text).tokens.map(\.range)
    let difference = zip(tokens, words).first { $0 != $1 }
    #expect(tokens.count == words.count && difference == nil)
  }
}
