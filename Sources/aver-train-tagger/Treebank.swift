import AverModel
import AverSyntax

/// Sentences of a treebank with their gold classes.
struct Treebank {
  /// All sentences as one text.
  let text: TokenizedText
  /// One gold tag a token.
  let tags: [PartOfSpeech]
  /// One gold class a token; nil for what is not learned.
  let classes: [TagClass?]
  /// The form of each verb and auxiliary by its Penn tag; empty for other tokens.
  let verbForms: [VerbFormSet]

  /// Reads treebank text in CoNLL-U; lines for contractions and empty nodes are skipped.
  init(conllu: String) {
    var builder = TreebankBuilder()
    for line in conllu.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.isEmpty {
        builder.endSentence()
      } else if line.first != 0x23 {
        let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
        guard columns.count >= 5, Int(Substring(columns[0])) != nil else { continue }
        builder.append(
          word: Array(columns[1]),
          universal: String(Substring(columns[3])),
          penn: String(Substring(columns[4]))
        )
      }
    }
    builder.endSentence()
    text = builder.text
    tags = builder.tags
    classes = builder.classes
    verbForms = builder.verbForms
  }
}

/// Collects the sentences of a treebank.
private struct TreebankBuilder {
  private(set) var tags: [PartOfSpeech] = []
  private(set) var classes: [TagClass?] = []
  private(set) var verbForms: [VerbFormSet] = []
  private var bytes: [UInt8] = []
  private var tokens: [Token] = []
  private var sentences: [TokenizedText.Sentence] = []

  private var sentenceStart: Int { sentences.last?.tokens.end ?? 0 }

  var text: TokenizedText {
    TokenizedText(
      clean: CleanText(
        identifier: "treebank",
        bytes: bytes,
        blocks: [],
        offsets: nil,
        metadata: DocumentMetadata(),
        sourceBytes: []
      ),
      tokens: tokens,
      sentences: sentences
    )
  }

  mutating func append(word: [UInt8], universal: String, penn: String) {
    if !bytes.isEmpty { bytes.append(0x20) }
    let start = bytes.count
    bytes.append(contentsOf: word)
    tokens.append(
      Token(start: start, end: bytes.count, symbol: .unknown, traits: Self.traits(word, penn))
    )
    let tag = PartOfSpeech.allCases.first { $0.universalTag == universal } ?? .other
    tags.append(tag)
    classes.append(Self.tagClass(tag, penn))
    verbForms.append(tag == .verb || tag == .auxiliary ? Self.verbForm(penn) : [])
  }

  mutating func endSentence() {
    guard sentenceStart < tokens.count else { return }
    let range = TokenRange(sentenceStart, tokens.count)
    sentences.append(
      TokenizedText.Sentence(
        tokens: range,
        range: ByteRange(tokens[range.start].start, tokens[range.last].end),
        block: 0
      )
    )
  }

  /// The traits of the tokenizer that the tagger asks for.
  private static func traits(_ word: [UInt8], _ penn: String) -> TokenTraits {
    let text = String(decoding: word, as: UTF8.self)
    if penn == "POS" { return .possessive }
    if ["http", "www."].contains(where: text.hasPrefix) || penn == "ADD" { return .address }
    return ["$", "€", "£", "¥", "US$"].contains(text) ? .currency : []
  }

  private static func tagClass(_ tag: PartOfSpeech, _ penn: String) -> TagClass? {
    switch (tag, penn) {
    case (.verb, "VBN"): .pastParticiple
    case (.adposition, "RP"): .verbParticle
    default: TagClass(tag)
    }
  }

  private static func verbForm(_ penn: String) -> VerbFormSet {
    switch penn {
    case "VB", "VBP": .base
    case "VBZ": .thirdPerson
    case "VBD": .past
    case "VBN": .pastParticiple
    case "VBG": .gerund
    default: []
    }
  }
}
