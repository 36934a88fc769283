internal import CICU

/// What a character is, as far as tokens care.
struct CharacterTraits: OptionSet {
  let rawValue: UInt32

  static let letter = CharacterTraits(rawValue: UInt32(AVER_CHARACTER_LETTER))
  static let upper = CharacterTraits(rawValue: UInt32(AVER_CHARACTER_UPPER))
  static let lower = CharacterTraits(rawValue: UInt32(AVER_CHARACTER_LOWER))
  static let digit = CharacterTraits(rawValue: UInt32(AVER_CHARACTER_DIGIT))
  static let space = CharacterTraits(rawValue: UInt32(AVER_CHARACTER_SPACE))
  static let opening = CharacterTraits(rawValue: UInt32(AVER_CHARACTER_OPENING))
  static let closing = CharacterTraits(rawValue: UInt32(AVER_CHARACTER_CLOSING))
  static let quote = CharacterTraits(rawValue: UInt32(AVER_CHARACTER_QUOTE))
  static let currency = CharacterTraits(rawValue: UInt32(AVER_CHARACTER_CURRENCY))
  /// Ends a sentence: `.` `?` `!` and their kin in other scripts.
  static let terminator = CharacterTraits(rawValue: UInt32(AVER_CHARACTER_TERMINATOR))
  /// Belongs to a run whose word boundaries need ICU: ideographs, kana, Thai, emoji.
  static let complex = CharacterTraits(rawValue: UInt32(AVER_CHARACTER_COMPLEX))
  /// Belongs to the character before it: combining marks, joiners, soft hyphens.
  static let mark = CharacterTraits(rawValue: UInt32(AVER_CHARACTER_MARK))
  static let punctuation = CharacterTraits(rawValue: UInt32(AVER_CHARACTER_PUNCTUATION))
  /// `'` and its typographic forms.
  static let apostrophe = CharacterTraits(rawValue: 1 << 20)
  /// `_` in a name; joins words as letters do.
  static let connector = CharacterTraits(rawValue: 1 << 21)

  /// `@` `#` `/`: without one of them a chunk holds no address but `www.`.
  static let addressSign = CharacterTraits(rawValue: 1 << 22)
  /// A sign of ASCII that is none of the above: `%` `+` `~`, and control characters.
  static let sign = CharacterTraits(rawValue: 1 << 24)

  static let word: CharacterTraits = [.letter, .digit, .connector, .mark]
  static let runOfWords: CharacterTraits = [.letter, .digit, .connector, .mark, .complex]
}

/// Looks up the traits of characters: ASCII from a table, the rest from ICU, each once.
///
/// ICU answers for other characters, so that the tables always agree with the linked Unicode
/// version; ASCII is pinned here, so that no ICU version changes its tokens.
struct CharacterTable {
  private let ascii: [CharacterTraits]
  /// Traits of the Basic Multilingual Plane by code point; 0 where not yet asked for.
  private var pages: [CharacterTraits]
  private var pageStarts: [Int32]

  init() {
    ascii = (0..<128).map { Self.asciiTraits(UInt8($0)) }
    pages = []
    pageStarts = Array(repeating: -1, count: 256)
  }

  /// The traits of an ASCII byte; empty for other bytes.
  func traits(ofByte byte: UInt8) -> CharacterTraits {
    byte < 0x80 ? ascii[Int(byte)] : []
  }

  /// The traits of the character at a byte, and how many bytes it has.
  mutating func character(in text: [UInt8], at index: Int) -> (CharacterTraits, Int) {
    let byte = text[index]
    if byte < 0x80 { return (ascii[Int(byte)], 1) }
    let (codePoint, length) = Self.decode(text, at: index)
    return (traits(of: codePoint), length)
  }

  /// The code point at a byte of valid UTF-8, and how many bytes it has.
  static func decode(_ text: [UInt8], at index: Int) -> (UInt32, Int) {
    let lead = UInt32(text[index])
    func continuation(_ offset: Int) -> UInt32 {
      index + offset < text.count ? UInt32(text[index + offset]) & 0x3F : 0
    }
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | continuation(1), min(2, text.count - index)) }
    if lead < 0xF0 {
      let codePoint = (lead & 0x0F) << 12 | continuation(1) << 6 | continuation(2)
      return (codePoint, min(3, text.count - index))
    }
    let high = (lead & 0x07) << 18 | continuation(1) << 12
    return (high | continuation(2) << 6 | continuation(3), min(4, text.count - index))
  }

  private mutating func traits(of codePoint: UInt32) -> CharacterTraits {
    guard codePoint < 0x1_0000 else { return Self.icuTraits(codePoint) }
    let page = Int(codePoint >> 8)
    if pageStarts[page] < 0 {
      pageStarts[page] = Int32(pages.count)
      for offset in 0..<UInt32(256) {
        pages.append(Self.icuTraits(UInt32(page) << 8 | offset))
      }
    }
    return pages[Int(pageStarts[page]) + Int(codePoint & 0xFF)]
  }

  private static func icuTraits(_ codePoint: UInt32) -> CharacterTraits {
    var traits = CharacterTraits(rawValue: aver_character_traits(codePoint))
    // ‘ ’ ʼ ＇
    if codePoint == 0x2018 || codePoint == 0x2019 || codePoint == 0x02BC || codePoint == 0xFF07 {
      traits.insert(.apostrophe)
      traits.remove(.letter)
    }
    return traits
  }

  private static func asciiTraits(_ byte: UInt8) -> CharacterTraits {
    switch byte {
    case 0x61...0x7A: [.letter, .lower]
    case 0x41...0x5A: [.letter, .upper]
    case 0x30...0x39: .digit
    case 0x09...0x0D, 0x20: .space
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): [.opening, .punctuation]
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): [.closing, .punctuation]
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): [.terminator, .punctuation]
    case UInt8(ascii: "@"), UInt8(ascii: "#"): [.addressSign, .sign]
    case UInt8(ascii: "/"): [.addressSign, .punctuation]
    case UInt8(ascii: "'"): [.apostrophe, .quote, .punctuation]
    case UInt8(ascii: "\""): [.quote, .punctuation]
    case UInt8(ascii: "`"): [.quote, .punctuation]
    case UInt8(ascii: "$"): .currency
    case UInt8(ascii: "_"): .connector
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"),
      UInt8(ascii: "\\"), UInt8(ascii: "*"):
      .punctuation
    default: .sign
    }
  }
}
