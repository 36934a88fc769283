package import AverRules

/// The words by which cleaning judges a page, ready to be looked up.
///
/// An entry is found by the hash of its words, so that a page's bytes need not become strings.
package struct CleaningRules: Sendable {
  private var memberships: [UInt64: CleaningLists] = [:]
  private let source: CleaningWordLists

  /// Prepares word lists.
  package init(_ source: CleaningWordLists) {
    self.source = source
    memberships.reserveCapacity(2048)
    for list in CleaningList.allCases {
      for entry in source.entries(of: list) {
        memberships[Self.hash(entry, list.form).value, default: []].insert(CleaningLists(list))
      }
    }
  }

  private static func hash(_ entry: String, _ form: CleaningList.EntryForm) -> WordHash {
    var hash = WordHash()
    if form == .phrase {
      for word in FoldedText.words(entry) { hash.add(word.utf8) }
    } else {
      hash.add(entry.utf8)
    }
    return hash
  }

  // MARK: Questions

  /// The lists that have an entry with a hash.
  func lists(of hash: WordHash) -> CleaningLists { memberships[hash.value] ?? [] }

  /// The lists that have an entry.
  func lists(of words: some Sequence<Substring>) -> CleaningLists {
    var hash = WordHash()
    for word in words { hash.add(word.utf8) }
    return lists(of: hash)
  }

  /// The entries of a list in order.
  func entries(of list: CleaningList) -> [String] { source.entries(of: list) }

  /// The month that a word names, from 1; nil if it names none.
  func month(_ word: Substring) -> Int? {
    let lists = lists(of: CollectionOfOne(word))
    return CleaningList.months.firstIndex { lists.contains($0) }.map { $0 + 1 }
  }
}

/// A set of lists.
struct CleaningLists: OptionSet, Hashable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(_ list: CleaningList) { rawValue = 1 << UInt64(list.rawValue) }

  func contains(_ list: CleaningList) -> Bool { rawValue & 1 << UInt64(list.rawValue) != 0 }
}
