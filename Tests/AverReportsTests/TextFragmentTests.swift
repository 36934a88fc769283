import AverModel
import Testing

@testable import AverReports

@Suite("Links to quotes")
struct TextFragmentTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var quote: String
    var address = "https://news.example/a"
    var link: String?
    var testDescription: String { quote + " in " + text }
  }

  @Test(
    "open the page at the quote",
    arguments: [
      Case(
        text: "Norwick, Ltd bought half-time Q&A.",
        quote: "Norwick, Ltd bought half-time Q&A.",
        link: "https://news.example/a#:~:text=Norwick%2C%20Ltd%20bought%20half%2Dtime%20Q%26A."
      ),
      Case(
        text: "One two three four five six seven eight nine ten eleven twelve thirteen.",
        quote: "One two three four five six seven eight nine ten eleven twelve thirteen.",
        link: "https://news.example/a#:~:text=One%20two%20three%20four,"
          + "ten%20eleven%20twelve%20thirteen."
      ),
      Case(
        text: "It rose. Then in May it fell. Later\n\nit  fell. End",
        quote: "it  fell.",
        link: "https://news.example/a#:~:text=it%20fell."
      ),
      Case(
        text: "it fell. Then in May the shares it fell. End",
        quote: " it fell. End",
        link: "https://news.example/a#:~:text=it%20fell.%20End"
      ),
      Case(
        text: "Sales rose. In June they said so: Sales rose.",
        quote: ": Sales rose.",
        link: "https://news.example/a#:~:text=%3A%20Sales%20rose."
      ),
      Case(
        text: "Sales fell 2% again. In June they said Sales fell 2% too",
        quote: "Sales fell 2% too",
        address: "http://news.example/a?b=c#top:~:text=old",
        link: "http://news.example/a?b=c#top:~:text=Sales%20fell%202%25%20too"
      ),
      Case(
        text: "Café é. And so Café é",
        quote: "é",
        address: "https://news.example/caf\u{E9} x",
        link: "https://news.example/caf%C3%A9%20x#:~:text=And%20so%20Caf%C3%A9-,%C3%A9"
      ),
      Case(text: "Words.", quote: "Words.", address: "javascript:alert(1)", link: nil),
      Case(text: "Words.", quote: "Words.", address: "https://", link: nil),
    ]
  )
  func link(row: Case) throws {
    var metadata = DocumentMetadata()
    metadata.address = .init(value: row.address)
    let clean = CleanText(
      identifier: "x",
      bytes: Array(row.text.utf8),
      blocks: [],
      offsets: nil,
      metadata: metadata,
      sourceBytes: []
    )
    let found = try #require(row.text.ranges(of: row.quote).last)
    let start = row.text.utf8.distance(from: row.text.startIndex, to: found.lowerBound)
    let range = ByteRange(start, start + row.quote.utf8.count)
    #expect(TextFragment.link(to: range, in: DocumentIdentity(clean)) == row.link)
  }

  @Test("words that stood on the page before are led by the words in front of them")
  func prefix() {
    var metadata = DocumentMetadata()
    metadata.address = .init(value: "https://news.example/a")
    let text = "Sales rose. In June they said that Sales rose."
    let clean = CleanText(
      identifier: "x",
      bytes: Array(text.utf8),
      blocks: [],
      offsets: nil,
      metadata: metadata,
      sourceBytes: []
    )
    let range = ByteRange(text.utf8.count - 11, text.utf8.count)
    #expect(
      TextFragment.link(to: range, in: DocumentIdentity(clean))
        == "https://news.example/a#:~:text=they%20said%20that-,Sales%20rose."
    )
  }
}

@Suite("Calendar notation")
struct CalendarNotationTests {
  struct Case: CustomTestStringConvertible {
    let value: String
    var kind = TimeValue.Kind.date
    var modifier: String?
    var relation: TimeValue.Relation?
    var start: String?
    var end: String?
    let notation: String?
    var testDescription: String { "\(relation?.rawValue ?? "") \(value) \(modifier ?? "")" }
  }

  @Test(
    "says what TIMEX3 cannot",
    arguments: [
      Case(value: "2025-10", notation: "2025-10"),
      Case(value: "2015", modifier: "APPROX", notation: "2015~"),
      Case(value: "2025-Q1", notation: "2025-33"),
      Case(value: "2025-H2", notation: "2025-41"),
      Case(value: "2025-SU", notation: "2025-22"),
      Case(value: "199", notation: "199X"),
      Case(value: "19", notation: "19XX"),
      Case(
        value: "2025-W43",
        start: "2025-10-20",
        end: "2025-10-27",
        notation: "2025-10-20/2025-10-26"
      ),
      Case(value: "2019", relation: .since, notation: "2019/.."),
      Case(
        value: "2025-Q3",
        relation: .since,
        start: "2025-07-01",
        end: "2025-10-01",
        notation: "2025-07-01/.."
      ),
      Case(value: "2024", relation: .until, notation: "../2024"),
      Case(
        value: "2025-Q3",
        relation: .by,
        start: "2025-07-01",
        end: "2025-10-01",
        notation: "../2025-09-30"
      ),
      Case(value: "2024", relation: .before, start: "2024-01-01", notation: "../2023-12-31"),
      Case(value: "2024", relation: .after, end: "2025-01-01", notation: "2025-01-01/.."),
      Case(
        value: "2024-03",
        relation: .fromTo,
        start: "2024-03-01",
        end: "2024-06-01",
        notation: "2024-03-01/2024-05-31"
      ),
      Case(value: "PRESENT_REF", notation: nil),
      Case(value: "FY2019", notation: nil),
      Case(value: "P3M", kind: .duration, notation: nil),
      Case(
        value: "P3M",
        kind: .duration,
        start: "2025-09-17",
        end: "2025-12-17",
        notation: "2025-09-17/2025-12-16"
      ),
      Case(
        value: "2025-W50-WE",
        start: "2025-12-13",
        end: "2025-12-15",
        notation: "2025-12-13/2025-12-14"
      ),
      Case(value: "XXXX-10", notation: "XXXX-10"),
      Case(value: "XXXX-WXX-2", notation: nil),
      Case(value: "BC0753", notation: "-0752"),
      Case(value: "BC0001", notation: "0000"),
    ]
  )
  func notation(row: Case) {
    let time = TimeValue(
      kind: row.kind,
      value: row.value,
      modifier: row.modifier,
      relation: row.relation,
      start: row.start.flatMap { CivilDate($0) },
      end: row.end.flatMap { CivilDate($0) }
    )
    #expect(CalendarNotation.extended(time) == row.notation)
  }
}
