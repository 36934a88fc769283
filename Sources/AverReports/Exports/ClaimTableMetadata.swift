/// What the columns of the table mean, for programs that read CSV.
///
/// Source: W3C, "Metadata Vocabulary for Tabular Data".
package enum ClaimTableMetadata {
  /// The metadata of a table as JSON.
  ///
  /// - Parameter name: The table's file name, relative to the metadata.
  /// - Returns: One line.
  package static func text(forTable name: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("@context", "http://www.w3.org/ns/csvw")
    json.member("url", name)
    json.member("dc:title", "Claims")
    json.name("tableSchema")
    json.beginObject()
    json.name("columns")
    json.beginArray()
    for column in TableColumn.allCases {
      json.beginObject()
      json.member("name", column.rawValue)
      json.member("titles", column.rawValue)
      json.member("datatype", column.type.rawValue)
      json.member("dc:description", column.meaning)
      if [.id, .type, .status, .polarity, .document].contains(column) {
        json.name("required")
        json.boolean(true)
      }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endObject()
    json.endLine()
    return json.takeBytes()
  }
}
