import Testing

@testable import AverLinking

@Suite("Keys of names")
struct NameKeyTests {
  @Test(
    "a name in plain letters is cut like any other",
    arguments: [
      "Norden", "The Norden  Group, Inc.", "A.P. Marlin & Co", "U.S. Tern-Orvel", "a", "X\nY",
    ]
  )
  func plain(name: String) {
    let own = NameKey(name + " e", suffixes: []).words
    let other = NameKey(name + " é", suffixes: []).words
    #expect(own.dropLast() == other.dropLast())
    #expect(other.last == "é")
  }

  @Test("articles and legal suffixes do not tell names apart")
  func suffixes() {
    let key = NameKey("The Norden Corp.", suffixes: ["corp"])
    #expect(key.words == ["norden"])
    #expect(key == NameKey("Norden", suffixes: ["corp"]))
  }
}
