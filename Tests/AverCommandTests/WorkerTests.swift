import Foundation
import Testing

@Suite("Workers")
struct WorkerTests {
  private func identifiers(_ outcome: AverProgram.Outcome) -> [String?] {
    (outcome.records ?? []).map { record in
      record["id"] as? String ?? (record["document"] as? [String: Any])?["id"] as? String
    }
  }

  #if DEBUG
  @Test(
    "a document that stops its worker costs itself alone, for any number of jobs",
    arguments: [("crash", []), ("hang", ["--timeout", "5"])]
  )
  func faults(kind: String, options: [String]) throws {
    let input = Data(BatchFixture.records(1...30).utf8)
    let outcomes = try ["1", "2", "4"].map { jobs in
      try AverProgram.shell(
        "AVER_TEST_FAULT=\(kind)=r7 \"$@\"",
        ["clean", "--jobs", jobs] + options,
        input: input
      )
    }
    for outcome in outcomes {
      #expect(outcome.status == 1)
      #expect(identifiers(outcome) == (1...30).map { "r\($0)" })
      #expect(outcome.codes == [kind == "crash" ? "crash" : "timeout"])
      #expect(outcome.output == outcomes[0].output)
    }
    let message = kind == "crash" ? "signal 11, segmentation fault" : "longer than 5 s"
    #expect(outcomes[0].text.contains(message))
  }

  @Test("documents of which each stops its worker fail one by one")
  func manyCrashes() throws {
    let record = BatchFixture.record(1)
    let outcome = try AverProgram.shell(
      "AVER_TEST_FAULT=crash=r1 \"$@\"",
      ["clean", "--jobs", "2"],
      input: Data((record + BatchFixture.record(2) + record + record).utf8)
    )
    #expect(outcome.codes == ["crash", "crash", "crash"])
    #expect(identifiers(outcome) == ["r1", "r2", "r1", "r1"])
  }
  #endif

  @Test("rules are read once: what becomes of the folder while a run goes on is not seen")
  func rulesOfAFolder() throws {
    let folder = try TemporaryFolder()
    #expect(try AverProgram.run(["rules", "export", "rules"], in: folder).status == 0)
    let arguments = ["extract", "--from", "jsonl", "--documents", "--jobs", "1"]
    let program = try RunningProgram(arguments + ["--rules", "rules"], in: folder)
    try program.write(BatchFixture.record(1))
    var output = program.read()
    #expect(!output.isEmpty)
    try FileManager.default.removeItem(at: folder.url("rules"))
    // The next document needs a new worker.
    #expect(program.workers.count == 1)
    for worker in program.workers { kill(worker, SIGKILL) }
    try program.write(BatchFixture.record(2))
    let end = try program.finish()
    output += end.output
    #expect(end.status == 0)
    let builtIn = try AverProgram.run(arguments, input: Data(BatchFixture.records(1...2).utf8))
    #expect(output == builtIn.output)
  }

  @Test("bad rules are misuse, told once, before any document is read")
  func badRules() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/main.aver", "oops\n")
    let outcome = try AverProgram.run(
      ["extract", "missing.txt", "also.txt", "--rules", "rules"],
      in: folder
    )
    #expect(outcome.status == 2)
    #expect(!outcome.messages.contains("missing.txt"))
  }
}
