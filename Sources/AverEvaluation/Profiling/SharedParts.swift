/// What stands in all matches of a rule: what the rule could ask for, to be tried less often.
struct SharedParts: Sendable {
  /// In lower case; rules need not know them yet.
  private(set) var words: Set<String> = []
  private(set) var lists: Set<Int> = []
  private var isEmpty = true

  /// Keeps what stands in one more match, too.
  mutating func keep(words: Set<String>, lists: Set<Int>) {
    self.words = isEmpty ? words : self.words.intersection(words)
    self.lists = isEmpty ? lists : self.lists.intersection(lists)
    isEmpty = false
  }

  /// Keeps what stands in all matches of another part of the corpus, too.
  mutating func keep(_ other: SharedParts) {
    if !other.isEmpty { keep(words: other.words, lists: other.lists) }
  }
}
