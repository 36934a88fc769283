import ArgumentParser
import Aver
import AverModel
import AverReports

/// `aver convert`: recorded claims in another format.
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write recorded claims in another format.",
    discussion: """
      CLAIMS is what aver extract wrote. Formats that hold the text of the articles (brat, label-studio, \
      html) read it anew from --sources; what is not found there is left out, or shown by its quotes. \
      Exit status: 0 done, 1 some line was no record, 2 misuse.
      """
  )

  @ArgumentParser.Argument(help: "Files or folders of claims, or - for standard input.")
  var claims: [String] = ["-"]

  @Option(help: "The format to write.")
  var format: OutputFormat

  @Option(help: ArgumentHelp("Write to a file, which appears when it is whole.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp("The documents that were read: a file or folder.", valueName: "path")
  )
  var sources: [String] = []

  @OptionGroup var formatOptions: ClaimFormatOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var options: CorpusOptions

  func validate() throws { try format.validate(for: .claims) }

  func run() async throws {
    let conversion = ClaimConversion(
      claims: claims,
      format: format,
      output: output,
      sources: sources,
      options: options
    )
    let export = try formatOptions.export(format, to: output) { () throws(CommandFailure) in
      try rules.files()
    }
    throw ExitCode(try await conversion.run(export).rawValue)
  }
}

/// Recorded claims on their way into another format.
struct ClaimConversion {
  let claims: [String]
  let format: OutputFormat
  let output: String?
  let sources: [String]
  let options: CorpusOptions

  /// Reads the claims, then the texts that they speak of, and writes.
  func run(_ export: (any ClaimExport)?) async throws(CommandFailure) -> ExitStatus {
    var sink = try ClaimSink(format, export, output: output)
    var files = ClaimFiles(claims)
    guard sources.isEmpty else {
      var documents: [(RecordedDocument, [RecordedClaim])] = []
      try files.forEachDocument { document, claims throws(CommandFailure) in
        documents.append((document, claims))
      }
      let texts = ArticleTexts(wanted: Set(documents.map(\.0.digest)))
      try await texts.read(sources, options)
      if texts.missingCount > 0 {
        MessageLog.write(
          "\(texts.missingCount) of the texts are not in the files named: they have changed, or "
            + "their files are elsewhere"
        )
      }
      let renderer = ClaimRenderer(export)
      for (document, claims) in documents {
        let text = texts.text(document.digest)
        try sink.take(
          renderer.bytes(of: DocumentClaims(document: document, text: text, claims: claims))
        )
      }
      try sink.finish()
      return files.failureCount == 0 ? .done : .someFailed
    }
    if format == .sqlite {
      try files.forEachRecord { line throws(CommandFailure) in try sink.add(line) }
    } else {
      let renderer = ClaimRenderer(export)
      try files.forEachDocument { document, claims throws(CommandFailure) in
        try sink.take(
          renderer.bytes(of: DocumentClaims(document: document, text: nil, claims: claims))
        )
      }
    }
    try sink.finish()
    return files.failureCount == 0 ? .done : .someFailed
  }
}
