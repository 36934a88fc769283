/// Where headline and article stand among the lines of a page.
struct PagePlaces {
  /// The lines of the page.
  let lines: [TextBlock]
  /// The lines from the first of the article to the last; nil if there is no article.
  let article: Range<Int>?
  /// The line of the headline.
  private(set) var headline: Int?

  /// - Parameters:
  ///   - lines: The lines of the page.
  ///   - article: Indices of those that may be the article, in order.
  init(lines: [TextBlock], article: [Int]) {
    self.lines = lines
    if let first = article.first, let last = article.last {
      self.article = first..<(last + 1)
    } else {
      self.article = nil
    }
  }

  /// Notes the headline: the line that begins at a node or behind it.
  mutating func setHeadline(node: Int) {
    let index = lines.partitioned { $0.nodes.upperBound > node }
    headline = index < lines.count ? index : nil
  }

  /// The first line of the article's running text behind a line, or the article's first line.
  func firstParagraph(behind headline: Int) -> Int? {
    guard let article else { return nil }
    let start = article.contains(headline) ? headline : article.lowerBound
    return lines[start..<article.upperBound].firstIndex {
      $0.exclusion == .none && $0.textCount >= Self.paragraphLength && $0.linkShare < 0.5
    } ?? article.lowerBound
  }

  private static let paragraphLength = 120

  /// The lines around the headline up to the first ones of the article; nil if there is neither.
  var headZone: Range<Int>? {
    guard !lines.isEmpty, let headline = headline ?? article?.lowerBound else { return nil }
    let end = max(headline, article.map { min($0.lowerBound, headline + 25) } ?? headline) + 4
    return max(0, min(headline, lines.count) - 6)..<min(lines.count, end)
  }
}

extension Array {
  /// The first index from which on all elements belong to the second part.
  fileprivate func partitioned(by belongsToSecond: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
