import CLibXML2

/// The page parser alone, which does nothing with what it reads: what cleaning is measured by.
package enum BareParse {
  /// Parses a page of UTF-8.
  package static func run(_ bytes: [UInt8]) {
    guard let count = Int32(exactly: bytes.count) else { return }
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe aver_html_parse_bare(start, count)
    }
  }
}
