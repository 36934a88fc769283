import Aver
import Glibc

/// Has workers, which are processes of their own, do documents, and hands over the outcomes in order.
///
/// A document that stops its worker, or takes too long, costs that document: the worker is started
/// anew and goes on with the next. Memory holds the documents in flight, never the corpus.
struct Supervisor {
  /// How many documents may be taken and not yet written, and about how many bytes they may have.
  private static let longestWindow = 1024
  private static let windowBytes = 16 << 20
  /// What a document costs besides its bytes.
  private static let documentWeight = 256
  /// What a worker is given ahead.
  private static let assignedDocuments = 32
  private static let assignedBytes = 64 * 1024
  /// How often in a row a worker may fail before it has begun.
  private static let mostFailedStarts = 3

  /// How a run ended.
  enum Ending: Equatable {
    case done
    /// Whoever takes the outcomes wanted no more.
    case stopped
    case interrupted(signal: Int32)
  }

  private let jobs: Int
  private let deadline: DocumentDeadline
  private let isText: Bool
  private let arguments: [String]
  private let rules: LoadedRules?
  private let recorder: RunRecorder
  /// Readable when a signal has come.
  private let interruption: Int32

  /// What each worker is sent first, once it is known.
  private var start: [UInt8]?
  private var workers: [WorkerProcess] = []
  /// Taken, but given to nobody.
  private var queue: [WorkerProcess.Assignment] = []
  private var outcomes: [Int: (outcome: DocumentOutcome, weight: Int)] = [:]
  private var taken = 0
  private var written = 0
  private var heldBytes = 0
  private var failedStarts = 0
  private var isAtEnd = false

  /// Creates a supervisor.
  ///
  /// - Parameters:
  ///   - jobs: The most workers at once.
  ///   - deadline: How long a document may take.
  ///   - isText: Whether results are text for people.
  ///   - arguments: The command line of a worker.
  ///   - rules: The rules to send each worker first; nil for none.
  ///   - interruption: A descriptor that can be read from when a signal has come; -1 for none.
  ///   - recorder: Takes the outcomes.
  init(
    jobs: Int,
    deadline: DocumentDeadline,
    isText: Bool,
    arguments: [String],
    rules: LoadedRules?,
    interruption: Int32,
    recorder: RunRecorder
  ) {
    self.jobs = jobs
    self.deadline = deadline
    self.isText = isText
    self.arguments = arguments
    self.rules = rules
    self.interruption = interruption
    self.recorder = recorder
  }

  /// Does all documents of a source.
  ///
  /// - Parameters:
  ///   - first: Documents that were taken from the source already.
  ///   - source: The others.
  /// - Returns: How it ended.
  /// - Throws: `CommandFailure` if results cannot be written or no worker can be started.
  mutating func run(
    _ first: [DocumentSource.Weighted],
    _ source: inout DocumentSource
  ) throws(CommandFailure) -> Ending {
    defer { for worker in workers { _ = worker.end() } }
    for document in first { take(document) }
    while true {
      let isWaiting = fill(from: &source)
      if let signal = Interruption.signal { return .interrupted(signal: signal) }
      try assign()
      guard try write() else { return .stopped }
      if isAtEnd, written == taken { return .done }
      try wait(for: isWaiting ? source.descriptor : nil)
    }
  }

  private var isFull: Bool {
    taken - written >= Self.longestWindow || (heldBytes >= Self.windowBytes && taken > written)
  }

  /// Takes documents while there is room; true if that has to wait for somebody else.
  private mutating func fill(from source: inout DocumentSource) -> Bool {
    while !isAtEnd, !isFull, queue.count < jobs * Self.assignedDocuments * 2 {
      guard !source.mayBlock() else { return true }
      if let document = source.next() { take(document) } else { isAtEnd = true }
    }
    return false
  }

  private mutating func take(_ document: DocumentSource.Weighted) {
    let weight = document.weight + Self.documentWeight
    if case .failed(let failure) = document.item {
      outcomes[taken] = (DocumentOutcome(failure, isText: isText), weight)
    } else {
      var task = WorkerTask(item: document.item)
      task.known = recorder.knownDigests(of: document.item)
      task.seconds = deadline.seconds(for: document.weight)
      queue.append(WorkerProcess.Assignment(number: taken, task: task, weight: weight))
    }
    heldBytes += weight
    taken += 1
  }

  /// Gives documents to the workers that have least to do, and starts workers where all are busy.
  private mutating func assign() throws(CommandFailure) {
    var given = 0
    while given < queue.count {
      let least = workers.indices.min { workers[$0].assignedBytes < workers[$1].assignedBytes }
      let worker: WorkerProcess
      if let least, workers[least].assignments.isEmpty || workers.count == jobs {
        worker = workers[least]
      } else {
        worker = try startWorker()
      }
      guard
        worker.assignments.isEmpty
          || (worker.assignedBytes < Self.assignedBytes
            && worker.assignments.count < Self.assignedDocuments)
      else { break }
      worker.assign(queue[given], frame: queue[given].task.frame())
      given += 1
    }
    queue.removeFirst(given)
  }

  private mutating func startWorker() throws(CommandFailure) -> WorkerProcess {
    do throws(SystemError) {
      if start == nil { start = rules?.packed().frame() ?? [] }
      let worker = try WorkerProcess(arguments: arguments, start: start ?? [])
      workers.append(worker)
      return worker
    } catch {
      throw CommandFailure("a worker process cannot be started: \(error.message)")
    }
  }

  /// Hands over the outcomes that are next; false if no more are wanted.
  private mutating func write() throws(CommandFailure) -> Bool {
    while let (outcome, weight) = outcomes.removeValue(forKey: written) {
      heldBytes -= weight
      written += 1
      guard try recorder.take(outcome, weight: weight - Self.documentWeight) else { return false }
    }
    try recorder.pause()
    return true
  }

  /// Waits until something has come, or is late.
  private mutating func wait(for input: Int32?) throws(CommandFailure) {
    var requests = workers.map { worker in
      let events = worker.wantsToSend ? POLLIN | POLLOUT : POLLIN
      return pollfd(fd: worker.descriptor, events: Int16(events), revents: 0)
    }
    requests.append(pollfd(fd: interruption, events: Int16(POLLIN), revents: 0))
    if let input { requests.append(pollfd(fd: input, events: Int16(POLLIN), revents: 0)) }
    let answer = unsafe poll(&requests, nfds_t(requests.count), timeout)
    if answer < 0, errno != EINTR {
      throw CommandFailure("waiting for the workers failed: \(SystemError.last.message)")
    }
    let now = SteadyClock.nanoseconds
    var remaining: [WorkerProcess] = []
    var undone: [WorkerProcess.Assignment] = []
    for (worker, request) in zip(workers, requests) {
      if request.revents != 0, !isAlive(worker, Int32(request.revents)) {
        undone += try bury(worker)
      } else if let deadline = worker.deadline, deadline <= now {
        undone += fail(worker.end().undone, code: "timeout") { seconds in
          "the document took longer than \(seconds) s; raise --timeout"
        }
      } else {
        remaining.append(worker)
      }
    }
    workers = remaining
    queue.insert(contentsOf: undone.sorted { $0.number < $1.number }, at: 0)
  }

  private var timeout: Int32 {
    let deadlines = workers.compactMap(\.deadline)
    guard let next = deadlines.min() else { return 1000 }
    let milliseconds = (next - SteadyClock.nanoseconds) / 1_000_000 + 1
    return Int32(clamping: min(max(0, milliseconds), 1000))
  }

  /// Sends and receives what can be; false if the worker is gone.
  private mutating func isAlive(_ worker: WorkerProcess, _ events: Int32) -> Bool {
    // What it has answered counts, even if it is gone by now.
    if events & ~POLLOUT != 0 {
      guard let answers = worker.receive() else { return false }
      for (assignment, outcome) in answers {
        outcomes[assignment.number] = (outcome, assignment.weight)
      }
      if worker.isReady { failedStarts = 0 }
    }
    if events & POLLOUT != 0 { worker.flush() }
    return true
  }

  /// Sees to a worker that is gone: its document has failed, the others are to be done again.
  private mutating func bury(
    _ worker: WorkerProcess
  ) throws(CommandFailure)
    -> [WorkerProcess.Assignment]
  {
    let (signal, undone) = worker.wait()
    guard worker.hasBegun || (worker.isReady && undone.isEmpty) else {
      failedStarts += 1
      guard failedStarts < Self.mostFailedStarts else {
        throw CommandFailure("a worker process ended before it had begun; see the messages above")
      }
      return undone
    }
    return fail(undone, code: "crash") { _ in
      "the document stopped its worker (\(SystemError.name(ofSignal: signal)))"
    }
  }

  /// Fails the first of what a worker leaves undone; gives the rest.
  private mutating func fail(
    _ undone: [WorkerProcess.Assignment],
    code: String,
    message: (Int) -> String
  ) -> [WorkerProcess.Assignment] {
    guard let first = undone.first else { return [] }
    let failure = first.task.item.failure(code: code, message: message(first.task.seconds))
    outcomes[first.number] = (DocumentOutcome(failure, isText: isText), first.weight)
    return Array(undone.dropFirst())
  }
}
