import AverModel
import AverRules

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
    /// Which phrases it begins with.
    let beginning: LineBeginning
    /// Whether it is nothing but a link to another page of the site.
    let isOwnLink: Bool
    /// Whether there is a digit.
    let hasDigit: Bool

    /// Whether it introduces what follows.
    fileprivate var isHeadingLike: Bool {
      kind == .heading || block.textCount <= 60 && block.lastByte == 0x3A
    }

    /// Whether it is nothing but a number that counts what follows.
    fileprivate var isOrdinal: Bool {
      kind == .paragraph && block.textCount <= 2 && block.digitCount == block.textCount
    }

    /// Whether the line consists of so many words, or has a colon behind them.
    fileprivate func isLabel(_ count: Int) -> Bool { words.count == count || leadCount == count }
  }

  /// Longer lines are running text, whatever they begin with.
  private static let shortLine = 160

  private let rules: CleaningRules
  private let title: [Substring]
  private let author: [Substring]

  init(metadata: DocumentMetadata, rules: CleaningRules) {
    self.rules = rules
    title = metadata.title.map { FoldedText.words($0.value) } ?? []
    author = metadata.author.map { FoldedText.words($0.value) } ?? []
  }

  /// What becomes of each line; nil where it stays.
  func verdicts(on lines: [Line]) -> [LineVerdict?] {
    let total = lines.reduce(0) { $0 + $1.block.textCount }
    let end = self.end(of: lines, total: total)
    var verdicts: [LineVerdict?] = []
    verdicts.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      guard index < end else {
        verdicts.append(.behindEnd)
        continue
      }
      let verdict = verdict(on: line, isAtStart: index < 6, isAtEnd: index >= end - 4)
      verdicts.append(verdict)
    }
    dropLinkLists(lines, &verdicts)
    // A page of links has no other text; taking them out would leave nothing of it.
    let keptCount = zip(lines, verdicts).reduce(0) {
      $0 + ($1.1 == nil ? $1.0.block.textCount : 0)
    }
    return 3 * keptCount >= total ? verdicts : Array(repeating: nil, count: lines.count)
  }

  /// Drops lists of links to other pages of the site, behind the article and below teasers.
  ///
  /// Links to other sites may be its sources.
  private func dropLinkLists(_ lines: [Line], _ verdicts: inout [LineVerdict?]) {
    var index = lines.count
    var linkCount = 0
    while index > 0, verdicts[index - 1] != nil || lines[index - 1].isOwnLink {
      index -= 1
      if lines[index].isOwnLink { linkCount += 1 }
    }
    if linkCount >= 2 {
      for place in index..<lines.count where verdicts[place] == nil { verdicts[place] = .link }
      if index > 0, lines[index - 1].isHeadingLike { verdicts[index - 1] = .link }
    }
    var isBelowTeaser = false
    for place in 0..<index {
      if verdicts[place] == .teaser {
        isBelowTeaser = true
      } else if isBelowTeaser, lines[place].isOwnLink {
        verdicts[place] = .link
      } else if verdicts[place] == nil {
        isBelowTeaser = false
      }
    }
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
      let phrase = line.beginning.count(.ending)
      if isIntroduction, phrase >= 2 || phrase == 1 && line.words.count == 1 { return index }
    }
    return lines.count
  }

  private func verdict(on line: Line, isAtStart: Bool, isAtEnd: Bool) -> LineVerdict? {
    let block = line.block
    let words = line.words
    if words.isEmpty || line.isOrdinal { return .wordless }
    if 10 * block.timeCount >= 8 * block.textCount { return .date }
    if block.linkShare >= 0.9, line.kind != .listItem, line.kind != .tableRow { return .link }
    if isAtStart, isTitle(words) { return .title }
    if isAtEnd, isBiography(words) { return .biography }
    if isAtEnd, isInvitation(line) { return .appeal }
    guard block.textCount <= Self.shortLine else { return nil }
    if isAtStart || isAtEnd, isByline(words) { return .byline }
    if isTeaser(line) { return .teaser }
    if isAppeal(line) { return .appeal }
    return isDateline(line) ? .dateline : nil
  }

  // One word proves nothing: `Related parties`, `Copyright law`, `Photos of the scene` begin
  // sentences too. It counts as a label, or with what such lines have besides.

  private func isTeaser(_ line: Line) -> Bool {
    let phrase = line.beginning.count(.teaser)
    return phrase > 0 && (line.isLabel(phrase) || phrase >= 2 && line.block.linkCount > 0)
  }

  private func isAppeal(_ line: Line) -> Bool {
    let phrase = line.beginning.count(.appeal)
    return phrase >= 2
      || phrase == 1
        && (line.isLabel(phrase) || line.block.linkCount > 0 && line.words.count <= 8)
  }

  /// Whether a line at the end asks the reader to follow a link.
  private func isInvitation(_ line: Line) -> Bool {
    guard line.block.linkCount > 0, line.block.textCount <= 250 else { return false }
    return line.beginning.count(.invitation) > 0
      || line.words.contains { rules.lists(of: CollectionOfOne($0)).contains(.newsletter) }
  }

  private func isDateline(_ line: Line) -> Bool {
    let phrase = line.beginning.count(.dateline)
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
      || LineBeginning(words, rules).count(.byline) > 0 && rest.count <= 4
        && rest.count < words.count
  }

  /// Whether a line tells who the author is.
  private func isBiography(_ words: [Substring]) -> Bool {
    guard author.count >= 2, words.count > author.count,
      zip(words, author).prefix(2).allSatisfy({ $0 == $1 })
    else { return false }
    return words.prefix(author.count + 3).contains {
      rules.lists(of: CollectionOfOne($0)).contains(.biographyVerb)
    }
  }
}
