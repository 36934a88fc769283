import CLibXML2

/// The version of the page parser, which decides what text a page yields.
package enum ParserVersion {
  /// `libxml2` and the version of the library that runs.
  package static let text = unsafe "libxml2 " + String(cString: aver_libxml2_version())
}
