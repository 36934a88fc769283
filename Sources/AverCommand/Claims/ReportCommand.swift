import ArgumentParser
import Aver
import AverReports

/// `aver report`: claims as one page to look at.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make one offline page of claims: articles, table, timeline, parties.",
    discussion: """
      CLAIMS is what aver extract wrote. With FILES, the documents it read, the page shows whole \
      articles with the evidence marked; without them it shows the quotes. The page is one file, asks \
      nothing of any server, and runs no script but its own.
      """
  )

  @ArgumentParser.Argument(help: "A file or folder of claims, or - for standard input.")
  var claims: String

  @ArgumentParser.Argument(help: "The documents that the claims were read in.")
  var files: [String] = []

  @Option(help: ArgumentHelp("Where to write the page.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("What to call it.", valueName: "words"))
  var title = "Claims"

  @OptionGroup var rules: RuleOptions
  @OptionGroup var options: CorpusOptions

  func run() async throws {
    let texts = RuleText(try rules.files())
    let conversion = ClaimConversion(
      claims: [claims],
      format: .html,
      output: output,
      sources: files,
      options: options
    )
    let page = ClaimPage(title: title) { texts.text(of: $0) }
    throw ExitCode(try await conversion.run(page).rawValue)
  }
}
