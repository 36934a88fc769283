import Foundation

/// The built program while it runs, with pipes to its streams.
final class RunningProgram {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let messagePipe = Pipe()

  init(_ arguments: [String], in folder: TemporaryFolder) throws {
    // Whoever runs the tests may ignore signals, which the program would respect.
    let script = """
      import os, signal, sys
      signal.signal(signal.SIGINT, signal.SIG_DFL)
      os.execv(sys.argv[1], sys.argv[1:])
      """
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, AverProgram.path] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = messagePipe
    try process.run()
  }

  var identifier: Int32 { process.processIdentifier }

  /// The processes that it has started.
  var workers: [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap(Int32.init).filter { process in
      let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      return status?.contains("\nPPid:\t\(identifier)\n") == true
    }
  }

  func write(_ text: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// What it has written to its standard output; waits for something.
  func read() -> Data { output.fileHandleForReading.availableData }

  func send(_ signal: Int32) { kill(identifier, signal) }

  /// Ends its input, takes the rest of its output and waits for its end.
  func finish() throws -> (status: Int32, output: Data, messages: String) {
    try input.fileHandleForWriting.close()
    let rest = try output.fileHandleForReading.readToEnd() ?? Data()
    let messages = try messagePipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, rest, String(decoding: messages, as: UTF8.self))
  }
}
