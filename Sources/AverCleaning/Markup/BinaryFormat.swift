/// Tells files that are no text by their first bytes.
enum BinaryFormat {
  /// What a file is, such as `a PDF file`; nil if it may be text.
  static func name(of bytes: [UInt8]) -> String? {
    for (signature, name) in signatures where bytes.starts(with: signature) { return name }
    return nil
  }

  private static let signatures: [(signature: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF file"), ([0x1F, 0x8B], "compressed with gzip"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP file"), ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"), (Array("GIF8".utf8), "a GIF image"),
    ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd"),
  ]
}
