import Aver
import Testing

@Suite("Batch runner")
struct BatchRunnerTests {
  /// Gives numbers in batches of uneven size.
  struct Numbers: BatchSource {
    var next = 0
    let count: Int
    /// Waits after every so many batches, as a person who types would; never if 0.
    var pause = 0
    private var given = 0

    init(count: Int, pause: Int = 0) {
      self.count = count
      self.pause = pause
    }

    func mayBlock() -> Bool { pause > 0 && given % pause == 0 }

    mutating func nextBatch() -> [Int]? {
      guard next < count else { return nil }
      given += 1
      let end = min(count, next + 1 + given % 5)
      defer { next = end }
      return Array(next..<end)
    }
  }

  struct Counter: ~Copyable { var uses = 0 }

  private func output(jobs: Int, pause: Int = 0, stopAfter: Int = .max) async throws -> [UInt8] {
    var source = Numbers(count: 200, pause: pause)
    var bytes: [UInt8] = []
    var writes = 0
    let runner = BatchRunner(jobs: jobs) { () throws(PipelineError) in Counter() }
    try await runner.run(
      &source,
      work: { number, counter, output in
        counter.uses += 1
        // Uneven work, so that batches end out of order.
        for _ in 0..<((number * 7919) % 97 * 200) { counter.uses &+= 1 }
        output.bytes.append(UInt8(number))
        output.documentCount += 1
      },
      write: { output in
        bytes += output.bytes
        writes += 1
        return writes < stopAfter
      }
    )
    return bytes
  }

  @Test("the output is in the order of the input", arguments: [1, 2, 4, 16], [0, 1, 3])
  func order(jobs: Int, pause: Int) async throws {
    #expect(try await output(jobs: jobs, pause: pause) == Array(0..<200).map { UInt8($0) })
  }

  @Test("a writer that fails stops the run", arguments: [1, 4])
  func stop(jobs: Int) async throws {
    let bytes = try await output(jobs: jobs, stopAfter: 2)
    // The first two batches have 2 and 3 numbers.
    #expect(bytes == [0, 1, 2, 3, 4])
  }

  @Test("a worker that cannot be made fails the run", arguments: [1, 4])
  func failure(jobs: Int) async {
    var source = Numbers(count: 200)
    let runner = BatchRunner(jobs: jobs) { () throws(PipelineError) -> Counter in
      throw .segmenterUnavailable(message: "none")
    }
    await #expect(throws: PipelineError.segmenterUnavailable(message: "none")) {
      try await runner.run(&source, work: { _, _, _ in }, write: { _ in true })
    }
  }

  @Test("no input, no output")
  func empty() async throws {
    var source = Numbers(count: 0)
    let runner = BatchRunner(jobs: 2) { () throws(PipelineError) in Counter() }
    try await runner.run(&source, work: { _, _, _ in }, write: { _ in false })
  }
}
