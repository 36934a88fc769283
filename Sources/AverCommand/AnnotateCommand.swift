import ArgumentParser
import Aver
import AverModel
import AverReports

/// `aver annotate`: everything up to mentions and entities.
struct AnnotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Mark names, amounts, dates, entities, words and sentences in articles."
  )

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions

  func validate() throws { try input.format.validate(for: .annotations) }

  func run() async throws {
    let run = try DocumentRun(input) { AnnotateCommand.helpMessage() }
    let loaded = try rules.load()
    let isText = input.format == .text
    let (status, _) = try await run.run(
      makeWorker: { () throws(PipelineError) in try Pipeline(rules: loaded) },
      work: { document, pipeline, output throws(PipelineError) in
        let linked = try pipeline.annotate(try pipeline.clean(document))
        let clean = linked.analyzed.tokenized.clean
        output.note(clean.diagnostics + linked.diagnostics, of: document)
        if isText {
          output.bytes += MentionText.table(of: linked).utf8
        } else {
          var json = JSONWriter()
          AnnotationRecord.write(linked, to: &json)
          output.bytes += json.takeBytes()
        }
      }
    )
    throw ExitCode(status.rawValue)
  }
}
