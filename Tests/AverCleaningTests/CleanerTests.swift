import AverModel
import Testing

@testable import AverCleaning

@Suite("Cleaner")
struct CleanerTests {
  private static let lead =
    "The ferry company said on Monday that it would add a second evening boat in June, a month "
    + "earlier than planned, because so many people had asked for one."

  /// An article of a few hundred characters around a piece of markup.
  private func article(_ middle: String) -> String {
    SamplePages.page(
      "<article><p>\(Self.lead)</p><p>\(Self.lead)</p>\(middle)<p>\(Self.lead)</p></article>"
    )
  }

  /// The blocks that the piece of markup yields.
  private func blocks(_ middle: String) throws -> [String] {
    let clean = try SamplePages.clean(article(middle))
    return clean.blockTexts.filter { $0 != Self.lead }
  }

  @Test("finds an article and its blocks among all that surrounds it")
  func article() throws {
    let clean = try SamplePages.clean(SamplePages.article)
    #expect(clean.blockTexts == SamplePages.articleText)
    #expect(clean.text == SamplePages.articleText.joined(separator: "\n\n"))
    #expect(
      clean.blocks.map(\.kind) == [
        .paragraph, .paragraph, .heading, .paragraph, .listItem, .listItem, .quotation,
      ]
    )
    #expect(clean.diagnostics == [])
  }

  @Test(
    "keeps what belongs to an article",
    arguments: [
      ("<p>Short words.</p>", ["Short words."]),
      (
        "<p><span>N</span>o one, the 10<sup>th</sup> <a href=x>Reuters</a>’s</p>",
        ["No one, the 10th Reuters’s"]
      ),
      ("<p>one<br>two<br><br>three</p>", ["one\ntwo", "three"]),
      ("<p>$<b>4.2</b> billion on <time>Oct. 3</time>, 2025</p>", ["$4.2 billion on Oct. 3, 2025"]),
      ("<h2 id=related>Related parties</h2>", ["Related parties"]),
      ("<p id=comments>He had no comment.</p>", ["He had no comment."]),
      ("<div class=paywall><p>Paid words.</p></div>", ["Paid words."]),
      ("<div class='md:hidden field--label-hidden'><p>Shown.</p></div>", ["Shown."]),
      ("<div class=has-comments><p>Kept words.</p></div>", ["Kept words."]),
      ("<div class=no-ads><p>Kept words.</p></div>", ["Kept words."]),
      ("<p>A <a class=crosslink href=x>named</a> word.</p>", ["A named word."]),
      ("<p>unclosed <b>bold</p><p>next</p>", ["unclosed bold", "next"]),
      ("<ol><li><p>First</p><li>Second</ol>", ["First", "Second"]),
      ("<blockquote class=twitter-tweet><p>A tweet.</p></blockquote>", ["A tweet."]),
      ("<my-text><p>In an unknown element.</p></my-text>", ["In an unknown element."]),
      ("<p>1</p><p>of many</p>", ["of many"]),
      ("<ol><li>1</li><li>12</li></ol>", ["1", "12"]),
      ("<pre>two  words\n  more</pre>", ["two words more"]),
      ("<noscript><p>Without scripts.</p></noscript>", ["Without scripts."]),
    ]
  )
  func keeps(middle: String, blocks: [String]) throws {
    #expect(try self.blocks(middle) == blocks)
  }

  @Test(
    "leaves out what does not",
    arguments: [
      "<nav>Menu of the page</nav>", "<aside><p>Aside words.</p></aside>",
      "<form><p>Your address</p><input></form>",
      "<figure><img alt=words><figcaption>Caption</figcaption></figure>",
      "<div class=share-buttons>Share it</div>", "<div class=relatedArticles>Other news</div>",
      "<section id=comments><p>A reader writes.</p></section>",
      "<p class=photo-credit>Photo by Ann</p>", "<div hidden>Not shown</div>",
      "<div aria-hidden=true>Not shown</div>", "<div style='display: none'>Not shown</div>",
      "<div style='VISIBILITY:HIDDEN'>Not shown</div>", "<template><p>Not yet</p></template>",
      "<button>Press</button>", "<select><option>One</select>", "<textarea>Type</textarea>",
      "<p><a href=x>Port fees rise again</a></p>", "<p>Read more: <a href=x>Port fees</a></p>",
      "<p>Lesen Sie auch: <a href=x>Hafen</a></p>", "<p>Sign up for our weekly letter</p>",
      "<div role=complementary>Elsewhere</div>", "<video>No video</video>", "<object>No</object>",
      "<p></p>", "<p> &nbsp; </p>", "<p>***</p>", "<svg><text>Drawn</text></svg>",
      "<span class=tooltip>Tip</span>", "<footer>Foot</footer>", "<p><time>5 March 2024</time></p>",
    ]
  )
  func leavesOut(middle: String) throws { #expect(try blocks(middle) == []) }

  @Test("the words of a hidden element inside a sentence are left out, and nothing else")
  func hiddenWords() throws {
    #expect(
      try blocks("<p>Ann <span hidden>more on Ann</span> <b>said</b> so.</p>") == ["Ann said so."]
    )
  }

  @Test("rows of tables are blocks, their cells parted by tabs")
  func table() throws {
    let clean = try SamplePages.clean(
      article("<table><tr><th>Boat<th>Metres<tr><td>Marta</td><td> 32 </td></tr></table>")
    )
    let rows = clean.blocks.filter { $0.kind == .tableRow }
    #expect(rows.map { clean.string($0.range) } == ["Boat\tMetres", "Marta\t32"])
  }

  @Test(
    "finds the article in unusual frames",
    arguments: [
      "<aside>%</aside>", "<form>%</form>", "<noscript>%</noscript>", "<table><tr><td>%</table>",
      "<div class=sidebar-layout>%</div>", "<div id=sidebar>%</div>",
      "<div style='display:none'>%</div>",
      "<div class='header-content'>%</div>", "<div class=widget>%</div>", "%",
      "<center><font>%</font></center>",
    ]
  )
  func frames(frame: String) throws {
    let body = String(repeating: "<p>\(Self.lead)</p>", count: 3)
    let clean = try SamplePages.clean(SamplePages.page(frame.replacing("%", with: body)))
    #expect(clean.blockTexts == [Self.lead, Self.lead, Self.lead])
  }

  @Test("a short article does not lose to a long cookie notice")
  func cookieNotice() throws {
    let notice = String(repeating: "<p>\(Self.lead)</p>", count: 9)
    let clean = try SamplePages.clean(
      SamplePages.page(
        "<div class=cookie-notice>\(notice)</div><main><p>\(Self.lead)</p><p>\(Self.lead)</p></main>"
      )
    )
    #expect(clean.blocks.count == 2)
  }

  @Test("of several articles the first full one is the page's")
  func severalArticles() throws {
    let teasers = (1...10).map { "<article><h2>Teaser \($0)</h2><p>Few words.</p></article>" }
      .joined()
    let full = "<article><p>First. \(Self.lead)</p><p>\(Self.lead)</p></article>"
    let next = "<article><p>Second. \(Self.lead)</p><p>\(Self.lead)</p><p>Even more.</p></article>"
    let clean = try SamplePages.clean(SamplePages.page(teasers + full + next))
    #expect(clean.blocks.count == 2)
    #expect(clean.text.hasPrefix("First. The ferry"))
  }

  @Test("a body cut into pieces is put together")
  func pieces() throws {
    let piece = "<div class=article-body><p>\(Self.lead)</p><p>\(Self.lead)</p></div>"
    let clean = try SamplePages.clean(
      SamplePages.page("<div>\(piece)<div class=ad>Buy</div>\(piece)</div>")
    )
    #expect(clean.blocks.count == 4)
  }

  @Test("text without any article is given whole")
  func noArticle() throws {
    let clean = try SamplePages.clean("<p>Nothing but a line.</p><div>And another</div>")
    #expect(clean.blockTexts == ["Nothing but a line.", "And another"])
  }

  @Test("cleaning what was cleaned changes nothing")
  func idempotence() throws {
    let clean = try SamplePages.clean(SamplePages.article)
    let again = try SamplePages.clean(clean.bytes, .plainText)
    #expect(again.text == clean.text)
  }

  @Test(
    "tells pages from text",
    arguments: [
      ("<!DOCTYPE html><p>x", true), ("  \n<HTML><p>x", true),
      ("<?xml version='1.0'?>\n<html>", true),
      ("<p>x</p>", true), ("<!-- x --><div>", true), ("x < y", false),
      ("A <b>bold</b> word", false),
      ("", false), ("<3 you", false), ("{\"html\": \"<p>\"}", false), ("%PDF-1.7", false),
    ]
  )
  func sniffing(text: String, isPage: Bool) {
    let bytes = Array(text.utf8)
    let found = MarkupSniffer.isPage(bytes.span)
    #expect(found == isPage)
  }
}
