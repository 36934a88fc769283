import AverModel
import Testing

@Suite("Offset map")
struct OffsetMapTests {
  /// A run as clean start, clean bytes, source start, source end.
  struct Piece: Hashable, Sendable {
    let clean: Int
    let count: Int
    let source: Int
    let end: Int

    init(_ clean: Int, _ count: Int, _ source: Int, _ end: Int) {
      self.clean = clean
      self.count = count
      self.source = source
      self.end = end
    }
  }

  private static func map(_ parts: [(count: Int, source: Int, end: Int)]) -> OffsetMap {
    var map = OffsetMap()
    for part in parts {
      map.append(cleanCount: part.count, source: part.source, sourceEnd: part.end)
    }
    return map
  }

  private static func pieces(_ map: OffsetMap) -> [Piece] {
    map.runs.map { Piece(Int($0.clean), Int($0.cleanCount), Int($0.source), Int($0.sourceEnd)) }
  }

  /// `AT&amp;T` behind a tag of three bytes, a gap of four, then ` buys`, its blank folded from two.
  private let page = map([(2, 3, 5), (1, 5, 10), (1, 10, 11), (1, 15, 17), (4, 17, 21)])

  struct Row: Sendable, CustomTestStringConvertible {
    let clean: ByteRange
    let source: ByteRange?
    var testDescription: String { "\(clean.start)..<\(clean.end)" }

    init(_ start: Int, _ end: Int, _ source: ByteRange?) {
      clean = ByteRange(start, end)
      self.source = source
    }
  }

  @Test(
    "gives the source of clean bytes",
    arguments: [
      Row(0, 1, ByteRange(3, 4)),
      Row(1, 2, ByteRange(4, 5)),
      // An atomic run is taken whole.
      Row(2, 3, ByteRange(5, 10)),
      Row(0, 4, ByteRange(3, 11)),
      Row(1, 3, ByteRange(4, 10)),
      // From run to run, what lies between belongs to the source.
      Row(3, 6, ByteRange(10, 18)),
      Row(4, 5, ByteRange(15, 17)),
      Row(0, 9, ByteRange(3, 21)),
      Row(8, 9, ByteRange(20, 21)),
      Row(4, 4, nil),
      Row(8, 10, nil),
      Row(20, 30, nil),
    ]
  )
  func source(row: Row) {
    #expect(page.source(of: row.clean) == row.source)
  }

  @Test("an empty map covers nothing")
  func empty() {
    #expect(OffsetMap().cleanCount == 0)
    #expect(OffsetMap().source(of: ByteRange(0, 0)) == nil)
    #expect(OffsetMap().source(of: ByteRange(0, 1)) == nil)
    #expect(OffsetMap.identity(count: 0).runs.isEmpty)
  }

  @Test("the identity gives each range back", arguments: [(0, 1), (3, 7), (0, 9), (8, 9)])
  func identity(start: Int, end: Int) {
    let range = ByteRange(start, end)
    #expect(OffsetMap.identity(count: 9).source(of: range) == range)
  }

  @Test("only verbatim runs that continue each other are merged")
  func merging() {
    #expect(Self.pieces(Self.map([(2, 3, 5), (4, 5, 9)])) == [Piece(0, 6, 3, 9)])
    #expect(
      Self.pieces(Self.map([(2, 3, 5), (4, 6, 10)])) == [Piece(0, 2, 3, 5), Piece(2, 4, 6, 10)]
    )
    #expect(
      Self.pieces(Self.map([(2, 3, 5), (1, 5, 9), (2, 9, 11)]))
        == [Piece(0, 2, 3, 5), Piece(2, 1, 5, 9), Piece(3, 2, 9, 11)]
    )
    #expect(
      Self.pieces(Self.map([(1, 0, 4), (1, 4, 8)])) == [Piece(0, 1, 0, 4), Piece(1, 1, 4, 8)]
    )
    #expect(Self.pieces(Self.map([(2, 0, 2), (0, 2, 9), (1, 2, 3)])) == [Piece(0, 3, 0, 3)])
  }

  @Test("composition goes through both maps")
  func composed() {
    // Bytes 2 to 4 of the middle text came from one sequence of six bytes.
    let decoded = Self.map([(2, 10, 12), (3, 12, 18), (5, 18, 23)])
    let cases: [(map: OffsetMap, pieces: [Piece])] = [
      (.identity(count: 10), [Piece(0, 2, 10, 12), Piece(2, 3, 12, 18), Piece(5, 5, 18, 23)]),
      // A verbatim stretch inside the second run.
      (Self.map([(2, 6, 8)]), [Piece(0, 2, 19, 21)]),
      // A stretch over the edge of two runs.
      (Self.map([(2, 1, 3)]), [Piece(0, 1, 11, 12), Piece(1, 1, 12, 18)]),
      // What was atomic stays so, over runs of either kind.
      (Self.map([(1, 0, 2)]), [Piece(0, 1, 10, 12)]),
      (Self.map([(1, 1, 6)]), [Piece(0, 1, 11, 19)]),
      // An inserted byte has a place and no source bytes.
      (Self.map([(1, 5, 5)]), [Piece(0, 1, 18, 18)]),
      (Self.map([(1, 10, 10)]), [Piece(0, 1, 23, 23)]),
    ]
    for (map, pieces) in cases { #expect(Self.pieces(map.composed(with: decoded)) == pieces) }
  }

  @Test("composition with an identity changes nothing")
  func neutral() {
    #expect(page.composed(with: .identity(count: 21)) == page)
    #expect(OffsetMap.identity(count: 9).composed(with: page) == page)
  }
}
