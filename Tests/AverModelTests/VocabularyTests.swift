import AverModel
import Testing

@Suite("Vocabulary and folding")
struct VocabularyTests {
  @Test(
    "folds case and apostrophes",
    arguments: [
      ("OpenAI", "openai"), ("CEO", "ceo"), ("", ""), ("7.5bn", "7.5bn"), ("@[`{", "@[`{"),
      ("don\u{2019}t", "don't"), ("\u{2018}Tis", "'tis"), ("O\u{02BC}Neill", "o'neill"),
      ("ÉCOLE", "école"), ("Übernahme", "übernahme"), ("ΑΘΗΝΑ", "αθηνα"), ("МОСКВА", "москва"),
      ("北京", "北京"), ("straße", "straße"), ("don't", "don't"), ("naïve Ñ", "naïve ñ"),
    ]
  )
  func folds(word: String, folded: String) {
    let bytes = WordFolding.folded(Array(word.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == folded)
    // Folding twice changes nothing more.
    #expect(WordFolding.folded(bytes) == bytes)
  }

  @Test("the hash of an ASCII word is that of its folded form")
  func hashes() {
    for word in ["Paris", "PARIS", "paris", "A-1", "[x]"] {
      let bytes = Array(word.utf8)
      let folded = WordFolding.folded(bytes)
      let hash = WordFolding.asciiFoldedHash(bytes.span, 0, bytes.count)
      let expected = WordFolding.hash(folded.span, 0, folded.count)
      #expect(hash == expected)
    }
    let other = Array("Škoda".utf8)
    let none = WordFolding.asciiFoldedHash(other.span, 0, other.count)
    #expect(none == nil)
  }

  @Test("words that fold alike have one symbol")
  func symbols() {
    var builder = VocabularyBuilder()
    let paris = builder.intern("Paris")
    let skoda = builder.intern("ŠKODA")
    let apostrophe = builder.intern("isn\u{2019}t")
    #expect(builder.intern("PARIS") == paris)
    let vocabulary = builder.vocabulary
    #expect(vocabulary.count == 4)
    #expect(vocabulary.symbol(of: "paris") == paris)
    #expect(vocabulary.symbol(of: "škoda") == skoda)
    #expect(vocabulary.symbol(of: "Isn't") == apostrophe)
    #expect(vocabulary.symbol(of: "ISN\u{2019}T") == apostrophe)
    #expect(Set([paris, skoda, apostrophe]).count == 3)
    #expect(vocabulary.word(of: skoda) == "škoda")
    #expect(vocabulary.count == 4)
  }

  @Test(
    "other words are unknown, near ones too",
    arguments: ["pari", "pariss", "", "skoda", "parıs"]
  )
  func unknown(word: String) {
    var builder = VocabularyBuilder()
    _ = builder.intern("Paris")
    _ = builder.intern("Škoda")
    let vocabulary = builder.vocabulary
    #expect(vocabulary.symbol(of: word) == .unknown)
    #expect(vocabulary.word(of: .unknown) == "")
    #expect(vocabulary.classes(of: .unknown) == [])
  }

  @Test("a word is found inside a text")
  func inText() {
    var builder = VocabularyBuilder()
    let deal = builder.intern("deal")
    let text = Array("The DEAL über".utf8)
    let over = builder.intern("Über")
    let vocabulary = builder.vocabulary
    let found = [(4, 8), (4, 7), (9, 14), (9, 13)].map {
      vocabulary.symbol(in: text.span, $0.0, $0.1)
    }
    #expect(found == [deal, .unknown, over, .unknown])
  }

  @Test("it grows and forgets nothing")
  func growth() {
    var builder = VocabularyBuilder()
    let words = (0..<5_000).map { "Wort\($0)é\($0 % 7)" }
    let symbols = words.map { builder.intern($0) }
    let vocabulary = builder.vocabulary
    #expect(vocabulary.count == 5_001)
    #expect(Set(symbols).count == 5_000)
    #expect(words.map { vocabulary.symbol(of: $0.uppercased()) } == symbols)
    #expect(symbols.map { vocabulary.word(of: $0) } == words.map { $0.lowercased() })
  }

  @Test("a word may be in several classes")
  func classes() {
    var builder = VocabularyBuilder()
    let word = builder.intern("may")
    builder.add(.modal, to: word)
    builder.add(.month, to: word)
    let other = builder.intern("june")
    let vocabulary = builder.vocabulary
    #expect(vocabulary.classes(of: word) == [.modal, .month])
    #expect(vocabulary.classes(of: other) == [])
  }

  @Test("classes have the names that lists give them, each its own bit")
  func classNames() {
    #expect(WordClass.named("title_abbreviation") == .titleAbbreviation)
    #expect(WordClass.named("reporting_verb") == .reportingVerb)
    #expect(WordClass.named("company_noun") == nil)
    #expect(WordClass.named("Modal") == nil)
    let names = ["abbreviation", "be_form", "have_form", "do_form", "modal", "negation", "month"]
    #expect(Set(names.compactMap { WordClass.named($0)?.rawValue }).count == names.count)
  }
}
