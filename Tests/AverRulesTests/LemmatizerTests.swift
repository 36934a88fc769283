import AverTestSupport
import Foundation
import Testing

@testable import AverRules

@Suite("Lemmatizer")
struct LemmatizerTests {
  private let inflection: Inflection
  private let lemmatizer: Lemmatizer
  private let irregularVerbs: [IrregularWord]

  init() throws {
    func table(_ name: String) throws -> [IrregularWord] {
      let path = RepositoryLayout.root + "/Rules/en/language/" + name
      return IrregularWord.words(inTable: try String(contentsOfFile: path, encoding: .utf8))
    }
    irregularVerbs = try table("irregular-verbs.tsv")
    let nouns = try table("irregular-nouns.tsv")
    inflection = Inflection(irregularVerbs: irregularVerbs, irregularNouns: nouns)
    lemmatizer = Lemmatizer(irregularVerbs: irregularVerbs, irregularNouns: nouns)
  }

  /// Verbs of each spelling rule, whose forms lead back without any knowledge of words.
  static let verbs = [
    "acquire", "agree", "announce", "appoint", "arrange", "believe", "buy", "carry", "cause",
    "create", "deny", "employ", "expand", "fail", "fund", "handle", "hire", "issue", "launch",
    "die", "merge", "offer", "panic", "pass", "plan", "provide", "raise", "reduce", "refer",
    "sell", "settle", "sign", "stop", "study", "submit", "take", "tax", "try", "value", "write",
  ]

  @Test("leads every form of a verb back to it", arguments: verbs)
  func verbForms(lemma: String) {
    for form in inflection.forms(of: lemma).all {
      #expect(lemmatizer.lemma(of: form, as: .verb) { $0 == lemma } == lemma)
      #expect(lemmatizer.lemma(of: form, as: .verb) { _ in false } == lemma)
    }
  }

  @Test("leads irregular forms back to the first base form of their line")
  func irregularForms() {
    for verb in irregularVerbs {
      guard let lemma = verb.cells.first?.first else { continue }
      let found = lemmatizer.lemma(of: lemma, as: .verb) { _ in false }
      #expect(inflection.forms(of: found).all.contains(lemma))
    }
  }

  @Test(
    "leads plurals back",
    arguments: [
      ("companies", "company"), ("deals", "deal"), ("taxes", "tax"), ("losses", "loss"),
      ("purchases", "purchase"), ("branches", "branch"), ("analyses", "analysis"),
      ("women", "woman"), ("news", "news"), ("heroes", "hero"), ("business", "business"),
      ("bus", "bus"),
      ("ties", "tie"), ("stock", "stock"),
    ]
  )
  func plurals(word: String, lemma: String) {
    #expect(lemmatizer.lemma(of: word, as: .noun) { _ in false } == lemma)
  }

  @Test(
    "lets what the caller knows decide between words of one form",
    arguments: [
      ("filing", "file"), ("wired", "wire"), ("boring", "bore"), ("toasted", "toast"),
      ("tasted", "taste"),
    ]
  )
  func choice(word: String, known: String) {
    #expect(lemmatizer.lemma(of: word, as: .verb) { $0 == known } == known)
  }
}
