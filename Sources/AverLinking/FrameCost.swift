/// What the frames of one relation cost in a text.
package struct FrameCost: Hashable, Sendable {
  /// How many triggers they were tried at.
  package var attempts = 0
  /// How many matches there were.
  package var matches = 0
  package var nanoseconds = 0

  /// Creates the cost of nothing.
  package init() {}
}

extension Duration {
  /// The whole duration in nanoseconds.
  var nanoseconds: Int {
    Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000)
  }
}
