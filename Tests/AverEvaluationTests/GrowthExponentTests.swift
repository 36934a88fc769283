import AverEvaluation
import Testing

@Suite("Growth exponent")
struct GrowthExponentTests {
  @Test("a power law gives its power", arguments: [0.0, 1.0, 1.5, 2.0, 3.0])
  func powers(power: Double) throws {
    let points = [1.0, 2, 4, 8].map { size in
      var cost = 5.0
      // Sizes are powers of two, so that the power can be taken by multiplication alone.
      var left = size
      while left > 1 {
        cost *= power == 1.5 ? 2.8284271247461903 : [0: 1, 1: 2, 2: 4, 3: 8][power] ?? 1
        left /= 2
      }
      return (size: size, cost: cost)
    }
    let exponent = try #require(GrowthExponent.fit(points))
    #expect(abs(exponent - power) < 1e-9)
  }

  @Test("too few sizes give nothing")
  func tooFew() {
    #expect(GrowthExponent.fit([]) == nil)
    #expect(GrowthExponent.fit([(size: 2, cost: 3)]) == nil)
    #expect(GrowthExponent.fit([(size: 2, cost: 3), (size: 2, cost: 4)]) == nil)
    #expect(GrowthExponent.fit([(size: 2, cost: 3), (size: 0, cost: 4)]) == nil)
  }
}
