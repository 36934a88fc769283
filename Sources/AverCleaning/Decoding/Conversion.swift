import CEncoding

/// Bytes of some encoding converted to UTF-8 by ICU.
///
/// Owns the result of ICU's converter. The type cannot be copied, so it is closed exactly once.
@safe
struct Conversion: ~Copyable {
  private let handle: OpaquePointer

  /// Converts bytes, or gives nil where ICU lacks the converter or memory.
  init?(encoding: CharacterEncoding, bytes: [UInt8]) {
    let opened = unsafe bytes.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      guard let start = buffer.baseAddress, let count = Int32(exactly: buffer.count) else {
        return unsafe aver_conversion_open(encoding.converter, [0], 0)
      }
      return unsafe aver_conversion_open(encoding.converter, start, count)
    }
    guard let opened = unsafe opened else { return nil }
    unsafe handle = opened
  }

  deinit { unsafe aver_conversion_close(handle) }

  /// How many times bytes could not be converted.
  var badCount: Int { Int(unsafe aver_conversion_bad_count(handle)) }

  /// The text, and for each of its bytes where its character begins among the source bytes.
  func result() -> (bytes: [UInt8], sources: [Int32]) {
    var count: Int32 = 0
    let bytes = unsafe aver_conversion_bytes(handle, &count)
    let sources = unsafe aver_conversion_sources(handle)
    return (
      unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(count))),
      unsafe Array(UnsafeBufferPointer(start: sources, count: Int(count)))
    )
  }
}
