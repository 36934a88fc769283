import AverModel
import Testing

@testable import AverCleaning

/// A page that could be made to hurt, and the texts that must come through.
struct HostilePage: CustomTestStringConvertible {
  let testDescription: String
  let page: String
  var texts = [
    "Before the storm all was well.", "In the middle it was loud.", "After it came the calm.",
  ]
  var codes: [String] = []

  private static func around(_ open: String, _ close: String, _ count: Int) -> String {
    "<p>Before the storm all was well.</p>" + String(repeating: open, count: count)
      + "<p>In the middle it was loud.</p>" + String(repeating: close, count: count)
      + "<p>After it came the calm.</p>"
  }

  private static func with(_ middle: String) -> String {
    "<p>Before the storm all was well.</p><p>In the middle it was loud.</p>\(middle)"
      + "<p>After it came the calm.</p>"
  }

  private static func many(_ text: String, _ bytes: Int = 500_000) -> String {
    String(repeating: text, count: bytes / text.utf8.count)
  }

  static let all: [HostilePage] = [
    HostilePage(testDescription: "300 nested div", page: around("<div>", "</div>", 300)),
    HostilePage(testDescription: "30,000 nested div", page: around("<div>", "</div>", 30_000)),
    HostilePage(testDescription: "30,000 nested b", page: around("<b>", "</b>", 30_000)),
    HostilePage(
      testDescription: "30,000 nested tables",
      page: around("<table><tr><td>", "</td></tr></table>", 30_000)
    ),
    HostilePage(
      testDescription: "30,000 nested lists",
      page: around("<ul><li>", "</li></ul>", 30_000)
    ),
    HostilePage(testDescription: "30,000 unclosed div", page: around("<div>", "", 30_000)),
    HostilePage(
      testDescription: "62,500 attributes",
      page: with("<div " + (0..<62_500).map { "a\($0)=b" }.joined(separator: " ") + "></div>"),
      codes: ["attributes-capped"]
    ),
    HostilePage(testDescription: "stray end tags", page: with(many("</div>"))),
    HostilePage(
      testDescription: "end tags below open elements",
      page: with(String(repeating: "<i>", count: 40_000) + String(repeating: "</u>", count: 40_000))
    ),
    HostilePage(
      testDescription: "font and p",
      page: with(String(repeating: "<font>y</p>", count: 40_000))
    ),
    HostilePage(
      testDescription: "p and a",
      page: with(many("<p><a>")),
      texts: ["Before the storm all was well.", "In the middle it was loud."]
    ),
    HostilePage(
      testDescription: "select",
      page: with(
        String(repeating: "<select>", count: 50_000) + String(repeating: "</select>", count: 50_000)
      )
    ),
    HostilePage(
      testDescription: "script in front",
      page: "<script>" + many("<<a b", 12_000_000) + "</script>" + with("")
    ),
    HostilePage(
      testDescription: "image in front",
      page: "<img src=\"data:" + many("QUJD", 12_000_000) + "\">" + with("")
    ),
    HostilePage(testDescription: "comments", page: with(many("<!-- x -->"))),
    HostilePage(testDescription: "an open quote", page: with("<a title=\"never closed>link</a>")),
    HostilePage(testDescription: "an open comment", page: with("<!-- never closed>")),
    HostilePage(
      testDescription: "external entities",
      page: "<!DOCTYPE html SYSTEM \"http://127.0.0.1:9/x.dtd\">"
        + "<base href=\"http://127.0.0.1:9/\">" + with("")
    ),
    HostilePage(testDescription: "two bodies", page: "<body>" + with("<body>") + "</body></html>"),
    HostilePage(
      testDescription: "article behind the end",
      page: "<html><body></body></html>" + with("")
    ),
  ]
}

@Suite("Hostile pages")
struct HostilePageTests {
  @Test("the text comes through", arguments: HostilePage.all)
  func texts(page: HostilePage) throws {
    let clean = try SamplePages.clean(page.page)
    for text in page.texts { #expect(clean.text.contains(text)) }
    #expect(clean.codes == page.codes)
    #expect(clean.offsets?.cleanCount == clean.bytes.count)
  }

  @Test(
    "bytes without any article are cleaned all the same",
    arguments: [
      "", " ", "<", "&", "<!--", "<!-- x", "<script>", "<a", "<a b", "<a b=", "<a b='", "</", "<?",
      "<!",
      "\u{0}", "<html></html>", "<frameset><frame src=x></frameset>", "%PDF-1.7", "{\"a\": 1}",
    ]
  )
  func nothing(page: String) throws {
    let clean = try SamplePages.clean(page)
    #expect(clean.blocks.allSatisfy { !$0.range.isEmpty })
    #expect(clean.offsets?.cleanCount == clean.bytes.count)
  }

  @Test(
    "endless repetition is read in one go",
    arguments: [
      "<", "<!--", "&xyzzy", "<a b=\"", "<a b='", "<![", "<?", "&#1;", "<p>", "\u{0}", "<svg>",
      "<textarea>",
    ]
  )
  func repetition(unit: String) throws {
    let page = SamplePages.page(String(repeating: unit, count: 500_000 / unit.utf8.count))
    let clean = try SamplePages.clean(page)
    #expect(clean.offsets?.cleanCount == clean.bytes.count)
    #expect(!clean.codes.contains("offset-unverified"))
  }

  @Test("entities of a document type are text, not expanded")
  func entities() throws {
    let clean = try SamplePages.clean(
      "<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><p>The value of &a; is not known.</p>"
    )
    #expect(clean.text.hasSuffix("The value of &a; is not known."))
  }

  @Test("a text of 12 MB is kept whole")
  func longText() throws {
    let sentence = "All work and no play makes a dull page. "
    let page = SamplePages.page("<p>" + String(repeating: sentence, count: 300_000) + "</p>")
    let clean = try SamplePages.clean(page)
    #expect(clean.bytes.count == sentence.utf8.count * 300_000 - 1)
    #expect(clean.blocks.count == 1)
  }

  @Test("random changes of a page neither crash nor break its offsets", arguments: 0..<40)
  func mutations(seed: Int) throws {
    var random = OffsetProperties.Randomness(seed: UInt64(seed))
    var bytes = Array(SamplePages.article.utf8)
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(Array("<>&;\"'/!-=".utf8)[place % 10], at: place)
      default: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
      }
    }
    let clean = try SamplePages.clean(bytes)
    #expect(String(validating: clean.bytes, as: UTF8.self) != nil)
    #expect(clean.offsets?.cleanCount == clean.bytes.count)
    #expect(!clean.codes.contains("offset-unverified"))
    for run in clean.offsets?.runs ?? [] {
      #expect(0 <= run.source && run.source <= run.sourceEnd && Int(run.sourceEnd) <= bytes.count)
    }
  }

  @Test("several tasks may clean at once with one cleaner")
  func concurrency() async throws {
    let cleaner = try Cleaner.builtIn()
    let document = SourceDocument(
      identifier: "d",
      bytes: Array(SamplePages.article.utf8),
      mediaType: .html
    )
    let expected = try cleaner.clean(document).bytes
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask { (try? cleaner.clean(document).bytes) == expected }
      }
      for await isEqual in group { #expect(isEqual) }
    }
  }
}
