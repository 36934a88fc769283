import AverModel
import Foundation
import Testing

/// What must hold for the offsets of every clean text of a page.
enum OffsetProperties {
  /// Numbers that are the same in every run.
  struct Randomness: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Checks a clean text against the file it came from.
  ///
  /// - Parameters:
  ///   - clean: The text.
  ///   - encoding: The encoding of the file, for reading slices of it.
  ///   - spanCount: How many random spans are looked at.
  /// - Returns: The first few failures in words; empty if all holds.
  static func failures(
    of clean: CleanText,
    encoding: String.Encoding = .utf8,
    spanCount: Int
  ) -> [String] {
    var result: [String] = []
    func fail(_ message: String) { if result.count < 5 { result.append(message) } }
    guard let offsets = clean.offsets else { return ["no offsets"] }
    guard offsets.cleanCount == clean.bytes.count else { return ["the map misses bytes"] }
    if String(validating: clean.bytes, as: UTF8.self) == nil { fail("invalid UTF-8") }

    var end = 0
    for block in clean.blocks {
      let gap = clean.bytes[end..<block.range.start]
      if !gap.allSatisfy({ $0 == 0x0A || $0 == 0x20 }) { fail("text between blocks") }
      if block.range.isEmpty { fail("an empty block") }
      end = block.range.end
      for run in runs(of: offsets, in: block.range) {
        let range = ByteRange(Int(run.source), Int(run.sourceEnd))
        let quote = SourceSlice.folded(
          clean.string(ByteRange(Int(run.clean), Int(run.clean + run.cleanCount)))
        )
        let slice = SourceSlice.text(
          ofPage: clean.sourceBytes[range.indices],
          encoding: encoding
        )
        // The first of two scalars that one reference stands for has the whole reference.
        if slice != quote, !slice.contains(quote) || quote.isEmpty {
          fail("run '\(slice)' for '\(quote)'")
        }
      }
    }
    var random = Randomness(seed: 7)
    for _ in 0..<spanCount {
      guard let block = clean.blocks.randomElement(using: &random) else { break }
      let start = Int.random(in: block.range.indices, using: &random)
      let stop = min(block.range.end, start + Int.random(in: 1...60, using: &random))
      let span = onCharacters(ByteRange(start, stop), clean)
      guard let source = offsets.source(of: span) else {
        fail("no source for \(span.start)..<\(span.end)")
        continue
      }
      let quote = SourceSlice.folded(clean.string(span))
      let slice = SourceSlice.text(ofPage: clean.sourceBytes[source.indices], encoding: encoding)
      if slice != quote { fail("span '\(slice)' for '\(quote)'") }
    }
    return result
  }

  private static func runs(of map: OffsetMap, in range: ByteRange) -> [OffsetMap.Run] {
    // Runs are in order of clean bytes.
    var low = 0
    var high = map.runs.count
    while low < high {
      let middle = (low + high) / 2
      let run = map.runs[middle]
      if Int(run.clean + run.cleanCount) <= range.start { low = middle + 1 } else { high = middle }
    }
    return Array(
      map.runs[low...].prefix { Int($0.clean) < range.end }
        .filter { Int($0.clean) >= range.start && Int($0.clean + $0.cleanCount) <= range.end }
    )
  }

  private static func onCharacters(_ span: ByteRange, _ clean: CleanText) -> ByteRange {
    var start = span.start
    var end = span.end
    while start > 0, clean.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < clean.bytes.count, clean.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return ByteRange(start, end)
  }
}
