/// The tokens of a block after which a sentence may end, in order.
///
/// The scanner notes them while it reads, so that sentences are looked for at few tokens.
struct BreakCandidates {
  private(set) var tokens: [Int] = []
  /// The first token of the block.
  private(set) var first = 0

  /// Forgets the candidates of the block before.
  mutating func begin(at token: Int) {
    tokens.removeAll(keepingCapacity: true)
    first = token
  }

  /// Notes a token, unless it or one behind it is noted already.
  mutating func note(_ token: Int) {
    guard token >= first, tokens.last.map({ $0 < token }) ?? true else { return }
    tokens.append(token)
  }
}
