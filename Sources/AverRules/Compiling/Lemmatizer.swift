/// Finds the base form of English verbs and the singular of nouns: `Inflection` the other way.
///
/// Irregular forms are looked up, regular endings are cut, and what is cut must give the word again
/// when it is inflected. Where two words have the same form (`rated` of `rate`, `rat`) the caller's
/// knowledge of words decides, then the spelling.
package struct Lemmatizer: Sendable {
  /// What kind of word a lemma is asked for.
  package enum Kind: Hashable, Sendable {
    case verb
    case noun
  }

  private let inflection: Inflection
  private let irregularVerbs: [String: String]
  private let irregularNouns: [String: String]

  /// Creates a lemmatizer from the tables that the inflection is made from.
  package init(irregularVerbs: [IrregularWord], irregularNouns: [IrregularWord]) {
    inflection = Inflection(irregularVerbs: irregularVerbs, irregularNouns: irregularNouns)
    self.irregularVerbs = Self.lemmas(of: irregularVerbs)
    self.irregularNouns = Self.lemmas(of: irregularNouns)
  }

  /// The lemma of a word.
  ///
  /// - Parameters:
  ///   - word: The word in lower case.
  ///   - kind: Whether it is a verb or a noun.
  ///   - isKnown: Whether a word is known as the base form of a verb, or as a noun.
  /// - Returns: The lemma; the word itself if no ending shows another.
  package func lemma(of word: String, as kind: Kind, isKnown: (String) -> Bool) -> String {
    let irregular = kind == .verb ? irregularVerbs[word] : irregularNouns[word]
    if let irregular { return irregular }
    let candidates = (kind == .verb ? Self.verbs(word) : Self.nouns(word)).filter { candidate in
      kind == .verb
        ? inflection.forms(of: candidate).all.contains(word)
        : inflection.plurals(of: candidate).contains(word)
    }
    return candidates.first(where: isKnown) ?? candidates.first ?? word
  }

  /// The words that may have given a verb form, the likeliest by its spelling first.
  private static func verbs(_ word: String) -> [String] {
    for ending in ["ied", "ies"] where word.hasSuffix(ending) {
      let short = String(word.dropLast())
      return word.count > 4 ? [word.dropLast(3) + "y", short] : [short]
    }
    if word.hasSuffix("ying"), word.count <= 5 { return [word.dropLast(4) + "ie"] }
    for ending in ["ing", "ed"] where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      guard stem.contains(where: { "aeiouy".contains($0) }) else { return [] }
      return stems(stem)
    }
    guard word.hasSuffix("s"), !word.hasSuffix("ss") else { return [] }
    return singulars(word)
  }

  /// What may stand before `-ed` or `-ing`: `stop|p`, `acquir|e`, `offer`.
  private static func stems(_ stem: String) -> [String] {
    let letters = Array(stem)
    guard letters.count > 1, let last = letters.last else { return [stem, stem + "e"] }
    let isDoubled = last == letters[letters.count - 2] && !"lsfzeo".contains(last)
    // `panicked`, but `kicked`
    let isHardened = stem.hasSuffix("ick") && letters.dropLast(3).contains { "aeiou".contains($0) }
    if isDoubled || isHardened { return [String(stem.dropLast()), stem] }
    return endsMute(letters) ? [stem + "e", stem] : [stem, stem + "e", String(stem.dropLast())]
  }

  /// Whether a stem of this spelling mostly lacks an `e`: `handl|ed`, `rais|ed`, `creat|ed`.
  private static func endsMute(_ letters: [Character]) -> Bool {
    let last = letters[letters.count - 1]
    let before = letters[letters.count - 2]
    let isAfterVowel = "aeiou".contains(before)
    switch last {
    case "c", "v", "u", "z": return true
    case "g": return before == "d" || before == "r" || before == "n" || isAfterVowel
    case "s": return before != "s"
    case "l": return !isAfterVowel && before != "l" && before != "r"
    case "t": return before == "a" && letters.count > 3
    case "r": return before == "i" || before == "u" || before == "o"
    case "d": return isAfterVowel && letters.count > 3 && before != "e"
    default: return false
    }
  }

  private static func nouns(_ word: String) -> [String] {
    guard word.hasSuffix("s"), !["ss", "us", "is"].contains(where: word.hasSuffix) else {
      return []
    }
    if word.hasSuffix("ies"), word.count > 4 {
      return [word.dropLast(3) + "y", String(word.dropLast())]
    }
    return singulars(word)
  }

  /// The word without its `-s` or `-es`.
  private static func singulars(_ word: String) -> [String] {
    let short = String(word.dropLast())
    guard word.hasSuffix("es") else { return [short] }
    let hisses = ["sses", "xes", "ches", "shes", "zzes", "oes"].contains(where: word.hasSuffix)
    return hisses ? [String(word.dropLast(2)), short] : [short, String(word.dropLast(2))]
  }

  private static func lemmas(of words: [IrregularWord]) -> [String: String] {
    var result: [String: String] = [:]
    for word in words {
      guard let lemma = word.cells.first?.first else { continue }
      for form in word.cells.joined() where result[form] == nil { result[form] = lemma }
    }
    return result
  }
}
