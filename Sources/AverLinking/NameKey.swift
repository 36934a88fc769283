import AverModel

/// A name cut to what makes two spellings the same: folded words, without article and legal suffix.
struct NameKey: Hashable {
  let words: [String]

  /// - Parameters:
  ///   - name: The name as the text has it.
  ///   - suffixes: Folded legal suffixes (`inc`, `corp`), without stops.
  init(_ name: String, suffixes: Set<String>) {
    var parts = Self.parts(of: name).map { part in
      let folded = WordFolding.folded(part).filter { $0 != 0x2E }
      return String(decoding: folded, as: UTF8.self)
    }
    parts.removeAll { $0.isEmpty }
    if parts.count > 1, ["the", "a", "an"].contains(parts[0]) { parts.removeFirst() }
    while parts.count > 1, let last = parts.last, suffixes.contains(last) { parts.removeLast() }
    words = parts
  }

  /// The words of a name, as bytes.
  private static func parts(of name: String) -> [[UInt8]] {
    guard name.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) else {
      return name.split { $0 == " " || $0 == "," || $0 == "\u{A0}" || $0 == "\n" }
        .map { Array($0.utf8) }
    }
    return name.utf8.split { $0 == 0x20 || $0 == 0x2C || $0 == 0x0A }.map { Array($0) }
  }

  /// Whether this is the beginning of the other name: `Goldman` of `Goldman Sachs`.
  func isPrefix(of other: NameKey) -> Bool {
    words.count < other.words.count && Array(other.words.prefix(words.count)) == words
  }

  /// Whether this is the end of the other name: `Altman` of `Sam Altman`.
  func isSuffix(of other: NameKey) -> Bool {
    words.count < other.words.count && Array(other.words.suffix(words.count)) == words
  }

  /// Whether two names of people can be one: a surname and a full name, or full names that differ by
  /// initials and middle names (`J. Harker`, `Jane Harker`, `Jane Q. Harker`).
  func isSamePerson(as other: NameKey) -> Bool {
    guard let first = words.first, let otherFirst = other.words.first,
      words.last == other.words.last
    else { return false }
    if isSuffix(of: other) || other.isSuffix(of: self) { return true }
    if words.count == 1 || other.words.count == 1 { return false }
    let isInitial = first.utf8.count == 1 || otherFirst.utf8.count == 1
    let agrees = first == otherFirst || (isInitial && first.first == otherFirst.first)
    let (middle, otherMiddle) = (words.dropFirst().dropLast(), other.words.dropFirst().dropLast())
    return agrees && (middle.isEmpty || otherMiddle.isEmpty)
  }

  /// The initials of its words, small words left out and, as a variant, kept.
  var initials: [String] {
    let small: Set<String> = ["of", "and", "the", "for", "&", "de", "in"]
    let all = words.compactMap(\.first).map(String.init).joined()
    let large = words.filter { !small.contains($0) }.compactMap(\.first).map(String.init).joined()
    return all == large ? [all] : [all, large]
  }
}
