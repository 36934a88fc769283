import AverModel
import Testing

@testable import AverCleaning

@Suite("Metadata")
struct MetadataTests {
  private func metadata(_ head: String, _ body: String = "<p>Text.</p>") throws -> DocumentMetadata
  {
    try SamplePages.clean("<html><head>\(head)</head><body>\(body)</body></html>").metadata
  }

  @Test("reads what a page says about itself, with its places")
  func article() throws {
    let clean = try SamplePages.clean(SamplePages.article)
    let rows: [(field: DocumentMetadata.Field?, value: String, source: String)] = [
      (clean.metadata.title, "Harbour firm buys two tugs", "Harbour firm buys two tugs"),
      (clean.metadata.author, "Ines Marlow", "Ines Marlow"),
      (clean.metadata.site, "The Quay Courier", "The Quay Courier"),
      (clean.metadata.published, "2024-03-05T08:30:00+01:00", "2024-03-05T08:30:00+01:00"),
      (clean.metadata.language, "en-GB", "en-GB"),
      (
        clean.metadata.address, "https://quaycourier.example/2024/03/harbour-tugs",
        "https://quaycourier.example/2024/03/harbour-tugs"
      ),
    ]
    for row in rows {
      let field = try #require(row.field)
      #expect(field.value == row.value)
      let source = try #require(field.source)
      #expect(String(decoding: clean.sourceBytes[source.indices], as: UTF8.self) == row.source)
    }
  }

  @Test(
    "the headline is the title without the site's name",
    arguments: [
      ("<title>Boats sold | The Courier</title>", "", "Boats sold | The Courier"),
      ("<title>Old boats are sold | The Courier</title>", "", "Old boats are sold"),
      (
        "<title>Boats sold - Courier</title><meta property=og:site_name content=Courier>", "",
        "Boats sold"
      ),
      (
        "<title>Courier: x</title><meta property=og:title content='Boats &amp; bread'>", "",
        "Boats & bread"
      ),
      (
        "<title>Boats are sold today</title>", "<h1>Courier</h1><h1>Boats are sold</h1>",
        "Boats are sold"
      ),
      ("", "<h1>Boats <b>are</b> sold</h1>", "Boats are sold"),
      (
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Caf\\u00e9 &amp; bar\"}</script>",
        "", "Café & bar"
      ),
    ]
  )
  func title(head: String, body: String, title: String) throws {
    #expect(try metadata(head, body).title?.value == title)
  }

  @Test(
    "the day of publication is read where it is certain",
    arguments: [
      (
        "<meta property=article:published_time content=2024-03-05T23:30:00-08:00>",
        "2024-03-05T23:30:00-08:00"
      ),
      ("<meta name=date content='2024/3/5'>", "2024-03-05"),
      ("<meta itemprop=datePublished content=20240305>", "2024-03-05"),
      ("<meta name=pubdate content='March 5, 2024'>", "2024-03-05"),
      ("<meta name=date content=2024-02-30>", nil),
      ("<meta name=date content='2 hours ago'>", nil),
      ("<meta name=date content=0001-01-01>", nil),
      ("<meta property=article:modified_time content=2024-03-05>", nil),
      ("<link rel=canonical href=https://a.example/2024/03/05/boats>", "2024-03-05"),
      ("<link rel=canonical href=https://a.example/2024/boats>", nil),
      (
        "<script type='application/ld+json'>[{\"@type\":\"ListItem\",\"item\":{\"@type\":\"NewsArticle\",\"datePublished\":\"2020-01-01\"}},{\"@graph\":[{\"@type\":[\"Article\"],\"dateModified\":\"2024-04-01\",\"datePublished\":\"2024-03-05T10:00Z\",}]}]</script>",
        "2024-03-05T10:00:00Z"
      ),
    ] as [(String, String?)]
  )
  func published(head: String, date: String?) throws {
    #expect(try metadata(head).published?.value == date)
  }

  @Test(
    "times of the text are read where the head says nothing",
    arguments: [
      ("<time datetime=2024-03-05>Tuesday</time>", "2024-03-05"),
      ("<time>5 March 2024</time>", "2024-03-05"),
      ("<time>5. März 2024</time>", "2024-03-05"),
      (
        "<time class=updated datetime=2024-04-01>x</time><time datetime=2024-03-05>y</time>",
        "2024-03-05"
      ),
      ("<span itemprop=datePublished>05.03.2024</span>", "2024-03-05"),
      ("<nav><time datetime=2024-03-05>x</time></nav>", nil), ("<time>03/05/2024</time>", nil),
      ("<footer>&copy; 2024</footer>", nil),
    ] as [(String, String?)]
  )
  func times(body: String, date: String?) throws {
    #expect(try metadata("", body).published?.value == date)
  }

  @Test(
    "authors are names",
    arguments: [
      ("<meta name=author content='By Ann Lee'>", "Ann Lee"),
      ("<meta name=author content='https://a.example/ann'>", nil),
      ("<meta name=author content=Courier><meta property=og:site_name content=Courier>", nil),
      (
        "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":\"Ann Lee\"}</script>",
        "Ann Lee"
      ),
      (
        "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[{\"name\":\"Ann Lee\"},{\"name\":\"Bo Ek\"}]}</script>",
        "Ann Lee, Bo Ek"
      ),
      (
        "<script type=application/ld+json>[{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"}},{\"@id\":\"#a\",\"name\":\"Ann Lee\"}]</script>",
        "Ann Lee"
      ),
    ] as [(String, String?)]
  )
  func author(head: String, author: String?) throws {
    #expect(try metadata(head).author?.value == author)
  }

  @Test(
    "28: bylines are read as names",
    arguments: [
      ("By Ann Lee and Bo Ek", "Ann Lee, Bo Ek"),
      ("Von Ann Lee, Bo Ek und Cy Ray", "Ann Lee, Bo Ek, Cy Ray"),
      ("By Ann Lee, Chief Reporter", "Ann Lee"), ("By Ann Lee | 5 March 2024", "Ann Lee"),
      ("By ann@courier.example", nil), ("By The Courier", nil), ("By staff", nil),
      ("Par Ann Lee", "Ann Lee"), ("By Ann van der Lee", "Ann van der Lee"),
    ] as [(String, String?)]
  )
  func byline(text: String, author: String?) throws {
    let paragraph =
      "<p>The boats were sold on Tuesday to a firm from across the water, its owner said.</p>"
    let found = try metadata(
      "<title>Boats are sold</title><meta property=og:site_name content='The Courier'>",
      "<article><h1>Boats are sold</h1><p class=byline>\(text)</p>"
        + String(repeating: paragraph, count: 3) + "</article>"
    )
    #expect(found.author?.value == author)
  }

  @Test("what the input says outranks the page")
  func input() throws {
    let clean = try Cleaner.builtIn().clean(
      SourceDocument(
        identifier: "d",
        bytes: Array(SamplePages.article.utf8),
        mediaType: .html,
        address: "https://b.example/",
        title: "Other",
        date: "2020-01-01"
      )
    )
    #expect(clean.metadata.title == .init(value: "Other"))
    #expect(clean.metadata.published == .init(value: "2020-01-01"))
    #expect(clean.metadata.address == .init(value: "https://b.example/"))
  }

  @Test(
    "rubbish in scripts is survived",
    arguments: [
      "", "{", "[[[[", "}}}", "\"", "{\"a\"", "{\"@type\":", "{\"a\":\"\\u", "<!-- {} -->", "nul",
      "{\"a\":\"\\ud83d\"}",
    ]
  )
  func rubbish(json: String) throws {
    let found = try metadata(
      "<script type=application/ld+json>\(json)</script><title>Boats sold</title>"
    )
    #expect(found.title?.value == "Boats sold")
  }
}
