import ArgumentParser
import AverReports

/// `aver stats`: how many claims there are of what.
struct StatsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count claims by type, status, source and month, and name the top parties."
  )

  @ArgumentParser.Argument(help: "Files or folders of claims, or - for standard input.")
  var claims: [String] = ["-"]

  @Option(help: ArgumentHelp("How many sources and parties to name.", valueName: "n"))
  var top = 20

  @Option(help: "What to print.")
  var format = Format.text

  func validate() throws {
    if top < 0 { throw ValidationError("--top takes 0 or more") }
  }

  func run() throws {
    var files = ClaimFiles(claims)
    var statistics = ClaimStatistics()
    try files.forEachRecord { line throws(CommandFailure) in statistics.add(line) }
    let bytes = format == .text ? text(of: statistics) : json(of: statistics)
    try ResultWriter(path: nil).write(bytes)
    throw ExitCode((files.failureCount == 0 ? ExitStatus.done : .someFailed).rawValue)
  }

  private func text(of statistics: ClaimStatistics) -> [UInt8] {
    var text = "\(statistics.claimCount) claims in \(statistics.documentCount) documents"
    text += statistics.failureCount == 0 ? "\n" : ", \(statistics.failureCount) inputs failed\n"
    for section in statistics.sections(limit: top) where !section.counts.isEmpty {
      text += "\n\(section.name)\n"
      let width = section.counts.map { String($0.count).count }.max() ?? 0
      for count in section.counts {
        let number = String(count.count)
        text += "  " + String(repeating: " ", count: width - number.count) + number
        text += "  " + VisibleText.escaped(count.name) + "\n"
      }
    }
    return Array(text.utf8)
  }

  private func json(of statistics: ClaimStatistics) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.name("claims")
    json.integer(statistics.claimCount)
    json.name("documents")
    json.integer(statistics.documentCount)
    json.name("errors")
    json.integer(statistics.failureCount)
    for section in statistics.sections(limit: top) {
      json.name(section.name)
      json.beginObject()
      for count in section.counts {
        json.name(count.name)
        json.integer(count.count)
      }
      json.endObject()
    }
    json.endObject()
    json.endLine()
    return json.takeBytes()
  }
}
