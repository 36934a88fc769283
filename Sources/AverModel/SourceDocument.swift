/// One document as it came in, before anything was decoded.
public struct SourceDocument: Sendable {
  /// What the bytes are.
  public enum MediaType: Hashable, Sendable {
    /// An HTML page in whatever encoding.
    case html
    /// Plain text in whatever encoding, cleaned of its line ends.
    case plainText
    /// The text of a JSON record: UTF-8, kept as it is, byte for byte. Spans index it unchanged.
    case recordText
    /// To be decided from the bytes: HTML if they begin like a page, else plain text.
    case unknown
  }

  /// What names the document in the output: the record's id, or the path relative to the batch root.
  public let identifier: String
  /// The bytes as received.
  public let bytes: [UInt8]
  /// What the bytes are.
  public let mediaType: MediaType
  /// The page's address, if the input gave one.
  public let address: String?
  /// The title, if the input gave one; else it is taken from the page.
  public let title: String?
  /// ISO 8601 day or instant of publication, if the input gave one; it outranks the page's own.
  public let date: String?
  /// When the page was fetched: its day of publication where nothing else says one.
  public let fetchDate: String?
  /// The `charset` that came with the bytes (an HTTP header, say), if any.
  public let declaredEncoding: String?

  /// Creates a document.
  public init(
    identifier: String,
    bytes: [UInt8],
    mediaType: MediaType,
    address: String? = nil,
    title: String? = nil,
    date: String? = nil,
    fetchDate: String? = nil,
    declaredEncoding: String? = nil
  ) {
    self.identifier = identifier
    self.bytes = bytes
    self.mediaType = mediaType
    self.address = address
    self.title = title
    self.date = date
    self.fetchDate = fetchDate
    self.declaredEncoding = declaredEncoding
  }
}
