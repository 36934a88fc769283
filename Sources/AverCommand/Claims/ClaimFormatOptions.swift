import ArgumentParser
import AverReports
import AverRules
import Glibc

/// What commands that write claims take beside the format.
struct ClaimFormatOptions: ParsableArguments {
  enum Colour: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never
  }

  @Option(help: "Colours of --format text; auto means on a terminal, unless NO_COLOR is set.")
  var color = Colour.auto

  @Flag(help: "Write CSV cells as they are, even those that a spreadsheet takes for formulas.")
  var csvRaw = false

  /// Whether text that goes to `output` is coloured.
  func isColoured(to output: String?) -> Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      let isPlain = unsafe getenv("NO_COLOR").map { unsafe $0.pointee != 0 } ?? false
      return (output == nil || output == "-") && isatty(1) == 1 && !isPlain
    }
  }

  /// What a worker has to be told, since it sees no terminal.
  func workerOptions(for output: String?) -> [String] {
    color == .auto && isColoured(to: output) ? ["--color", "always"] : []
  }

  /// The writer of a format; nil for those that take the records as they are.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - output: Where it goes.
  ///   - library: The rules, for formats that tell of them; asked for only by those.
  /// - Returns: The writer.
  /// - Throws: `CommandFailure` if the rules cannot be read.
  func export(
    _ format: OutputFormat,
    to output: String?,
    library: () throws(CommandFailure) -> RuleLibrary
  ) throws(CommandFailure) -> (any ClaimExport)? {
    switch format {
    case .jsonl, .sqlite, .markdown: return nil
    case .text: return ClaimBlocks(isColoured: isColoured(to: output))
    case .csv: return ClaimTable(isRaw: csvRaw)
    case .jsonld: return ClaimGraph(context: ReportFile.contextValue())
    case .jsonldLines: return ClaimGraphLines(context: ReportFile.contextValue())
    case .labelStudio: return AnnotationTasks()
    case .brat: return StandoffArchive(types: RuleText.claimTypes(in: try library()))
    case .html:
      let texts = RuleText(try library())
      return ClaimPage(title: "Claims") { texts.text(of: $0) }
    }
  }
}
