package import AverModel

/// Why the lines of a page are part of its article or are not.
package struct PageExplanation: Sendable {
  /// A line of the page.
  package struct Line: Sendable {
    package let verdict: LineVerdict
    package let kind: Block.Kind
    /// The element that decided, as `div#main.story`: the one that excludes the line, or the line's own.
    package let element: String
    /// How the line begins.
    package let text: String
    /// Characters that are not white space.
    package let count: Int
    /// The share of them that are in links, 0 to 1.
    package let linkShare: Double
  }

  /// What showed where the article is.
  package let stage: String
  /// The element that holds the article; nil where lines were taken from anywhere.
  package let container: String?
  /// The lines in page order.
  package let lines: [Line]
}
