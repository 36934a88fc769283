import ArgumentParser
import Aver
import AverModel
import AverReports

/// `aver verify`: whether claims that were made before still hold.
struct VerifyCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case jsonl
  }

  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that claims still hold: quotes, spans, bytes of the source, and rules.",
    discussion: """
      CLAIMS is what aver extract wrote; FILES the documents it read, named as they were then (without \
      FILES, each document's id is taken for a path). Documents are known by their ids, or by their \
      bytes. Give --date and --from as they were then. Exit status: 0 all hold, 1 something does not.
      """
  )

  @ArgumentParser.Argument(help: "A file or folder of claims, or - for standard input.")
  var claims: String

  @ArgumentParser.Argument(help: "The documents that the claims were read in.")
  var files: [String] = []

  @Option(help: "What to print: lines for claims that do not hold, or a record for every claim.")
  var format = Format.text

  @OptionGroup var rules: RuleOptions
  @OptionGroup var options: CorpusOptions

  func run() async throws {
    var input = ClaimFiles([claims])
    let recorded = try input.claims()
    let index = ClaimIndex(recorded)
    let findings = try await findings(of: recorded, index)
    let writer = try ResultWriter(path: nil)
    switch format {
    case .text: try writer.write(Array(Self.text(of: recorded, findings).utf8))
    case .jsonl: try writer.write(Self.lines(of: recorded, findings))
    }
    let isClean = findings.allSatisfy(\.isEmpty) && input.failureCount == 0
    throw ExitCode((isClean ? ExitStatus.done : .someFailed).rawValue)
  }

  /// What does not hold of each claim.
  private func findings(
    of claims: [RecordedClaim],
    _ index: ClaimIndex
  ) async throws(CommandFailure) -> [Set<ClaimFinding>] {
    let loaded = try rules.load()
    let lines = ClaimLines(rules: loaded)
    let paths = files.isEmpty ? Self.presentFiles(claims) : files
    var found = [Set<ClaimFinding>?](repeating: nil, count: claims.count)
    let run = DocumentRun(options, paths: paths, isQuiet: true)
    _ = try await run.run(
      makeWorker: { () throws(PipelineError) in try Pipeline(rules: loaded) },
      work: { document, pipeline, output throws(PipelineError) in
        let numbers = index.claims(of: document)
        guard !numbers.isEmpty else { return }
        let clean = try pipeline.clean(document)
        let made = pipeline.claims(of: try pipeline.annotate(clean))
        let verifier = ClaimVerifier(
          clean,
          made: Self.identifiers(in: lines.lines(for: made, of: clean))
        )
        for number in numbers {
          let findings = verifier.findings(for: claims[number])
          let codes = findings.map { " " + $0.rawValue }.joined()
          output.bytes += Array("\(number)\(codes)\n".utf8)
        }
      },
      take: { bytes throws(CommandFailure) in
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
          let words = line.split(separator: " ")
          guard let number = words.first.flatMap({ Int($0) }) else { continue }
          let codes = Set(words.dropFirst().compactMap { ClaimFinding(rawValue: String($0)) })
          // Of several files that may be the document, the one that fits best counts.
          if found[number].map({ codes.count < $0.count }) ?? true { found[number] = codes }
        }
      }
    )
    return found.map { $0 ?? [.noDocument] }
  }

  /// The documents whose ids are paths of files.
  private static func presentFiles(_ claims: [RecordedClaim]) -> [String] {
    Set(claims.map(\.document.identifier)).sorted().filter {
      (try? FileStatus(of: RawPath($0), followingLinks: true))?.kind == .file
    }
  }

  private static func identifiers(in lines: [UInt8]) -> Set<String> {
    Set(lines.split(separator: 0x0A).compactMap { try? JSONValue(Array($0))["id"]?.text })
  }

  private static func text(of claims: [RecordedClaim], _ findings: [Set<ClaimFinding>]) -> String {
    var text = ""
    for (claim, findings) in zip(claims, findings) where !findings.isEmpty {
      let reasons = ClaimFinding.allCases.filter(findings.contains).map(\.words)
      text += VisibleText.escaped("\(claim.document.identifier): \(claim.statement ?? claim.type)")
      text += "\n  " + reasons.joined(separator: "\n  ") + "\n"
      text += VisibleText.escaped("  \(claim.rule)  \(claim.identifier)") + "\n"
    }
    let holding = findings.filter(\.isEmpty).count
    text += "\(claims.count) claims: \(holding) hold"
    for finding in ClaimFinding.allCases {
      let count = findings.filter { $0.contains(finding) }.count
      if count > 0 { text += ", \(count) \(finding.rawValue)" }
    }
    return text + "\n"
  }

  private static func lines(of claims: [RecordedClaim], _ findings: [Set<ClaimFinding>]) -> [UInt8]
  {
    var json = JSONWriter()
    for (claim, findings) in zip(claims, findings) {
      json.beginObject()
      json.name("record")
      json.string("verification")
      json.name("id")
      json.string(claim.identifier)
      json.name("document")
      json.string(claim.document.identifier)
      json.name("holds")
      json.boolean(findings.isEmpty)
      json.name("findings")
      json.beginArray()
      for finding in ClaimFinding.allCases where findings.contains(finding) {
        json.string(finding.rawValue)
      }
      json.endArray()
      json.endObject()
      json.endLine()
    }
    return json.takeBytes()
  }
}

/// Claims by what tells their documents.
struct ClaimIndex: Sendable {
  private var byIdentifier: [String: [Int]] = [:]
  private var byDigest: [String: [Int]] = [:]

  init(_ claims: [RecordedClaim]) {
    for (number, claim) in claims.enumerated() {
      byIdentifier[claim.document.identifier, default: []].append(number)
      let digest = claim.document.sourceDigest ?? claim.document.digest
      byDigest[digest, default: []].append(number)
    }
  }

  /// The claims that a document may have given, in their order.
  func claims(of document: SourceDocument) -> [Int] {
    let named = byIdentifier[document.identifier] ?? []
    let alike = byDigest[SHA256.name(of: document.bytes)] ?? []
    return alike.isEmpty ? named : Set(named + alike).sorted()
  }
}
