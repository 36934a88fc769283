import Testing

@testable import AverCleaning

@Suite("Character references")
struct CharacterReferenceTests {
  @Test(
    "decodes as HTML says",
    arguments: [
      ("&amp;", "&"), ("&nbsp", "\u{A0}"), ("&nbsp;", "\u{A0}"), ("&apos;", "'"), ("&mldr;", "…"),
      ("&percnt;", "%"), ("&#150;", "–"), ("&#x93;", "“"), ("&#65", "A"), ("&#x1F600;", "😀"),
      ("&#0;", "\u{FFFD}"), ("&#x110000;", "\u{FFFD}"), ("&#99999999999;", "\u{FFFD}"),
      ("&#xD83D;", "\u{FFFD}"), ("&NotEqualTilde;", "≂̸"), ("&copy2024", "©"), ("&notit;", "¬"),
      ("&CounterClockwiseContourIntegral;", "∳"),
    ]
  )
  func decodes(source: String, text: String) throws {
    let bytes = Array(source.utf8)
    let found = CharacterReference(bytes.span, at: 0)
    let reference = try #require(found)
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: reference.scalars)
    #expect(String(scalars) == text)
  }

  @Test(
    "leaves what is none",
    arguments: ["&", "& b", "&;", "&#", "&#;", "&#x;", "&bogus;", "&T", "&mldr", "&percnt", "a"]
  )
  func leaves(source: String) {
    let bytes = Array(source.utf8)
    let found = CharacterReference(bytes.span, at: 0)
    #expect(found == nil)
  }

  @Test(
    "a page's text has them decoded once",
    arguments: [
      ("AT&T and R&amp;D", "AT&T and R&D"), ("5&percnt; &mldr;", "5% …"),
      ("a&nbsp;b&nbsp c", "a b c"),
      ("a&nbsp&nbsp&copy;", "a ©"), ("&amp;mldr; &amp;nbsp;", "&mldr; &nbsp;"),
      ("1 &#150; 2", "1 – 2"),
      ("&#x1F600;", "😀"), ("Unter&shy;nehmen", "Unternehmen"), ("?a=1&b=2", "?a=1&b=2"),
      ("x &bogus; y", "x &bogus; y"), ("&#59;", ";"), ("&lt;p&gt;", "<p>"),
      ("a & b && c", "a & b && c"),
      ("N&eacute;e", "Née"), ("1 < 2 << 3", "1 < 2 << 3"), ("&copy<b>x</b>", "©x"),
    ]
  )
  func page(source: String, text: String) throws {
    let clean = try SamplePages.clean(SamplePages.page("<p>\(source)</p>"))
    #expect(clean.text == text)
    #expect(OffsetProperties.failures(of: clean, spanCount: 0) == [])
  }
}
