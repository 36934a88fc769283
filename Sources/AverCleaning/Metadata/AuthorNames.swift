import AverModel
import AverRules

/// Tells names of authors from what else stands in their place.
struct AuthorNames {
  private static let longestName = 120

  let rules: CleaningRules
  let site: String?

  /// The names joined by commas, or nil if none of them looks like an author's.
  func joined(_ fields: [DocumentMetadata.Field]) -> DocumentMetadata.Field? {
    var names: [String] = []
    var source: ByteRange?
    for field in fields {
      guard let name = name(field.value), !names.contains(name) else { continue }
      names.append(name)
      if let range = field.source { source = source.map { $0.union(range) } ?? range }
    }
    guard !names.isEmpty, names.count <= 12 else { return nil }
    return .init(value: names.joined(separator: ", "), source: source)
  }

  /// The part of a field before the first break.
  func firstPart(of field: DocumentMetadata.Field) -> DocumentMetadata.Field {
    let part = field.value.prefix { $0 != PageFacts.breakMark }
    let value = part.last == " " ? part.dropLast() : part
    return .init(value: String(value), source: field.source)
  }

  /// The name that a field holds, which may say `By` in front.
  private func name(_ text: String) -> String? {
    let name = withoutBy(text)
    let words = FoldedText.words(String(name))
    guard !words.isEmpty, words.count <= 12, name.utf8.count <= Self.longestName,
      name.contains(where: \.isLetter), !name.contains("://"), !name.contains("@"),
      !name.contains("www."), !name.contains("{"),
      !rules.lists(of: words).contains(.noAuthor),
      !words.contains("admin")
    else { return nil }
    guard let site else { return String(name) }
    if FoldedText.words(site) == words { return nil }
    // `Ines Marlow, The Courier`.
    let suffix = ", " + site
    return String(name.hasSuffix(suffix) ? name.dropLast(suffix.count) : name)
  }

  private func withoutBy(_ text: String) -> Substring {
    var rest = text[...]
    for _ in 0..<3 {
      let beginning = LineBeginning(FoldedText.words(String(rest)), rules)
      let count = max(beginning.count(.byline), beginning.count(.publicationLabel))
      guard count > 0 else { break }
      rest = rest.droppingWords(count)
    }
    return rest
  }

  // MARK: Bylines

  /// The names of a text that is shown as a byline; nil if it does not read like names.
  func byline(_ field: DocumentMetadata.Field) -> DocumentMetadata.Field? {
    var names: [String] = []
    for part in withoutBy(field.value).pieces(at: Self.separators) {
      let words = part.split(separator: " ")
      let folded = FoldedText.words(String(part))
      guard names.isEmpty || LineBeginning(folded, rules).count(.bylineEnd) == 0,
        let kept = fullName(words)
      else {
        break
      }
      if !names.contains(kept) { names.append(kept) }
    }
    return joined(names.map { .init(value: $0, source: field.source) })
  }

  private static let separators = [
    ",", ";", "|", " and ", " und ", " et ", " & ", " y ", "•", "·", "/", " – ", " - ", "—",
  ]

  /// The words of a part, if they read like the name of a person: two to five, with capitals but for particles.
  private func fullName(_ words: [Substring]) -> String? {
    var kept: [Substring] = []
    for word in words {
      let folded = FoldedText.words(String(word))
      let isEnd = LineBeginning(folded, rules).count(.bylineEnd) > 0
      if isEnd && !kept.isEmpty || folded.contains(where: { rules.month($0) != nil }) { break }
      if word.contains(where: \.isNumber) {
        // `Mon 12`: what stands before a number belongs to it.
        if let last = kept.last, last.count <= 3, kept.count > 2 { kept.removeLast() }
        break
      }
      kept.append(word)
    }
    while let last = kept.last, !last.contains(where: \.isLetter) { kept.removeLast() }
    let capitals = kept.filter { $0.first.map { $0.isUppercase } ?? false }
    guard (2...5).contains(kept.count), 2 * capitals.count >= kept.count,
      kept.first?.first?.isUppercase == true, kept.last?.first?.isUppercase == true,
      !kept.contains(where: { $0.contains("@") || $0.contains(":") || $0.contains("?") })
    else { return nil }
    return kept.joined(separator: " ")
  }

  /// What stands behind the word for *by* in a line that has one at its front or behind a date.
  func rangeBehindBy(_ line: String) -> Range<String.Index>? {
    let words = line.wordRanges
    for (index, range) in words.prefix(12).enumerated() {
      let rest = words[index...].prefix(4).map { Substring(line[$0].lowercased()) }
      let count = LineBeginning(rest, rules).count(.byline)
      guard count > 0, index + count < words.count else {
        // Only a date may stand before it.
        if index >= 8
          || line[range].first?.isNumber != true
            && rules.month(Substring(line[range].lowercased())) == nil
            && rules.lists(of: [Substring(line[range].lowercased())]).isDisjoint(
              with: Self.dateWords
            )
        {
          return nil
        }
        continue
      }
      return words[index + count].lowerBound..<line.endIndex
    }
    return nil
  }

  private static let dateWords: CleaningLists = [
    CleaningLists(.publicationLabel), CleaningLists(.changeLabel), CleaningLists(.bylineEnd),
  ]

  /// Whether an author is named by what a user signs in with.
  static func isHandle(_ name: String) -> Bool {
    !name.contains(" ") && !name.contains(where: \.isUppercase)
  }
}

extension String {
  /// Where its words are.
  fileprivate var wordRanges: [Range<Index>] {
    var result: [Range<Index>] = []
    var start: Index?
    for index in indices {
      if self[index].isLetter || self[index].isNumber {
        start = start ?? index
      } else if let begun = start {
        result.append(begun..<index)
        start = nil
      }
    }
    if let start { result.append(start..<endIndex) }
    return result
  }
}

extension Substring {
  /// The rest behind the first words and what follows them.
  fileprivate func droppingWords(_ count: Int) -> Substring {
    var rest = self
    for _ in 0..<count {
      rest = rest.drop { !($0.isLetter || $0.isNumber) }
      rest = rest.drop { $0.isLetter || $0.isNumber }
    }
    return rest.drop { !($0.isLetter || $0.isNumber) }
  }

  /// The parts between separators, without white space around them.
  fileprivate func pieces(at separators: [String]) -> [Substring] {
    var parts: [Substring] = []
    var start = startIndex
    var position = startIndex
    while position < endIndex {
      if let separator = separators.first(where: { self[position...].hasPrefix($0) }) {
        parts.append(self[start..<position])
        position = index(position, offsetBy: separator.count)
        start = position
      } else {
        position = index(after: position)
      }
    }
    parts.append(self[start...])
    return parts.map { part in
      var part = part.drop { $0 == " " }
      while part.last == " " || part.last == "." && part.count > 4 && !part.dropLast().contains(".")
      {
        part.removeLast()
      }
      return part
    }.filter { !$0.isEmpty }
  }
}
