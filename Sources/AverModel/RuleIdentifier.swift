/// Names the rule that made a value, so that its author can find it.
public struct RuleIdentifier: Hashable, Sendable, CustomStringConvertible {
  /// The rule file's path below the rule folder, such as `en/deals/acquisition.aver`.
  public let file: String
  /// The rule's own name, such as `acquisition`.
  public let name: String
  /// The construction by which a frame matched, such as `passive`; nil for other rules.
  public let variant: String?

  /// Creates an identifier.
  public init(file: String, name: String, variant: String? = nil) {
    self.file = file
    self.name = name
    self.variant = variant
  }

  /// `file:name` or `file:name/variant`.
  public var description: String {
    variant.map { "\(file):\(name)/\($0)" } ?? "\(file):\(name)"
  }
}
