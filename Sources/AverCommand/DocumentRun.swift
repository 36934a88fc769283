import ArgumentParser
import Aver
import AverModel
import AverReports

/// One run over many documents: input, work, output, messages and exit status.
struct DocumentRun: Sendable {
  /// Does a command's work for one document and appends the result.
  typealias Work<Worker: ~Copyable> =
    @Sendable (SourceDocument, inout Worker, inout BatchOutput) throws(PipelineError) -> Void

  private let paths: [String]
  private let format: InputFormat
  private let reader: DocumentReader
  private let jobs: Int
  private let isText: Bool
  private let isForgiving: Bool
  /// Whether to say nothing of files that were passed over.
  private let isQuiet: Bool
  private let output: String?

  /// Checks that there is something to read.
  ///
  /// - Parameters:
  ///   - options: The options of the command line.
  ///   - help: What to say if there is nothing to read.
  /// - Throws: `CommandFailure` if nobody gave any input.
  init(_ options: InputOptions, help: () -> String) throws(CommandFailure) {
    guard let paths = options.effectivePaths else { throw CommandFailure(help: help()) }
    self.paths = paths
    format = options.from
    reader = DocumentReader(date: options.date, longestDocument: options.maxDocBytes)
    jobs = options.jobCount
    isText = !options.format.holdsErrors
    isForgiving = options.exitZero
    isQuiet = false
    output = options.output
  }

  /// A run over the corpus of a bench command, whose output is for the command itself.
  init(_ options: CorpusOptions, paths: [String], isQuiet: Bool = false) {
    self.paths = paths
    format = options.from
    reader = DocumentReader(date: options.date, longestDocument: options.maxDocBytes)
    jobs = options.jobCount
    isText = true
    isForgiving = false
    self.isQuiet = isQuiet
    output = nil
  }

  /// Runs all documents and writes what comes of them where the options say.
  ///
  /// - Parameters:
  ///   - makeWorker: Makes what the work needs and cannot share.
  ///   - work: What to do with each document.
  /// - Returns: How it ended.
  /// - Throws: `CommandFailure` if nothing useful could be done.
  func run<Worker: ~Copyable>(
    makeWorker: @escaping @Sendable () throws(PipelineError) -> Worker,
    work: @escaping Work<Worker>
  ) async throws(CommandFailure) -> (status: ExitStatus, totals: BatchOutput) {
    var writer = try ResultWriter(path: output)
    let result = try await run(makeWorker: makeWorker, work: work) { bytes throws(CommandFailure) in
      try writer.write(bytes)
    }
    try writer.finish()
    return result
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
    var source = DocumentSource(paths: paths, format: format, reader: reader)
    var log = MessageLog()
    var totals = BatchOutput()
    var failure: CommandFailure?
    let runner = BatchRunner(jobs: jobs, makeWorker: makeWorker)
    do throws(PipelineError) {
      try await runner.run(
        &source,
        work: { [reader, isText] item, worker, output in
          DocumentRun.process(item, reader, isText: isText, &worker, work, &output)
        },
        write: { output in
          for message in output.messages { log.note(message) }
          totals.add(output)
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
    if !isQuiet { report(totals, source) }
    let isClean = totals.failureCount == 0 || isForgiving
    return (isClean ? .done : .someFailed, totals)
  }

  private static func process<Worker: ~Copyable>(
    _ item: DocumentItem,
    _ reader: DocumentReader,
    isText: Bool,
    _ worker: inout Worker,
    _ work: Work<Worker>,
    _ output: inout BatchOutput
  ) {
    output.documentCount += 1
    var identifier: String?
    do throws(DocumentFailure) {
      let document = try reader.document(for: item)
      identifier = document.identifier
      if document.bytes.isEmpty { output.messages.append("\(document.identifier): it is empty") }
      let start = output.bytes.count
      do throws(PipelineError) {
        try work(document, &worker, &output)
      } catch {
        // What a failed document has written already must not stand beside its error record.
        output.bytes.removeLast(output.bytes.count - start)
        throw DocumentFailure(
          identifier: identifier,
          code: error.code,
          message: error.description
        )
      }
    } catch {
      fail(error, isText: isText, &output)
    }
  }

  private static func fail(_ failure: DocumentFailure, isText: Bool, _ output: inout BatchOutput) {
    output.failureCount += 1
    var place = failure.place ?? failure.identifier ?? ""
    if let line = failure.line { place += ":\(line)" }
    output.messages.append("\(place): \(failure.message)")
    guard !isText else { return }
    var json = JSONWriter()
    DocumentRecord.writeError(
      identifier: failure.identifier,
      code: failure.code,
      message: failure.message,
      line: failure.line,
      to: &json
    )
    output.bytes += json.takeBytes()
  }

  private func report(_ totals: BatchOutput, _ source: DocumentSource) {
    if source.passedFiles > 0 {
      MessageLog.write(
        "passed over \(source.passedFiles) files whose names are not those of pages, texts or "
          + "records; name them, or give --from, to read them"
      )
    }
    if source.passedFolderLinks > 0 {
      MessageLog.write("passed over \(source.passedFolderLinks) links to folders")
    }
    if totals.documentCount == 0 { MessageLog.write("there was nothing to read") }
  }
}

extension BatchOutput {
  /// Adds the counts of another output.
  fileprivate mutating func add(_ other: BatchOutput) {
    documentCount += other.documentCount
    failureCount += other.failureCount
    claimCount += other.claimCount
  }
}
