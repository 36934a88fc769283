import AverEvaluation
import Testing

@Suite("Score intervals")
struct ScoreIntervalTests {
  private static func documents(_ right: Int, _ wrong: Int) -> [ConfusionCounts] {
    (0..<(right + wrong)).map {
      $0 < right ? ConfusionCounts(truePositives: 1) : ConfusionCounts(falsePositives: 1)
    }
  }

  @Test("documents that all agree leave no doubt")
  func certain() {
    let interval = ScoreInterval(of: .precision, over: Self.documents(20, 0))
    #expect(interval.low == 1 && interval.high == 1)
    let empty = ScoreInterval(of: .f1, over: [])
    #expect(empty.low == 0 && empty.high == 0)
  }

  @Test("more documents leave less doubt, and the rate lies between the ends")
  func narrowing() {
    let few = ScoreInterval(of: .precision, over: Self.documents(8, 4))
    let many = ScoreInterval(of: .precision, over: Self.documents(80, 40))
    #expect(few.low < 2.0 / 3 && few.high > 2.0 / 3)
    #expect(many.high - many.low < few.high - few.low)
    // Of 120 yes-or-no documents the interval is about two standard errors to each side: ± 0.084.
    #expect(abs(many.low - 0.582) < 0.03 && abs(many.high - 0.751) < 0.03)
  }

  @Test("the same counts give the same interval")
  func determinism() {
    let first = ScoreInterval(of: .f1, over: Self.documents(5, 6))
    #expect(first == ScoreInterval(of: .f1, over: Self.documents(5, 6)))
  }

  @Test("the difference to the same counts is nothing")
  func noDifference() {
    let counts = Self.documents(5, 6)
    let interval = ScoreInterval(of: .precision, over: counts, minus: counts)
    #expect(interval.low == 0 && interval.high == 0)
  }
}
