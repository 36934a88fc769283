package import AverModel

/// What the records of one document share: its digests and its code point positions.
package struct DocumentIdentity: Sendable {
  package let clean: CleanText
  package let index: CodePointIndex
  /// SHA-256 of the text that spans index.
  package let digest: String
  /// SHA-256 of the bytes that came in; nil where they are the text itself.
  package let sourceDigest: String?
  /// The page's address, fit for a link; nil unless it is of the web.
  package let address: String?

  package init(_ clean: CleanText) {
    self.clean = clean
    index = CodePointIndex(clean.bytes)
    digest = SHA256.name(of: clean.bytes)
    sourceDigest = clean.offsets == nil ? nil : SHA256.name(of: clean.sourceBytes)
    address = clean.metadata.address.flatMap { WebAddress.normalized($0.value) }
  }

  /// The source bytes of a range; nil for the text of a JSON record.
  package func source(of range: ByteRange) -> ByteRange? { clean.offsets?.source(of: range) }

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.name("id")
    json.string(clean.identifier)
    json.name("digest")
    json.string(digest)
    json.member("source_digest", sourceDigest)
    json.member("url", address)
    json.member("title", clean.metadata.title?.value)
    json.member("site", clean.metadata.site?.value)
    json.member("author", clean.metadata.author?.value)
    json.member("language", clean.metadata.language?.value)
    json.member("date", clean.metadata.published?.value)
    json.endObject()
  }
}

extension JSONWriter {
  /// Writes a member unless its value is missing or empty.
  package mutating func member(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    self.name(name)
    string(value)
  }

  /// Writes a member that is null where its value is missing.
  mutating func nullableMember(_ name: String, _ value: String?) {
    self.name(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member with an array of strings unless it would be empty; equal strings once.
  package mutating func member(_ name: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    self.name(name)
    beginArray()
    for (position, value) in values.enumerated() where values.firstIndex(of: value) == position {
      string(value)
    }
    endArray()
  }

  /// Writes the member `span` in code points, and `source` in bytes of the file if there is one.
  mutating func span(_ range: ByteRange, in document: DocumentIdentity) {
    name("span")
    let span = document.index.span(range)
    pair(span.start, span.end)
  }

  /// Writes the member `source` if the document came from a file.
  mutating func source(_ range: ByteRange, in document: DocumentIdentity) {
    guard let source = document.source(of: range) else { return }
    name("source")
    pair(source.start, source.end)
  }
}
