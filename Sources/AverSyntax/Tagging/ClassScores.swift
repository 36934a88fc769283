/// Sums of weights, one a class: sixteen numbers of 16 bits, those of even classes apart from those of odd ones.
///
/// Weights are added with an offset that makes them positive. Every class gets the same number of them, so
/// that which sum is the highest does not change; and no sum can overflow, with at most 36 weights of a byte.
struct ClassScores: Sendable, BitwiseCopyable {
  private var even = SIMD2<UInt64>()
  private var odd = SIMD2<UInt64>()

  // Computed, so that no access asks whether they are initialized.
  private static var offset: SIMD2<UInt64> { SIMD2(repeating: 0x8080_8080_8080_8080) }
  private static var low: SIMD2<UInt64> { SIMD2(repeating: 0x00FF_00FF_00FF_00FF) }
  private static var byte: SIMD2<UInt64> { SIMD2(repeating: 8) }

  /// Adds the weights of a feature: sixteen signed bytes, the first class in the lowest one.
  @inline(__always)
  mutating func add(row: SIMD2<UInt64>) {
    let weights = row ^ Self.offset
    even &+= weights & Self.low
    odd &+= (weights &>> Self.byte) & Self.low
  }

  @inline(__always)
  mutating func add(_ other: ClassScores) {
    even &+= other.even
    odd &+= other.odd
  }

  /// The class with the highest sum, the first of several.
  var best: Int {
    var best = 0
    var highest: UInt64 = 0
    for half in 0..<2 {
      var (even, odd) = (even[half], odd[half])
      for pair in 0..<4 {
        let lane = half * 8 + pair * 2
        let (first, second) = (even & 0xFFFF, odd & 0xFFFF)
        if first > highest || lane == 0 { (highest, best) = (first, lane) }
        if second > highest { (highest, best) = (second, lane + 1) }
        even >>= 16
        odd >>= 16
      }
    }
    return best
  }
}
