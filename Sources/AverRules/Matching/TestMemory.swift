/// The outcomes of token tests in one sentence, so that each question is answered once.
struct TestMemory {
  private let width: Int
  /// For each token: bits of the tests that were decided, then bits of their outcomes.
  private var bits: [UInt64] = []
  private var sentence: UInt64 = 0

  /// - Parameter testCount: How many tests there are to remember.
  init(testCount: Int) { width = (testCount + 63) / 64 }

  /// Forgets everything if the sentence is another one than before.
  mutating func turn(to identity: UInt64, tokens: Int) {
    guard sentence != identity else { return }
    sentence = identity
    let size = 2 * width * min(tokens, Limits.memoTokens)
    if bits.count < size { bits = Array(repeating: 0, count: size) }
    for word in 0..<size { bits[word] = 0 }
  }

  /// What is known of a test at a token; nil if nothing is.
  subscript(test: Int, position: Int) -> Bool? {
    get {
      guard position < Limits.memoTokens else { return nil }
      let word = 2 * width * position + test / 64
      let bit: UInt64 = 1 << UInt64(test & 63)
      guard bits[word] & bit != 0 else { return nil }
      return bits[word + width] & bit != 0
    }
    set {
      guard position < Limits.memoTokens, let newValue else { return }
      let word = 2 * width * position + test / 64
      let bit: UInt64 = 1 << UInt64(test & 63)
      bits[word] |= bit
      if newValue { bits[word + width] |= bit }
    }
  }
}
