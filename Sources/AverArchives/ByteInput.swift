/// Bytes from somewhere, a piece at a time.
public protocol ByteInput: AnyObject {
  /// Appends up to `limit` bytes, and at least one unless the input is at its end.
  ///
  /// - Parameters:
  ///   - bytes: What to append to.
  ///   - limit: The most bytes to append; more than 0.
  /// - Returns: How many bytes were appended; 0 at the end.
  /// - Throws: `InputProblem`; unless that is final, reading goes on behind what is damaged.
  func read(into bytes: inout [UInt8], limit: Int) throws(InputProblem) -> Int

  /// Whether a read would not have to wait for somebody else.
  var isReady: Bool { get }

  /// The file or pipe from which the bytes come in the end; negative if there is none.
  var descriptor: Int32 { get }
}

/// What is wrong with an input at some place.
public struct InputProblem: Error, Equatable, Sendable {
  /// A stable code, such as `truncated` or `corrupt`.
  public let code: String
  /// One line in lower case: what, and where.
  public let message: String
  /// Whether nothing more can be read.
  public let isFinal: Bool

  /// Creates a problem.
  public init(code: String, message: String, isFinal: Bool) {
    self.code = code
    self.message = message
    self.isFinal = isFinal
  }
}
