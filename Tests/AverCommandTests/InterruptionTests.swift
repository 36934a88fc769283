import Foundation
import Testing

@Suite("Runs that are stopped, or meet each other")
struct InterruptionTests {
  @Test(
    "a signal stops a run between two records",
    arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))]
  )
  func stream(signal: Int32, status: Int32) throws {
    let folder = try TemporaryFolder()
    let program = try RunningProgram(["clean", "--from", "jsonl"], in: folder)
    try program.write(BatchFixture.records(1...3))
    var output = program.read()
    program.send(signal)
    let end = try program.finish()
    output += end.output
    #expect(end.status == status)
    #expect(end.messages == "aver: stopped\n")
    #expect(output.last == 0x0A)
  }

  @Test("a batch that was stopped goes on", arguments: [SIGINT, SIGTERM])
  func batch(signal: Int32) throws {
    let batch = try BatchFixture(count: 20)
    let arguments = ["extract", "--documents", "--from", "jsonl", "-", "--output", "out"]
    let program = try RunningProgram(arguments, in: batch.folder)
    try program.write(BatchFixture.records(1...7))
    try waitForLock(batch.folder)
    program.send(signal)
    let end = try program.finish()
    #expect(end.status == (signal == SIGINT ? 130 : 143))
    #expect(end.messages == "aver: stopped; --resume goes on from here\n")
    let names = try batch.files().keys.sorted()
    #expect(names == ["claims.jsonl.part", "journal.jsonl.part", "order.part"])
    // The same documents, from a file this time.
    let rest = ["extract", "--documents", "--from", "jsonl", "in.jsonl", "--output"]
    #expect(try AverProgram.run(rest + ["out", "--resume"], in: batch.folder).status == 0)
    #expect(try AverProgram.run(rest + ["reference"], in: batch.folder).status == 0)
    #expect(try batch.files() == batch.files("reference"))
  }

  @Test("two runs do not share an output folder")
  func lock() throws {
    let batch = try BatchFixture(count: 3)
    let arguments = ["extract", "--from", "jsonl", "-", "--output", "out"]
    let program = try RunningProgram(arguments, in: batch.folder)
    try waitForLock(batch.folder)
    let before = try batch.files()
    let second = try batch.run(["--resume"])
    #expect(second.status == 2)
    #expect(
      second.messages
        == "aver: out: the output folder is in use by pid \(program.identifier)\n"
    )
    #expect(try batch.files() == before)
    #expect(try program.finish().status == 0)
    #expect(try batch.run(["--resume"]).status == 0)
  }

  @Test("a file that changes while it is read is told")
  func changed() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "Marlow Ltd bought Thane Group. ", count: 100)
    let lines = (1...4000).map { "{\"id\":\"r\($0)\",\"text\":\"\(text)\"}\n" }
    try folder.write("in.jsonl", lines.joined())
    let program = try RunningProgram(["clean", "in.jsonl", "--jobs", "1"], in: folder)
    // Nobody takes the output, so the program cannot come to the end of its input.
    var output = program.read()
    let file = try FileHandle(forWritingTo: folder.url("in.jsonl"))
    try file.seekToEnd()
    try file.write(contentsOf: Data(lines[0].utf8))
    try file.close()
    let end = try program.finish()
    output += end.output
    #expect(end.status == 1)
    let last = String(decoding: output, as: UTF8.self).split(separator: "\n").last
    #expect(last?.contains("\"code\":\"changed\"") == true)
    #expect(output.split(separator: 0x0A).count == 4002)
  }

  /// Waits until a run has its output folder to itself.
  private func waitForLock(_ folder: TemporaryFolder) throws {
    for _ in 0..<6000 {
      if let owner = try? Data(contentsOf: folder.url("out/.lock")), !owner.isEmpty,
        FileManager.default.fileExists(atPath: folder.path + "/out/order.part")
      {
        return
      }
      usleep(10_000)
    }
    Issue.record("the run did not begin within a minute")
  }
}
