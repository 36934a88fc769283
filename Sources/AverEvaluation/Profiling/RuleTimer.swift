import AverModel
import AverRules

/// Times patterns on stretches of one text.
struct RuleTimer: ~Copyable {
  /// The shortest of so many runs counts: what disturbs a run only makes it longer.
  private static let runCount = 3

  private let mentions: [Mention]
  private let rules: RuleSet
  private var input: SentenceInput
  private var machine: PatternMachine
  /// What taking the time takes.
  private let overhead: Int

  init(text: AnalyzedText, mentions: [Mention], rules: RuleSet) {
    self.mentions = mentions
    self.rules = rules
    input = SentenceInput(text: text, rules: rules)
    machine = PatternMachine(rules: rules)
    var least = Int.max
    for _ in 0..<20 {
      let start = ContinuousClock.now
      least = min(least, Self.nanoseconds(since: start))
    }
    overhead = least
  }

  /// Turns to some tokens, with the mentions in them.
  mutating func turn(to tokens: TokenRange) {
    input.load(tokens)
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].tokens.start < tokens.start { low = middle + 1 } else { high = middle }
    }
    while low < mentions.count, mentions[low].tokens.start < tokens.end {
      let mention = mentions[low]
      let end = mention.tokens.end - input.base
      if let type = rules.type(named: mention.type.name), end <= input.count {
        input.add(type: type, mention.tokens.start - input.base, end, mention: low)
      }
      low += 1
    }
  }

  /// Runs the patterns of a rule and adds what they cost.
  mutating func run(_ programs: [Program], _ cost: inout RuleProfile.Cost) {
    var isTried = false
    for program in programs where input.has(program) {
      isTried = true
      cost.attempts += attempts(program)
      let (nanoseconds, matches) = time(program)
      cost.nanoseconds += nanoseconds
      cost.matches += matches
      if matches > 0 { noteShared(program, &cost) }
    }
    if isTried { cost.tried += 1 }
  }

  /// Runs the patterns of a rule on a text of one of the sizes.
  mutating func grow(_ programs: [Program], _ size: Int, _ cost: inout RuleProfile.Cost) {
    for program in programs where input.has(program) {
      let attempts = attempts(program)
      guard attempts > 0 else { continue }
      cost.growth[size].nanoseconds += max(1, time(program).nanoseconds)
      cost.growth[size].attempts += attempts
    }
  }

  /// Notes which words and list entries stand in every match so far.
  private mutating func noteShared(_ program: Program, _ cost: inout RuleProfile.Cost) {
    var shared = cost.shared
    let text = input.text.tokenized
    let base = input.base
    let lists = input.lists
    machine.forEachMatch(of: program, in: input) { match in
      let range = match.start..<match.end
      shared.keep(
        words: Set(range.map { text.clean.string(text.tokens[base + $0].range).lowercased() }),
        lists: Set(range.flatMap { lists.matches(at: $0).map { Int($0.list) } })
      )
    }
    cost.shared = shared
  }

  /// At how many tokens a match could begin.
  private func attempts(_ program: Program) -> Int {
    (0..<input.count).count { input.canStart(program, at: $0) }
  }

  private mutating func time(_ program: Program) -> (nanoseconds: Int, matches: Int) {
    var least = Int.max
    var matches = 0
    for _ in 0..<Self.runCount {
      matches = 0
      let start = ContinuousClock.now
      machine.forEachMatch(of: program, in: input) { _ in matches += 1 }
      least = min(least, Self.nanoseconds(since: start))
    }
    return (max(0, least - overhead), matches)
  }

  private static func nanoseconds(since start: ContinuousClock.Instant) -> Int {
    let duration = ContinuousClock.now - start
    return Int(duration.components.seconds) * 1_000_000_000
      + Int(duration.components.attoseconds / 1_000_000_000)
  }
}
