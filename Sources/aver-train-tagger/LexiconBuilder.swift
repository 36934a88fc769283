import AverModel
import AverSyntax

/// Collects the words of the treebanks, with the classes and verb forms they were seen with.
struct LexiconBuilder {
  /// A word that was seen less often says too little of its classes.
  private static let leastCount = 3
  /// How often a word must be seen before the tagger may trust its only class.
  private static let leastCertainCount = 12

  private struct Word {
    let hash: UInt64
    var counts = Array(repeating: 0, count: TagClass.count)
    var forms: VerbFormSet = []
    var formCounts = Array(repeating: 0, count: 5)
    var isIrregular = false
    /// The forms of the table, and those seen more often than errors are.
    var verbForms: VerbFormSet {
      let seen = formCounts.reduce(0, +)
      return formCounts.indices.reduce(into: forms) { result, form in
        guard formCounts[form] > 0, formCounts[form] * 50 >= seen else { return }
        result.insert(VerbFormSet(rawValue: 1 << UInt8(form)))
      }
    }
    var total: Int { counts.reduce(0, +) }
  }

  private var words: [Word] = []
  private var indices: [UInt64: Int] = [:]

  /// The words in the order in which they were first seen.
  func lexicon() -> TaggerLexicon {
    TaggerLexicon(
      words: words.filter { $0.total >= Self.leastCount || $0.isIrregular }.map { word in
        (hash: word.hash, entry: Self.entry(of: word))
      }
    )
  }

  mutating func add(_ treebank: Treebank) {
    let bytes = treebank.text.clean.bytes.span
    for (index, token) in treebank.text.tokens.enumerated() {
      guard let tagClass = treebank.classes[index] else { continue }
      let place = self.place(of: WordFeatures(of: bytes, token.start, token.end).hash)
      words[place].counts[Int(tagClass.rawValue)] += 1
      let form = treebank.verbForms[index]
      let last = bytes[token.end - 1] | 0x20
      // An annotator's slip: a gerund ends in g, a third person in s.
      let isSlip = form == .gerund ? last != 0x67 : form == .thirdPerson && last != 0x73
      if !form.isEmpty, !isSlip { words[place].formCounts[form.rawValue.trailingZeroBitCount] += 1 }
    }
  }

  /// Adds a table of irregular verbs: base, past, past participle, with `|` between variants.
  mutating func add(irregularVerbs table: String) {
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let columns: [VerbFormSet] = [.base, .past, .pastParticiple, .gerund, .thirdPerson]
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      for (cell, form) in zip(cells, columns) {
        for spelling in cell.split(separator: "|") {
          let place = self.place(of: WordFeatures.hash(of: String(spelling)))
          words[place].forms.insert(form)
          words[place].isIrregular = true
        }
      }
    }
  }

  private mutating func place(of hash: UInt64) -> Int {
    if let known = indices[hash] { return known }
    indices[hash] = words.count
    words.append(Word(hash: hash))
    return words.count - 1
  }

  private static func entry(of word: Word) -> LexiconEntry {
    let total = word.total
    var classes: UInt16 = 0
    // A class in less than one of a hundred cases is an error of annotation or a play on words.
    for (index, count) in word.counts.enumerated() where count > 0 && count * 100 >= total {
      classes |= 1 << UInt16(index)
    }
    if word.isIrregular, total < leastCount {
      if !word.forms.isDisjoint(with: [.base, .past, .gerund, .thirdPerson]) {
        classes |= 1 << UInt16(TagClass.verb.rawValue)
      }
      if word.forms.contains(.pastParticiple) {
        classes |= 1 << UInt16(TagClass.pastParticiple.rawValue)
      }
    }
    let mostCommon = word.counts.max() ?? 0
    let isCertain =
      total >= leastCertainCount && mostCommon * 1000 >= total * 996
      && classes.nonzeroBitCount == 1
    return LexiconEntry(
      hash: word.hash,
      classes: classes,
      verbForms: word.verbForms,
      isCertain: isCertain
    )
  }
}
