import AverModel
import Testing

@Suite("Ranges of bytes and tokens")
struct RangeTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let left: (start: Int, end: Int)
    let right: (start: Int, end: Int)
    let isOverlap: Bool
    let isContained: Bool
    let union: (start: Int, end: Int)
    var testDescription: String { "\(left) \(right)" }

    init(
      _ left: (Int, Int),
      _ right: (Int, Int),
      overlaps isOverlap: Bool,
      contains isContained: Bool,
      union: (Int, Int)
    ) {
      self.left = left
      self.right = right
      self.isOverlap = isOverlap
      self.isContained = isContained
      self.union = union
    }
  }

  static let pairs = [
    Pair((2, 5), (3, 4), overlaps: true, contains: true, union: (2, 5)),
    Pair((2, 5), (2, 5), overlaps: true, contains: true, union: (2, 5)),
    Pair((2, 5), (4, 7), overlaps: true, contains: false, union: (2, 7)),
    Pair((4, 7), (2, 5), overlaps: true, contains: false, union: (2, 7)),
    Pair((2, 5), (5, 7), overlaps: false, contains: false, union: (2, 7)),
    Pair((2, 5), (0, 2), overlaps: false, contains: false, union: (0, 5)),
    Pair((2, 5), (5, 5), overlaps: false, contains: true, union: (2, 5)),
    Pair((3, 4), (2, 5), overlaps: true, contains: false, union: (2, 5)),
  ]

  @Test("byte ranges overlap, contain and unite", arguments: pairs)
  func bytes(pair: Pair) {
    let left = ByteRange(pair.left.start, pair.left.end)
    let right = ByteRange(pair.right.start, pair.right.end)
    #expect(left.overlaps(right) == pair.isOverlap)
    #expect(left.contains(right) == pair.isContained)
    #expect(left.union(right) == ByteRange(pair.union.start, pair.union.end))
  }

  @Test("token ranges overlap, contain and unite", arguments: pairs)
  func tokens(pair: Pair) {
    let left = TokenRange(pair.left.start, pair.left.end)
    let right = TokenRange(pair.right.start, pair.right.end)
    #expect(left.overlaps(right) == pair.isOverlap)
    #expect(left.contains(right) == pair.isContained)
    #expect(left.union(right) == TokenRange(pair.union.start, pair.union.end))
  }

  @Test("ranges order by start, then by end")
  func order() {
    let bytes = [ByteRange(3, 4), ByteRange(1, 9), ByteRange(1, 2), ByteRange(0, 0)]
    #expect(bytes.sorted() == [ByteRange(0, 0), ByteRange(1, 2), ByteRange(1, 9), ByteRange(3, 4)])
    let tokens = [TokenRange(3, 4), TokenRange(1, 9), TokenRange(1, 2)]
    #expect(tokens.sorted() == [TokenRange(1, 2), TokenRange(1, 9), TokenRange(3, 4)])
  }

  @Test("a token range knows its ends")
  func ends() {
    let range = TokenRange(4, 7)
    #expect(range.count == 3)
    #expect(range.last == 6)
    #expect([3, 4, 6, 7].map { range.contains($0) } == [false, true, true, false])
    #expect(TokenRange(4, 4).isEmpty)
    #expect(ByteRange(4, 7).indices == 4..<7)
    #expect(ByteRange(4, 4).isEmpty)
  }

  @Test("a reversed byte range is a bug in the caller")
  func reversedBytes() async {
    await #expect(processExitsWith: .failure) { _ = ByteRange(5, 4) }
  }

  @Test("a byte range below zero is a bug in the caller")
  func negativeBytes() async {
    await #expect(processExitsWith: .failure) { _ = ByteRange(-1, 4) }
  }

  @Test("a byte range too long for its text is a bug in the caller")
  func longBytes() async {
    await #expect(processExitsWith: .failure) { _ = ByteRange(0, Int(Int32.max) + 1) }
  }

  @Test("a reversed token range is a bug in the caller")
  func reversedTokens() async {
    await #expect(processExitsWith: .failure) { _ = TokenRange(5, 4) }
  }

  @Test("a token range below zero is a bug in the caller")
  func negativeTokens() async {
    await #expect(processExitsWith: .failure) { _ = TokenRange(-1, 4) }
  }
}
