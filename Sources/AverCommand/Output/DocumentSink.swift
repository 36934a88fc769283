import Aver

/// Takes the results of documents, in their order.
protocol DocumentSink: AnyObject {
  /// Digests of contents of a document whose results are there already.
  func knownDigests(of item: DocumentItem) -> [[UInt8]]

  /// Takes a result.
  func take(_ outcome: DocumentOutcome) throws(CommandFailure) -> TakenResult

  /// Is told, now and then, that results which were held back may be written.
  func pause() throws(CommandFailure)

  /// Is told that all documents have come.
  func finish() throws(CommandFailure)

  /// Is told that no more will come, though there were more.
  func interrupt() throws(CommandFailure)
}

/// What a result came to, which a sink that had it already knows best.
struct TakenResult {
  let claimCount: Int
  let isFailure: Bool
}

extension TakenResult {
  init(_ outcome: DocumentOutcome) {
    claimCount = outcome.output.claimCount
    isFailure = outcome.code != nil
  }
}

/// Writes results to standard output, or to a file that appears when it is whole.
final class StreamSink: DocumentSink {
  private var writer: ResultWriter

  init(_ writer: consuming ResultWriter) { self.writer = writer }

  /// Opens a file, or standard output.
  static func open(_ path: String?) throws(CommandFailure) -> any DocumentSink {
    StreamSink(try ResultWriter(path: path))
  }

  func knownDigests(of item: DocumentItem) -> [[UInt8]] { [] }

  func take(_ outcome: DocumentOutcome) throws(CommandFailure) -> TakenResult {
    try writer.write(outcome.output.bytes)
    return TakenResult(outcome)
  }

  func pause() throws(CommandFailure) {}

  func finish() throws(CommandFailure) { try writer.finish() }

  func interrupt() throws(CommandFailure) {}
}
