import Foundation

/// The built program, run as a user would run it.
struct AverProgram {
  /// What a run gave.
  struct Outcome {
    let status: Int32
    let output: Data
    let messages: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [Substring] { text.split(separator: "\n") }
    /// The lines as JSON objects; nil if one of them is none.
    var records: [[String: Any]]? {
      let objects = lines.map {
        (try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [String: Any]
      }
      return objects.contains { $0 == nil } ? nil : objects.compactMap { $0 }
    }
    var codes: [String] { (records ?? []).compactMap { $0["code"] as? String } }
  }

  /// The executable, which the build puts beside the test bundle.
  static var path: String {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    // The tests may be run by a helper from elsewhere: the bundle's own place is in its arguments.
    for argument in CommandLine.arguments where argument.hasSuffix(".xctest") {
      folder = URL(fileURLWithPath: argument).deletingLastPathComponent()
    }
    return folder.appendingPathComponent("aver").path
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String],
    input: Data = Data(),
    in folder: TemporaryFolder? = nil
  ) throws -> Outcome {
    try shell(nil, arguments, input: input, in: folder)
  }

  /// Runs the program from a line of shell, in which `"$@"` stands for it and its arguments.
  static func shell(
    _ script: String?,
    _ arguments: [String],
    input: Data = Data(),
    in folder: TemporaryFolder? = nil
  ) throws -> Outcome {
    let scratch = try TemporaryFolder()
    try scratch.write("input", input)
    try scratch.write("output", Data())
    try scratch.write("messages", Data())
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script ?? "\"$@\"", "sh", path] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: (folder ?? scratch).path)
    // Files, not pipes: nothing here can fill up and stop the program.
    process.standardInput = try FileHandle(forReadingFrom: scratch.url("input"))
    process.standardOutput = try FileHandle(forWritingTo: scratch.url("output"))
    process.standardError = try FileHandle(forWritingTo: scratch.url("messages"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try Data(contentsOf: scratch.url("output")),
      messages: String(decoding: try Data(contentsOf: scratch.url("messages")), as: UTF8.self)
    )
  }
}

/// A folder that goes when nobody holds it any more.
final class TemporaryFolder {
  let path: String

  init() throws {
    let name = "aver-tests-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    try? FileManager.default.removeItem(atPath: path)
  }

  func url(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }

  func write(_ name: String, _ contents: Data) throws {
    let target = url(name)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try contents.write(to: target)
  }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name,
      withDestinationPath: target
    )
  }
}
