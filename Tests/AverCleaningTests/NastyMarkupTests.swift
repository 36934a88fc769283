import AverModel
import Testing

@testable import AverCleaning

/// Pages with markup that real pages have and no standard knows; the texts around must come through.
@Suite("Nasty markup")
struct NastyMarkupTests {
  private static let first =
    "The council of Aldmoor has put off the vote on the new bridge until the autumn, its clerk said."
  private static let second =
    "Engineers had warned in March that the piers of the old one would not last another flood."
  private static let third =
    "A ferry will carry cars across the river for as long as the works go on, free of charge."

  private static func page(_ body: String) -> String {
    "<html><head><title>Bridge vote put off</title></head><body>\(body)</body></html>"
  }

  private static func around(_ middle: String) -> String {
    page("<div><p>\(first)</p>\(middle)<p>\(second)</p><p>\(third)</p></div>")
  }

  private func expectAll(_ clean: CleanText, _ comment: Comment? = nil) {
    for text in [Self.first, Self.second, Self.third] {
      #expect(clean.text.contains(text), comment)
    }
    #expect(!clean.codes.contains("offset-unverified"), comment)
  }

  @Test(
    "1, 2: elements nest without end",
    arguments: ["div", "font", "blockquote", "table><tr><td"]
  )
  func nesting(name: String) throws {
    let open = String(repeating: "<\(name)>", count: name == "div" ? 50_000 : 300)
    expectAll(try SamplePages.clean(Self.page(open + Self.around(""))))
  }

  @Test("3: scripts and images of megabytes stand before the article")
  func bulk() throws {
    let script =
      "<script>var a = '" + String(repeating: "<b>x</b>", count: 100_000) + "'</script>"
    let image = "<img src='data:;base64," + String(repeating: "QUJD", count: 250_000) + "'>"
    expectAll(try SamplePages.clean(Self.page(script + image + Self.around(""))))
  }

  @Test(
    "4, 5: control characters stand in texts, attributes and scripts",
    arguments: ["\u{0}", "\u{1}", "\u{8}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"]
  )
  func controls(character: String) throws {
    let middle =
      "<p class='a\(character)b'>Text \(character)goes on.</p><script>x='\(character)'</script>"
    let clean = try SamplePages.clean(Self.around(middle))
    expectAll(clean)
    #expect(clean.text.contains("Text \u{FFFD}goes on."))
    #expect(clean.codes == [])
  }

  @Test("8: a declaration of XML stands before the page")
  func declaration() throws {
    let page =
      "<?xml version='1.0' encoding='iso-8859-1'?>" + Self.around("<p>Señor Örn’s café</p>")
    let clean = try SamplePages.clean(page)
    expectAll(clean)
    #expect(clean.text.contains("Señor Örn’s café"))
  }

  @Test(
    "9: character references are those of HTML",
    arguments: [
      ("A&nbspB", "A B"), ("it&apos;s", "it's"), ("wait&mldr;", "wait…"), ("a &#150; b", "a – b"),
      ("&#x1F600;", "😀"), ("&#xD83D;&#xDE00;", "😀"), ("&#xD83D; &#55357;", "\u{FFFD} \u{FFFD}"),
      ("&#0;", "\u{FFFD}"), ("&#x110000;", "\u{FFFD}"), ("AT&T", "AT&T"),
      ("<a href='x?a=1&copy=2'>go on</a>", "go on"), ("&amp;nbsp;", "&nbsp;"),
      ("&amp;rsquo;", "&rsquo;"), ("&percnt;", "%"), ("2 &lt; 3", "2 < 3"),
    ]
  )
  func references(markup: String, text: String) throws {
    let clean = try SamplePages.clean(Self.around("<p>So \(markup)</p>"))
    #expect(clean.blockTexts.contains("So " + text))
    expectAll(clean)
  }

  @Test("10: what only tells where lines may break is no part of a word")
  func invisible() throws {
    let clean = try SamplePages.clean(
      Self.around("<p>Unter&shy;nehmen, zero\u{200B}width, 👩\u{200D}🚀 and क्\u{200D}ष stay.</p>")
    )
    #expect(clean.blockTexts.contains("Unternehmen, zerowidth, 👩\u{200D}🚀 and क्\u{200D}ष stay."))
  }

  @Test(
    "11: tags are missing or stray",
    arguments: [
      "<p>One<p>Two", "<ul><li>One<li>Two</ul>", "<table><tr><td>One<td>Two</table>", "</p></div>",
      "<p><b>One</p><p>Two</b></p>", "<a href=x>One <a href=y>Two</a>", "</body><body>",
      "</body></html>", "<p>One</span></p>",
    ]
  )
  func stray(middle: String) throws {
    expectAll(try SamplePages.clean(Self.around(middle)))
    expectAll(try SamplePages.clean(Self.around("") + middle))
    expectAll(try SamplePages.clean(middle + Self.around("")))
  }

  @Test(
    "12: comments and declarations are odd",
    arguments: [
      "<!-->", "<!--->", "<!-- x --!>", "<![if !IE]><![endif]>", "<![CDATA[ x ]]>",
      "<!-- a -- b -->",
      "<?php echo '>'; ?>", "<!doctype html>", "<!-- a > b",
    ]
  )
  func comments(middle: String) throws {
    expectAll(try SamplePages.clean(Self.around(middle)))
  }

  @Test("12: a server's warning stands before the page")
  func warning() throws {
    let page = "<br />\n<b>Warning</b>: include() failed on line <b>12</b><br />" + Self.around("")
    expectAll(try SamplePages.clean("<!DOCTYPE html>" + page))
  }

  @Test(
    "13: attributes are broken",
    arguments: [
      "<a title=\"never closed>x</a>", "<p onclick=\"go('a > b')\">x</p>",
      "<div \(String(repeating: "a ", count: 20_000))></div>",
      String(repeating: "</i>", count: 40_000), "<a href='it's'>x</a>", "<p =x ==>x</p>",
    ]
  )
  func attributes(middle: String) throws {
    let clean = try SamplePages.clean(Self.around(middle))
    for text in [Self.first, Self.third] { #expect(clean.text.contains(text)) }
  }

  @Test("14: line breaks stand for paragraphs")
  func breaks() throws {
    let texts = [Self.first, Self.second, Self.third].joined(separator: "<br><br>")
    for frame in ["<table><tr><td>\(texts)</td></tr></table>", "<div>\(texts)</div>", texts] {
      let clean = try SamplePages.clean(Self.page(frame))
      #expect(clean.blockTexts == [Self.first, Self.second, Self.third])
    }
    let loose = "<p>\(Self.first)</p>\(Self.second)<p>\(Self.third)</p>"
    #expect(
      try SamplePages.clean(Self.page(loose)).blockTexts == [Self.first, Self.second, Self.third]
    )
  }

  @Test(
    "15: elements close themselves that may not",
    arguments: [
      "<script src=a.js />", "<iframe src=x />", "<a name=x />", "<div class=clear />",
      "<script type='x'/>var a = 1;</script>", "<svg/>", "<textarea/>",
    ]
  )
  func selfClosing(tag: String) throws {
    let clean = try SamplePages.clean(Self.page(tag + Self.around(tag)))
    expectAll(clean)
    #expect(!clean.text.contains("var a"))
  }

  @Test(
    "a page that is cut off shows no program and no style sheet",
    arguments: [
      "<style>p { color: red } .a { b: c", "<style>p { color: red }</sty",
      "<style type=x/>p { color: red",
      "<script>var color = 'red'; go(", "<script>color()</scr", "<script src=x>color(",
      "<p class='color",
      "<p color", "<!-- color",
    ]
  )
  func cutOff(end: String) throws {
    let clean = try SamplePages.clean(Self.around("").replacing("</body></html>", with: end))
    expectAll(clean)
    #expect(!clean.text.contains("color"))
  }

  @Test("a style sheet that never ends takes nothing of the page with it")
  func openStyle() throws {
    let clean = try SamplePages.clean(Self.around("<style>p > b { color: red }"))
    #expect(clean.blockTexts == [Self.first, Self.second, Self.third])
  }

  @Test(
    "15: words go on across tags, and end at breaks",
    arguments: [
      ("<p><span>N</span>o one on the 10<sup>th</sup></p>", ["No one on the 10th"]),
      ("<p><a href=x>Quay Courier</a>’s man</p>", ["Quay Courier’s man"]),
      ("<p>foo<br>bar</p>", ["foo\nbar"]),
      ("<h3>Costs</h3><a href=x>Look</a> here", ["Costs", "Look here"]),
      ("<table><tr><td>Tea</td><td>$2</td></tr></table>", ["Tea\t$2"]),
      ("<p>$<b>4.2</b> billion on <time>Oct. 3</time>, 2025</p>", ["$4.2 billion on Oct. 3, 2025"]),
    ]
  )
  func inline(markup: String, texts: [String]) throws {
    let blocks = try SamplePages.clean(Self.around(markup)).blockTexts
    for text in texts { #expect(blocks.contains(text)) }
  }

  @Test("16: a page for phones has elements of its own")
  func phones() throws {
    let page =
      "<!doctype html><html ⚡><head><style amp-boilerplate>p{}</style></head><body><main>"
      + "<amp-img src=x alt='An image'><noscript><img alt='An image'></noscript></amp-img>"
      + "<amp-ad>Buy now</amp-ad>" + Self.around("<amp-ad type=x><div>Buy</div></amp-ad>")
      + "</main></body></html>"
    let clean = try SamplePages.clean(page)
    expectAll(clean)
    #expect(!clean.text.contains("image"))
  }

  @Test(
    "6: encodings are what the bytes say",
    arguments: [
      ("iso-8859-1", Array("Café".utf8), "Café"),
      ("utf-8", [0x43, 0x61, 0x66, 0xE9, 0x20, 0xE9, 0x20, 0xE8], "Café é è"),
      ("gb2312", [0xC4, 0xE3, 0xBA, 0xC3, 0x81, 0x30, 0x84, 0x36], "你好\u{A5}"),
    ] as [(String, [UInt8], String)]
  )
  func encodings(label: String, bytes: [UInt8], text: String) throws {
    let head =
      "<html><head><script>\(String(repeating: "x", count: 4500))</script>"
      + "<meta charset=\(label)></head><body><p>\(Self.first)</p><p>"
    let page = Array(head.utf8) + bytes + Array("</p><p>\(Self.second)</p>".utf8)
    let clean = try SamplePages.clean(page)
    #expect(clean.blockTexts.contains(text))
  }

  @Test("7: a declared encoding outranks the page's own")
  func declared() throws {
    let page = "<meta charset=iso-8859-1>" + Self.around("<p>Ærø Ñandú ş</p>")
    let clean = try SamplePages.clean(Array(page.utf8), declaredEncoding: "utf-8")
    #expect(clean.text.contains("Ærø Ñandú ş"))
    #expect(clean.diagnostics == [])
  }

  @Test("6: a character is cut off at the end")
  func truncated() throws {
    let clean = try SamplePages.clean(
      Array(Self.around("<p>Ærø Ñandú ş</p>").utf8) + Array("<p>The end".utf8) + [0xE2, 0x82]
    )
    expectAll(clean)
    #expect(clean.codes == ["invalid-encoding"])
  }
}
