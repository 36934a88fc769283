import AverModel
import AverRules

/// The dates that a page shows its readers beside the headline or below the article.
struct ShownDates {
  /// What a page says of a day.
  enum Meaning {
    case publication
    case change
    case other
  }

  /// A day on the page.
  struct Shown {
    let field: DocumentMetadata.Field
    let meaning: Meaning?
    /// How sure it is that this is the article's date; more is surer.
    let weight: Int
  }

  /// Longer lines are running text.
  private static let longestLine = 250
  /// How much of running text may be a dateline.
  private static let dateline = 80
  /// How many words of running text may stand before the day of a dateline: `Hamburg, 3 May 2024 – The …`.
  private static let wordsBeforeDay = 4
  /// A line with no more words beside its dates says nothing else.
  private static let fewWords = 6
  /// How many lines before and behind the headline may hold the date.
  private static let before = 8
  private static let behind = 25

  private let facts: PageFacts
  private let rules: CleaningRules
  private let written: WrittenDates

  init(facts: PageFacts, rules: CleaningRules, isDayFirst: Bool?) {
    self.facts = facts
    self.rules = rules
    written = WrittenDates(rules: rules, isDayFirst: isDayFirst)
  }

  /// The days beside the headline, the surest first.
  func besideHeadline() -> [Shown] {
    let places = facts.places
    let lines = places.lines
    guard !lines.isEmpty else { return [] }
    let headline = places.headline ?? places.article?.lowerBound ?? 0
    let end = min(lines.count, headline + Self.behind)
    var zone = Array(max(0, headline - Self.before)..<max(headline, end))
    let text = places.firstParagraph(behind: headline)
    if let text {
      // Running text has a dateline at its beginning only.
      zone = zone.filter { $0 < text + 4 }
      zone += (max(0, text - 4)..<min(lines.count, text + 3)).filter { !zone.contains($0) }
    }
    var result: [(shown: Shown, distance: Int)] = []
    for index in zone {
      let isInText = text.map { index >= $0 } ?? false
      guard let shown = date(of: lines[index], isInText: isInText), shown.meaning != .other else {
        continue
      }
      result.append((shown, abs(index - headline) + (index < headline ? 3 : 0)))
    }
    result.sort { ($0.shown.weight, $1.distance) > ($1.shown.weight, $0.distance) }
    return result.map(\.shown)
  }

  /// The days in lines right behind the article that say what they are.
  func belowArticle() -> [Shown] {
    guard let end = facts.places.article?.upperBound else { return [] }
    let lines = facts.places.lines
    return lines[max(0, end - 2)..<min(lines.count, end + 25)].compactMap { line in
      date(of: line, isInText: false).flatMap {
        $0.meaning == .publication || $0.meaning == .change ? $0 : nil
      }
    }
  }

  private func date(of line: TextBlock, isInText: Bool) -> Shown? {
    guard line.digitCount >= 3, line.exclusion < .foreign,
      !facts.isOfAnother(line.owner)
    else {
      return nil
    }
    let isLong = line.textCount > Self.longestLine
    let text = FoldedText.value(
      of: line.firstBytes(
        isLong ? Self.dateline : 2 * Self.longestLine,
        of: facts.tree,
        text: facts.decoded.bytes
      )
    )
    let tokens = WrittenDates.tokens(of: text)
    let dates = written.dates(in: tokens)
    guard let first = dates.first else { return nil }
    let rest = tokens.count - dates.reduce(0) { $0 + $1.tokens.count }
    let isRunning = isLong || isInText && rest > Self.fewWords
    var chosen: (date: WrittenDates.Found, meaning: Meaning?) = (first, nil)
    var start = 0
    for date in dates {
      let meaning = meaning(of: tokens[start..<date.tokens.lowerBound], isRunning: isRunning)
      start = date.tokens.upperBound
      if date.tokens == first.tokens { chosen.meaning = meaning }
      if meaning == .publication {
        chosen = (date, meaning)
        break
      }
    }
    let isSaid = chosen.meaning == .publication && !isInText
    if isRunning, !isSaid, !isDateline(tokens[..<first.tokens.lowerBound]) { return nil }
    if chosen.meaning == nil, Set(dates.map(\.day)).count > 1 { return nil }
    let isLabelled = facts.isDateLabel(line)
    if chosen.meaning == nil, !isLabelled, !isLong, rest > 14 { return nil }
    var weight = rest <= Self.fewWords ? 2 : 1
    if facts.isChangeLabel(line) { chosen.meaning = .change }
    if chosen.meaning == .publication { weight += 3 }
    if chosen.meaning == .change { weight -= 4 }
    if isLabelled { weight += 3 }
    return Shown(
      field: .init(
        value: DateReader.format(chosen.date.day),
        source: facts.source(of: line)
      ),
      meaning: chosen.meaning,
      weight: weight
    )
  }

  private static let longestPreposition = 3

  private func isPreposition(_ token: WrittenDates.Token) -> Bool {
    token.text.count <= Self.longestPreposition
      && LineBeginning(CollectionOfOne(token.text), rules).count(.publicationLabel) == 1
  }

  /// Whether the words before a day in running text are a place, as in `Hamburg, 3 May 2024 – The …`: `On 3 May
  /// 2024 the …` tells of that day.
  private func isDateline(_ before: ArraySlice<WrittenDates.Token>) -> Bool {
    before.count <= Self.wordsBeforeDay && !before.contains(where: isPreposition)
  }

  private static let longestByline = 7

  /// Whether a line begins with these words and they name an author, as in `By Ines Marlow on`.
  private func isByline(_ words: ArraySlice<WrittenDates.Token>) -> Bool {
    words.startIndex == 0 && words.count <= Self.longestByline
      && LineBeginning(words.lazy.map(\.text), rules).count(.byline) > 0
  }

  /// What the words before a date say of it: the last label among them.
  private func meaning(
    of tokens: ArraySlice<WrittenDates.Token>,
    isRunning: Bool
  ) -> Meaning? {
    var result: Meaning?
    for index in tokens.indices.suffix(8) {
      let beginning = LineBeginning(tokens[index...].lazy.map(\.text), rules)
      let labelCount = beginning.count(.publicationLabel)
      // `on`, `am` say so at the beginning of a line or behind its author only: `released on 3 May` tells of
      // something else.
      let isPreposition = isPreposition(tokens[index])
      let isBehindAuthor = index == tokens.endIndex - 1 && isByline(tokens)
      if beginning.count(.changeLabel) > 0 {
        result = .change
      } else if labelCount > 0, !isPreposition || (index == 0 || isBehindAuthor) && !isRunning {
        if result == nil { result = .publication }
      } else if beginning.count(.otherDate) > 0 {
        result = .other
      }
    }
    return result
  }
}
