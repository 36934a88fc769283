import ArgumentParser
import AverModel
import Glibc

/// How a bench command reads the documents that it tries rules on.
struct CorpusOptions: ParsableArguments {
  @Option(help: "What the documents are; auto goes by a file's name and its first bytes.")
  var from: InputFormat = .auto

  @Option(
    help: ArgumentHelp(
      "Day or instant of publication (ISO 8601), for documents that come without one.",
      valueName: "day"
    )
  )
  var date: String?

  @Option(help: ArgumentHelp("Batches worked on at once (default: processors).", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Documents with more bytes fail.", valueName: "bytes"))
  var maxDocBytes = 32 << 20

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, not \(jobs)") }
    guard (1...(500 << 20)).contains(maxDocBytes) else {
      throw ValidationError("--max-doc-bytes must be between 1 and 500 MiB, not \(maxDocBytes)")
    }
    if let date, CivilDate(date) == nil {
      throw ValidationError("--date must begin with a day such as 2025-12-17, not '\(date)'")
    }
  }

  /// How many batches to work on at once.
  var jobCount: Int { jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
