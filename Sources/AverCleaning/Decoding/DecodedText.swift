import AverModel

/// A document as clean UTF-8: no byte order mark, no bad bytes, no forbidden control characters.
struct DecodedText {
  /// Valid UTF-8.
  let bytes: [UInt8]
  /// UTF-8 bytes to bytes of the file; nil where the file is the text, byte for byte.
  let offsets: OffsetMap?
  /// What was noticed.
  let diagnostics: [Diagnostic]

  /// The file's bytes that yielded a range of the text.
  func source(of range: ByteRange) -> ByteRange { offsets?.source(of: range) ?? range }
}
