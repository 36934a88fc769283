/// A half-open range of bytes of one UTF-8 text.
///
/// Which text (clean text, page as UTF-8, source file) is said by the member that holds the range.
public struct ByteRange: Hashable, Sendable {
  private let storedStart: Int32
  private let storedEnd: Int32

  /// Creates a range.
  ///
  /// - Parameters:
  ///   - start: The first byte.
  ///   - end: The byte after the last.
  /// - Precondition: `0 <= start <= end <= Int32.max`. A reversed range is a bug in the caller.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a byte range must not be reversed")
    storedStart = Int32(start)
    storedEnd = Int32(end)
  }

  /// The first byte.
  public var start: Int { Int(storedStart) }

  /// The byte after the last.
  public var end: Int { Int(storedEnd) }

  /// The number of bytes.
  public var count: Int { end - start }

  /// Whether the range holds no byte.
  public var isEmpty: Bool { storedStart == storedEnd }

  /// The same range for slicing an array.
  public var indices: Range<Int> { start..<end }

  /// Whether the two ranges share a byte.
  public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }

  /// Whether every byte of `other` is in this range.
  public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }

  /// The smallest range that holds both.
  public func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(start, other.start), max(end, other.end))
  }
}

extension ByteRange: Comparable {
  /// Orders by start, then by end.
  public static func < (left: ByteRange, right: ByteRange) -> Bool {
    (left.storedStart, left.storedEnd) < (right.storedStart, right.storedEnd)
  }
}
