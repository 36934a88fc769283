import ArgumentParser
import Aver
import AverModel
import AverReports

/// `aver extract`: documents to claims.
struct ExtractCommand: ParsableCommand {
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

  @Option(
    help: ArgumentHelp(
      "Write only claims of these types (type=acquisition,merger) or with these statuses "
        + "(status=completed). May be repeated: all must hold.",
      valueName: "member=values"
    )
  )
  var select: [ClaimSelection] = []

  func validate() throws { try input.format.validate(for: .claims) }

  func run() throws {
    let run = try SupervisedRun(input, resultName: "claims") { ExtractCommand.helpMessage() }
    let loaded = try run.load(rules)
    for selection in select { try selection.check(types: loaded.claimTypes) }
    let identity = RunIdentity(rules: loaded, options: input.identity)
    let record = ClaimRecord(run: identity, explains: explain)
    let format = input.format
    let export = try formatOptions.export(format, to: input.output) { () throws(CommandFailure) in
      try rules.files()
    }
    let renderer = ClaimRenderer(export)
    let writesDocuments = format == .sqlite || (documents && format.holdsErrors)
    let selections = select
    let answers = ["documents=\(documents)", "explain=\(explain)"] + select.map(\.identity)
    let (status, totals) = try run.run(
      rules: rules.rules == nil ? nil : loaded,
      identity: BatchRun(rules: loaded, options: input.identity, answers: answers, format),
      workerOptions: formatOptions.workerOptions(for: input.output),
      openStream: { path throws(CommandFailure) in
        ClaimStream(try ClaimSink(format, export, output: path))
      },
      makeWorker: { () throws(PipelineError) in try Pipeline(rules: loaded) },
      work: { document, pipeline, output throws(PipelineError) in
        let clean = try pipeline.clean(document)
        let linked = try pipeline.annotate(clean)
        let claims = pipeline.claims(of: linked).filter { claim in
          selections.allSatisfy { $0.wants(claim) }
        }
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
      }
    )
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
