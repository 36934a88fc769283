import Testing

@testable import AverCleaning

@Suite("Folded text")
struct FoldedTextTests {
  /// Bytes that need no decoding take a way of their own.
  static let plain = [
    "", " ", "a", "  a \t b\r\n c ", "A-1 b2, C's", "x\u{0}y\u{1F}z \u{7F}", "3.5% (up)", "a\u{C}b",
  ]

  @Test("plain bytes are read like those of any text", arguments: plain)
  func value(text: String) {
    let own = FoldedText.value(of: Array(text.utf8))
    let other = FoldedText.value(of: Array((text + " é").utf8))
    #expect(other == (own.isEmpty ? "é" : own + " é"))
  }

  @Test("words of plain bytes are those of any text", arguments: plain)
  func words(text: String) {
    #expect(FoldedText.words(text) + ["é"] == FoldedText.words(text + " é"))
  }
}
