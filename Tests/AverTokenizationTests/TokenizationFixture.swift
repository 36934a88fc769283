import AverModel
import AverTokenization

/// Texts and a small vocabulary for the tests of this target.
enum TokenizationFixture {
  /// A vocabulary with a few words of each class that the tokenizer asks for.
  static let vocabulary: Vocabulary = {
    let words: [(WordClass, String)] = [
      (.abbreviation, "Inc. Corp. Co. Ltd. Jr. St. Sept. Oct. Jan. etc. vs. v. Ph.D. approx."),
      (.capitalizedAbbreviation, "Calif. Mass. Mar. Sat."),
      (.titleAbbreviation, "Mr. Mrs. Ms. Dr. Gen. Sen. Prof. Rep."),
      (.numberAbbreviation, "No. p. pp. vol. Fig. b."),
      (.month, "March May"),
      (.joinedPrefix, "co non e ex anti pre mid over"),
      (.unitSuffix, "MW kWh GB"),
      (.sentenceOpener, "Mr. the a I it he she they in on at but and however this its we"),
      (.unmarkedOpener, "in he but"),
      (.determiner, "the"),
      (.currencyPrefix, "CHF Rs R"),
      (.creditWord, "image photo"),
      (.weekday, "Thursday"),
      (.domainLabel, "com org uk"),
      (.shortenedWord, "em til"),
      (.fusedWord, "cannot gonna"),
      (.reportingVerb, "said asked told says"),
    ]
    var builder = VocabularyBuilder()
    for (wordClass, list) in words {
      for word in list.split(separator: " ") {
        let symbol = builder.intern(String(word))
        builder.add(wordClass, to: symbol)
      }
    }
    return builder.vocabulary
  }()

  /// A text whose blocks are parted by blank lines.
  static func cleanText(_ text: String, kind: Block.Kind = .paragraph) -> CleanText {
    let bytes = Array(text.utf8)
    var blocks: [Block] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x0A, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
        if index > start { blocks.append(Block(range: ByteRange(start, index), kind: kind)) }
        index += 2
        start = index
      } else {
        index += 1
      }
    }
    if start < bytes.count {
      blocks.append(Block(range: ByteRange(start, bytes.count), kind: kind))
    }
    return CleanText(
      identifier: "test",
      bytes: bytes,
      blocks: blocks,
      offsets: nil,
      metadata: DocumentMetadata(),
      sourceBytes: bytes
    )
  }

  static func tokenize(
    _ text: String,
    kind: Block.Kind = .paragraph
  ) throws -> TokenizedText {
    var tokenizer = try Tokenizer(vocabulary: vocabulary)
    return try tokenizer.tokenize(cleanText(text, kind: kind))
  }

  /// The tokens of a text, joined by `|`.
  static func tokens(_ text: String) throws -> String {
    let tokenized = try tokenize(text)
    return tokenized.tokens.map { tokenized.clean.string($0.range) }.joined(separator: "|")
  }

  /// The sentences of a text.
  static func sentences(_ text: String, kind: Block.Kind = .paragraph) throws -> [String] {
    let tokenized = try tokenize(text, kind: kind)
    return tokenized.sentences.map { tokenized.clean.string($0.range) }
  }
}
