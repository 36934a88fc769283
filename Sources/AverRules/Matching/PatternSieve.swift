import AverModel

/// Decides whether a pattern matches at all, for all starts at once.
///
/// For each step it keeps the tokens at which that step is reached, as bits. Steps lead to later steps only, so
/// that one pass over them is enough: it costs a few operations a step, whatever the number of tokens, and
/// spares the search of nearly all patterns, which do not match.
struct PatternSieve: ~Copyable {
  private let steps: FrozenView<Step>
  private let literals: StringTable
  private let needs: PatternNeeds
  private let lease: MachineLease
  /// For each step of the pattern the words of its bits; all zero between searches.
  private var reached: Scratch<UInt64>
  /// A bit for each step that is reached and not yet taken; all zero between searches.
  private let waiting: Scratch<UInt64>
  /// The tokens from which the pattern is tried.
  private let starts: Scratch<UInt64>
  private var width = 1

  init(rules: RuleSet, _ lease: MachineLease) {
    steps = FrozenView(rules.steps)
    literals = rules.literals
    self.lease = lease
    needs = lease.memory.needs
    reached = Scratch(repeating: 0, count: 1_024)
    waiting = Scratch(repeating: 0, count: Limits.instructions / 64 + 2)
    starts = Scratch(repeating: 0, count: SentenceFeatures.greatestWidth)
  }

  /// Finds where a pattern can begin, from one token up to another; false if nowhere.
  mutating func findStarts(
    of program: Program,
    from first: Int,
    to last: Int,
    _ input: borrowing SentenceInput,
    trigger: TokenRange = TokenRange(0, 0),
    _ tests: inout TestRows
  ) -> Bool {
    width = input.width
    let ways = needs.firstSteps(of: program)
    var all: UInt64 = 0
    for word in 0..<width {
      var wanted = input.tokens(inWord: word)
      let (low, high) = (first - 64 * word, last - 64 * word)
      if low > 0 { wanted &= low >= 64 ? 0 : UInt64.max << UInt64(low) }
      if high < 64 { wanted &= high <= 0 ? 0 : (1 << UInt64(high)) - 1 }
      var bits: UInt64 = 0
      for way in ways where bits != wanted {
        let step = needs.step(at: way, of: program)
        bits |= starts(of: step, wanted, word, input, trigger, &tests)
      }
      starts[word] = bits
      all |= bits
    }
    return all != 0
  }

  /// Those of some tokens at which a step can take words.
  @inline(__always)
  private func starts(
    of step: Step,
    _ tokens: UInt64,
    _ word: Int,
    _ input: borrowing SentenceInput,
    _ trigger: TokenRange,
    _ tests: inout TestRows
  ) -> UInt64 {
    switch step.code {
    case .word, .exact: words(step, tokens, word, input)
    case .wordOf: tokens & input.tokens(inWordSet: Int(step.first), word: word)
    case .list: tokens & input.entries(of: Int(step.first), word: word)
    case .mention: tokens & input.mentions(of: Int(step.first), word: word)
    case .test: tests.passing(Int(step.first), tokens, word: word, input)
    case .trigger: trigger.isEmpty ? 0 : tokens
    case .any, .match, .split, .jump, .save: tokens
    }
  }

  /// The first start from a token on; nil if there is none.
  func nextStart(from position: Int) -> Int? {
    var word = position / 64
    guard word < width else { return nil }
    var bits = starts[word] & (UInt64.max << UInt64(position & 63))
    while bits == 0 {
      word += 1
      guard word < width else { return nil }
      bits = starts[word]
    }
    return 64 * word + bits.trailingZeroBitCount
  }

  /// Whether a match from one of the starts ends where it may.
  ///
  /// - Parameters:
  ///   - program: The pattern.
  ///   - input: The sentence.
  ///   - trigger: The trigger of the frame whose `with` pattern it is; empty for none.
  ///   - ends: The ends that count: from the first up to the second.
  ///   - tests: What is known of the tokens.
  /// - Returns: Whether there is one.
  mutating func matches(
    _ program: Program,
    _ input: borrowing SentenceInput,
    trigger: TokenRange = TokenRange(0, 0),
    ends: ClosedRange<Int>,
    _ tests: inout TestRows
  ) -> Bool {
    guard let first = nextStart(from: 0), needs.areMet(by: input, program, from: first) else {
      return false
    }
    if reached.count < program.stepCount * width {
      reached = Scratch(repeating: 0, count: 2 * program.stepCount * width)
    }
    for word in 0..<width { reached[word] = starts[word] }
    // A sentence of up to 63 tokens needs one word: the compiler makes that case a loop of its own.
    return width == 1
      ? pass(program, input, trigger, ends, &tests, width: 1)
      : pass(program, input, trigger, ends, &tests, width: width)
  }

  @inline(__always)
  private mutating func pass(
    _ program: Program,
    _ input: borrowing SentenceInput,
    _ trigger: TokenRange,
    _ ends: ClosedRange<Int>,
    _ tests: inout TestRows,
    width: Int
  ) -> Bool {
    let firstStep = program.firstStep
    let end = program.stepCount / 64 + 1
    var group = 0
    waiting[0] = 1
    while group < end {
      let left = waiting[group]
      guard left != 0 else {
        group += 1
        continue
      }
      waiting[group] = left & (left - 1)
      let number = 64 * group + left.trailingZeroBitCount
      for word in 0..<width {
        let bits = reached[number * width + word]
        guard bits != 0 else { continue }
        reached[number * width + word] = 0
        let step = steps[firstStep + number]
        let tokens = bits & input.tokens(inWord: word)
        var passing: UInt64 = 0
        switch step.code {
        case .match:
          if hasEnd(bits, word, ends) {
            clear(number, width, end)
            return true
          }
        case .jump: reach(Int(step.first), bits, word, width)
        case .split:
          reach(Int(step.first), bits, word, width)
          reach(Int(step.second), bits, word, width)
        case .save: reach(number + 1, bits, word, width)
        case .any: passing = tokens
        case .word, .exact: passing = words(step, tokens, word, input)
        case .wordOf:
          passing = tokens & input.tokens(inWordSet: Int(step.first), word: word)
        case .test: passing = tests.passing(Int(step.first), tokens, word: word, input)
        case .trigger:
          let position = trigger.start - input.base - 64 * word
          let behind = trigger.end - input.base
          if !trigger.isEmpty, behind <= input.count, position >= 0, position < 64,
            tokens >> UInt64(position) & 1 == 1
          {
            reachEnd(behind, number + 1, width)
          }
        case .list:
          var left = tokens & input.entries(of: Int(step.first), word: word)
          while left != 0 {
            let position = 64 * word + left.trailingZeroBitCount
            left &= left - 1
            for place in input.entryPlaces(at: position) {
              let entry = input.entry(place)
              if entry.list == step.first { reachEnd(Int(entry.end), number + 1, width) }
            }
          }
        case .mention:
          var left = tokens & input.mentions(of: Int(step.first), word: word)
          while left != 0 {
            let position = 64 * word + left.trailingZeroBitCount
            left &= left - 1
            var behind = position
            while let next = input.mentionEnd(of: Int(step.first), at: position, after: behind) {
              reachEnd(next, number + 1, width)
              behind = next
            }
          }
        }
        guard passing != 0 else { continue }
        if passing << 1 != 0 { reach(number + 1, passing << 1, word, width) }
        if passing >> 63 != 0 { reach(number + 1, 1, word + 1, width) }
      }
    }
    return false
  }

  @inline(__always)
  private mutating func reach(
    _ step: Int,
    _ bits: UInt64,
    _ word: Int,
    _ width: Int
  ) {
    reached[step * width + word] |= bits
    waiting[step / 64] |= 1 << UInt64(step & 63)
  }

  @inline(__always)
  private mutating func reachEnd(_ end: Int, _ step: Int, _ width: Int) {
    reach(step, 1 << UInt64(end & 63), end / 64, width)
  }

  private func hasEnd(_ bits: UInt64, _ word: Int, _ ends: ClosedRange<Int>) -> Bool {
    let (low, high) = (ends.lowerBound - 64 * word, ends.upperBound - 64 * word)
    guard low < 64, high >= 0 else { return false }
    var wanted = bits
    if low > 0 { wanted &= UInt64.max << UInt64(low) }
    if high < 63 { wanted &= (1 << UInt64(high + 1)) - 1 }
    return wanted != 0
  }

  /// Forgets what is left of a step and of all that wait behind it.
  private mutating func clear(_ step: Int, _ width: Int, _ end: Int) {
    waiting[step / 64] |= 1 << UInt64(step & 63)
    for group in (step / 64)..<end {
      while waiting[group] != 0 {
        let number = 64 * group + waiting[group].trailingZeroBitCount
        waiting[group] &= waiting[group] - 1
        for word in 0..<width { reached[number * width + word] = 0 }
      }
    }
  }

  /// Those of some tokens that are a word, or a word in a spelling.
  @inline(__always)
  private func words(
    _ step: Step,
    _ tokens: UInt64,
    _ word: Int,
    _ input: borrowing SentenceInput
  ) -> UInt64 {
    var passing: UInt64 = 0
    var left = tokens
    while left != 0 {
      let bit = left & ~(left - 1)
      let position = 64 * word + left.trailingZeroBitCount
      left &= left - 1
      guard Int(input.symbol(at: position).index) == Int(step.first) else { continue }
      if step.code == .exact, !isSpelled(step, at: position, input) { continue }
      passing |= bit
    }
    return passing
  }

  private func isSpelled(
    _ step: Step,
    at position: Int,
    _ input: borrowing SentenceInput
  ) -> Bool {
    input.isSpelled(position, position + 1, as: literals.utf8(of: Int(step.second)))
  }
}
