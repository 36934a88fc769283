import AverModel
import Testing

@testable import AverCleaning

/// Which of several days that a page names is that of its publication.
@Suite("Days of publication")
struct PublicationDateTests {
  private static let text =
    "<p>The council of Aldmoor has put off the vote on the new bridge until the autumn, its clerk said.</p>"
    + "<p>Engineers had warned in March that the piers of the old one would not last another flood.</p>"
    + "<p>A ferry will carry cars across the river for as long as the works go on, free of charge.</p>"

  private func published(
    _ beside: String,
    head: String = "",
    below: String = "",
    language: String = "en"
  ) throws -> String? {
    let page =
      "<html lang=\(language)><head><title>Bridge vote put off</title>\(head)</head><body><main>"
      + "<h1>Bridge vote put off</h1>\(beside)<article>\(Self.text)\(below)</article></main></body></html>"
    return try SamplePages.clean(page).metadata.published?.value
  }

  private static func meta(_ published: String, _ modified: String? = nil) -> String {
    let change = modified.map { "<meta property=article:modified_time content=\($0)>" } ?? ""
    return "<meta property=article:published_time content=\(published)>" + change
  }

  @Test(
    "27: what the page shows as its own day outranks data that say another",
    arguments: [
      // The day of the outlet's own zone.
      (meta("2024-03-05T23:30:00Z"), "<p>6 March 2024</p>", "2024-03-06"),
      // A text written anew is shown under its new day.
      (meta("2021-11-29", "2024-03-05"), "<p>5 March 2024</p>", "2024-03-05"),
      (meta("2021-11-29"), "<p><time class=date>5 March 2024</time></p>", "2024-03-05"),
      (meta("2021-11-29"), "<p>Published on 5 March 2024</p>", "2024-03-05"),
      // Two of its data disagree.
      (
        meta("2021-11-29") + "<meta name=pubdate content=2024-03-05>", "<p>5 March 2024</p>",
        "2024-03-05"
      ),
      // It shows the same day, and another.
      (
        meta("2024-03-05"), "<p><time class=date>9 May 2023</time></p><p>5 March 2024</p>",
        "2024-03-05"
      ),
      // What it shows is the day of a change, or of something else.
      (meta("2021-11-29", "2024-03-05"), "<p>Updated 5 March 2024</p>", "2021-11-29"),
      (
        meta("2021-11-29"), "<p class=modified-date><time>5 March 2024</time></p>", "2021-11-29"
      ),
      (meta("2021-11-29"), "<p>The vote is on 5 March 2024</p>", "2021-11-29"),
      (meta("2021-11-29"), "<p>5 March 2024</p>", "2021-11-29"),
    ] as [(String, String, String)]
  )
  func conflict(head: String, beside: String, day: String) throws {
    #expect(try published(beside, head: head)?.prefix(10) == day[...])
  }

  @Test(
    "27: a line says so by what stands before its day",
    arguments: [
      ("<p>Posted on 5 March 2024 by Ines Marlow</p>", "en", "2024-03-05"),
      ("<p>Ines MarlowMar 5, 2024 | 6 comments</p>", "en", "2024-03-05"),
      ("<p>05 | 03 | 2024</p>", "de", "2024-03-05"),
      ("<p>03.25.2024</p>", "en", "2024-03-25"),
      ("<p>تم نشره الجمعة 5 آذار / مارس 2024</p>", "ar", "2024-03-05"),
      ("<p>5 במרץ 2024</p>", "he", "2024-03-05"),
      ("<p>2 hours ago</p>", "en", nil), ("<p>05/03/2024</p>", "en", nil),
      ("<p>Copyright 5 March 2024</p>", "en", nil),
      ("<p class=date>Updated on 5 March 2024</p>", "en", nil),
    ] as [(String, String, String?)]
  )
  func label(beside: String, language: String, day: String?) throws {
    #expect(try published(beside, language: language) == day)
  }

  @Test(
    "27: what running text tells of a day is no date of it",
    arguments: [
      ("The bridge was opened to carts and cattle on 5 March 2024, it is said.", nil),
      ("On 5 March 2024 the council is to vote once more on the new bridge.", nil),
      ("Aldmoor, 5 March 2024 – The council has put off the vote on the new bridge.", "2024-03-05"),
    ] as [(String, String?)]
  )
  func running(text: String, day: String?) throws {
    let page =
      "<html lang=en><head><title>Bridge vote put off</title></head><body><h1>Bridge vote put off</h1>"
      + "<article><p>\(text)</p>\(Self.text)</article></body></html>"
    #expect(try SamplePages.clean(page).metadata.published?.value == day)
  }

  @Test(
    "27: a day behind the author's name is that of publication, below the article too",
    arguments: [
      (
        "<div class=post-footer><p>By Ines Marlow on 5 March 2024, 11:51 | 0 comments</p></div>",
        "2024-03-05"
      ),
      (
        "<div class=post-footer><p>Von Ines Marlow am 05.03.2024, 11:51 | 0 Meinungen</p></div>",
        "2024-03-05"
      ),
      ("<p>Updated by Ines Marlow on 5 March 2024</p>", nil),
    ] as [(String, String?)]
  )
  func authorLine(line: String, day: String?) throws {
    #expect(try published("", below: line) == day)
  }

  @Test("27: the article's own footer counts, the days of comments and cards do not")
  func below() throws {
    let line = "<p>Published 5 March 2024</p>"
    #expect(try published("", below: "<footer>\(line)</footer>") == "2024-03-05")
    #expect(try published("", below: "<aside>\(line)</aside>") == nil)
    #expect(try published("", below: "<div class=comments>\(line)</div>") == nil)
  }

  @Test("a wiki is as old as its last revision")
  func wiki() throws {
    let head =
      "<meta name=generator content='MediaWiki 1.41'><script type=application/ld+json>{\"@type\":"
      + "\"Article\",\"datePublished\":\"2005-07-26\",\"dateModified\":\"2024-03-05\"}</script>"
    #expect(try published("", head: head) == "2024-03-05")
  }
}
