import AverRules

/// The lists that have the beginnings of a line as entries.
struct LineBeginning {
  /// A phrase of a list has at most so many words.
  private static let longest = 6

  private var lists: [CleaningLists] = []

  /// - Parameters:
  ///   - words: Words in lower case, of which the first ones are looked at.
  ///   - rules: The lists.
  init(_ words: some Sequence<Substring>, _ rules: CleaningRules) {
    lists.reserveCapacity(Self.longest)
    var hash = WordHash()
    for word in words.prefix(Self.longest) {
      hash.add(word.utf8)
      lists.append(rules.lists(of: hash))
    }
  }

  /// The number of words of the longest entry of a list that the line begins with; 0 if there is none.
  func count(_ list: CleaningList) -> Int {
    lists.lastIndex { $0.contains(list) }.map { $0 + 1 } ?? 0
  }
}
