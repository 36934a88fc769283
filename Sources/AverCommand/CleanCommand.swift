import ArgumentParser
import Aver
import AverModel
import AverReports

/// `aver clean`: pages to articles.
struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Find the article in a page: its text, title, author and date."
  )

  @OptionGroup var input: InputOptions

  func run() async throws {
    let run = try DocumentRun(input) { CleanCommand.helpMessage() }
    let isText = input.format == .text
    let (status, _) = try await run.run(
      makeWorker: { () throws(PipelineError) in DocumentCleaner() },
      work: { document, cleaner, output throws(PipelineError) in
        let clean = try cleaner.clean(document)
        output.note(clean.diagnostics, of: document)
        if isText {
          output.bytes += clean.bytes + [0x0A]
        } else {
          var json = JSONWriter()
          CleanRecord.write(clean, to: &json)
          output.bytes += json.takeBytes()
        }
      }
    )
    throw ExitCode(status.rawValue)
  }
}
