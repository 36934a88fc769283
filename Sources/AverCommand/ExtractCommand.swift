import ArgumentParser
import Aver
import AverModel
import AverReports

/// `aver extract`: documents to claims.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read claims out of articles.",
    discussion: """
      Results go to standard output, one JSON object a line, in the order of the input; everything
      else goes to standard error. Exit status: 0 done, 1 some document failed, 2 misuse.
      """
  )

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var formatOptions: ClaimFormatOptions

  @Flag(help: "Write one document record after the claims of each document.")
  var documents = false

  @Flag(help: "Write for each claim the rules that fed it and the words that decided its slots.")
  var explain = false

  func validate() throws { try input.format.validate(for: .claims) }

  func run() async throws {
    let run = try DocumentRun(input) { ExtractCommand.helpMessage() }
    let loaded = try rules.load()
    let identity = RunIdentity(rules: loaded, options: input.identity)
    let record = ClaimRecord(run: identity, explains: explain)
    let format = input.format
    let export = try formatOptions.export(format, to: input.output) { () throws(CommandFailure) in
      try rules.files()
    }
    let renderer = ClaimRenderer(export)
    let writesDocuments = format == .sqlite || (documents && format.holdsErrors)
    var sink = try ClaimSink(format, export, output: input.output)
    let (status, totals) = try await run.run(
      makeWorker: { () throws(PipelineError) in try Pipeline(rules: loaded) },
      work: { document, pipeline, output throws(PipelineError) in
        let clean = try pipeline.clean(document)
        let linked = try pipeline.annotate(clean)
        let claims = pipeline.claims(of: linked)
        output.claimCount += claims.count
        let warnings = clean.diagnostics + linked.diagnostics
        output.note(warnings, of: document)
        guard !claims.isEmpty || writesDocuments else { return }
        let identity = DocumentIdentity(clean)
        var json = JSONWriter()
        for claim in claims { record.write(claim, of: identity, to: &json) }
        if writesDocuments {
          DocumentRecord.write(
            identity,
            claimCount: claims.count,
            warnings: warnings,
            to: &json
          )
        }
        output.bytes += renderer.bytes(of: json.takeBytes(), text: clean.bytes)
      },
      take: { bytes throws(CommandFailure) in try sink.take(bytes) }
    )
    try sink.finish()
    if format == .text, totals.claimCount == 0, totals.documentCount > totals.failureCount {
      MessageLog.write("no claims in \(totals.documentCount - totals.failureCount) documents")
    }
    throw ExitCode(status.rawValue)
  }
}

extension BatchOutput {
  /// Adds a line for each thing that a stage noticed in a document.
  mutating func note(_ warnings: [Diagnostic], of document: SourceDocument) {
    for warning in warnings {
      messages.append("\(document.identifier): warning: \(warning.message) [\(warning.code)]")
    }
  }
}
