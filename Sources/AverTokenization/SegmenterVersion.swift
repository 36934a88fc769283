import CICU

/// The version of the segmenter, which decides where words and sentences end.
package enum SegmenterVersion {
  /// `ICU` and the version of the library that runs.
  package static let text = unsafe "ICU " + String(cString: aver_icu_version())
}
