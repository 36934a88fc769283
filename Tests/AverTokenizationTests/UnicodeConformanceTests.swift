import AverModel
import AverTestSupport
import AverTokenization
import Foundation
import Testing

/// Unicode's own tests of UAX #29, with what Aver does on purpose otherwise left out.
@Suite("Unicode's conformance tests")
struct UnicodeConformanceTests {
  /// A case: characters, and the indices before which Unicode draws a boundary, both ends included.
  private struct Case {
    let characters: [UInt32]
    let boundaries: Set<Int>

    var text: String {
      String(String.UnicodeScalarView(characters.compactMap { Unicode.Scalar($0) }))
    }

    /// The byte at which each character begins, and the end.
    var offsets: [Int] {
      characters.reduce(into: [0]) { result, character in
        let size = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x1_0000 ? 3 : 4
        result.append((result.last ?? 0) + size)
      }
    }

    func has(_ characters: ClosedRange<UInt32>) -> Bool {
      self.characters.contains { characters.contains($0) }
    }

    func has(_ characters: Set<UInt32>) -> Bool {
      self.characters.contains { characters.contains($0) }
    }

    init(_ line: Substring) {
      var characters: [UInt32] = []
      var boundaries: Set<Int> = []
      for field in line.split(separator: " ") {
        if field == "÷" {
          boundaries.insert(characters.count)
        } else if let character = UInt32(field, radix: 16) {
          characters.append(character)
        }
      }
      self.characters = characters
      self.boundaries = boundaries
    }
  }

  private static func cases(_ name: String) throws -> [Case] {
    let path = RepositoryLayout.root + "/Tests/Fixtures/unicode/\(name).txt"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("÷") }.map(Case.init)
  }

  /// Line and paragraph separators, which the cleaner leaves in no block but as a space.
  private static let separators: Set<UInt32> = [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029]

  @Test("ICU draws Unicode's word boundaries, but at a colon between letters in ICU 72")
  func words() throws {
    let segmenter = try UnicodeSegmenter()
    let cases = try Self.cases("WordBreakTest").filter {
      !$0.has([0x3A]) && !$0.has(Self.separators)
    }
    #expect(cases.count > 1_000)
    for row in cases {
      let bytes = Array(row.text.utf8)
      let expected = row.boundaries.subtracting([0]).map { row.offsets[$0] }.sorted()
      #expect(segmenter.wordEnds(in: bytes.span, bytes.indices) == expected, "\(row.characters)")
    }
  }

  @Test("ICU draws Unicode's sentence boundaries within a line")
  func sentences() throws {
    let segmenter = try UnicodeSegmenter()
    let cases = try Self.cases("SentenceBreakTest").filter { !$0.has(Self.separators) }
    #expect(cases.count > 300)
    for row in cases {
      let bytes = Array(row.text.utf8)
      let expected = row.boundaries.subtracting([0]).map { row.offsets[$0] }.sorted()
      #expect(
        segmenter.sentenceEnds(in: bytes.span, bytes.indices) == expected,
        "\(row.characters)"
      )
    }
  }

  @Test("no token ends where Unicode keeps letters, digits, marks and emoji together")
  func tokensKeepTogether() throws {
    // Aver cuts clitics (`it's`), scales (`3bn`), handles and ranges on purpose, and at every space, so
    // cases with spaces, digits, ASCII marks and controls are not asked.
    let cases = try Self.cases("WordBreakTest").filter {
      !$0.has(0x00...0x40) && !$0.has([0x5F]) && !$0.has(Self.separators)
    }
    #expect(cases.count > 150)
    for row in cases {
      let text = try TokenizationFixture.tokenize(row.text)
      let cuts = Set(text.tokens.flatMap { [$0.start, $0.end] })
      let allowed = Set(row.boundaries.map { row.offsets[$0] })
      #expect(cuts.isSubset(of: allowed), "\(row.characters)")
    }
  }
}
