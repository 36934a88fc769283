import AverEvaluation
import Testing

@Suite("Name keys")
struct NameKeyTests {
  @Test(
    "names of the same party have the same key",
    arguments: [
      ("Halvorsen Semiconductor Inc.", "Halvorsen Semiconductor"),
      ("The Stellan Group", "Stellan"),
      ("Farrow & Pell plc", "FARROW AND PELL"),
      ("Weiß GmbH", "WEISS"),
      ("S.V.O.A.", "SVOA"),
      ("Rehmann’s", "Rehmann"),
      ("Harcourt's Shoes", "Harcourt Shoes"),
    ]
  )
  func equalKeys(left: String, right: String) {
    #expect(NameKey.key(left) == NameKey.key(right))
  }

  @Test(
    "names of different parties have different keys",
    arguments: [("Norwick", "Norwick Calder"), ("Group", "Company"), ("O'Shea", "O'Shaw")]
  )
  func differentKeys(left: String, right: String) {
    #expect(NameKey.key(left) != NameKey.key(right))
  }

  @Test("words are lower case without marks")
  func words() {
    #expect(NameKey.words("A $4.2 million, B2B “deal”") == ["a", "42", "million", "b2b", "deal"])
    #expect(NameKey.words("… – ") == [])
  }
}
