import AverModel
import Testing

@testable import AverCleaning

/// Pages on which it is hard to tell the article from all else.
@Suite("Nasty content")
struct NastyContentTests {
  private static let texts = [
    "The last flour mill on the Sarn will be turned into forty flats, its owner said on Tuesday.",
    "Grain has been ground there since 1781, and the wheel still turns when the sluice is opened.",
    "Neighbours fear for the swifts that nest under the roof, and have asked the court to step in.",
    "Work is to begin in spring, once the last of the machines has gone to the museum in Torvik.",
  ]
  private static let article = texts.map { "<p>\($0)</p>" }.joined()
  private static let others = [
    "A bakery on Ropewalk has won a prize for its rye bread, and cannot bake enough of it now.",
    "The lighthouse at Nessa is open to visitors again after two years of repairs to its stairs.",
    "Trains to the coast will run every half hour from May, the railway has promised once more.",
    "Two boys found a bicycle from 1911 in the mud of the harbour, and it can still be ridden.",
    "The choir of St. Brannoc sang for the last time in its old hall, which is to be torn down.",
    "Nobody knows who paints the benches on the promenade blue, and nobody wants to find out.",
  ]

  private func page(_ body: String, head: String = "<title>Mill to become flats</title>") -> String
  {
    "<html><head>\(head)</head><body>\(body)</body></html>"
  }

  private func blocks(_ body: String) throws -> [String] {
    try SamplePages.clean(page(body)).blockTexts
  }

  // MARK: 17, 18: Text elsewhere

  @Test(
    "17: a body that is only in the page's data is read there, with its places",
    arguments: [
      "{\"@type\":\"NewsArticle\",\"headline\":\"M\",\"articleBody\":\"BODY\"}",
      "{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"Article\"],\"articleBody\":\"BODY\",},]}",
      "[{\"@type\":\"ListItem\",\"item\":{\"@type\":\"Article\",\"articleBody\":\"No.\"}},"
        + "{\"@type\":\"Article\",\"articleBody\":\"BODY\"}]",
    ]
  )
  func recorded(json: String) throws {
    let body =
      Self.texts[0] + "\\n\\n" + Self.texts[1] + "\n" + Self.texts[2]
      + "\\u003cp\\u003e<p>It\\u2019s &amp; was \\\"so\\\".</p>" + Self.texts[3]
    let script = json.replacing("BODY", with: body)
    let clean = try SamplePages.clean(
      page("<div id=app></div>", head: "<script type='application/ld+json'>\(script)</script>")
    )
    #expect(
      clean.blockTexts == [
        Self.texts[0], Self.texts[1], Self.texts[2] + "<p>", "It’s & was \"so\".", Self.texts[3],
      ]
    )
    for (block, text) in zip(clean.blocks, clean.blockTexts) where Self.texts.contains(text) {
      let source = try #require(clean.offsets?.source(of: block.range))
      #expect(String(decoding: clean.sourceBytes[source.indices], as: UTF8.self) == text)
    }
  }

  @Test("18: a paywall leaves its stub, without the offer")
  func stub() throws {
    let offer =
      "<div class='subscription-offer'><h2>Read on</h2><p>Twelve weeks for one pound a week, cancel "
      + "at any time you like, and read all of the Courier.</p></div>"
    let data =
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"isAccessibleForFree\":false}</script>"
    let stub = Self.texts.prefix(2).map { "<p>\($0)</p>" }.joined()
    #expect(
      try SamplePages.clean(page("<article>\(stub)\(offer)</article>", head: data)).blockTexts
        == Array(Self.texts.prefix(2))
    )
    #expect(try blocks("<article><div class=paywall>\(Self.article)</div></article>") == Self.texts)
  }

  // MARK: 19, 20, 21: Which element

  @Test("19: a cookie notice longer than the article is not taken for it")
  func cookieWall() throws {
    let wall = String(repeating: "<p>\(Self.others.joined(separator: " "))</p>", count: 4)
    let text = try blocks(
      "<div class=cookie-notice>\(wall)</div><article>\(Self.article)</article>"
    )
    #expect(text == Self.texts)
    let short = Self.texts.prefix(3).map { "<p>\($0)</p>" }.joined()
    #expect(
      try blocks("<div id=cookie-consent>\(wall)</div><div>\(short)</div>")
        == Array(Self.texts.prefix(3))
    )
  }

  @Test(
    "20: an article is found in elements and under names that mean something else",
    arguments: [
      ("<aside>", "</aside>"), ("<form action=x>", "</form>"), ("<noscript>", "</noscript>"),
      ("<template>", "</template>"), ("<div class=sidebar-layout>", "</div>"),
      ("<div class=has-comments>", "</div>"), ("<div class=page-with-nav>", "</div>"),
      ("<div class=header-content>", "</div>"), ("<div class=no-ads>", "</div>"),
      ("<div class=shared-content>", "</div>"), ("<div style='display:none'>", "</div>"),
      ("<div class='post type-post hentry category-video tag-newsletter'>", "</div>"),
      ("<div class='elementor-widget elementor-widget-text'>", "</div>"),
    ]
  )
  func frames(open: String, close: String) throws {
    #expect(try blocks(open + Self.article + close) == Self.texts)
  }

  @Test("21: the first of several articles counts, even if the next is longer")
  func infiniteScroll() throws {
    let next = Self.others.map { "<p>\($0)</p>" }.joined()
    let text = try blocks(
      "<article><h1>Mill to become flats</h1>\(Self.article)</article><article><h1>Other news</h1>"
        + next + next + "</article>"
    )
    #expect(text == Self.texts)
  }

  @Test("21: teasers before the article are not it")
  func teasers() throws {
    let teaser = Self.others.map { "<article><h3>News</h3><p>\($0)</p></article>" }.joined()
    let text = try blocks(
      teaser + "<article><h1>Mill to become flats</h1>\(Self.article)</article>"
    )
    #expect(text == Self.texts)
  }

  @Test("21: all entries of a live blog are the article")
  func liveBlog() throws {
    let entries = (Self.texts + Self.others).map { "<article><p>\($0)</p></article>" }.joined()
    let head = "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\"}</script>"
    let clean = try SamplePages.clean(page("<div><div>\(entries)</div></div>", head: head))
    #expect(clean.blockTexts == Self.texts + Self.others)
  }

  @Test("21: a body that advertisements split is put together")
  func splitBody() throws {
    let halves = [Self.texts.prefix(2), Self.texts.suffix(2)].map { half in
      "<div class=body-part>" + half.map { "<p>\($0)</p>" }.joined() + "</div>"
    }
    let ad = "<div class=ad-slot><p>\(Self.others[0])</p></div>"
    #expect(try blocks("<main>\(halves[0])\(ad)\(halves[1])</main>") == Self.texts)
  }

  // MARK: 22 to 25: Which lines

  @Test("22: copies and sentences set off are taken once")
  func repetitions() throws {
    let copy = "<div>\(Self.article)</div><div>\(Self.article)</div>"
    #expect(try blocks("<main>\(copy)</main>") == Self.texts)
    let quote = "<blockquote>the wheel still turns when the sluice is opened</blockquote>"
    #expect(try blocks("<article>\(Self.article)\(quote)</article>") == Self.texts)
    #expect(
      try blocks(
        "<article><h1>Mill to become flats</h1><p>Mill to become flats</p>\(Self.article)</article>"
      )
        == Self.texts
    )
  }

  @Test(
    "23: lines that lead elsewhere are left out, in many languages",
    arguments: [
      "<p><a href=/x>A bakery has won a prize</a></p>", "<p>Read more: <a href=/x>Bread</a></p>",
      "<p>Lesen Sie auch: <a href=/x>Brot</a></p>", "<p>À lire aussi : <a href=/x>Pain</a></p>",
      "<p>Te puede interesar: <a href=/x>Pan</a></p>", "<p>Leggi anche: <a href=/x>Pane</a></p>",
      "<p>Leia também: <a href=/x>Pão</a></p>", "<p>Lees ook: <a href=/x>Brood</a></p>",
      "<p>Czytaj też: <a href=/x>Chleb</a></p>", "<p>Läs också: <a href=/x>Bröd</a></p>",
      "<p>Читайте также: <a href=/x>Хлеб</a></p>", "<p>Sign up for our weekly letter</p>",
      "<h3>Read more:</h3><ul><li><a href=/a>A bakery</a></li><li><a href=/b>A ferry</a></li></ul>",
    ]
  )
  func teaserLines(line: String) throws {
    let middle = Self.texts.prefix(2).map { "<p>\($0)</p>" }.joined()
    let rest = Self.texts.suffix(2).map { "<p>\($0)</p>" }.joined()
    #expect(try blocks("<article>\(middle)\(line)\(rest)</article>") == Self.texts)
  }

  @Test("23: a list of sources elsewhere stays, one of pages of the site goes")
  func linkLists() throws {
    func list(_ start: String) -> String {
      "<h3>Links</h3><ul><li><a href='\(start)/a'>The owner’s plans</a></li>"
        + "<li><a href='\(start)/b'>The ruling of the court</a></li></ul>"
    }
    let own = try blocks("<article>\(Self.article)\(list("/news"))</article>")
    #expect(own == Self.texts)
    let other = try blocks("<article>\(Self.article)\(list("https://court.example"))</article>")
    #expect(other == Self.texts + ["Links", "The owner’s plans", "The ruling of the court"])
  }

  @Test(
    "24, 25: what is hidden, a caption or a picture's text is no part of it",
    arguments: [
      "<p hidden>Hidden.</p>", "<p aria-hidden=true>Hidden.</p>",
      "<p style='display: none'>Hidden.</p>",
      "<p>\(texts[1])<span class=sr-only>opens anew</span></p>",
      "<p>\(texts[1])<span class=tooltip>A mill is a house</span></p>",
      "<p>\(texts[1])<figure><img alt='A mill'><figcaption>The mill</figcaption></figure></p>",
      "<p class=caption>The mill. Photo: A. Brandt</p>", "<div class=photo-credit>A. Brandt</div>",
      "<img alt='A mill by the river'>",
    ]
  )
  func hidden(markup: String) throws {
    let rest = Self.texts.map { "<p>\($0)</p>" }
    let body =
      markup.contains(Self.texts[1])
      ? rest[0] + markup + rest[2] + rest[3] : rest[0] + markup + rest[1] + rest[2] + rest[3]
    #expect(try blocks("<article>\(body)</article>") == Self.texts)
  }

  @Test("25: a message set in as a quotation keeps its words")
  func message() throws {
    let tweet =
      "<blockquote class=twitter-tweet><p>The swifts are back.</p>— A. Brandt (@abrandt) "
      + "<a href=x>May 3, 2025</a></blockquote>"
    let text = try blocks("<article>\(Self.article)\(tweet)\(Self.article)</article>")
    #expect(text.contains("The swifts are back."))
    #expect(text.contains("— A. Brandt (@abrandt) May 3, 2025"))
  }

  @Test(
    "26: scripts without spaces and from right to left are read alike",
    arguments: [
      "市議会は火曜日、川沿いに残る最後の水車小屋を四十戸の住宅に改装する計画を承認した。工事は春に始まる予定だと、所有者は話している。",
      "سيتحول آخر مطحنة دقيق على نهر سارن إلى أربعين شقة، كما قال مالكها يوم الثلاثاء، وستبدأ الأعمال في الربيع بعد نقل الآلات.",
      "โรงสีแป้งแห่งสุดท้ายริมแม่น้ำจะถูกดัดแปลงเป็นห้องชุดสี่สิบห้อง เจ้าของกล่าวเมื่อวันอังคาร งานจะเริ่มในฤดูใบไม้ผลิ",
    ]
  )
  func scripts(text: String) throws {
    let nav = "<div><a href=/a>一</a> <a href=/b>二</a> <a href=/c>三</a></div>"
    #expect(try blocks(nav + "<div><p>\(text)</p><p>\(text)</p></div>") == [text, text])
  }

  // MARK: 29: No article

  @Test(
    "29: what is no page is said to be none, or kept as text",
    arguments: [
      ("", "", []), ("Just a line of text.", "Just a line of text.", []),
      ("{\"a\": 1}", "{\"a\": 1}", []),
      ("%PDF-1.7 \u{1}\u{2}", "", ["not-text"]), ("PK\u{3}\u{4}abc", "", ["not-text"]),
      ("<html><head><meta http-equiv=refresh content='0;url=x'></head></html>", "", []),
      (
        "<html><title>404</title><body><h1>Not found</h1><p>There is no such page.</p></body></html>",
        "Not found\n\nThere is no such page.", []
      ),
      ("<html><frameset><frame src=a><frame src=b></frameset></html>", "", []),
    ] as [(String, String, [String])]
  )
  func noArticle(input: String, text: String, codes: [String]) throws {
    let clean = try SamplePages.clean(Array(input.utf8), .unknown)
    #expect(clean.text == text)
    #expect(clean.codes == codes)
  }

  @Test("29: compressed bytes that were never unpacked are no text")
  func compressed() throws {
    let clean = try SamplePages.clean([0x1F, 0x8B, 0x08, 0x00, 0x41, 0x42])
    #expect(clean.text == "")
    #expect(clean.codes == ["not-text"])
  }
}
