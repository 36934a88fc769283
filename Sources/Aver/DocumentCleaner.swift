import AverCleaning
public import AverModel

/// The first stage alone.
public struct DocumentCleaner: Sendable {
  let cleaner: Cleaner

  /// Creates a cleaner.
  ///
  /// - Parameter rules: The words to judge pages by.
  public init(rules: LoadedCleaningRules) { cleaner = Cleaner(rules: rules.rules) }

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
