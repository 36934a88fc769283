package import AverModel

/// Finds the article of a document: page or text to clean text.
///
/// A cleaner holds no state, so one serves any number of tasks at once.
package struct Cleaner: Sendable {
  /// Offsets are 32 bits wide, and replaced bytes can become three.
  private static let byteLimit = 500_000_000

  private static let isPrepared: Void = HTMLEventReader.prepare()

  private let rules: @Sendable () -> CleaningRules

  /// Creates a cleaner.
  ///
  /// - Parameter rules: The words to judge pages by; asked for with each page, and never for plain text.
  package init(rules: @autoclosure @escaping @Sendable () -> CleaningRules) {
    self.rules = rules
    Self.prepare()
  }

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
    if let name = BinaryFormat.name(of: document.bytes) {
      return PlainTextReader().readNothing(
        document,
        Diagnostic(code: "not-text", message: "the document is \(name); give its text instead")
      )
    }
    let decoded = try CharacterDecoder().decode(document)
    let isPage =
      document.mediaType == .html
      || document.mediaType == .unknown && MarkupSniffer.isPage(decoded.bytes.span)
    return isPage
      ? try page(document, decoded).read()
      : PlainTextReader().read(document, decoded)
  }

  /// Why the lines of a page are part of its article or are not; nil for what is no page.
  package func explain(_ document: SourceDocument) throws(CleaningError) -> PageExplanation? {
    guard document.mediaType == .html || document.mediaType == .unknown else { return nil }
    let decoded = try CharacterDecoder().decode(document)
    guard document.mediaType == .html || MarkupSniffer.isPage(decoded.bytes.span) else {
      return nil
    }
    return try page(document, decoded).explain()
  }

  private func page(
    _ document: SourceDocument,
    _ decoded: DecodedText
  ) throws(CleaningError) -> PageReader {
    try PageReader(document: document, decoded: decoded, rules: rules())
  }
}
