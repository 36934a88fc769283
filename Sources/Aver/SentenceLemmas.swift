package import AverModel
package import AverRules
import AverSyntax

/// Gives the words of an analyzed text their lemmas.
package struct SentenceLemmas: Sendable {
  private let lemmatizer: Lemmatizer

  /// Creates the lemmas from the tables of irregular words in rule files.
  package init(library: RuleLibrary) {
    lemmatizer = Lemmatizer(
      irregularVerbs: library.irregularVerbs,
      irregularNouns: library.irregularNouns
    )
  }

  /// One lemma a token; names, numbers and signs are their own.
  package func lemmas(of text: AnalyzedText) -> [String] {
    text.tags.indices.map { index in
      let word = text.tokenized.string(TokenRange(index, index + 1))
      switch text.tags[index] {
      case .properNoun, .numeral, .punctuation, .symbol, .other: return word
      case .noun: return lemma(of: folded(word), .noun)
      case .verb, .auxiliary: return lemma(of: folded(word), .verb)
      default: return folded(word) == "n't" ? "not" : folded(word)
      }
    }
  }

  private func lemma(of word: String, _ kind: Lemmatizer.Kind) -> String {
    lemmatizer.lemma(of: word, as: kind) { candidate in
      kind == .verb ? KnownWords.isBaseForm(candidate) : KnownWords.isNoun(candidate)
    }
  }

  private func folded(_ word: String) -> String {
    String(decoding: WordFolding.folded(Array(word.utf8)), as: UTF8.self)
  }
}
