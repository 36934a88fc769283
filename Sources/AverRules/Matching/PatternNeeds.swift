import AverModel
import Synchronization

/// What each match of a pattern must hold, in the order of its parts: a sentence that lacks one of them
/// needs no look at the pattern's steps.
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
  private var parts: [Int32] = []

  init(rules: RuleSet) {
    steps = FrozenView(rules.steps)
    starts = Scratch(repeating: -1, count: rules.index.programs.count)
  }

  /// Whether a sentence has all parts of a pattern, one behind another, from a token on.
  func areMet(
    by input: borrowing SentenceInput,
    _ program: Program,
    from start: Int
  ) -> Bool {
    if starts[program.number] < 0 { learn(program) }
    let parts = self.parts
    var place = Int(starts[program.number])
    var position = start
    while parts[place] != 0 {
      let end = place + 1 + Int(parts[place])
      var nearest = Int.max
      place += 1
      while place < end {
        let step = steps[program.firstStep + Int(parts[place])]
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
    let isCut = cuts(of: program)
    for number in 0..<program.stepCount where isCut[number] {
      let step = steps[program.firstStep + number]
      switch step.code {
      case .word, .wordOf, .exact, .list, .mention: parts += [1, Int32(number)]
      case .split:
        if let ways = ways(from: number, program, isCut) {
          parts.append(Int32(ways.count))
          parts += ways
        }
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

  /// The steps of which one takes the next words behind a split; nil if that says nothing: if the split may be
  /// passed without words, or if other steps than those for words, lists and mentions are among them.
  private func ways(from split: Int, _ program: Program, _ isCut: [Bool]) -> [Int32]? {
    var ways: [Int32] = []
    var pending = [split]
    while let number = pending.popLast() {
      if number > split, isCut[number] { return nil }
      let step = steps[program.firstStep + number]
      switch step.code {
      case .split: pending += [Int(step.first), Int(step.second)]
      case .jump: pending.append(Int(step.first))
      case .save: pending.append(number + 1)
      case .word, .wordOf, .exact, .list, .mention:
        if ways.count == Self.mostWays { return nil }
        ways.append(Int32(number))
      case .any, .test, .trigger, .match: return nil
      }
    }
    return ways
  }
}

/// What machines have worked out of patterns, kept for the next ones.
final class NeedsPool: Sendable {
  private let idle = Mutex<[PatternNeeds]>([])

  /// What an earlier machine has worked out; else nothing yet.
  func take(for rules: RuleSet) -> PatternNeeds {
    idle.withLock { $0.popLast() } ?? PatternNeeds(rules: rules)
  }

  /// Takes back what a machine no longer needs.
  func giveBack(_ needs: PatternNeeds) { idle.withLock { $0.append(needs) } }
}
