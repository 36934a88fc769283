import AverRuleFuzzing

/// Compares the pattern machine with plain backtracking on so many cases.
enum MatcherFuzz {
  /// Runs until enough cases are compared; prints what differs.
  static func run(cases: Int, seed: Int) throws -> Bool {
    var caseCount = 0
    var matchCount = 0
    var givenUpCount = 0
    var differenceCount = 0
    var round = seed
    while caseCount < cases {
      let comparison = try MatcherComparison(seed: round, patternCount: 200, sentenceCount: 100)
      caseCount += comparison.caseCount
      matchCount += comparison.matchCount
      givenUpCount += comparison.givenUpCount
      differenceCount += comparison.differences.count
      for difference in comparison.differences.prefix(5) { print("seed \(round): \(difference)") }
      round += 1
    }
    print(
      "matcher against plain backtracking, seeds \(seed) to \(round - 1): \(caseCount) cases, "
        + "\(matchCount) matches, \(differenceCount) differences, \(givenUpCount) cases given up"
    )
    return differenceCount == 0
  }
}
