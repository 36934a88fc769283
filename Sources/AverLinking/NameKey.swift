import AverModel

/// A name cut to what makes two spellings the same: folded words, without article and legal suffix.
struct NameKey: Hashable {
  let words: [String]

  /// - Parameters:
  ///   - name: The name as the text has it.
  ///   - suffixes: Folded legal suffixes (`inc`, `corp`), without stops.
  init(_ name: String, suffixes: Set<String>) {
    var parts = name.split { $0 == " " || $0 == "," || $0 == "\u{A0}" || $0 == "\n" }.map { part in
      let folded = WordFolding.folded(Array(part.utf8)).filter { $0 != 0x2E }
      return String(decoding: folded, as: UTF8.self)
    }
    parts.removeAll { $0.isEmpty }
    if parts.count > 1, ["the", "a", "an"].contains(parts[0]) { parts.removeFirst() }
    while parts.count > 1, let last = parts.last, suffixes.contains(last) { parts.removeLast() }
    words = parts
  }

  /// Whether this is the beginning of the other name: `Goldman` of `Goldman Sachs`.
  func isPrefix(of other: NameKey) -> Bool {
    words.count < other.words.count && Array(other.words.prefix(words.count)) == words
  }

  /// Whether this is the end of the other name: `Altman` of `Sam Altman`.
  func isSuffix(of other: NameKey) -> Bool {
    words.count < other.words.count && Array(other.words.suffix(words.count)) == words
  }

  /// The initials of its words, small words left out and, as a variant, kept.
  var initials: [String] {
    let small: Set<String> = ["of", "and", "the", "for", "&", "de", "in"]
    let all = words.compactMap(\.first).map(String.init).joined()
    let large = words.filter { !small.contains($0) }.compactMap(\.first).map(String.init).joined()
    return all == large ? [all] : [all, large]
  }
}
