package import AverModel

/// The list entries that stand in one sentence, by first token.
package struct ListMatches: Sendable {
  /// An entry of a list; positions count from the first token of the sentence.
  package struct Match: Hashable, Sendable, BitwiseCopyable {
    package let start: Int32
    package let end: Int32
    package let list: Int32
    /// The index of its value; -1 if it has none.
    package let value: Int32
  }

  /// The index of the sentence's first token in the document.
  package private(set) var base = 0
  /// The number of tokens.
  package private(set) var count = 0
  package private(set) var matches: [Match] = []
  private var starts: [Int32] = []

  /// Turns to a sentence and forgets the entries of the one before.
  mutating func begin(at base: Int, count: Int) {
    self.base = base
    self.count = count
    matches.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
  }

  /// What is appended from now on begins at the next token; called once more behind the last.
  mutating func turnToNext() { starts.append(Int32(matches.count)) }

  mutating func append(_ match: Match) { matches.append(match) }

  /// The places in `matches` of the entries that begin at a token, shorter ones first.
  @inline(__always)
  func places(at position: Int) -> Range<Int> {
    Int(starts[position])..<Int(starts[position + 1])
  }

  /// The entries that begin at a token, shorter ones first.
  package func matches(at position: Int) -> ArraySlice<Match> { matches[places(at: position)] }

  /// The tokens of the document that an entry covers.
  package func tokens(of match: Match) -> TokenRange {
    TokenRange(base + Int(match.start), base + Int(match.end))
  }
}
