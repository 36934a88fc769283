package import AverModel

/// Writes the article of a document as one line of JSON; what is not known is null.
package enum CleanRecord {
  package static func write(_ text: CleanText, to json: inout JSONWriter) {
    json.beginObject()
    json.name("id")
    json.string(text.identifier)
    json.nullableMember("title", text.metadata.title?.value)
    json.name("text")
    json.string(text.bytes, ByteRange(0, text.bytes.count))
    for (name, field) in fields(of: text.metadata) { json.nullableMember(name, field?.value) }
    writeBlocks(text, to: &json)
    writeSources(text, to: &json)
    json.endObject()
    json.endLine()
  }

  private static func fields(
    of metadata: DocumentMetadata
  ) -> [(name: String, field: DocumentMetadata.Field?)] {
    [
      ("author", metadata.author), ("published", metadata.published),
      ("modified", metadata.modified), ("site", metadata.site), ("section", metadata.section),
      ("language", metadata.language), ("url", metadata.address),
    ]
  }

  /// The blocks in order: kind, span in code points of the text, bytes of the source.
  private static func writeBlocks(_ text: CleanText, to json: inout JSONWriter) {
    let index = CodePointIndex(text.bytes)
    json.name("blocks")
    json.beginArray()
    for block in text.blocks {
      json.beginObject()
      json.name("kind")
      json.string(block.kind.name)
      json.name("span")
      json.pair(
        index.codePoints(before: block.range.start),
        index.codePoints(before: block.range.end)
      )
      if let source = text.offsets?.source(of: block.range) {
        json.name("source")
        json.pair(source.start, source.end)
      }
      json.endObject()
    }
    json.endArray()
  }

  /// The source bytes of each field that the page gave.
  private static func writeSources(_ text: CleanText, to json: inout JSONWriter) {
    json.name("sources")
    json.beginObject()
    for (name, field) in [("title", text.metadata.title)] + fields(of: text.metadata) {
      guard let source = field?.source else { continue }
      json.name(name)
      json.pair(source.start, source.end)
    }
    json.endObject()
  }
}

extension Block.Kind {
  /// A word for it, for records.
  package var name: String {
    switch self {
    case .title: "title"
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .listItem: "list-item"
    case .quotation: "quotation"
    case .tableRow: "table-row"
    }
  }
}
