package import AverModel

/// Finds the article of a document: page or text to clean text.
///
/// A cleaner holds no state, so one serves any number of tasks at once.
package struct Cleaner: Sendable {
  /// Offsets are 32 bits wide, and replaced bytes can become three.
  private static let byteLimit = 500_000_000

  private static let isPrepared: Void = HTMLEventReader.prepare()

  /// Creates a cleaner.
  package init() { Self.prepare() }

  /// Initialises the system libraries; making a cleaner does it too.
  package static func prepare() { Self.isPrepared }

  /// Cleans a document.
  ///
  /// - Parameter document: The bytes as received, and what is known of them.
  /// - Returns: The article, its blocks, metadata, and the source bytes of each of its bytes.
  /// - Throws: `CleaningError` if the document is too large or memory runs out; no content of a
  ///   document is an error.
  /// - Complexity: O(*n*) in the bytes of the document.
  package func clean(_ document: SourceDocument) throws(CleaningError) -> CleanText {
    guard document.bytes.count <= Self.byteLimit else {
      throw .tooLarge(identifier: document.identifier, byteCount: document.bytes.count)
    }
    if document.mediaType == .recordText { return PlainTextReader().readRecord(document) }
    let decoded = try CharacterDecoder().decode(document)
    let isPage =
      document.mediaType == .html
      || document.mediaType == .unknown && MarkupSniffer.isPage(decoded.bytes.span)
    return isPage
      ? try PageReader(document: document, decoded: decoded).read()
      : PlainTextReader().read(document, decoded)
  }
}
