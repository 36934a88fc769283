import AverModel
import Testing

@testable import AverCleaning

@Suite("Plain text")
struct PlainTextTests {
  @Test("line ends become line feeds, with their places")
  func lineEnds() throws {
    let clean = try SamplePages.clean(Array("One\r\ntwo\rthree\n".utf8), .plainText)
    #expect(clean.text == "One\ntwo\nthree\n")
    let rows: [(clean: ByteRange, source: ByteRange)] = [
      (ByteRange(0, 3), ByteRange(0, 3)), (ByteRange(3, 4), ByteRange(3, 5)),
      (ByteRange(4, 7), ByteRange(5, 8)), (ByteRange(7, 8), ByteRange(8, 9)),
      (ByteRange(8, 13), ByteRange(9, 14)), (ByteRange(0, 13), ByteRange(0, 14)),
    ]
    for row in rows { #expect(clean.offsets?.source(of: row.clean) == row.source) }
  }

  @Test("a text in another encoding keeps the places of the file")
  func encoding() throws {
    let bytes: [UInt8] = [0x43, 0x61, 0x66, 0xE9, 0x0D, 0x0A, 0x80, 0x35]
    let clean = try SamplePages.clean(bytes, .plainText, declaredEncoding: "windows-1252")
    #expect(clean.text == "Café\n€5")
    #expect(clean.offsets?.source(of: ByteRange(3, 5)) == ByteRange(3, 4))
    #expect(clean.offsets?.source(of: ByteRange(5, 6)) == ByteRange(4, 6))
    #expect(clean.offsets?.source(of: ByteRange(6, 10)) == ByteRange(6, 8))
  }

  @Test("an unchanged text is its own source")
  func identity() throws {
    let clean = try SamplePages.clean(Array("One two.".utf8), .plainText)
    #expect(clean.offsets == OffsetMap.identity(count: 8))
  }

  @Test("markup in plain text stays text")
  func markup() throws {
    let clean = try SamplePages.clean(Array("a <b>c</b> &amp; d".utf8), .plainText)
    #expect(clean.text == "a <b>c</b> &amp; d")
  }

  @Test(
    "finds blocks",
    arguments: [
      ("", []),
      (" \n\n \t\n", []),
      ("One.", [(.paragraph, "One.")]),
      ("  One. \n\n\n Two. ", [(.paragraph, "One."), (.paragraph, "Two.")]),
      (
        "Boat sold\n\nThe old boat was sold.",
        [(.title, "Boat sold"), (.paragraph, "The old boat was sold.")]
      ),
      (
        "The first paragraph stands on one line.\nThe second one stands on the next line.",
        [
          (.paragraph, "The first paragraph stands on one line."),
          (.paragraph, "The second one stands on the next line."),
        ]
      ),
      (
        "The company, which builds small boats in the north of\nthe country, said that it had sold one of its two yards\nto a rival.\n  It will keep the other one for at least as long as the\npresent owner lives.",
        [
          (
            .paragraph,
            "The company, which builds small boats in the north of\nthe country, said that it had sold one of its two yards\nto a rival."
          ),
          (
            .paragraph,
            "It will keep the other one for at least as long as the\npresent owner lives."
          ),
        ]
      ),
      (
        "Tarn Bank said it signed a\ndeal to buy two of its rivals in the north.\n  No price was given.",
        [
          (.paragraph, "Tarn Bank said it signed a\ndeal to buy two of its rivals in the north."),
          (.paragraph, "No price was given."),
        ]
      ),
      (
        "We need these:\n- a rope\n- an anchor\n2. a lamp",
        [
          (.paragraph, "We need these:"), (.listItem, "- a rope"), (.listItem, "- an anchor"),
          (.listItem, "2. a lamp"),
        ]
      ),
    ] as [(String, [(Block.Kind, String)])]
  )
  func blocks(text: String, blocks: [(Block.Kind, String)]) throws {
    for mediaType in [SourceDocument.MediaType.plainText, .recordText] {
      let clean = try SamplePages.clean(Array(text.utf8), mediaType)
      #expect(clean.blockTexts == blocks.map(\.1))
      #expect(clean.blocks.map(\.kind) == blocks.map(\.0))
    }
  }

  @Test("what the input says about a text is kept")
  func metadata() throws {
    let clean = try Cleaner.builtIn().clean(
      SourceDocument(
        identifier: "r",
        bytes: Array("Text.".utf8),
        mediaType: .recordText,
        address: "https://a.example/",
        title: "Title",
        date: "2024-03-05"
      )
    )
    #expect(clean.metadata.title == .init(value: "Title"))
    #expect(clean.metadata.published == .init(value: "2024-03-05"))
    #expect(clean.metadata.address == .init(value: "https://a.example/"))
    #expect(clean.identifier == "r")
  }
}
