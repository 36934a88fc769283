import AverModel
import Synchronization

/// What each match of a pattern begins with, and what it must hold, in the order of its parts: a sentence that
/// lacks one of them needs no look at the pattern's steps.
///
/// Steps lead to later steps only. So a step over which no earlier one leads is on the way of every match, and
/// where it splits, one of the steps that take words next is. What a pattern needs is worked out when it is
/// first asked for, and handed from one machine to the next.
///
/// It is for one machine at a time.
final class PatternNeeds: @unchecked Sendable {
  /// More ways than these are not looked at: one of them is nearly always there.
  private static let mostWays = 12

  private let steps: FrozenView<Step>
  /// Where the parts of each pattern begin in `parts`; -1 for those that are not worked out.
  private let starts: Scratch<Int32>
  /// For each part how many steps may take it, then their numbers; 0 behind the last part.
  ///
  /// Ahead of the parts, in the same way, are the steps with which a match can begin.
  private let parts = ScratchList<Int32>(capacity: 1 << 14)

  init(rules: RuleSet) {
    steps = FrozenView(rules.steps)
    starts = Scratch(repeating: -1, count: rules.index.programs.count)
  }

  /// The numbers of the steps that take the first words of a match.
  @inline(__always)
  func firstSteps(of program: Program) -> Range<Int> {
    if starts[program.number] < 0 { learn(program) }
    let place = Int(starts[program.number])
    return (place + 1)..<(place + 1 + Int(parts[place]))
  }

  /// The step at a place of `firstSteps`.
  @inline(__always)
  func step(at place: Int, of program: Program) -> Step {
    steps[program.firstStep + Int(parts[place])]
  }

  /// Whether a sentence has all parts of a pattern, one behind another, from a token on.
  func areMet(
    by input: borrowing SentenceInput,
    _ program: Program,
    from start: Int
  ) -> Bool {
    var place = firstSteps(of: program).upperBound
    var position = start
    while parts[place] != 0 {
      let end = place + 1 + Int(parts[place])
      var nearest = Int.max
      place += 1
      while place < end {
        let step = step(at: place, of: program)
        nearest = min(nearest, Self.firstPlace(of: step, from: position, in: input))
        place += 1
      }
      if nearest == Int.max { return false }
      position = nearest + 1
    }
    return true
  }

  /// The first token from one on where a step may take words; `Int.max` if there is none.
  @inline(__always)
  private static func firstPlace(
    of step: Step,
    from position: Int,
    in input: borrowing SentenceInput
  ) -> Int {
    let operand = Int(step.first)
    if step.code == .word || step.code == .exact {
      for place in position..<max(position, input.count)
      where Int(input.symbol(at: place).index) == operand {
        return place
      }
      return Int.max
    }
    var mask = UInt64.max << UInt64(position & 63)
    for word in (position / 64)..<max(position / 64, input.width) {
      let bits: UInt64 =
        switch step.code {
        case .wordOf: input.tokens(inWordSet: operand, word: word)
        case .list: input.entries(of: operand, word: word)
        default: input.mentions(of: operand, word: word)
        }
      if bits & mask != 0 { return 64 * word + (bits & mask).trailingZeroBitCount }
      mask = UInt64.max
    }
    return Int.max
  }

  private func learn(_ program: Program) {
    starts[program.number] = Int32(parts.count)
    append(firstSteps(from: 0, program) { _ in false } ?? [])
    let isCut = cuts(of: program)
    for number in 0..<program.stepCount where isCut[number] {
      let step = steps[program.firstStep + number]
      switch step.code {
      case .word, .wordOf, .exact, .list, .mention: append([number])
      case .split: if let ways = ways(from: number, program, isCut) { append(ways) }
      default: break
      }
    }
    parts.append(0)
  }

  /// For each step whether it is on the way of every match.
  private func cuts(of program: Program) -> [Bool] {
    var isCut: [Bool] = []
    isCut.reserveCapacity(program.stepCount)
    var farthest = 0
    for number in 0..<program.stepCount {
      isCut.append(farthest <= number)
      let step = steps[program.firstStep + number]
      switch step.code {
      case .split: farthest = max(farthest, Int(step.first), Int(step.second))
      case .jump: farthest = max(farthest, Int(step.first))
      default: farthest = max(farthest, number + 1)
      }
    }
    return isCut
  }

  private func append(_ ways: [Int]) {
    parts.append(Int32(ways.count))
    for way in ways { parts.append(Int32(way)) }
  }

  /// The steps of which one takes the next words behind a split; nil if that says nothing.
  ///
  /// So it is if a step that is on every way, and counts by itself, may come next without words between, or if
  /// other steps than those for words, lists and mentions are among them.
  private func ways(from split: Int, _ program: Program, _ isCut: [Bool]) -> [Int]? {
    guard let ways = firstSteps(from: split, program, isEnd: { $0 > split && isCut[$0] }) else {
      return nil
    }
    let isTelling = ways.allSatisfy { way in
      switch steps[program.firstStep + way].code {
      case .word, .wordOf, .exact, .list, .mention: true
      default: false
      }
    }
    return isTelling && ways.count <= Self.mostWays ? ways : nil
  }

  /// The steps of which one takes the next words from a step on, or ends the match; nil if a step that is an end
  /// may be reached before.
  private func firstSteps(
    from start: Int,
    _ program: Program,
    isEnd: (Int) -> Bool
  ) -> [Int]? {
    var ways: [Int] = []
    var pending = [start]
    while let number = pending.popLast() {
      if isEnd(number) { return nil }
      let step = steps[program.firstStep + number]
      switch step.code {
      case .split: pending += [Int(step.second), Int(step.first)]
      case .jump: pending.append(Int(step.first))
      case .save: pending.append(number + 1)
      default: if !ways.contains(number) { ways.append(number) }
      }
    }
    return ways
  }
}

/// What a machine needs and the next one can use again: what is worked out of patterns, and memory for searches.
@safe
final class MachineMemory: @unchecked Sendable {
  let needs: PatternNeeds
  /// See `MatchWorkspace`, which borrows them.
  var visited = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 0)
  var stamp: UInt32 = 0

  init(rules: RuleSet) { needs = PatternNeeds(rules: rules) }

  deinit { unsafe visited.deallocate() }
}

/// The memory that one machine has for as long as it lives.
final class MachineLease {
  let memory: MachineMemory
  private let pool: MachinePool

  init(for rules: RuleSet) {
    pool = rules.machines
    memory = pool.take() ?? MachineMemory(rules: rules)
  }

  deinit { pool.giveBack(memory) }
}

/// The memory of machines that are no more, for the next ones.
final class MachinePool: Sendable {
  private let idle = Mutex<[MachineMemory]>([])

  fileprivate func take() -> MachineMemory? { idle.withLock { $0.popLast() } }

  fileprivate func giveBack(_ memory: MachineMemory) { idle.withLock { $0.append(memory) } }
}
