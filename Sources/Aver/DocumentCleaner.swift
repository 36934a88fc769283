import AverCleaning
public import AverModel

/// The first stage alone, which needs no rules.
public struct DocumentCleaner: Sendable {
  private let cleaner = Cleaner()

  /// Creates a cleaner.
  public init() {}

  /// Finds the article of a document.
  ///
  /// - Parameter document: The bytes and what the input said about them.
  /// - Returns: The article's text, with the way back to the bytes.
  /// - Throws: `PipelineError.cleaning` if the bytes yield no text at all.
  public func clean(_ document: SourceDocument) throws(PipelineError) -> CleanText {
    do {
      return try cleaner.clean(document)
    } catch {
      throw .cleaning(document: document.identifier, message: String(describing: error))
    }
  }
}
