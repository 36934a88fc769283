import Aver

/// Claims in any format as what documents came to.
final class ClaimStream: DocumentSink {
  private var sink: ClaimSink

  init(_ sink: consuming ClaimSink) { self.sink = sink }

  func knownDigests(of item: DocumentItem) -> [[UInt8]] { [] }

  func take(_ outcome: DocumentOutcome) throws(CommandFailure) -> TakenResult {
    try sink.take(outcome.output.bytes)
    return TakenResult(outcome)
  }

  func pause() throws(CommandFailure) {}

  func finish() throws(CommandFailure) { try sink.finish() }

  func interrupt() throws(CommandFailure) {}
}
