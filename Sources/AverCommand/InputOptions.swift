import ArgumentParser
import AverModel
import Glibc

/// What every command that reads documents takes.
struct InputOptions: ParsableArguments {
  @ArgumentParser.Argument(help: "Files, folders (with all below them), or - for standard input.")
  var paths: [String] = []

  @Option(help: "What the input is; auto goes by the file's name and its first bytes.")
  var from: InputFormat = .auto

  @Option(help: ArgumentHelp("Read the files that a file (or -) lists, too.", valueName: "file"))
  var filesFrom: String?

  @Flag(name: [.customShort("0"), .long], help: "The list's paths end with a zero byte.")
  var null = false

  @Option(
    help: ArgumentHelp(
      "Which files of folders to read: *.htm, or 2025/**/*.html. May be repeated.",
      valueName: "pattern"
    )
  )
  var glob: [String] = []

  @Flag(help: "Follow links to folders; each folder is read once.")
  var follow = false

  @Option(help: ArgumentHelp("Read so many documents at most.", valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Day or instant of publication (ISO 8601), for documents that come without one.",
      valueName: "day"
    )
  )
  var date: String?

  @Option(help: "How results are written; see 'aver help formats'.")
  var format: OutputFormat = .jsonl

  @Option(help: ArgumentHelp("Workers at once (default: processors).", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Write to a file, which appears when it is whole; or to a folder (a name without suffix), with "
        + "a journal, so that --resume can go on.",
      valueName: "path"
    )
  )
  var output: String?

  @Flag(help: "Go on with the batch in the output folder: what is done and has not changed stays.")
  var resume = false

  @Option(help: ArgumentHelp("Documents with more bytes fail.", valueName: "bytes"))
  var maxDocBytes = 32 << 20

  @Option(
    help: ArgumentHelp(
      "Documents that take longer fail (default: 60, and 1 more for each 32 KiB).",
      valueName: "seconds"
    )
  )
  var timeout: Int?

  @Flag(help: "Exit with 0 even if some documents failed.")
  var exitZero = false

  @Flag(help: "Stop at the first document that fails.")
  var strict = false

  @Flag(help: "Say nothing of single documents, and show no progress.")
  var quiet = false

  @Flag(help: .hidden)
  var worker = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, not \(jobs)") }
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more, not \(limit)") }
    if let timeout, timeout < 1 {
      throw ValidationError("--timeout must be 1 or more, not \(timeout)")
    }
    guard (1...(500 << 20)).contains(maxDocBytes) else {
      throw ValidationError("--max-doc-bytes must be between 1 and 500 MiB, not \(maxDocBytes)")
    }
    if let date, CivilDate(date) == nil {
      throw ValidationError("--date must begin with a day such as 2025-12-17, not '\(date)'")
    }
    if paths.filter({ $0 == "-" }).count + (filesFrom == "-" ? 1 : 0) > 1 {
      throw ValidationError("standard input (-) can be read only once")
    }
    if null, filesFrom == nil { throw ValidationError("--null is for --files-from") }
    if strict, exitZero { throw ValidationError("--strict and --exit-zero exclude each other") }
  }

  /// How many workers at once.
  var jobCount: Int { jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The paths, or standard input if it is a pipe; nil if nobody gave any input.
  var effectivePaths: [String]? {
    if !paths.isEmpty || filesFrom != nil || worker { return paths }
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
