/// The article of a document: UTF-8 text, its blocks, where each byte came from.
public struct CleanText: Sendable {
  /// Names the document in the output.
  public let identifier: String
  /// Valid UTF-8.
  ///
  /// Every span of later stages indexes these bytes.
  public let bytes: [UInt8]
  /// Blocks in text order, disjoint; what lies between two is white space.
  public let blocks: [Block]
  /// Clean bytes to bytes of the source file; nil for the text of a JSON record, which is its own
  /// source and has no file.
  public let offsets: OffsetMap?
  /// What is known about the document.
  public let metadata: DocumentMetadata
  /// The bytes as received: digests and quotes from the source need them.
  public let sourceBytes: [UInt8]
  /// What the stage noticed but survived.
  public let diagnostics: [Diagnostic]

  /// Creates a clean text.
  public init(
    identifier: String,
    bytes: [UInt8],
    blocks: [Block],
    offsets: OffsetMap?,
    metadata: DocumentMetadata,
    sourceBytes: [UInt8],
    diagnostics: [Diagnostic] = []
  ) {
    self.identifier = identifier
    self.bytes = bytes
    self.blocks = blocks
    self.offsets = offsets
    self.metadata = metadata
    self.sourceBytes = sourceBytes
    self.diagnostics = diagnostics
  }

  /// The text of a range, for the edges of the program.
  public func string(_ range: ByteRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }
}
