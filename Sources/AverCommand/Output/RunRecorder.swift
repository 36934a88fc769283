import Aver

/// Sees to what comes of each document of a run: results, messages, counts, progress.
final class RunRecorder {
  private let sink: any DocumentSink
  private let isStrict: Bool
  private let isQuiet: Bool
  private let progress: ProgressLine?
  private var log = MessageLog()
  private(set) var totals = BatchOutput()

  /// Creates a recorder.
  ///
  /// - Parameters:
  ///   - sink: Takes the results.
  ///   - isStrict: Whether the first document that fails ends the run.
  ///   - isQuiet: Whether nothing is said of single documents.
  ///   - progress: Shows how far the run is; nil not to show it.
  init(_ sink: any DocumentSink, isStrict: Bool, isQuiet: Bool, progress: ProgressLine?) {
    self.sink = sink
    self.isStrict = isStrict
    self.isQuiet = isQuiet
    self.progress = progress
  }

  func knownDigests(of item: DocumentItem) -> [[UInt8]] { sink.knownDigests(of: item) }

  /// Takes an outcome; false if no more are wanted.
  func take(_ outcome: DocumentOutcome, weight: Int) throws(CommandFailure) -> Bool {
    if !isQuiet, !outcome.isKnown, !outcome.output.messages.isEmpty {
      progress?.clear()
      for message in outcome.output.messages { log.note(message) }
    }
    let taken = try sink.take(outcome)
    totals.documentCount += 1
    totals.claimCount += taken.claimCount
    totals.failureCount += taken.isFailure ? 1 : 0
    progress?.advance(byteCount: weight)
    return !(isStrict && taken.isFailure)
  }

  func pause() throws(CommandFailure) { try sink.pause() }

  /// Ends the run: all documents have come.
  func finish() throws(CommandFailure) {
    progress?.clear()
    log.finish()
    try sink.finish()
  }

  /// Ends the run before its time.
  func interrupt() throws(CommandFailure) {
    progress?.clear()
    log.finish()
    try sink.interrupt()
  }
}
