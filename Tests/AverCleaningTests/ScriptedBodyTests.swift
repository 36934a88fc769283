import AverModel
import Testing

@testable import AverCleaning

/// Pages that show nothing until a program has run: their text is in the program's data.
@Suite("Text in a program's data")
struct ScriptedBodyTests {
  private static let texts = [
    "The night ferry to Holm will not sail this winter, its owner said on Monday, for want of crew.",
    "Of the forty sailors it needs, the line has found twenty-six, and the strait asks for them all.",
    "Short of one.",
    "Islanders will have to take the morning boat instead, which is slower but has a canteen again.",
    "It leaves the old quay at six, calls at both of the skerries, and is at the mainland by noon if the wind is fair.",
    "Whoever has to be on the first train of the day will need a room for the night, and there are few of those.",
    "The mayor called it a hard blow, and said he would write to the minister before the week is out.",
  ]
  private static let other =
    "A bakery on Ropewalk has won a prize for its rye bread, and cannot bake enough of it any more now."

  private static func strings(_ key: String) -> String {
    texts.map { "{\"type\":\"p\",\"\(key)\":\"\($0)\"}" }.joined(separator: ",")
  }

  private static func state(_ body: String) -> String {
    "{\"props\":{\"pageProps\":{\"site\":{\"name\":\"Quay Courier\",\"menu\":[{\"title\":\"Home\"},"
      + "{\"title\":\"Sport\"}]},\"article\":{\"title\":\"No ferry this winter\",\"body\":\(body),"
      + "\"related\":[{\"teaser\":\"\(other)\"},{\"teaser\":\"\(other)\"}]}}},\"page\":\"/[slug]\","
      + "\"assets\":\"\(String(repeating: "a/b/c.js,", count: 100))\"}"
  }

  private func page(_ script: String, shown: String = "<div id=root></div>") -> String {
    "<html><head><title>No ferry</title></head><body>\(shown)\(script)</body></html>"
  }

  @Test(
    "is read in order, with its places",
    arguments: [
      "<script id=__NEXT_DATA__ type=application/json>\(state("[\(strings("text"))]"))</script>",
      "<script>window.__STATE__ = \(state("{\"blocks\":[\(strings("value"))]}"));</script>",
      "<script type=application/json>\(state("\"<p>\(texts.joined(separator: "</p><p>"))</p>\""))</script>",
      "<script>var a = 1;</script><script type=application/json>"
        + state("\"\(texts.joined(separator: "\\n\\n"))\"") + "</script>",
    ]
  )
  func text(script: String) throws {
    let clean = try SamplePages.clean(page(script))
    #expect(clean.blockTexts == Self.texts)
    for block in clean.blocks {
      let source = try #require(clean.offsets?.source(of: block.range))
      #expect(
        String(decoding: clean.sourceBytes[source.indices], as: UTF8.self)
          == clean.string(block.range)
      )
    }
  }

  @Test("joins the pieces of a paragraph, and reads escapes")
  func pieces() throws {
    let long = Self.texts.map { text in
      "{\"content\":[{\"value\":\"\(text) He said \\u201c\"},{\"value\":\"caf\\u00e9\",\"marks\":[]},"
        + "{\"value\":\"\\u201d.\"}]}"
    }
    let script = Self.state("{\"content\":[\(long.joined(separator: ","))]}")
    let clean = try SamplePages.clean(page("<script type=application/json>\(script)</script>"))
    #expect(clean.blockTexts == Self.texts.map { "\($0) He said “café”." })
  }

  @Test("is not asked for where the page shows an article")
  func shown() throws {
    let shown = Array(repeating: "<p>\(Self.other)</p>", count: 3).joined()
    let script = "<script type=application/json>\(Self.state("[\(Self.strings("text"))]"))</script>"
    let clean = try SamplePages.clean(page(script, shown: "<article>\(shown)</article>"))
    #expect(clean.blockTexts.allSatisfy { $0 == Self.other })
    #expect(!clean.blocks.isEmpty)
  }

  @Test(
    "programs and settings are no text",
    arguments: [
      "<script>var a = \"\(texts.joined())\"; function b() { return a }</script>",
      "<script type=application/json>{\"a\":\"\(String(repeating: "x=1;y={2}; ", count: 200))\"}</script>",
      "<script type=application/json>{\"newsletter\":\"\(texts.joined(separator: " "))\"}</script>",
      "<script type=application/json>\(String(repeating: "[", count: 5000))</script>",
    ]
  )
  func none(script: String) throws {
    #expect(try SamplePages.clean(page(script)).blocks.isEmpty)
  }

  @Test("the explanation says where the text is from")
  func explanation() throws {
    let script = "<script type=application/json>\(Self.state("[\(Self.strings("text"))]"))</script>"
    let document = SourceDocument(
      identifier: "d",
      bytes: Array(page(script).utf8),
      mediaType: .html
    )
    let explanation = try #require(try Cleaner.builtIn().explain(document))
    #expect(explanation.stage.contains("data"))
    #expect(explanation.lines.map(\.verdict) == Self.texts.map { _ in .recorded })
  }
}
