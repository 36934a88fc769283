import AverModel

/// Runs compiled patterns over one sentence.
///
/// Each pair of instruction and token is visited at most once in a search, whatever the pattern: time
/// is at most instructions × tokens, and nothing can make it explode. Pairs that failed from one start
/// are not tried again from the next.
///
/// What a token test says of a token is remembered by the number of the sentence: a machine serves one
/// `SentenceInput`, whose sentences have different numbers.
package struct PatternMachine: Sendable {
  /// A match; positions count from the first token of the sentence.
  package struct Match: Hashable, Sendable {
    package let start: Int
    package let end: Int
    /// One a capture name; nil for captures that took no part.
    package let captures: [Capture?]
  }

  private struct Pending {
    var instruction: Int
    var position: Int
    /// A capture boundary to restore when this entry is taken; -1 for none.
    var slot: Int
    var value: Int32
  }

  private let rules: RuleSet
  private var visited: [UInt32] = []
  /// The outcome of each test at each of the sentence's first tokens: stamp and result.
  private var memo: [UInt32] = []
  private var stamp: UInt32 = 0
  private var pending: [Pending] = []
  /// Start and end of each capture.
  private var slots: [Int32] = []

  private let tables: PatternTables

  package init(rules: RuleSet, tables: PatternTables) {
    self.rules = rules
    self.tables = tables
  }

  /// Finds all matches from left to right, without overlaps.
  ///
  /// - Parameters:
  ///   - program: The pattern.
  ///   - input: The sentence.
  ///   - body: Called with each match.
  package mutating func forEachMatch(
    of program: Program,
    in input: SentenceInput,
    _ body: (Match) -> Void
  ) {
    guard !program.instructions.isEmpty, input.has(program) else { return }
    beginSearch(program, input)
    var position = 0
    while position < input.count {
      guard input.canStart(program, at: position),
        let match = run(program, input, from: position, endingAt: nil)
      else {
        position += 1
        continue
      }
      body(match)
      beginSearch(program, input)
      position = max(match.end, position + 1)
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
    in input: SentenceInput,
    at start: Int,
    endingAt end: Int? = nil
  ) -> Match? {
    guard !program.instructions.isEmpty, start < input.count,
      input.canStart(program, at: start)
    else { return nil }
    beginSearch(program, input)
    return run(program, input, from: start, endingAt: end)
  }

  /// Whether a pattern matches right before a token.
  package mutating func matches(
    _ program: Program,
    in input: SentenceInput,
    endingAt end: Int
  ) -> Bool {
    var start = end - 1
    while start >= 0, start >= end - Limits.gap {
      if match(program, in: input, at: start, endingAt: end) != nil { return true }
      start -= 1
    }
    return false
  }

  private mutating func beginSearch(_ program: Program, _ input: SentenceInput) {
    let size = program.instructions.count * (input.count + 1)
    if visited.count < size {
      visited.append(contentsOf: repeatElement(0, count: size - visited.count))
    }
    stamp += 1
    if stamp == UInt32.max {
      for index in visited.indices { visited[index] = 0 }
      stamp = 1
    }
  }

  private mutating func run(
    _ program: Program,
    _ input: SentenceInput,
    from start: Int,
    endingAt requiredEnd: Int?
  ) -> Match? {
    let captureCount = program.captureNames.count
    let width = input.count + 1
    slots.removeAll(keepingCapacity: true)
    for _ in 0..<(2 * captureCount) { slots.append(-1) }
    pending.removeAll(keepingCapacity: true)
    pending.append(entry(0, start))
    var best: Match?
    while let next = pending.popLast() {
      if next.slot >= 0 {
        slots[next.slot] = next.value
        continue
      }
      let key = next.instruction * width + next.position
      guard visited[key] != stamp else { continue }
      visited[key] = stamp
      let position = next.position
      let hasToken = position < input.count
      switch program.instructions[next.instruction] {
      case .match:
        guard requiredEnd == nil || requiredEnd == position else { continue }
        if position > best?.end ?? start {
          best = result(start, position, program, input)
        }
        if program.isLazy || requiredEnd != nil, let best { return best }
      case .jump(let target): pending.append(entry(target, position))
      case .split(let first, let second):
        pending.append(entry(second, position))
        pending.append(entry(first, position))
      case .save(let slot):
        pending.append(Pending(instruction: 0, position: 0, slot: slot, value: slots[slot]))
        // The first start of a repeated capture stays, the last end counts.
        if slot % 2 == 1 || slots[slot] < 0 { slots[slot] = Int32(position) }
        pending.append(entry(next.instruction + 1, position))
      case .any: if hasToken { pending.append(entry(next.instruction + 1, position + 1)) }
      case .word(let symbol):
        if hasToken, token(input, position).symbol == symbol {
          pending.append(entry(next.instruction + 1, position + 1))
        }
      case .wordOf(let set):
        if hasToken, rules.wordSets[set].contains(token(input, position).symbol) {
          pending.append(entry(next.instruction + 1, position + 1))
        }
      case .exact(let symbol, let literal):
        if hasToken, token(input, position).symbol == symbol,
          input.isSpelled(position, position + 1, as: rules.literals.utf8(of: literal))
        {
          pending.append(entry(next.instruction + 1, position + 1))
        }
      case .trigger:
        if !input.trigger.isEmpty, input.base + position == input.trigger.start {
          pending.append(entry(next.instruction + 1, input.trigger.end - input.base))
        }
      case .test(let test):
        if hasToken, passes(test, at: position, input) {
          pending.append(entry(next.instruction + 1, position + 1))
        }
      case .list(let list):
        guard hasToken else { continue }
        // Shorter entries first onto the stack, so that the longest is tried first.
        for match in input.listMatches(at: position) where Int(match.list) == list {
          pending.append(entry(next.instruction + 1, Int(match.end)))
        }
      case .mention(let type):
        guard hasToken else { continue }
        for end in input.mentionEnds(of: type, at: position) {
          pending.append(entry(next.instruction + 1, end))
        }
      }
    }
    return best
  }

  /// Whether a token passes a test; each pair is decided once a sentence.
  private mutating func passes(_ test: Int, at position: Int, _ input: SentenceInput) -> Bool {
    let key = test * Limits.memoTokens + position
    guard position < Limits.memoTokens else {
      return input.passes(tables.masks[test], at: position)
        && (!tables.masks[test].hasMore
          || input.passesLists(tables.tests[test].test, at: position))
    }
    if memo.isEmpty {
      memo = Array(repeating: 0, count: tables.masks.count * Limits.memoTokens)
    }
    if memo[key] >> 1 == input.stamp { return memo[key] & 1 == 1 }
    let result =
      input.passes(tables.masks[test], at: position)
      && (!tables.masks[test].hasMore || input.passesLists(tables.tests[test].test, at: position))
    memo[key] = input.stamp << 1 | (result ? 1 : 0)
    return result
  }

  private func entry(_ instruction: Int, _ position: Int) -> Pending {
    Pending(instruction: instruction, position: position, slot: -1, value: 0)
  }

  private func token(_ input: SentenceInput, _ position: Int) -> Token {
    input.text.tokenized.tokens[input.base + position]
  }

  private func result(
    _ start: Int,
    _ end: Int,
    _ program: Program,
    _ input: SentenceInput
  ) -> Match {
    let captures = program.captureNames.indices.map { capture -> Capture? in
      let first = Int(slots[2 * capture])
      let last = Int(slots[2 * capture + 1])
      guard first >= 0, last > first else { return nil }
      let value = input.value(first, last, of: program.captureLists[capture])
      return Capture(
        tokens: TokenRange(input.base + first, input.base + last),
        entry: value.map { rules.values[$0] },
        mention: input.mention(first, last, of: program.captureTypes[capture])
      )
    }
    return Match(start: start, end: end, captures: captures)
  }
}

/// What the inner loops need of a rule set, made once and shared by all machines.
package final class PatternTables: Sendable {
  let masks: [TokenMask]
  let tests: [TokenTestReference]

  package init(rules: RuleSet) {
    masks = rules.tests.map { TokenMask($0) }
    tests = rules.tests.map { TokenTestReference($0) }
  }
}

/// A token test behind one reference, so that the loop does not copy its arrays.
final class TokenTestReference: Sendable {
  let test: TokenTest

  init(_ test: TokenTest) { self.test = test }
}
