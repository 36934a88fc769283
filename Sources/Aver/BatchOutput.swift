/// What one batch of documents came to.
public struct BatchOutput: Sendable {
  /// The output, in the order of the documents.
  public var bytes: [UInt8] = []
  /// Lines for people, in the order of the documents.
  public var messages: [String] = []
  /// How many documents were read, failed ones included.
  public var documentCount = 0
  /// How many documents failed.
  public var failureCount = 0
  /// How many claims were found.
  public var claimCount = 0

  /// Creates the output of no document.
  public init() {}
}

/// Documents for a batch runner, a batch at a time.
public protocol BatchSource {
  /// What one document is before it is read.
  associatedtype Item: Sendable

  /// Whether asking for the next batch may have to wait for somebody else.
  mutating func mayBlock() -> Bool

  /// The next documents, enough of them to be worth a task; nil at the end.
  mutating func nextBatch() -> [Item]?
}
