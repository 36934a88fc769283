package import AverModel

/// Finds the article of a document: page or text to clean text.
package struct Cleaner: Sendable {
  package init() {}

  package func clean(_ document: SourceDocument) throws(CleaningError) -> CleanText {
    throw .notImplemented
  }
}
