import AverModel

/// The outcomes of token tests in one sentence, as bits of its tokens, so that each question is answered once.
struct TestRows: ~Copyable {
  private let masks: TokenMasksView
  private var width = 1
  /// For each test the tokens for which it is decided, and those that pass; its stamp counts.
  private let decided: Scratch<UInt64>
  private let passed: Scratch<UInt64>
  private let stamps: Scratch<UInt32>
  private var stamp: UInt32 = 0
  private var sentence: UInt64 = 0

  init(_ masks: TokenMasks) {
    self.masks = TokenMasksView(masks)
    decided = Scratch(room: SentenceFeatures.greatestWidth * masks.masks.count)
    passed = Scratch(room: SentenceFeatures.greatestWidth * masks.masks.count)
    stamps = Scratch(repeating: 0, count: masks.masks.count)
  }

  /// Forgets everything if the sentence is another one than before.
  @inline(__always)
  mutating func turn(to input: borrowing SentenceInput) {
    guard sentence != input.identity else { return }
    sentence = input.identity
    width = input.width
    stamp += 1
  }

  /// Those of some tokens, given as one word of bits, that pass a test.
  @inline(__always)
  mutating func passing(
    _ test: Int,
    _ tokens: UInt64,
    word: Int,
    _ input: borrowing SentenceInput
  ) -> UInt64 {
    let place = test * width + word
    if stamps[test] != stamp { clear(test) }
    let open = tokens & ~decided[place]
    if open != 0 { decide(test, open, word, input) }
    return tokens & passed[place]
  }

  private mutating func clear(_ test: Int) {
    stamps[test] = stamp
    for word in 0..<width {
      decided[test * width + word] = 0
      passed[test * width + word] = 0
    }
  }

  private mutating func decide(
    _ test: Int,
    _ tokens: UInt64,
    _ word: Int,
    _ input: borrowing SentenceInput
  ) {
    decided[test * width + word] |= tokens
    passed[test * width + word] |= masks.passing(test, tokens, word: word, input)
  }
}

extension TokenMasksView {
  /// Those of some tokens, given as one word of bits, that pass a test.
  func passing(
    _ test: Int,
    _ tokens: UInt64,
    word: Int,
    _ input: borrowing SentenceInput
  ) -> UInt64 {
    let mask = masks[test]
    var passing = tokens
    var list = Int(mask.firstList)
    for _ in 0..<mask.listCount {
      passing &= input.words(of: Int(lists[list]), word: word)
      list += 1
    }
    for _ in 0..<mask.forbiddenListCount {
      passing &= ~input.words(of: Int(lists[list]), word: word)
      list += 1
    }
    var left = passing
    while left != 0 {
      let bit = left & ~(left - 1)
      let position = 64 * word + left.trailingZeroBitCount
      left &= left - 1
      if !input.passes(mask, at: position) || !matchesExpressions(mask, at: position, input) {
        passing &= ~bit
      }
    }
    return passing
  }

  @inline(__always)
  private func matchesExpressions(
    _ mask: TokenMask,
    at position: Int,
    _ input: borrowing SentenceInput
  ) -> Bool {
    var place = Int(mask.firstExpression)
    for _ in 0..<mask.expressionCount {
      if !input.matches(expressions[place], at: position) { return false }
      place += 1
    }
    for _ in 0..<mask.forbiddenExpressionCount {
      if input.matches(expressions[place], at: position) { return false }
      place += 1
    }
    return true
  }
}
