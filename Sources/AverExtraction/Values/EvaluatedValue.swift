package import AverModel

/// What a `value` clause gives.
package enum EvaluatedValue: Hashable, Sendable {
  /// A value that needs nothing more.
  case value(MentionValue)
  /// A time, which `TimeResolver` places in the calendar once the document's times are known.
  case time(UnresolvedTime)
}
