import ArgumentParser
import AverModel
import Glibc

/// What every command that reads documents takes.
struct InputOptions: ParsableArguments {
  @ArgumentParser.Argument(help: "Files, folders (with all below them), or - for standard input.")
  var paths: [String] = []

  @Option(help: "What the input is; auto goes by the file's name and its first bytes.")
  var from: InputFormat = .auto

  @Option(
    help: ArgumentHelp(
      "Day or instant of publication (ISO 8601), for documents that come without one.",
      valueName: "day"
    )
  )
  var date: String?

  @Option(help: "How results are written; see 'aver help formats'.")
  var format: OutputFormat = .jsonl

  @Option(help: ArgumentHelp("Batches worked on at once (default: processors).", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Write to a file, which appears when it is whole.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Documents with more bytes fail.", valueName: "bytes"))
  var maxDocBytes = 32 << 20

  @Flag(help: "Exit with 0 even if some documents failed.")
  var exitZero = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, not \(jobs)") }
    guard (1...(500 << 20)).contains(maxDocBytes) else {
      throw ValidationError("--max-doc-bytes must be between 1 and 500 MiB, not \(maxDocBytes)")
    }
    if let date, CivilDate(date) == nil {
      throw ValidationError("--date must begin with a day such as 2025-12-17, not '\(date)'")
    }
    if paths.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("standard input (-) can be read only once")
    }
  }

  /// How many batches to work on at once.
  var jobCount: Int { jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The paths, or standard input if it is a pipe; nil if nobody gave any input.
  var effectivePaths: [String]? {
    if !paths.isEmpty { return paths }
    return isatty(0) == 1 ? nil : ["-"]
  }

  /// The options that decide what the records say, for the identity of the run.
  var identity: [String] {
    ["date=\(date ?? "")", "from=\(from.rawValue)", "max-doc-bytes=\(maxDocBytes)"]
  }
}

/// Which rules to read documents by.
struct RuleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Use the rules in a folder, not the built-in ones.", valueName: "dir"))
  var rules: String?
}
