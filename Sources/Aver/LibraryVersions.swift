import AverCleaning
import AverTokenization

/// The system libraries that decide what Aver reads, with their versions.
///
/// They are part of a run's identity: another ICU may split words differently.
public enum LibraryVersions {
  /// `name version`, one a library.
  public static let all = [ParserVersion.text, SegmenterVersion.text]
}
