import AverTokenization
import Testing

@Suite("Unicode segmenter")
struct UnicodeSegmenterTests {
  @Test(
    "gives byte offsets of word ends",
    arguments: [
      ("", []),
      ("Net é", [3, 4, 6]),
      ("北京 👩🏽‍🚀", [6, 7, 22]),
      ("𝒜b c", [5, 6, 7]),
    ] as [(String, [Int])]
  )
  func wordEnds(text: String, expected: [Int]) throws {
    let bytes = Array(text.utf8)
    let segmenter = try UnicodeSegmenter()
    #expect(segmenter.wordEnds(in: bytes.span, bytes.indices) == expected)
  }

  @Test("counts a range's offsets from the start of the text and takes line breaks for spaces")
  func sentenceEnds() throws {
    let bytes = Array("xx It rose\nfast. It fell.".utf8)
    let segmenter = try UnicodeSegmenter()
    #expect(segmenter.sentenceEnds(in: bytes.span, 3..<bytes.count) == [17, 25])
  }
}
