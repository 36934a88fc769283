import AverRules

/// What patterns match in a sentence that several rules have in common: `@name_word{1,3}` stands in dozens.
struct SharedMatches {
  private var matches: [[PatternMachine.Match]]
  private var sentences: [Int]
  private var sentence = 0

  /// - Parameter count: How many patterns are shared.
  init(count: Int) {
    matches = Array(repeating: [], count: count)
    sentences = Array(repeating: 0, count: count)
  }

  /// Turns to the next sentence.
  mutating func turn() { sentence += 1 }

  /// The matches of a shared pattern in the sentence, which are looked for once.
  mutating func matches(
    of share: Int,
    _ program: Program,
    in input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> [PatternMachine.Match] {
    if sentences[share] != sentence {
      sentences[share] = sentence
      var found: [PatternMachine.Match] = []
      machine.forEachMatch(of: program, in: input) { found.append($0) }
      matches[share] = found
    }
    return matches[share]
  }

  /// The patterns that are equal to others, numbered from 0; -1 for those that stand alone.
  ///
  /// What asks for mentions depends on the rules before it, and what captures on its own names: such
  /// patterns are not shared.
  static func shares(of programs: [Program], in rules: RuleSet) -> (shares: [Int32], count: Int) {
    var firstOfDigest: [UInt64: Int] = [:]
    var shares = [Int32](repeating: -1, count: programs.count)
    var count = 0
    for (place, program) in programs.enumerated() where program.captureNames.isEmpty {
      let steps = rules.steps(of: program)
      guard steps.allSatisfy({ $0.code != .mention && $0.code != .trigger }) else { continue }
      let digest = digest(of: steps, program)
      guard let first = firstOfDigest[digest] else {
        firstOfDigest[digest] = place
        continue
      }
      guard programs[first].isLazy == program.isLazy,
        rules.steps(of: programs[first]).elementsEqual(steps)
      else { continue }
      if shares[first] < 0 {
        shares[first] = Int32(count)
        count += 1
      }
      shares[place] = shares[first]
    }
    return (shares, count)
  }

  private static func digest(of steps: some Sequence<Step>, _ program: Program) -> UInt64 {
    var digest: UInt64 = program.isLazy ? 1 : 0
    for step in steps {
      for number in [step.first, step.second, Int32(step.code.rawValue)] {
        digest = (digest ^ UInt64(UInt32(bitPattern: number))) &* 0x100_0000_01B3
      }
    }
    return digest
  }
}
