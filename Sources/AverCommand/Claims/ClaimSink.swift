import AverModel
import AverReports
import Glibc

/// Where claims go, in the format that was asked for.
///
/// It takes what a `ClaimRenderer` made of documents, in their order, and puts around it what the
/// format has at its beginning and end; of records it fills a database.
struct ClaimSink: ~Copyable {
  private var writer: ResultWriter
  private let output: String?
  private let format: OutputFormat
  private let export: (any ClaimExport)?
  private let database: ClaimDatabase?
  private var hasBegun = false

  /// Opens the output.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - export: Its writer; nil for records and databases.
  ///   - output: The file; nil or `-` for standard output.
  /// - Throws: `CommandFailure` if the output cannot be made, or the format cannot go there.
  init(
    _ format: OutputFormat,
    _ export: (any ClaimExport)?,
    output: String?
  ) throws(CommandFailure) {
    let isStandardOutput = output == nil || output == "-"
    if format == .sqlite, isStandardOutput {
      throw CommandFailure("a database cannot be written to a pipe: give --output FILE")
    }
    if format == .brat, isStandardOutput, isatty(1) == 1 {
      throw CommandFailure("an archive is not for a terminal: give --output FILE, or '| tar x'")
    }
    let writer = try ResultWriter(path: output)
    database = try format == .sqlite ? Self.database(at: writer.temporaryPath, for: output) : nil
    self.writer = writer
    self.output = output
    self.format = format
    self.export = export
  }

  private static func database(
    at path: RawPath?,
    for output: String?
  ) throws(CommandFailure) -> ClaimDatabase? {
    guard let path else { return nil }
    do throws(DatabaseFailure) {
      return try ClaimDatabase(path: path.string)
    } catch {
      throw CommandFailure("\(output ?? ""): the database cannot be made: \(error.message)")
    }
  }

  /// Takes what one or more documents came to.
  mutating func take(_ bytes: [UInt8]) throws(CommandFailure) {
    guard !bytes.isEmpty else { return }
    if let database {
      for line in bytes.split(separator: 0x0A) {
        try add(Self.record(line), to: database)
      }
      return
    }
    guard let export else { return try writer.write(bytes) }
    export.note(bytes)
    if hasBegun { return try writer.write(bytes) }
    hasBegun = true
    try writer.write(export.head + bytes.dropFirst(export.separator.count))
  }

  /// Takes a record, for a database.
  func add(_ line: RecordedLine) throws(CommandFailure) {
    if let database { try add(line, to: database) }
  }

  /// A record of our own, read back.
  static func record(_ line: ArraySlice<UInt8>) -> RecordedLine {
    do throws(RecordError) {
      return try RecordedLine(Array(line))
    } catch {
      preconditionFailure("a record that the program has just written can be read")
    }
  }

  private func add(_ line: RecordedLine, to database: ClaimDatabase) throws(CommandFailure) {
    do throws(DatabaseFailure) {
      try database.add(line)
    } catch {
      throw CommandFailure("\(output ?? ""): the database cannot be written: \(error.message)")
    }
  }

  /// Ends the output and puts it in its place.
  mutating func finish() throws(CommandFailure) {
    if let database {
      do throws(DatabaseFailure) {
        try database.finish()
      } catch {
        throw CommandFailure("\(output ?? ""): the database cannot be written: \(error.message)")
      }
    }
    if let export {
      if !hasBegun { try writer.write(export.head) }
      try writer.write(export.tail)
    }
    try writer.finish()
    guard format == .csv, let output, output != "-" else { return }
    let name = output.split(separator: "/").last.map(String.init) ?? output
    var metadata = try ResultWriter(path: output + "-metadata.json")
    try metadata.write(ClaimTableMetadata.text(forTable: name))
    try metadata.finish()
  }
}

/// Makes what stands for one document in a format.
struct ClaimRenderer: Sendable {
  private let export: (any ClaimExport)?

  /// Creates a renderer; nil leaves records as they are.
  init(_ export: (any ClaimExport)?) { self.export = export }

  /// What stands for the records of one document, led by the format's separator.
  ///
  /// - Parameters:
  ///   - records: The lines of one document, as the program has just written them.
  ///   - text: The document's clean text.
  /// - Returns: The records themselves if no format is asked for.
  func bytes(of records: [UInt8], text: [UInt8]) -> [UInt8] {
    guard export != nil else { return records }
    var claims: [RecordedClaim] = []
    var document: RecordedDocument?
    for line in records.split(separator: 0x0A) {
      switch ClaimSink.record(line) {
      case .claim(let claim):
        claims.append(claim)
        document = claim.document
      case .document(let read, _): document = read
      case .failure, .other: break
      }
    }
    guard let document else { return [] }
    return bytes(of: DocumentClaims(document: document, text: text, claims: claims))
  }

  /// What stands for the claims of one document, led by the format's separator.
  func bytes(of document: DocumentClaims) -> [UInt8] {
    guard let export else { return document.claims.flatMap { $0.line + [0x0A] } }
    let bytes = export.bytes(for: document)
    return bytes.isEmpty ? [] : export.separator + bytes
  }
}
