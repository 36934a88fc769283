import ArgumentParser
import Aver
import AverArchives
import AverModel
import AverReports
import Glibc

/// One run of a command over many documents: input, workers, output, messages and exit status.
struct SupervisedRun {
  /// A single document of at most so many bytes is not worth a process of its own.
  private static let smallDocument = 256 * 1024

  private let options: InputOptions
  private let paths: [String]
  /// What names the results in a folder: `claims`.
  private let resultName: String
  private let reader: DocumentReader
  /// The line to the program that started us, if we are a worker.
  private let channel: WorkerChannel?

  /// Checks that there is something to read.
  ///
  /// - Parameters:
  ///   - options: The options of the command line.
  ///   - resultName: What names the results in a folder.
  ///   - help: What to say if there is nothing to read.
  /// - Throws: `CommandFailure` if nobody gave any input.
  init(_ options: InputOptions, resultName: String, help: () -> String) throws(CommandFailure) {
    channel = options.worker ? WorkerChannel() : nil
    guard let paths = options.effectivePaths else { throw CommandFailure(help: help()) }
    self.options = options
    self.paths = paths
    self.resultName = resultName
    reader = DocumentReader(date: options.date, longestDocument: options.maxDocBytes)
  }

  /// The rules that the command line asks for; a worker has them from the program that started it.
  func load(_ rules: RuleOptions) throws(CommandFailure) -> LoadedRules {
    guard let channel, rules.rules != nil else { return try rules.load() }
    guard let frame = channel.receive() else { throw CommandFailure("the rules did not come") }
    do throws(PipelineError) {
      return try LoadedRules(packed: PackedRules(frame))
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// Runs all documents and writes what comes of them where the options say.
  ///
  /// - Parameters:
  ///   - rules: The rules to hand to workers; nil if they are built in, or read by the workers.
  ///   - identity: What makes the results, for a folder of results.
  ///   - workerOptions: Further options of workers.
  ///   - openStream: Opens a file, or standard output, for the results.
  ///   - makeWorker: Makes what the work needs and cannot share.
  ///   - work: What to do with each document.
  /// - Returns: How it ended.
  /// - Throws: `CommandFailure` if nothing useful could be done.
  func run<Worker: ~Copyable>(
    rules: LoadedRules?,
    identity: BatchRun?,
    workerOptions: [String] = [],
    openStream: (String?) throws(CommandFailure) -> any DocumentSink = StreamSink.open,
    makeWorker: () throws(PipelineError) -> Worker,
    work: @escaping DocumentProcessor<Worker>.Work
  ) throws(CommandFailure) -> (status: ExitStatus, totals: BatchOutput) {
    let target = OutputTarget(options.output)
    var isBatch = false
    if case .folder = target { isBatch = true }
    let processor = DocumentProcessor(
      reader: reader,
      isText: !options.format.holdsErrors,
      wantsDigest: isBatch,
      work: work
    )
    if let channel { try serve(channel, processor, makeWorker) }
    guard isBatch || !options.resume else {
      throw CommandFailure("--resume goes on with a folder: name one with --output")
    }
    let interruption = Interruption.watch()
    var selection = selection
    let sink: any DocumentSink
    var batch: BatchSink?
    switch target {
    case .folder(let path):
      let folder = try openBatch(path, identity)
      selection.excluded = folder.identity
      batch = folder
      sink = folder
    case .file(let path): sink = try openStream(path)
    case .standardOutput: sink = try openStream(nil)
    }
    let recorder = RunRecorder(
      sink,
      isStrict: options.strict,
      isQuiet: options.quiet,
      progress: progress(selection, target)
    )
    var source = DocumentSource(selection, reader: reader)
    let supervisor = Supervisor(
      jobs: options.jobCount,
      deadline: DocumentDeadline(seconds: options.timeout),
      isText: !options.format.holdsErrors,
      arguments: arguments(ofWorkersWith: workerOptions),
      rules: rules,
      interruption: interruption,
      recorder: recorder
    )
    let ending = try run(&source, recorder, processor, supervisor, makeWorker)
    let totals = recorder.totals
    if case .interrupted(let signal) = ending {
      try recorder.interrupt()
      MessageLog.write(batch == nil ? "stopped" : "stopped; --resume goes on from here")
      return (signal == SIGINT ? .interrupted : .terminated, totals)
    }
    if ending == .stopped, batch != nil {
      try recorder.interrupt()
    } else {
      try recorder.finish()
    }
    if !options.quiet { report(totals, source, batch, hasStopped: ending == .stopped) }
    let isClean = totals.failureCount == 0 || (options.exitZero && ending == .done)
    return (isClean ? .done : .someFailed, totals)
  }

  private func run<Worker: ~Copyable>(
    _ source: inout DocumentSource,
    _ recorder: RunRecorder,
    _ processor: DocumentProcessor<Worker>,
    _ supervisor: Supervisor,
    _ makeWorker: () throws(PipelineError) -> Worker
  ) throws(CommandFailure) -> Supervisor.Ending {
    var first: [DocumentSource.Weighted] = []
    if let document = source.next() {
      first.append(document)
      if document.weight <= Self.smallDocument, !source.mayBlock() {
        guard let second = source.next() else {
          if let signal = Interruption.signal { return .interrupted(signal: signal) }
          return try runAlone(document, recorder, processor, makeWorker)
        }
        first.append(second)
      }
    }
    if let signal = Interruption.signal { return .interrupted(signal: signal) }
    var supervisor = supervisor
    return try supervisor.run(first, &source)
  }

  /// Does a run's only document here and now.
  private func runAlone<Worker: ~Copyable>(
    _ document: DocumentSource.Weighted,
    _ recorder: RunRecorder,
    _ processor: DocumentProcessor<Worker>,
    _ makeWorker: () throws(PipelineError) -> Worker
  ) throws(CommandFailure) -> Supervisor.Ending {
    let outcome: DocumentOutcome
    if case .failed(let failure) = document.item {
      outcome = DocumentOutcome(failure, isText: processor.isText)
    } else {
      var task = WorkerTask(item: document.item)
      task.known = recorder.knownDigests(of: document.item)
      var worker = try made(makeWorker)
      outcome = processor.outcome(of: task, &worker)
    }
    return try recorder.take(outcome, weight: document.weight) ? .done : .stopped
  }

  private func made<Worker: ~Copyable>(
    _ makeWorker: () throws(PipelineError) -> Worker
  ) throws(CommandFailure) -> Worker {
    do throws(PipelineError) {
      return try makeWorker()
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// Works for the program that started us, to the end.
  private func serve<Worker: ~Copyable>(
    _ channel: WorkerChannel,
    _ processor: DocumentProcessor<Worker>,
    _ makeWorker: () throws(PipelineError) -> Worker
  ) throws(CommandFailure) -> Never {
    let worker = try made(makeWorker)
    // If the line breaks, there is nobody left to tell.
    try? channel.serve(processor, worker: worker)
    exit(0)
  }

  /// The same command line, for a worker.
  private func arguments(ofWorkersWith further: [String]) -> [String] {
    var arguments = CommandLine.arguments
    arguments.insert(contentsOf: ["--worker"] + further, at: 2)
    return arguments
  }

  private var selection: SourceSelection {
    SourceSelection(
      paths: paths,
      list: options.filesFrom,
      isListZeroed: options.null,
      format: options.from,
      patterns: options.glob.map(GlobPattern.init),
      followsLinks: options.follow,
      limit: options.limit
    )
  }

  private func openBatch(
    _ path: String,
    _ identity: BatchRun?
  ) throws(CommandFailure) -> BatchSink {
    guard let identity else {
      throw CommandFailure("\(path): the output of this command is a file; name one with a suffix")
    }
    let suffix: String
    switch options.format {
    case .jsonl, .jsonldLines: suffix = "jsonl"
    case .text: suffix = "txt"
    default:
      throw CommandFailure(
        "\(path): the output of --format \(options.format.rawValue) is one file: give its name a "
          + "suffix, or write jsonl to the folder and use aver convert"
      )
    }
    var folder = RawPath(path).normalized
    if folder.bytes.count > 1, folder.bytes.last == 0x2F {
      folder = RawPath(bytes: folder.bytes.dropLast())
    }
    let layout = BatchLayout(folder: folder, resultName: "\(resultName).\(suffix)")
    return try BatchSink(layout, run: identity, isResuming: options.resume)
  }

  private func progress(_ selection: SourceSelection, _ target: OutputTarget) -> ProgressLine? {
    if options.quiet { return nil }
    // On one terminal results and progress would get into each other's way.
    if case .standardOutput = target, isatty(1) == 1 { return nil }
    return ProgressLine { selection.byteCount }
  }

  private func report(
    _ totals: BatchOutput,
    _ source: DocumentSource,
    _ batch: BatchSink?,
    hasStopped: Bool
  ) {
    source.report()
    if hasStopped { MessageLog.write("stopped at the first document that failed (--strict)") }
    if totals.documentCount == 0 { MessageLog.write("there was nothing to read") }
    guard let batch else { return }
    if let (identifier, count) = batch.repeated {
      MessageLog.write("\(count) documents have the id of another, such as '\(identifier)'")
    }
    var text = "\(totals.documentCount) documents"
    if batch.knownCount > 0 { text += " (\(batch.knownCount) of them done before)" }
    text += ", \(totals.claimCount) claims, \(totals.failureCount) failed"
    if !hasStopped { text += ": \(batch.resultsPath)" }
    MessageLog.write(text)
  }
}

extension DocumentSource {
  /// Says what was passed over.
  func report() {
    if passedFiles > 0 {
      MessageLog.write(
        "passed over \(passedFiles) files whose names are not those of pages, texts or "
          + "records; name them, or give --from or --glob, to read them"
      )
    }
    if passedFolderLinks > 0 {
      MessageLog.write("passed over \(passedFolderLinks) links to folders")
    }
    if passedRecords > 0 {
      MessageLog.write("passed over \(passedRecords) records of archives that are no pages")
    }
  }
}
