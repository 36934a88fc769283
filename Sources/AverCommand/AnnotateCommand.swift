import ArgumentParser
import Aver
import AverModel
import AverReports

/// `aver annotate`: everything up to mentions and entities.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Mark names, amounts, dates, entities, words and sentences in articles."
  )

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions

  func validate() throws { try input.format.validate(for: .annotations) }

  func run() throws {
    let run = try SupervisedRun(input, resultName: "annotations") { AnnotateCommand.helpMessage() }
    let loaded = try run.load(rules)
    let isText = input.format == .text
    let (status, _) = try run.run(
      rules: rules.rules == nil ? nil : loaded,
      identity: BatchRun(rules: loaded, options: input.identity, answers: [], input.format),
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
