/// Why a line of input is no document.
public struct RecordError: Error, Equatable {
  /// A stable code: `bad-json`, `no-id`, `no-text`.
  public let code: String
  /// One line in lower case: what, where, and the way out.
  public let message: String
  /// The record's id, if the line gives one.
  public let identifier: String?

  /// Creates an error.
  public init(code: String, message: String, identifier: String? = nil) {
    self.code = code
    self.message = message
    self.identifier = identifier
  }
}
