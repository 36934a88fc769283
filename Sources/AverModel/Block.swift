/// A paragraph, heading, list item, quotation or table row of the clean text.
///
/// Sentences never run across blocks.
public struct Block: Hashable, Sendable {
  /// What the block is in the page.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// The document's headline, where it is part of the text.
    case title
    /// A subheading.
    case heading
    /// Running text.
    case paragraph
    /// An item of a list.
    case listItem
    /// A block quotation.
    case quotation
    /// A row of a table, its cells separated by tabs.
    case tableRow
  }

  /// The clean bytes of the block, without the break that follows it.
  public let range: ByteRange
  /// What the block is.
  public let kind: Kind

  /// Creates a block.
  public init(range: ByteRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}
