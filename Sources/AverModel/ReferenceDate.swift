/// What relative dates of a document are resolved against.
public struct ReferenceDate: Hashable, Sendable {
  /// The day of publication; nil where it is not known: relative dates then stay underspecified.
  public let day: CivilDate?

  /// Creates a reference.
  public init(day: CivilDate?) { self.day = day }

  /// The day that the metadata give.
  public init(metadata: DocumentMetadata) {
    day = metadata.published.flatMap { CivilDate($0.value) }
  }
}
