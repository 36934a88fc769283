import CReportFiles

/// The files that travel with the program: what records mean, and the page of `aver report`.
package enum ReportFile {
  /// JSON Schema of a claim's record.
  case schema
  /// JSON-LD context of records.
  case context
  /// SHACL shapes of the graph that records make.
  case shapes
  /// A view over records for DuckDB; `{path}` stands for the file.
  case duckDB
  /// The columns of records for Apache Spark.
  case spark
  case pageStyle
  case pageScript

  /// The bytes of the file.
  package var bytes: [UInt8] {
    let number = number
    return unsafe Array(
      UnsafeBufferPointer(start: aver_file_bytes(number), count: aver_file_size(number))
    )
  }

  private var number: Int32 {
    switch self {
    case .schema: Int32(AVER_FILE_SCHEMA)
    case .context: Int32(AVER_FILE_CONTEXT)
    case .shapes: Int32(AVER_FILE_SHAPES)
    case .duckDB: Int32(AVER_FILE_DUCKDB)
    case .spark: Int32(AVER_FILE_SPARK)
    case .pageStyle: Int32(AVER_FILE_PAGE_STYLE)
    case .pageScript: Int32(AVER_FILE_PAGE_SCRIPT)
    }
  }

  /// The value of `@context`, as JSON on one line.
  package static func contextValue() -> [UInt8] {
    guard let value = try? JSONValue(ReportFile.context.bytes), let context = value["@context"]
    else { preconditionFailure("the context in the program is JSON with a member '@context'") }
    var json = JSONWriter()
    json.value(context)
    return json.takeBytes()
  }
}

extension JSONWriter {
  /// Writes a value that was read.
  mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .boolean(let flag): boolean(flag)
    case .number(let digits): number(digits: digits)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        name(member.name)
        self.value(member.value)
      }
      endObject()
    }
  }
}
