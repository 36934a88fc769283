import Testing

@testable import AverRules

@Suite("Suggestion")
struct SuggestionTests {
  @Test(
    "counts slips of the keyboard",
    arguments: [
      ("", "", 0), ("a", "", 1), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "acb", 1),
      ("abc", "ab", 1), ("kitten", "sitting", 3), ("currency", "curency", 1), ("ab", "ba", 1),
      ("short", "much much longer", 9),
    ]
  )
  func distance(left: String, right: String, count: Int) {
    #expect(Suggestion.distance(Array(left.utf8), Array(right.utf8)) == count)
    #expect(Suggestion.distance(Array(right.utf8), Array(left.utf8)) == count)
  }

  @Test(
    "names what is near enough",
    arguments: [
      ("curency", "currency"), ("CURRENCY", "currency"), ("mnth", "month"), ("month", "month"),
      ("xyz", nil), ("m", nil), ("", nil), ("monthly", "month"), ("dya", "day"),
    ] as [(String, String?)]
  )
  func nearest(word: String, name: String?) {
    let candidates = ["month", "currency", "weekday", "day"]
    #expect(Suggestion.nearest(to: word, among: candidates) == name)
    #expect(Suggestion.hint(for: word, among: candidates) == name.map { "did you mean `\($0)`?" })
  }

  @Test("among equally near ones the first in the alphabet is named")
  func ties() {
    #expect(Suggestion.nearest(to: "lost", among: ["list", "last", "lust"]) == "last")
    #expect(Suggestion.nearest(to: "word", among: [String]()) == nil)
  }
}
