import AverModel
import AverRules

/// How often a text uses the words of the lists that some rules ask for.
struct GenreCounts {
  private var countOfList: [(list: Int, count: Int)] = []

  /// - Parameters:
  ///   - genres: What rules ask for.
  ///   - text: The text, whose words are counted once.
  ///   - rules: The lists.
  init(_ genres: [RuleGenre], in text: TokenizedText, _ rules: RuleSet) {
    for genre in genres where !countOfList.contains(where: { $0.list == genre.list }) {
      countOfList.append((genre.list, 0))
    }
    guard !countOfList.isEmpty else { return }
    for token in text.tokens where token.symbol.isKnown {
      for index in countOfList.indices
      where rules.contains(token.symbol, inList: countOfList[index].list) {
        countOfList[index].count += 1
      }
    }
  }

  /// Whether the text speaks of something often enough.
  func reach(_ genre: RuleGenre) -> Bool {
    countOfList.contains { $0.list == genre.list && $0.count >= genre.count }
  }
}
