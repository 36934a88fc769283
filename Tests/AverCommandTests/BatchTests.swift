import Foundation
import Testing

/// Records, and the folder that a run over all of them leaves when nothing happens to it.
struct BatchFixture {
  let folder: TemporaryFolder
  let count: Int

  init(count: Int = 40) throws {
    folder = try TemporaryFolder()
    self.count = count
    try folder.write("in.jsonl", Self.records(1...count))
  }

  static func record(_ number: Int) -> String {
    let text = "Marlow Ltd bought Thane Group for $\(number) million on 3 May 2024."
    return "{\"id\":\"r\(number)\",\"text\":\"\(text)\"}\n"
  }

  static func records(_ numbers: ClosedRange<Int>) -> String {
    numbers.map(record).joined()
  }

  static let arguments = ["extract", "--documents", "--jobs", "2"]

  /// Runs the batch from a line of shell, in which `"$@"` stands for the command.
  func run(
    _ more: [String] = [],
    script: String? = nil,
    input: String = "in.jsonl",
    output: String = "out"
  ) throws -> AverProgram.Outcome {
    try AverProgram.shell(
      script,
      Self.arguments + [input, "--output", output] + more,
      in: folder
    )
  }

  /// The files of a folder, by name.
  func files(_ name: String = "out") throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + name)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.url(name + "/" + $0))) }
    )
  }

  /// What an uninterrupted run leaves.
  func reference(input: String = "in.jsonl") throws -> [String: Data] {
    #expect(try run(input: input, output: "reference").status == 0)
    defer { try? FileManager.default.removeItem(at: folder.url("reference")) }
    return try files("reference")
  }
}

@Suite("Batches")
struct BatchTests {
  @Test("a batch is results, journal and manifest; the results are those of standard output")
  func files() throws {
    let batch = try BatchFixture()
    let outcome = try batch.run()
    #expect(outcome.status == 0)
    #expect(outcome.output == Data())
    #expect(outcome.messages == "aver: 40 documents, 40 claims, 0 failed: out/claims.jsonl\n")
    let files = try batch.files()
    #expect(files.keys.sorted() == ["claims.jsonl", "journal.jsonl", "manifest.json"])
    let direct = try AverProgram.run(BatchFixture.arguments + ["in.jsonl"], in: batch.folder)
    #expect(files["claims.jsonl"] == direct.output)
    let journal = try #require(files["journal.jsonl"])
    let lines = String(decoding: journal, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 41)
    let manifest = try JSONSerialization.jsonObject(with: try #require(files["manifest.json"]))
    let members = try #require(manifest as? [String: Any])
    #expect(members["documents"] as? Int == 40)
    #expect(members["claims"] as? Int == 40)
    #expect(members["failed"] as? Int == 0)
  }

  @Test(
    "place, time and number of jobs change nothing",
    arguments: [("C", "UTC", "1"), ("C.UTF-8", "Asia/Tokyo", "2"), ("tr_TR.UTF-8", "UTC+3", "4")]
  )
  func environment(language: String, zone: String, jobs: String) throws {
    let batch = try BatchFixture()
    let script = "LC_ALL=\(language) TZ=\(zone) \"$@\" --jobs \(jobs)"
    let arguments = ["extract", "--documents", "in.jsonl", "--output", "out"]
    let outcome = try AverProgram.shell(script, arguments, in: batch.folder)
    #expect(outcome.status == 0)
    #expect(try batch.files() == batch.reference())
  }

  @Test("a batch that was killed again and again goes on to the same files")
  func killed() throws {
    let batch = try BatchFixture(count: 150)
    for moment in ["0.3", "0.7", "1.1", "0.9"] {
      let script = "\"$@\" & pid=$!; sleep \(moment); kill -9 $pid; wait $pid"
      _ = try batch.run(["--resume"], script: script)
    }
    #expect(try batch.run(["--resume"]).status == 0)
    #expect(try batch.files() == batch.reference())
  }

  @Test("what has not changed is taken over; the rest is done as if for the first time")
  func changedInput() throws {
    let batch = try BatchFixture()
    #expect(try batch.run().status == 0)
    let again = try batch.run(["--resume"])
    #expect(again.status == 0)
    #expect(again.messages.contains("40 documents (40 of them done before), 40 claims, 0 failed"))
    #expect(try batch.files() == batch.reference())
    // One is new, one has gone, one has changed, two have changed places.
    let lines = [41, 2, 4, 3].map(BatchFixture.record) + [BatchFixture.records(6...40)]
    let changed = BatchFixture.record(5).replacing("Thane", with: "Arden")
    try batch.folder.write("in.jsonl", lines.joined() + changed)
    let mixed = try batch.run(["--resume"])
    #expect(mixed.messages.contains("40 documents (38 of them done before)"))
    #expect(try batch.files() == batch.reference())
  }

  @Test("results of other options are not taken over")
  func otherOptions() throws {
    let batch = try BatchFixture(count: 3)
    #expect(try batch.run().status == 0)
    let outcome = try batch.run(["--resume", "--explain"])
    #expect(outcome.messages.contains("rules or options have changed since"))
    #expect(outcome.messages.contains("3 documents, 3 claims"))
    let claims = try #require(try batch.files()["claims.jsonl"])
    #expect(String(decoding: claims, as: UTF8.self).contains("\"cues\""))
  }

  @Test("documents that failed are listed; passing failures are tried again")
  func failures() throws {
    let batch = try BatchFixture(count: 3)
    try batch.folder.write("in/a.txt", "Marlow Ltd bought Thane Group.")
    try batch.folder.link("in/b.txt", to: "nowhere")
    try batch.folder.write("in/c.jsonl", "{oops\n")
    let outcome = try batch.run(input: "in")
    #expect(outcome.status == 1)
    #expect(outcome.messages.hasSuffix("3 documents, 1 claims, 2 failed: out/claims.jsonl\n"))
    try batch.folder.write("in/nowhere", "Arden plc bought Thane Group.")
    let again = try batch.run(["--resume"], input: "in")
    #expect(again.status == 1)
    #expect(again.messages.contains("3 documents (2 of them done before), 2 claims, 1 failed"))
    let journal = try #require(try batch.files()["journal.jsonl"])
    #expect(String(decoding: journal, as: UTF8.self).contains("\"code\":\"bad-json\""))
  }

  @Test("a batch that is there is not touched without --resume")
  func occupied() throws {
    let batch = try BatchFixture(count: 3)
    #expect(try batch.run().status == 0)
    let before = try batch.files()
    let outcome = try batch.run()
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("--resume goes on with it"))
    #expect(try batch.files() == before)
  }

  @Test("the output folder is none of the inputs")
  func outputWithinInput() throws {
    let batch = try BatchFixture(count: 3)
    #expect(try batch.run(input: ".").status == 0)
    let again = try batch.run(["--resume"], input: ".")
    #expect(again.messages.contains("3 documents (3 of them done before)"))
  }

  @Test("an output folder that cannot be used is misuse, found before any input is read")
  func badFolder() throws {
    let batch = try BatchFixture(count: 1)
    try batch.folder.write("file", "x")
    try batch.folder.write("full/notes.txt", "x")
    for (output, reason) in [
      ("file", "the output is a file"), ("file/", "the output is a file"),
      ("file/out", "the output folder cannot be made"), ("missing/out/", "cannot be made"),
      ("full", "the output folder is not empty"), ("/proc/aver", "cannot be made"),
    ] {
      let outcome = try batch.run(input: "missing.txt", output: output)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains(reason), "\(output): \(outcome.messages)")
      #expect(!outcome.messages.contains("missing.txt"))
    }
    #expect(try AverProgram.run(["extract", "in.jsonl", "--resume"], in: batch.folder).status == 2)
  }

  @Test("an output folder that must not be written to", .enabled(if: getuid() != 0))
  func lockedFolder() throws {
    let batch = try BatchFixture(count: 1)
    let script = "mkdir out && chmod 555 out && \"$@\"; status=$?; chmod 755 out; exit $status"
    let outcome = try batch.run(script: script, input: "missing.txt")
    #expect(outcome.status == 2)
    #expect(
      outcome.messages.contains("out: the output folder cannot be written: Permission denied")
    )
    #expect(!outcome.messages.contains("missing.txt"))
  }

  @Test("a disk that is full keeps what is done, and --resume goes on")
  func fullDisk() throws {
    let batch = try BatchFixture()
    // No file may grow beyond 20 blocks of 512 bytes.
    let full = try batch.run(script: "trap '' XFSZ; ulimit -f 20; \"$@\"")
    #expect(full.status == 2)
    #expect(full.messages.contains("out: the output cannot be written: File too large"))
    #expect(full.messages.contains("--resume goes on with it"))
    #expect(try batch.run(["--resume"]).status == 0)
    #expect(try batch.files() == batch.reference())
  }

  #if DEBUG
  @Test("whichever write fails, the batch can be gone on with", arguments: 1...7)
  func failingWrite(number: Int) throws {
    let batch = try BatchFixture(count: 12)
    let outcome = try batch.run(script: "AVER_TEST_FAULT=write=\(number) \"$@\"")
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("No space left on device"))
    #expect(try batch.run(["--resume"]).status == 0)
    #expect(try batch.files() == batch.reference())
  }
  #endif

  @Test("ids that stand for several documents are told; ids are never paths")
  func identifiers() throws {
    let batch = try BatchFixture(count: 1)
    let long = String(repeating: "x", count: 1 << 20)
    let names = ["../../x", "../../x", "a\\nb\\u001b[31m", long]
    try batch.folder.write(
      "in.jsonl",
      names.map { "{\"id\":\"\($0)\",\"text\":\"Marlow Ltd bought Thane Group.\"}\n" }.joined()
    )
    let outcome = try batch.run()
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("1 documents have the id of another, such as '../../x'"))
    #expect(try batch.files().count == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: batch.folder.path).count == 2)
    #expect(try batch.run(["--resume"]).messages.contains("(4 of them done before)"))
  }
}
