import Synchronization

/// Runs many documents on several cores; the output is the same for any number of jobs.
///
/// The caller's task reads and writes; child tasks, a bounded number, do the work, each with a
/// worker of its own, such as a pipeline. Memory holds the batches in flight, never the corpus.
public struct BatchRunner<Worker: ~Copyable>: Sendable {
  /// Does the work for one document and appends what came of it.
  public typealias Work<Item> = @Sendable (Item, inout Worker, inout BatchOutput) -> Void

  private let jobs: Int
  private let makeWorker: @Sendable () throws(PipelineError) -> Worker

  /// Creates a runner.
  ///
  /// - Parameters:
  ///   - jobs: How many batches may be worked on at once; 1 starts no task.
  ///   - makeWorker: Makes what the work needs and cannot share.
  public init(jobs: Int, makeWorker: @escaping @Sendable () throws(PipelineError) -> Worker) {
    self.jobs = max(1, jobs)
    self.makeWorker = makeWorker
  }

  /// Runs all documents of a source.
  ///
  /// - Parameters:
  ///   - source: Where documents come from.
  ///   - work: What to do with each.
  ///   - write: Takes the output of each batch, in the order of the source; false stops the run.
  /// - Throws: `PipelineError` if no worker can be made.
  public func run<Source: BatchSource>(
    _ source: inout Source,
    work: @escaping Work<Source.Item>,
    write: (BatchOutput) -> Bool
  ) async throws(PipelineError) {
    let pool = WorkerPool(makeWorker)
    guard let first = source.nextBatch() else { return }
    if jobs > 1, let second = source.mayBlock() ? nil : source.nextBatch() {
      try await runTasks([first, second], &source, pool, work: work, write: write)
      return
    }
    // One job, or one batch, or somebody who types: no task is worth its start.
    var batch: [Source.Item]? = first
    while let items = batch {
      guard write(try pool.output(of: items, work: work)) else { return }
      if jobs > 1, !source.mayBlock() {
        try await runTasks([], &source, pool, work: work, write: write)
        return
      }
      batch = source.nextBatch()
    }
  }

  private func runTasks<Source: BatchSource>(
    _ start: [[Source.Item]],
    _ source: inout Source,
    _ pool: WorkerPool<Worker>,
    work: @escaping Work<Source.Item>,
    write: (BatchOutput) -> Bool
  ) async throws(PipelineError) {
    // Two batches a worker keep it busy while results are written; the same number bounds what
    // waits behind a slow batch.
    let window = jobs * 2
    var isAtEnd = false
    var started = 0
    var written = 0
    var waiting: [Int: BatchOutput] = [:]
    var failure: PipelineError?
    await withTaskGroup(of: (Int, Result<BatchOutput, PipelineError>).self) { group in
      var ready = start[...]
      while failure == nil {
        while !isAtEnd, started - written < window {
          // Whoever feeds us waits for answers before the next question: give them first.
          if ready.isEmpty, source.mayBlock(), started > written { break }
          guard let items = ready.popFirst() ?? source.nextBatch() else {
            isAtEnd = true
            break
          }
          let number = started
          started += 1
          group.addTask { (number, pool.result(of: items, work: work)) }
        }
        guard started > written, let (number, result) = await group.next() else {
          if isAtEnd { return }
          continue
        }
        switch result {
        case .failure(let error): failure = error
        case .success(let output): waiting[number] = output
        }
        while let output = waiting.removeValue(forKey: written) {
          written += 1
          guard write(output) else {
            group.cancelAll()
            return
          }
        }
      }
      group.cancelAll()
    }
    if let failure { throw failure }
  }
}

/// Workers that wait for work.
private final class WorkerPool<Worker: ~Copyable>: Sendable {
  /// A worker on its way between the pool and one task.
  ///
  /// Sendable by this proof: a box is either in the pool's list, where nobody uses it, or was taken
  /// from the list under the lock by the one task that uses it until it gives it back.
  private final class Box: @unchecked Sendable {
    var worker: Worker

    init(_ worker: consuming Worker) { self.worker = worker }
  }

  private let makeWorker: @Sendable () throws(PipelineError) -> Worker
  private let idle = Mutex<[Box]>([])

  init(_ makeWorker: @escaping @Sendable () throws(PipelineError) -> Worker) {
    self.makeWorker = makeWorker
  }

  func output<Item>(
    of items: [Item],
    work: BatchRunner<Worker>.Work<Item>
  ) throws(PipelineError) -> BatchOutput {
    let box: Box
    if let rested = idle.withLock({ $0.popLast() }) {
      box = rested
    } else {
      box = Box(try makeWorker())
    }
    defer { idle.withLock { $0.append(box) } }
    var output = BatchOutput()
    for item in items { work(item, &box.worker, &output) }
    return output
  }

  func result<Item>(
    of items: [Item],
    work: BatchRunner<Worker>.Work<Item>
  ) -> Result<BatchOutput, PipelineError> {
    do {
      return .success(try output(of: items, work: work))
    } catch {
      return .failure(error)
    }
  }
}
