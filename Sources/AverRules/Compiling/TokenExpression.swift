import AverModel

/// A regular expression over the bytes of one token, matched whole, in linear time.
package struct TokenExpression: Hashable, Sendable {
  /// The number of steps; the last one is the match.
  let stepCount: Int
  /// How many 64-bit words have a bit for each step.
  let width: Int
  /// For each step the bytes that it accepts, as four words of bits.
  let bytes: FrozenArray<UInt64>
  /// For each step where it leads without reading a byte, as `width` words of bits.
  let closures: FrozenArray<UInt64>
  /// The kinds of bytes that a match can begin with, as bits (see `ProfileTest`).
  let firstBytes: UInt64
  /// The fewest and the most bytes of a match, up to `ProfileTest.longest`.
  let lengths: ClosedRange<Int>

  /// Compiles an expression; nil if it is not well formed or needs more than 512 steps.
  package init?(_ text: String) {
    guard let syntax = TokenExpressionSyntax.parse(text),
      let compiled = TokenExpressionSteps(syntax)
    else { return nil }
    let steps = compiled.steps
    stepCount = steps.count
    width = (steps.count + 63) / 64
    var bytes: [UInt64] = []
    var closures = [UInt64](repeating: 0, count: steps.count * width)
    for (index, step) in steps.enumerated() {
      var accepted = ByteSet()
      if case .bytes(let set) = step { accepted = set }
      bytes += [accepted.low, accepted.second, accepted.third, accepted.high]
      for next in compiled.closure(of: index) {
        closures[index * width + next / 64] |= 1 << UInt64(next % 64)
      }
    }
    var firstBytes: UInt64 = 0
    for next in compiled.closure(of: 0) {
      guard case .bytes(let set) = steps[next] else { continue }
      for byte in 0...UInt8.max where set.contains(byte) {
        firstBytes |= 1 << UInt64(ProfileTest.kind(ofFirst: byte))
      }
    }
    self.bytes = FrozenArray(bytes)
    self.closures = FrozenArray(closures)
    self.firstBytes = firstBytes
    lengths = syntax.lengths(upTo: ProfileTest.longest)
  }

  /// Creates an expression from its parts; nil if they do not fit together.
  init?(
    bytes: FrozenArray<UInt64>,
    closures: FrozenArray<UInt64>,
    firstBytes: UInt64,
    lengths: ClosedRange<Int>
  ) {
    stepCount = bytes.count / 4
    width = (stepCount + 63) / 64
    guard bytes.count % 4 == 0, (1...TokenExpressionSteps.limit).contains(stepCount),
      closures.count == stepCount * width, lengths.lowerBound >= 0,
      lengths.upperBound <= ProfileTest.longest
    else { return nil }
    self.bytes = bytes
    self.closures = closures
    self.firstBytes = firstBytes
    self.lengths = lengths
  }

  /// Whether the whole of a range of a text matches.
  ///
  /// - Complexity: O(*n* · *m*) for *n* bytes and *m* steps.
  package func matches(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    TokenExpressionView(self).matches(text, start, end)
  }
}

/// An expression for loops: see `FrozenView`.
struct TokenExpressionView: BitwiseCopyable, Sendable {
  private let stepCount: Int
  private let width: Int
  private let bytes: FrozenView<UInt64>
  private let closures: FrozenView<UInt64>
  private let firstBytes: UInt64
  private let leastLength: Int
  private let mostLength: Int

  init(_ expression: TokenExpression) {
    stepCount = expression.stepCount
    width = expression.width
    bytes = FrozenView(expression.bytes)
    closures = FrozenView(expression.closures)
    firstBytes = expression.firstBytes
    leastLength = expression.lengths.lowerBound
    mostLength = expression.lengths.upperBound
  }

  /// Whether the whole of a range of a text matches.
  ///
  /// - Complexity: O(*n* · *m*) for *n* bytes and *m* steps.
  func matches(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let length = min(end - start, ProfileTest.longest)
    guard length >= leastLength, length <= mostLength else { return false }
    if length > 0, firstBytes >> UInt64(ProfileTest.kind(ofFirst: text[start])) & 1 == 0 {
      return false
    }
    var current = InlineArray<8, UInt64>(repeating: 0)
    for word in 0..<width { current[word] = closures[word] }
    for position in start..<end {
      let byte = Int(text[position])
      var next = InlineArray<8, UInt64>(repeating: 0)
      var isAlive = false
      for word in 0..<width {
        var left = current[word]
        while left != 0 {
          let step = word * 64 + left.trailingZeroBitCount
          left &= left - 1
          guard bytes[4 * step + byte / 64] >> UInt64(byte & 63) & 1 == 1 else { continue }
          isAlive = true
          for other in 0..<width { next[other] |= closures[(step + 1) * width + other] }
        }
      }
      if !isAlive { return false }
      current = next
    }
    let last = stepCount - 1
    return current[last / 64] >> UInt64(last % 64) & 1 == 1
  }
}
