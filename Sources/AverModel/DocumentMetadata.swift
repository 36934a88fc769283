/// What a page says about itself, or the input said about it.
public struct DocumentMetadata: Hashable, Sendable {
  /// A value, and the source bytes that gave it; no range where the input record gave it.
  public struct Field: Hashable, Sendable {
    /// The value as text, entities decoded and white space folded.
    public let value: String
    /// Bytes of the source file that hold the value.
    public let source: ByteRange?

    /// Creates a field.
    public init(value: String, source: ByteRange? = nil) {
      self.value = value
      self.source = source
    }
  }

  /// The headline, without the site's name.
  public var title: Field?
  /// The authors as the page names them.
  public var author: Field?
  /// The name of the site.
  public var site: Field?
  /// ISO 8601 day or instant of publication.
  public var published: Field?
  /// ISO 8601 day or instant of the last change.
  public var modified: Field?
  /// The section of the site, such as `Business`.
  public var section: Field?
  /// BCP 47 tag of the language.
  public var language: Field?
  /// The page's own address.
  public var address: Field?

  /// Creates metadata without any field.
  public init() {}
}
