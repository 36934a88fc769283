import AverModel

/// Takes out of an article's lines those that are no part of it: teasers, bylines, appeals.
struct ParagraphRules {
  /// A line with what it says.
  struct Line {
    let block: TextBlock
    let kind: Block.Kind
    /// Its words in lower case; only the first ones of a long line.
    let words: [Substring]
  }

  /// Longer lines are running text, whatever they begin with.
  private static let shortLine = 160

  let title: [Substring]
  let author: [Substring]

  init(metadata: DocumentMetadata) {
    title = metadata.title.map { FoldedText.words($0.value) } ?? []
    author = metadata.author.map { FoldedText.words($0.value) } ?? []
  }

  /// The lines that stay.
  func kept(_ lines: [Line]) -> [Line] {
    let total = lines.reduce(0) { $0 + $1.block.textCount }
    let end = self.end(of: lines, total: total)
    var kept: [Line] = []
    for (index, line) in lines[..<end].enumerated() {
      let isAtStart = index < 6
      let isAtEnd = index >= end - 4
      if !isBoilerplate(line, isAtStart: isAtStart, isAtEnd: isAtEnd) { kept.append(line) }
    }
    // A page of links has no other text; taking them out would leave nothing of it.
    let keptCount = kept.reduce(0) { $0 + $1.block.textCount }
    return 3 * keptCount >= total ? kept : lines
  }

  /// Where the article ends: at a line that introduces other articles or its author.
  private func end(of lines: [Line], total: Int) -> Int {
    var count = 0
    for (index, line) in lines.enumerated() {
      // What introduces other articles stands behind most of this one.
      let isLate = 2 * count >= total
      count += line.block.textCount
      guard isLate, line.block.textCount <= 60 else { continue }
      let isIntroduction = line.kind == .heading || line.words.count <= 5
      if isIntroduction, BoilerplatePhrases.begins(line.words, with: BoilerplatePhrases.endings) {
        return index
      }
    }
    return lines.count
  }

  private func isBoilerplate(_ line: Line, isAtStart: Bool, isAtEnd: Bool) -> Bool {
    let block = line.block
    let words = line.words
    if words.isEmpty { return true }
    if 10 * block.timeCount >= 8 * block.textCount { return true }
    if block.linkShare >= 0.9, line.kind != .listItem, line.kind != .tableRow { return true }
    if isAtStart, isTitle(words) { return true }
    guard block.textCount <= Self.shortLine else {
      return isAtEnd && isBiography(words)
    }
    if isAtStart || isAtEnd, isByline(words) { return true }
    if isAtEnd, isBiography(words) { return true }
    let isMarked = block.linkCount > 0 || words.count <= 4
    if isMarked, BoilerplatePhrases.begins(words, with: BoilerplatePhrases.teasers) { return true }
    if BoilerplatePhrases.begins(words, with: BoilerplatePhrases.appeals) { return true }
    return words.count <= 14 && BoilerplatePhrases.begins(words, with: BoilerplatePhrases.datelines)
  }

  /// Whether a line says the title again.
  private func isTitle(_ words: [Substring]) -> Bool {
    !title.isEmpty && words.count >= min(3, title.count) && words == title
  }

  /// Whether a line says nothing but who wrote the article.
  private func isByline(_ words: [Substring]) -> Bool {
    guard !author.isEmpty, words.count <= author.count + 6 else { return false }
    let rest = words.filter { !author.contains($0) }
    return rest.count <= 1 && rest.count < words.count
      || ["by", "von", "par", "por", "di", "door"].contains(words[0]) && rest.count <= 4
        && rest.count < words.count
  }

  /// Whether a line tells who the author is.
  private func isBiography(_ words: [Substring]) -> Bool {
    guard author.count >= 2, words.count > author.count,
      zip(words, author).prefix(2).allSatisfy({ $0 == $1 })
    else { return false }
    return words.prefix(author.count + 3).contains { verbs.contains($0) }
  }

  private let verbs: Set<Substring> = ["is", "covers", "writes", "reports", "was", "has", "joined"]
}
