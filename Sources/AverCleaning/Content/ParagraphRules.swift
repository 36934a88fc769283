import AverModel

/// Takes out of an article's lines those that are no part of it: teasers, bylines, appeals.
struct ParagraphRules {
  /// A line with what it says.
  struct Line {
    let block: TextBlock
    let kind: Block.Kind
    /// Its words in lower case; only the first ones of a long line.
    let words: [Substring]
    /// How many of them stand before a colon, if one stands near the start.
    let leadCount: Int?
    /// Whether there is a digit.
    let hasDigit: Bool

    /// Whether the line consists of so many words, or has a colon behind them.
    fileprivate func isLabel(_ count: Int) -> Bool { words.count == count || leadCount == count }
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
      let phrase = BoilerplatePhrases.count(of: BoilerplatePhrases.endings, beginning: line.words)
      if isIntroduction, phrase >= 2 || phrase == 1 && line.words.count == 1 { return index }
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
    return isTeaser(line) || isAppeal(line) || isDateline(line)
  }

  // One word proves nothing: `Related parties`, `Copyright law`, `Photos of the scene` begin
  // sentences too. It counts as a label, or with what such lines have besides.

  private func isTeaser(_ line: Line) -> Bool {
    let phrase = BoilerplatePhrases.count(of: BoilerplatePhrases.teasers, beginning: line.words)
    return phrase > 0 && (line.isLabel(phrase) || phrase >= 2 && line.block.linkCount > 0)
  }

  private func isAppeal(_ line: Line) -> Bool {
    let phrase = BoilerplatePhrases.count(of: BoilerplatePhrases.appeals, beginning: line.words)
    return phrase >= 2
      || phrase == 1
        && (line.isLabel(phrase) || line.block.linkCount > 0 && line.words.count <= 8)
  }

  private func isDateline(_ line: Line) -> Bool {
    let phrase = BoilerplatePhrases.count(of: BoilerplatePhrases.datelines, beginning: line.words)
    guard phrase > 0, line.words.count <= 14 else { return false }
    return line.isLabel(phrase) || line.hasDigit && line.words.count <= 9
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
