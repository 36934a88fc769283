/// The forms of one English verb; each has at least one spelling, the usual one first.
package struct VerbForms: Hashable, Sendable {
  /// As in `buy`; for *be* also `am` and `are`.
  package let base: [String]
  /// As in `buys`.
  package let thirdPersonSingular: [String]
  /// As in `bought`.
  package let past: [String]
  /// As in `bought`.
  package let pastParticiple: [String]
  /// As in `buying`.
  package let gerund: [String]

  /// Every spelling once: base, third person, past, past participle, gerund.
  package var all: [String] {
    var result: [String] = []
    for form in base + thirdPersonSingular + past + pastParticiple + gerund
    where !result.contains(form) {
      result.append(form)
    }
    return result
  }
}

/// A line of a table of irregular words: a word and its forms, each with its variants.
///
/// Cells are set apart by tabs, variants by `|`; an empty cell means that the spelling rules hold.
package struct IrregularWord: Hashable, Sendable {
  /// For a verb: base, past, past participle, gerund, third person; for a noun: singular, plural.
  package let cells: [[String]]

  /// The words of a table; empty lines and lines that begin with `#` are skipped.
  package static func words(inTable table: String) -> [IrregularWord] {
    table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      IrregularWord(
        cells: line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
          cell.split(separator: "|").map(String.init)
        }
      )
    }
  }

  fileprivate func variants(_ column: Int) -> [String]? {
    column < cells.count && !cells[column].isEmpty ? cells[column] : nil
  }
}

/// Spells the forms of English verbs and the plurals of nouns.
///
/// Regular words follow the spelling rules below, the others are looked up in the tables that the
/// caller read. Of a phrase, a verb's first word (`take over`) or a noun's last is inflected.
package struct Inflection: Sendable {
  private let verbs: [String: IrregularWord]
  private let nouns: [String: IrregularWord]

  package init(irregularVerbs: [IrregularWord] = [], irregularNouns: [IrregularWord] = []) {
    verbs = Self.byFirstCell(irregularVerbs)
    nouns = Self.byFirstCell(irregularNouns)
  }

  /// The forms of a verb given by its base form in lower case.
  package func forms(of lemma: String) -> VerbForms {
    guard let space = lemma.firstIndex(of: " ") else { return formsOfWord(lemma) }
    let rest = lemma[space...]
    let verb = formsOfWord(String(lemma[..<space]))
    return VerbForms(
      base: verb.base.map { $0 + rest },
      thirdPersonSingular: verb.thirdPersonSingular.map { $0 + rest },
      past: verb.past.map { $0 + rest },
      pastParticiple: verb.pastParticiple.map { $0 + rest },
      gerund: verb.gerund.map { $0 + rest }
    )
  }

  /// The plurals of a noun given in the singular.
  package func plurals(of noun: String) -> [String] {
    if let irregular = nouns[noun]?.variants(1) { return irregular }
    let start = Self.startOfLastPart(noun)
    let first = noun[..<start]
    let last = String(noun[start...])
    if let irregular = nouns[last]?.variants(1) { return irregular.map { first + $0 } }
    if last.hasSuffix("woman")
      || (last.hasSuffix("man") && !Self.regularInMan.contains(last.lowercased()))
    {
      return [first + last.dropLast(2) + "en"]
    }
    return [first + Self.withS(last, of: .noun)]
  }

  private func formsOfWord(_ lemma: String) -> VerbForms {
    let whole = verbs[lemma]
    let start = whole == nil ? Self.startOfLastPart(lemma) : lemma.startIndex
    let prefix = lemma[..<start]
    let word = String(lemma[start...])
    let irregular = whole ?? verbs[word]
    func form(_ column: Int, _ regular: (String) -> String) -> [String] {
      let spellings = irregular?.variants(column) ?? [regular(word)]
      return prefix.isEmpty ? spellings : spellings.map { prefix + $0 }
    }
    return VerbForms(
      base: form(0) { $0 },
      thirdPersonSingular: form(4) { Self.withS($0, of: .verb) },
      past: form(1, Self.withEd),
      pastParticiple: form(2, Self.withEd),
      gerund: form(3, Self.withIng)
    )
  }

  private static func byFirstCell(_ words: [IrregularWord]) -> [String: IrregularWord] {
    var result: [String: IrregularWord] = [:]
    for word in words {
      for spelling in word.variants(0) ?? [] where result[spelling] == nil {
        result[spelling] = word
      }
    }
    return result
  }

  /// Where the part after the last space or hyphen begins.
  private static func startOfLastPart(_ word: String) -> String.Index {
    word.lastIndex { $0 == " " || $0 == "-" }.map { word.index(after: $0) } ?? word.startIndex
  }
}

/// The spelling rules.
extension Inflection {
  private enum Kind { case noun, verb }

  private static let regularInMan: Set<String> = [
    "human", "german", "roman", "norman", "ottoman", "shaman", "talisman", "caiman",
  ]

  private static func isVowel(_ character: Character) -> Bool { "aeiou".contains(character) }

  /// Whether the word ends with a consonant and `letter`.
  private static func endsWithConsonant(and letter: Character, _ word: String) -> Bool {
    let ending = Array(word.suffix(2))
    return ending.count == 2 && ending[1] == letter && !isVowel(ending[0])
  }

  private static func withS(_ word: String, of kind: Kind) -> String {
    if endsWithConsonant(and: "y", word) { return word.dropLast() + "ies" }
    let hisses = ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
    // Nouns in -o mostly take -s (memos, photos); verbs take -es (vetoes).
    if hisses || (kind == .verb && endsWithConsonant(and: "o", word)) { return word + "es" }
    return word + "s"
  }

  private static func withEd(_ word: String) -> String {
    if word.hasSuffix("e") { return word + "d" }
    if endsWithConsonant(and: "y", word) { return word.dropLast() + "ied" }
    return withClosedSyllable(word) + "ed"
  }

  private static func withIng(_ word: String) -> String {
    if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
    if word.hasSuffix("e"), !["ee", "oe", "ye"].contains(where: { word.hasSuffix($0) }) {
      return word.dropLast() + "ing"
    }
    return withClosedSyllable(word) + "ing"
  }

  /// The word as it stands before `-ed` and `-ing`: `stop` as `stopp`, `panic` as `panick`.
  ///
  /// Words of several syllables double their last consonant only if it is stressed, which spelling
  /// does not tell: `refer` and its like are in the table of irregular verbs.
  private static func withClosedSyllable(_ word: String) -> String {
    if word.hasSuffix("ic") { return word + "k" }
    let letters = Array(word)
    guard letters.count >= 3, let last = letters.last, !isVowel(last), !"hwxy".contains(last) else {
      return word
    }
    let vowel = letters.count - 2
    let isShort = isVowel(letters[vowel]) && !isVowelSound(letters, vowel - 1)
    let hasOneSyllable = !(0..<vowel).contains { isVowelSound(letters, $0) }
    return isShort && hasOneSyllable ? word + String(last) : word
  }

  /// Whether a letter is a vowel or a `y` as in `style`; the `u` of `qu` is none.
  private static func isVowelSound(_ letters: [Character], _ position: Int) -> Bool {
    let letter = letters[position]
    if letter == "u", position > 0, letters[position - 1] == "q" { return false }
    return isVowel(letter) || (letter == "y" && position > 0)
  }
}
