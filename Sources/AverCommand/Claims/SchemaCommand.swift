import ArgumentParser
import AverReports

/// `aver schema`: what records mean, for other programs.
struct SchemaCommand: ParsableCommand {
  /// For whom.
  enum Kind: String, EnumerableFlag {
    case json
    case duckdb
    case spark
    case context
    case shapes
    case csvw
    case sqlite

    static func help(for kind: Kind) -> ArgumentHelp? {
      switch kind {
      case .json: "JSON Schema of a claim (the default)."
      case .duckdb: "A view over claim files for DuckDB, in SQL."
      case .spark: "The columns of claims for Apache Spark, as DDL."
      case .context: "The JSON-LD context that makes records RDF."
      case .shapes: "SHACL shapes for that graph."
      case .csvw: "Metadata of the CSV table (CSV on the Web)."
      case .sqlite: "The tables and views of the SQLite database."
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print what the records mean, for other programs."
  )

  @Flag var kind = Kind.json

  @Option(
    help: ArgumentHelp("The file that --duckdb or --csvw is to speak of.", valueName: "file")
  )
  var path: String?

  func validate() throws {
    if path != nil, kind != .duckdb, kind != .csvw {
      throw ValidationError("--path is for --duckdb and --csvw")
    }
  }

  func run() throws {
    let bytes: [UInt8] =
      switch kind {
      case .json: ReportFile.schema.bytes
      case .spark: ReportFile.spark.bytes
      case .context: ReportFile.context.bytes
      case .shapes: ReportFile.shapes.bytes
      case .csvw: ClaimTableMetadata.text(forTable: path ?? "claims.csv")
      case .sqlite: Array(DatabaseSchema.text.utf8)
      case .duckdb: Self.view(over: path ?? "claims.jsonl")
      }
    try ResultWriter(path: nil).write(bytes)
  }

  /// The view, with the path as SQL quotes it.
  private static func view(over path: String) -> [UInt8] {
    let quoted = path.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''")
    let text = String(decoding: ReportFile.duckDB.bytes, as: UTF8.self)
    let parts = text.split(separator: "{path}", maxSplits: 1, omittingEmptySubsequences: false)
    return Array(parts.joined(separator: quoted).utf8)
  }
}
