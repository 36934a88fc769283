/// The words by which names and texts are compared: lower case, without marks and legal forms.
package enum NameKey {
  private static let legalForms: Set<String> = [
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc",
    "lp", "sa", "ag", "nv", "se", "gmbh", "spa", "ab", "oyj", "asa", "kk", "holdings", "holding",
    "group",
  ]

  /// The words of a text without possessives, points and other marks; `&` counts as `and`.
  package static func words(_ text: String) -> [String] {
    // Upper case first, so that ß and SS agree as they do under case folding.
    let characters = Array(text.uppercased().lowercased())
    var words: [String] = []
    var word = ""
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character == "'" || character == "\u{2019}", isPossessive(characters, at: index) {
        index += 2
        continue
      }
      if isWordCharacter(character) {
        word.append(character)
      } else if character != "." {
        if !word.isEmpty { words.append(word) }
        word = ""
        if character == "&" { words.append("and") }
      }
      index += 1
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The words of a name without articles in front and legal forms at the end.
  package static func key(_ name: String) -> [String] {
    var words = words(name)[...]
    while let first = words.first, ["the", "a", "an"].contains(first) { words.removeFirst() }
    while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
    return Array(words)
  }

  private static func isPossessive(_ characters: [Character], at index: Int) -> Bool {
    guard index + 1 < characters.count, characters[index + 1] == "s" else { return false }
    return index + 2 == characters.count || !isWordCharacter(characters[index + 2])
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
