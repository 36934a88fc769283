import AverRules

/// The `match` patterns of all relations by the numbers under which a sentence knows whether it holds what
/// they need, so that a sentence asks only for those.
struct RelationPatterns: Sendable {
  /// A pattern and what it belongs to.
  struct Pattern: Sendable {
    let relation: Int
    let program: Program
    let variant: String
  }

  /// All patterns by their numbers; equal patterns of several rules share one.
  private let patterns: [Pattern]
  /// Where the patterns of each number from `first` on begin, and where those of the last end.
  private let starts: [Int32]
  /// The lowest number.
  let first: Int
  /// One more than the highest number.
  let end: Int

  init(rules: RuleSet) {
    var patterns: [Pattern] = []
    for (index, relation) in rules.relations.enumerated() {
      for (program, variant) in zip(relation.patterns, relation.patternVariants) {
        patterns.append(Pattern(relation: index, program: program, variant: variant))
      }
    }
    let first = patterns.map(\.program.number).min() ?? 0
    let end = patterns.map { $0.program.number + 1 }.max() ?? 0
    var grouped = [[Pattern]](repeating: [], count: end - first)
    for pattern in patterns { grouped[pattern.program.number - first].append(pattern) }
    var starts: [Int32] = [0]
    for group in grouped { starts.append(starts[starts.count - 1] + Int32(group.count)) }
    self.patterns = Array(grouped.joined())
    self.starts = starts
    self.first = first
    self.end = end
  }

  /// The patterns of a number, in the order of their rules; none for the number of another kind of pattern.
  func patterns(ofNumber number: Int) -> ArraySlice<Pattern> {
    patterns[Int(starts[number - first])..<Int(starts[number - first + 1])]
  }
}
