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
    json.nullableMember("author", text.metadata.author?.value)
    json.nullableMember("published", text.metadata.published?.value)
    json.nullableMember("site", text.metadata.site?.value)
    json.nullableMember("language", text.metadata.language?.value)
    json.endObject()
    json.endLine()
  }
}
