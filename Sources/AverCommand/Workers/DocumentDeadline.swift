/// How long a document may take before it is given up.
struct DocumentDeadline {
  /// Seconds for a small document, and the bytes for which there is one second more.
  private static let seconds = 60
  private static let bytesPerSecond = 32 * 1024

  /// Seconds for any document; nil to go by its size.
  let seconds: Int?

  func seconds(for byteCount: Int) -> Int {
    seconds ?? Self.seconds + byteCount / Self.bytesPerSecond
  }
}
