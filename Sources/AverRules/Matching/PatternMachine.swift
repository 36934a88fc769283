package import AverModel

/// Runs compiled patterns over one sentence.
///
/// Each pair of step and token is visited at most once in a search, whatever the pattern: time is at
/// most steps × tokens, and nothing can make it explode. Pairs that failed from one start are not tried
/// again from the next.
package struct PatternMachine: ~Copyable {
  /// A match; positions count from the first token of the sentence.
  package struct Match: Hashable, Sendable {
    package let start: Int
    package let end: Int
    /// One a capture name; nil for captures that took no part.
    package let captures: [Capture?]
  }

  private let rules: RuleSet
  private let steps: FrozenView<Step>
  private var sieve: PatternSieve
  private var workspace: MatchWorkspace
  private var tests: TestRows

  package init(rules: RuleSet) {
    self.rules = rules
    steps = FrozenView(rules.steps)
    let lease = MachineLease(for: rules)
    sieve = PatternSieve(rules: rules, lease)
    workspace = MatchWorkspace(lease)
    tests = TestRows(rules.masks)
  }

  /// Finds all matches from left to right, without overlaps.
  ///
  /// - Parameters:
  ///   - program: The pattern.
  ///   - input: The sentence.
  ///   - trigger: The trigger of the frame whose `with` pattern it is; empty for none.
  ///   - body: Called with each match.
  package mutating func forEachMatch(
    of program: Program,
    in input: borrowing SentenceInput,
    trigger: TokenRange = TokenRange(0, 0),
    _ body: (Match) -> Void
  ) {
    guard input.has(program) else { return }
    tests.turn(to: input)
    guard
      sieve.findStarts(
        of: program,
        from: 0,
        to: input.count,
        input,
        trigger: trigger,
        &tests
      )
    else { return }
    guard sieve.matches(program, input, trigger: trigger, ends: 0...input.count, &tests) else {
      return
    }
    workspace.begin(steps: program.stepCount, tokens: input.count)
    var start = sieve.nextStart(from: 0)
    while let position = start {
      if let match = run(program, input, trigger, from: position, endingAt: nil) {
        body(match)
        workspace.begin(steps: program.stepCount, tokens: input.count)
        start = sieve.nextStart(from: max(match.end, position + 1))
      } else {
        start = sieve.nextStart(from: position + 1)
      }
    }
  }

  /// The match that begins at a token.
  ///
  /// - Parameters:
  ///   - program: The pattern.
  ///   - input: The sentence.
  ///   - start: The token where it must begin.
  ///   - end: The token where it must end; nil for anywhere.
  /// - Returns: The match; nil if there is none.
  package mutating func match(
    _ program: Program,
    in input: borrowing SentenceInput,
    at start: Int,
    endingAt end: Int? = nil
  ) -> Match? {
    guard start < input.count else { return nil }
    tests.turn(to: input)
    workspace.begin(steps: program.stepCount, tokens: input.count)
    return run(program, input, TokenRange(0, 0), from: start, endingAt: end)
  }

  /// Whether a pattern matches right before a token.
  package mutating func matches(
    _ program: Program,
    in input: borrowing SentenceInput,
    endingAt end: Int
  ) -> Bool {
    let first = max(0, end - Limits.gap)
    guard input.has(program) else { return false }
    tests.turn(to: input)
    guard sieve.findStarts(of: program, from: first, to: end, input, &tests) else { return false }
    return sieve.matches(program, input, ends: end...end, &tests)
  }

  /// Whether a pattern matches from a token on.
  package mutating func matches(
    _ program: Program,
    in input: borrowing SentenceInput,
    at start: Int
  ) -> Bool {
    overlaps(program, in: input, from: start, TokenRange(start, start + 1))
  }

  /// Whether a pattern matches from a token on, and before the end of some tokens, so that it ends behind
  /// the first of these: whether it overlaps them.
  package mutating func overlaps(
    _ program: Program,
    in input: borrowing SentenceInput,
    from first: Int,
    _ tokens: TokenRange
  ) -> Bool {
    guard tokens.start < input.count, input.has(program) else { return false }
    tests.turn(to: input)
    guard sieve.findStarts(of: program, from: first, to: tokens.end, input, &tests) else {
      return false
    }
    return sieve.matches(program, input, ends: (tokens.start + 1)...input.count, &tests)
  }

  private mutating func run(
    _ program: Program,
    _ input: borrowing SentenceInput,
    _ trigger: TokenRange,
    from start: Int,
    endingAt requiredEnd: Int?
  ) -> Match? {
    let width = input.count + 1
    workspace.clearSlots(2 * program.captureNames.count)
    workspace.push(step: 0, position: start)
    var best: Match?
    while let next = workspace.popUnvisited(width: width) {
      let position = next.position
      let hasToken = position < input.count
      let step = steps[program.firstStep + next.step]
      switch step.code {
      case .match:
        guard requiredEnd == nil || requiredEnd == position else { continue }
        if position > best?.end ?? start { best = result(start, position, program, input) }
        if program.isLazy || requiredEnd != nil, let best {
          workspace.abandon()
          return best
        }
      case .jump: workspace.push(step: Int(step.first), position: position)
      case .split:
        workspace.push(step: Int(step.second), position: position)
        workspace.push(step: Int(step.first), position: position)
      case .save:
        workspace.save(slot: Int(step.first), position: position)
        workspace.push(step: next.step + 1, position: position)
      case .any: if hasToken { workspace.push(step: next.step + 1, position: position + 1) }
      case .word:
        if hasToken, Int(input.symbol(at: position).index) == Int(step.first) {
          workspace.push(step: next.step + 1, position: position + 1)
        }
      case .wordOf:
        let bit: UInt64 = 1 << UInt64(position & 63)
        if hasToken, input.tokens(inWordSet: Int(step.first), word: position / 64) & bit != 0 {
          workspace.push(step: next.step + 1, position: position + 1)
        }
      case .exact:
        if hasToken, Int(input.symbol(at: position).index) == Int(step.first),
          input.isSpelled(position, position + 1, as: rules.literals.utf8(of: Int(step.second)))
        {
          workspace.push(step: next.step + 1, position: position + 1)
        }
      case .trigger:
        if !trigger.isEmpty, input.base + position == trigger.start {
          workspace.push(step: next.step + 1, position: trigger.end - input.base)
        }
      case .test:
        if hasToken, passes(Int(step.first), at: position, input) {
          workspace.push(step: next.step + 1, position: position + 1)
        }
      case .list:
        guard hasToken else { continue }
        // Shorter entries first onto the stack, so that the longest is tried first.
        for place in input.entryPlaces(at: position) {
          let entry = input.entry(place)
          if entry.list == step.first {
            workspace.push(step: next.step + 1, position: Int(entry.end))
          }
        }
      case .mention:
        guard hasToken, input.hasMentions(at: position) else { continue }
        var last = position
        while let end = input.mentionEnd(of: Int(step.first), at: position, after: last) {
          workspace.push(step: next.step + 1, position: end)
          last = end
        }
      }
    }
    return best
  }

  /// Whether a token passes a test.
  private mutating func passes(
    _ test: Int,
    at position: Int,
    _ input: borrowing SentenceInput
  ) -> Bool {
    let bit: UInt64 = 1 << UInt64(position & 63)
    return tests.passing(test, bit, word: position / 64, input) != 0
  }

  private func result(
    _ start: Int,
    _ end: Int,
    _ program: Program,
    _ input: borrowing SentenceInput
  ) -> Match {
    var captures: [Capture?] = []
    captures.reserveCapacity(program.captureNames.count)
    for capture in program.captureNames.indices {
      let (first, last) = (workspace.slot(2 * capture), workspace.slot(2 * capture + 1))
      guard first >= 0, last > first else {
        captures.append(nil)
        continue
      }
      let value = input.value(first, last, of: program.captureLists[capture])
      captures.append(
        Capture(
          tokens: TokenRange(input.base + first, input.base + last),
          entry: value.map { rules.values[$0] },
          mention: input.mention(first, last, of: program.captureTypes[capture])
        )
      )
    }
    return Match(start: start, end: end, captures: captures)
  }
}
