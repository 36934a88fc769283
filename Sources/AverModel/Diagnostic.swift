/// Something that a stage noticed and survived.
public struct Diagnostic: Hashable, Sendable {
  /// A stable code, such as `invalid-encoding` or `attributes-capped`.
  public let code: String
  /// One line in lower case without a final stop: what, and what to do about it.
  public let message: String

  /// Creates a diagnostic.
  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
