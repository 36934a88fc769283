/// A word, number, sign or punctuation mark of the clean text; 16 bytes, trivially copyable.
public struct Token: Hashable, Sendable, BitwiseCopyable {
  private let storedStart: Int32
  private let storedEnd: Int32
  /// The word in the closed vocabulary, folded; `unknown` if no rule mentions it.
  public let symbol: Symbol
  /// What the token looks like.
  public var traits: TokenTraits

  /// Creates a token.
  public init(start: Int, end: Int, symbol: Symbol, traits: TokenTraits) {
    storedStart = Int32(start)
    storedEnd = Int32(end)
    self.symbol = symbol
    self.traits = traits
  }

  /// The first clean byte.
  public var start: Int { Int(storedStart) }

  /// The clean byte after the last.
  public var end: Int { Int(storedEnd) }

  /// The clean bytes of the token.
  public var range: ByteRange { ByteRange(start, end) }
}

/// What a token looks like, decided from its bytes and its neighbours once.
public struct TokenTraits: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// One bit a trait.
  public let rawValue: UInt32

  /// Creates a set of traits from bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Begins with an upper-case letter.
  public static let capitalized = TokenTraits(rawValue: 1 << 0)
  /// Has letters, two or more, and all of them are upper case.
  public static let allCapitals = TokenTraits(rawValue: 1 << 1)
  /// Has letters, and none of them is upper case.
  public static let lowerCase = TokenTraits(rawValue: 1 << 2)
  /// Has an upper-case letter after a lower-case one: `OpenAI` `iPhone`.
  public static let mixedCase = TokenTraits(rawValue: 1 << 3)
  /// Consists of letters (with inner apostrophes, stops and hyphens).
  public static let letters = TokenTraits(rawValue: 1 << 4)
  /// A number in digits, separators included: `7.5` `1,200` `2019`.
  public static let number = TokenTraits(rawValue: 1 << 5)
  /// Has letters and digits: `3M` `Q3` `A380`.
  public static let alphanumeric = TokenTraits(rawValue: 1 << 6)
  /// A punctuation mark.
  public static let punctuation = TokenTraits(rawValue: 1 << 7)
  /// A quotation mark, opening or closing.
  public static let quote = TokenTraits(rawValue: 1 << 8)
  /// A currency sign, with its prefix if it has one: `$` `US$` `€`.
  public static let currency = TokenTraits(rawValue: 1 << 9)
  /// No white space before it: `bn` in `7.5bn`, `'s` in `Italy's`, a comma.
  public static let glued = TokenTraits(rawValue: 1 << 10)
  /// The first word of its sentence (quotes and brackets before it do not count).
  public static let sentenceStart = TokenTraits(rawValue: 1 << 11)
  /// `'s`, or a bare apostrophe after s.
  public static let possessive = TokenTraits(rawValue: 1 << 12)
  /// An ordinal in digits: `1st` `22nd`.
  public static let ordinal = TokenTraits(rawValue: 1 << 13)
  /// An address of a page or of a mailbox, a handle or hash tag.
  public static let address = TokenTraits(rawValue: 1 << 14)
  /// Ends with a stop that belongs to it: `Inc.` `U.S.`.
  public static let abbreviation = TokenTraits(rawValue: 1 << 15)
  /// Most words of its block begin with capitals, so that a capital says nothing.
  public static let inTitleCase = TokenTraits(rawValue: 1 << 16)
}
