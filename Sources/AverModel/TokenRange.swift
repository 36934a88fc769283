/// A half-open range of tokens of one document, by index into `TokenizedText.tokens`.
public struct TokenRange: Hashable, Sendable {
  private let storedStart: Int32
  private let storedEnd: Int32

  /// Creates a range.
  ///
  /// - Parameters:
  ///   - start: The first token.
  ///   - end: The token after the last.
  /// - Precondition: `0 <= start <= end`. A reversed range is a bug in the caller.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a token range must not be reversed")
    storedStart = Int32(start)
    storedEnd = Int32(end)
  }

  /// The first token.
  public var start: Int { Int(storedStart) }

  /// The token after the last.
  public var end: Int { Int(storedEnd) }

  /// The last token.
  ///
  /// - Precondition: The range is not empty.
  public var last: Int { Int(storedEnd) - 1 }

  /// The number of tokens.
  public var count: Int { end - start }

  /// Whether the range holds no token.
  public var isEmpty: Bool { storedStart == storedEnd }

  /// The token indices in order.
  public var indices: Range<Int> { start..<end }

  /// Whether the token is in the range.
  public func contains(_ token: Int) -> Bool { start <= token && token < end }

  /// Whether every token of `other` is in this range.
  public func contains(_ other: TokenRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two ranges share a token.
  public func overlaps(_ other: TokenRange) -> Bool { start < other.end && other.start < end }

  /// The smallest range that holds both.
  public func union(_ other: TokenRange) -> TokenRange {
    TokenRange(min(start, other.start), max(end, other.end))
  }
}

extension TokenRange: Comparable {
  /// Orders by start, then by end.
  public static func < (left: TokenRange, right: TokenRange) -> Bool {
    (left.storedStart, left.storedEnd) < (right.storedStart, right.storedEnd)
  }
}
