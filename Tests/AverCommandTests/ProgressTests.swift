import Foundation
import Testing

@Suite("Progress")
struct ProgressTests {
  /// Runs the program on a terminal of its own.
  private func onTerminal(
    _ arguments: [String],
    in folder: TemporaryFolder
  ) throws -> AverProgram.Outcome {
    let spawn = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
    return try AverProgram.shell("python3 -c '\(spawn)' \"$@\"", arguments, in: folder)
  }

  @Test("a terminal shows how far the run is, and in the end what it came to")
  func terminal() throws {
    let batch = try BatchFixture(count: 5)
    let outcome = try onTerminal(["extract", "in.jsonl", "--output", "out"], in: batch.folder)
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("\r\u{1B}[K["))
    #expect(outcome.text.contains(" %  1 documents"))
    #expect(
      outcome.text.hasSuffix(
        "\r\u{1B}[Kaver: 5 documents, 5 claims, 0 failed: out/claims.jsonl\r\n"
      )
    )
  }

  @Test("nothing is shown where results would be in the way, or on demand")
  func quiet() throws {
    let batch = try BatchFixture(count: 5)
    let results = try onTerminal(["extract", "in.jsonl"], in: batch.folder)
    #expect(!results.text.contains("\u{1B}"))
    let arguments = ["extract", "in.jsonl", "--output", "out", "--quiet"]
    #expect(try onTerminal(arguments, in: batch.folder).text == "")
  }
}
