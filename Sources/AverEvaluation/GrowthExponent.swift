import Glibc

/// How a cost grows with a size: the exponent of the power law that fits best.
package enum GrowthExponent {
  /// The slope of log cost over log size, by least squares; nil for fewer than two sizes.
  ///
  /// - Parameter points: Sizes and costs, all greater than 0; others are left out.
  /// - Returns: 1 for linear growth, 2 for quadratic growth.
  package static func fit(_ points: [(size: Double, cost: Double)]) -> Double? {
    let logs = points.filter { $0.size > 0 && $0.cost > 0 }.map { (log($0.size), log($0.cost)) }
    guard logs.count >= 2 else { return nil }
    let meanSize = logs.reduce(0) { $0 + $1.0 } / Double(logs.count)
    let meanCost = logs.reduce(0) { $0 + $1.1 } / Double(logs.count)
    let spread = logs.reduce(0) { $0 + ($1.0 - meanSize) * ($1.0 - meanSize) }
    guard spread > 0 else { return nil }
    return logs.reduce(0) { $0 + ($1.0 - meanSize) * ($1.1 - meanCost) } / spread
  }
}
