import AverExtraction
import AverModel
import Testing

@Suite("Values: narratives")
struct NarrativeTests {
  /// Times of a text in order, each a word of `a b c …`, and the value of the last one.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let times: [TimeForm]
    let value: String

    init(_ description: String, _ times: [TimeForm], _ value: String) {
      testDescription = description
      self.times = times
      self.value = value
    }
  }

  private static let battles: [TimeForm] = [
    .period(.month(year: 1861, month: 4)), .period(.month(year: 1861, month: 6)),
    .period(.month(year: 1861, month: 11)),
  ]
  private static let foundings: [TimeForm] = [
    .period(.year(1990)), .period(.year(1998)), .period(.year(2005)), .period(.year(2011)),
  ]

  static let rows: [Row] = [
    Row("a month leads on", battles + [.recurring(.month(2), .open)], "1862-02"),
    Row("a month of the same year", battles + [.recurring(.month(12), .open)], "1861-12"),
    Row("a month just before", battles + [.recurring(.month(9), .open)], "1861-09"),
    Row("a season", battles + [.recurring(.season(.spring), .open)], "1862-SP"),
    Row("a year alone", battles + [.period(.year(1864)), .recurring(.month(2), .open)], "1864-02"),
    Row("the end of the year", battles + [.relative(0, .year)], "1861"),
    Row(
      "a month before our era",
      [
        .period(.month(year: -479, month: 3)), .period(.month(year: -479, month: 4)),
        .period(.month(year: -479, month: 6)), .recurring(.month(9), .open),
      ],
      "BC0480-09"
    ),
    Row("today is not the story's", battles + battles + [.relative(0, .day)], "2025-12-17"),
    Row(
      "years in which a firm was founded",
      foundings + [.recurring(.month(11), .open)],
      "2025-11"
    ),
    Row(
      "news with some history",
      battles + [.relative(-1, .week), .recurring(.month(11), .open)],
      "2025-11"
    ),
    Row(
      "dates of the last months",
      [
        .period(.month(year: 2025, month: 6)), .period(.month(year: 2025, month: 7)),
        .period(.month(year: 2025, month: 8)), .recurring(.month(2), .open),
      ],
      "2026-02"
    ),
  ]

  @Test("counts from the last date of a story, and only of a story", arguments: rows)
  func resolves(row: Row) throws {
    let words = row.times.indices.map { "w\($0)" }
    // The times stand in one sentence behind a verb: a year that begins a line heads a chapter.
    let sample = SampleText("was " + words.joined(separator: " "), verbs: ["was": .present])
    let occurrences = zip(words, row.times).map { word, form in
      TimeResolver.Occurrence(tokens: sample.token(word), time: UnresolvedTime(form: form))
    }
    let resolver = TimeResolver(reference: ReferenceDate(day: CivilDate("2025-12-17")))
    #expect(resolver.resolve(occurrences, in: sample.analyzed).last?.value == row.value)
  }
}
