import Aver
import AverModel
import AverReports

/// A bench command's run over its corpus, in this process: the command sees each document.
struct DocumentRun: Sendable {
  /// Does a command's work for one document and appends the result.
  typealias Work<Worker: ~Copyable> = DocumentProcessor<Worker>.Work

  private let selection: SourceSelection
  private let reader: DocumentReader
  private let jobs: Int
  /// Whether to say nothing of files that were passed over.
  private let isQuiet: Bool

  /// A run over the corpus of a command, whose output is for the command itself.
  init(_ options: CorpusOptions, paths: [String], isQuiet: Bool = false) {
    selection = SourceSelection(paths: paths, format: options.from)
    reader = DocumentReader(date: options.date, longestDocument: options.maxDocBytes)
    jobs = options.jobCount
    self.isQuiet = isQuiet
  }

  /// Runs all documents and hands over what comes of them, in their order.
  ///
  /// - Parameters:
  ///   - makeWorker: Makes what the work needs and cannot share.
  ///   - work: What to do with each document.
  ///   - take: Gets the output of one or more documents.
  /// - Returns: How it ended.
  /// - Throws: `CommandFailure` if nothing useful could be done.
  func run<Worker: ~Copyable>(
    makeWorker: @escaping @Sendable () throws(PipelineError) -> Worker,
    work: @escaping Work<Worker>,
    take: ([UInt8]) throws(CommandFailure) -> Void
  ) async throws(CommandFailure) -> (status: ExitStatus, totals: BatchOutput) {
    var source = DocumentSource(selection, reader: reader)
    var log = MessageLog()
    var totals = BatchOutput()
    var failure: CommandFailure?
    let processor = DocumentProcessor(
      reader: reader,
      isText: true,
      wantsDigest: false,
      work: work
    )
    let runner = BatchRunner(jobs: jobs, makeWorker: makeWorker)
    do throws(PipelineError) {
      try await runner.run(
        &source,
        work: { item, worker, output in
          output.add(processor.outcome(of: WorkerTask(item: item), &worker).output)
        },
        write: { output in
          for message in output.messages { log.note(message) }
          totals.documentCount += output.documentCount
          totals.failureCount += output.failureCount
          totals.claimCount += output.claimCount
          do throws(CommandFailure) {
            try take(output.bytes)
            return true
          } catch {
            failure = error
            return false
          }
        }
      )
    } catch {
      throw CommandFailure(error.description)
    }
    if let failure { throw failure }
    log.finish()
    if !isQuiet {
      source.report()
      if totals.documentCount == 0 { MessageLog.write("there was nothing to read") }
    }
    return (totals.failureCount == 0 ? .done : .someFailed, totals)
  }
}

extension BatchOutput {
  /// Appends another output.
  fileprivate mutating func add(_ other: BatchOutput) {
    bytes += other.bytes
    messages += other.messages
    documentCount += other.documentCount
    failureCount += other.failureCount
    claimCount += other.claimCount
  }
}
