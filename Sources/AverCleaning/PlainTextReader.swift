import AverModel

/// Cleans plain text: line ends and blocks.
struct PlainTextReader {
  /// Cleans a text file.
  func read(_ document: SourceDocument, _ decoded: DecodedText) -> CleanText {
    let (bytes, lineEnds) = Self.unifiedLineEnds(decoded.bytes.span)
    let offsets: OffsetMap
    switch (lineEnds, decoded.offsets) {
    case (nil, nil): offsets = OffsetMap.identity(count: bytes.count)
    case (nil, let decoding?): offsets = decoding
    case (let ends?, nil): offsets = ends
    case (let ends?, let decoding?): offsets = ends.composed(with: decoding)
    }
    return cleanText(document, bytes, offsets, decoded.diagnostics)
  }

  /// Gives the empty text of a document that holds none.
  func readNothing(_ document: SourceDocument, _ reason: Diagnostic) -> CleanText {
    cleanText(document, [], OffsetMap(), [reason])
  }

  /// Reads the text of a JSON record, which stays as it is.
  func readRecord(_ document: SourceDocument) -> CleanText {
    cleanText(document, document.bytes, nil, [])
  }

  private func cleanText(
    _ document: SourceDocument,
    _ bytes: [UInt8],
    _ offsets: OffsetMap?,
    _ diagnostics: [Diagnostic]
  ) -> CleanText {
    var metadata = DocumentMetadata()
    metadata.title = document.title.map { DocumentMetadata.Field(value: $0) }
    metadata.published = (document.date ?? document.fetchDate).map {
      DocumentMetadata.Field(value: $0)
    }
    metadata.address = document.address.map { DocumentMetadata.Field(value: $0) }
    return CleanText(
      identifier: document.identifier,
      bytes: bytes,
      blocks: TextLayout(bytes).blocks(),
      offsets: offsets,
      metadata: metadata,
      sourceBytes: document.bytes,
      diagnostics: diagnostics
    )
  }

  /// The text with line feeds for all line ends, and where its bytes were; nil if nothing changed.
  private static func unifiedLineEnds(_ text: Span<UInt8>) -> (bytes: [UInt8], offsets: OffsetMap?)
  {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var offsets = OffsetMap()
    var runStart = 0
    var position = 0
    while position < text.count {
      guard text[position] == 0x0D else {
        bytes.append(text[position])
        position += 1
        continue
      }
      let isPair = position + 1 < text.count && text[position + 1] == 0x0A
      offsets.append(cleanCount: position - runStart, source: runStart, sourceEnd: position)
      bytes.append(0x0A)
      let end = position + (isPair ? 2 : 1)
      offsets.append(cleanCount: 1, source: position, sourceEnd: end)
      position = end
      runStart = end
    }
    guard bytes.count > 0, runStart > 0 else { return (bytes, nil) }
    offsets.append(cleanCount: position - runStart, source: runStart, sourceEnd: position)
    return (bytes, offsets)
  }
}
