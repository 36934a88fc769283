import AverCleaning
public import AverModel

/// Why each line of a page is part of its article or is not.
public struct CleaningExplanation: Sendable {
  /// A line of the page.
  public struct Line: Sendable {
    /// Whether it is part of the article.
    public let isKept: Bool
    /// Why; a stable word such as `kept`, `class-name`, `teaser`.
    public let reason: String
    /// What kind of block it is.
    public let kind: Block.Kind
    /// The element that decided, as a selector names it: `div#main.story`.
    public let element: String
    /// How the line begins.
    public let text: String
  }

  /// What showed where the article is.
  public let stage: String
  /// The element that holds the article; nil where lines were taken from anywhere.
  public let container: String?
  /// The lines in page order.
  public let lines: [Line]
}

extension DocumentCleaner {
  /// Tells why each line of a page is part of its article or is not.
  ///
  /// - Parameter document: The bytes and what the input said about them.
  /// - Returns: The lines with reasons; nil if the document is no page.
  /// - Throws: `PipelineError.cleaning` if the bytes yield no text at all.
  public func explain(_ document: SourceDocument) throws(PipelineError) -> CleaningExplanation? {
    do {
      return try cleaner.explain(document).map { page in
        CleaningExplanation(
          stage: page.stage,
          container: page.container,
          lines: page.lines.map { line in
            .init(
              isKept: line.verdict.isKept,
              reason: line.verdict.name,
              kind: line.kind,
              element: line.element,
              text: line.text
            )
          }
        )
      }
    } catch {
      throw .cleaning(document: document.identifier, message: String(describing: error))
    }
  }
}
