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
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Begins with an upper-case letter.
  @inlinable public static var capitalized: TokenTraits { TokenTraits(rawValue: 1 << 0) }
  /// Has letters, two or more, and all of them are upper case.
  @inlinable public static var allCapitals: TokenTraits { TokenTraits(rawValue: 1 << 1) }
  /// Has letters, and none of them is upper case.
  @inlinable public static var lowerCase: TokenTraits { TokenTraits(rawValue: 1 << 2) }
  /// Has an upper-case letter after a lower-case one: `OpenAI` `iPhone`.
  @inlinable public static var mixedCase: TokenTraits { TokenTraits(rawValue: 1 << 3) }
  /// Consists of letters (with inner apostrophes, stops and hyphens).
  @inlinable public static var letters: TokenTraits { TokenTraits(rawValue: 1 << 4) }
  /// A number in digits, separators included: `7.5` `1,200` `2019`.
  @inlinable public static var number: TokenTraits { TokenTraits(rawValue: 1 << 5) }
  /// Has letters and digits: `3M` `Q3` `A380`.
  @inlinable public static var alphanumeric: TokenTraits { TokenTraits(rawValue: 1 << 6) }
  /// A punctuation mark.
  @inlinable public static var punctuation: TokenTraits { TokenTraits(rawValue: 1 << 7) }
  /// A quotation mark, opening or closing.
  @inlinable public static var quote: TokenTraits { TokenTraits(rawValue: 1 << 8) }
  /// A currency sign, with its prefix if it has one: `$` `US$` `€`.
  @inlinable public static var currency: TokenTraits { TokenTraits(rawValue: 1 << 9) }
  /// No white space before it: `bn` in `7.5bn`, `'s` in `Italy's`, a comma.
  @inlinable public static var glued: TokenTraits { TokenTraits(rawValue: 1 << 10) }
  /// The first word of its sentence (quotes and brackets before it do not count).
  @inlinable public static var sentenceStart: TokenTraits { TokenTraits(rawValue: 1 << 11) }
  /// `'s`, or a bare apostrophe after s.
  @inlinable public static var possessive: TokenTraits { TokenTraits(rawValue: 1 << 12) }
  /// An ordinal in digits: `1st` `22nd`.
  @inlinable public static var ordinal: TokenTraits { TokenTraits(rawValue: 1 << 13) }
  /// An address of a page or of a mailbox, a handle or hash tag.
  @inlinable public static var address: TokenTraits { TokenTraits(rawValue: 1 << 14) }
  /// Ends with a stop that belongs to it: `Inc.` `U.S.`.
  @inlinable public static var abbreviation: TokenTraits { TokenTraits(rawValue: 1 << 15) }
  /// Most words of its block begin with capitals, so that a capital says nothing.
  @inlinable public static var inTitleCase: TokenTraits { TokenTraits(rawValue: 1 << 16) }
}
