import CCompression

/// One decompressor of zlib or libzstd, closed when its owner goes.
///
/// Safe, since the handle never leaves it.
@safe struct Decompressor: ~Copyable {
  enum Format: Int32 {
    case gzip = 0
    case zlib = 1
    case deflate = 2
    case zstandard = 3
  }

  enum Answer {
    case goesOn
    /// A member is complete.
    case end
    case corrupt
    case outOfMemory
  }

  private let handle: OpaquePointer

  /// Opens one; nil if its library is missing or memory is short.
  init?(_ format: Format) {
    guard let handle = unsafe aver_decompressor_open(format.rawValue) else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe aver_decompressor_close(handle) }

  /// Makes it ready for the next member.
  mutating func reset() { unsafe aver_decompressor_reset(handle) }

  /// Decompresses what there is room for.
  ///
  /// - Parameters:
  ///   - input: Compressed bytes.
  ///   - position: Where to read on; moves behind what was read.
  ///   - output: What to append to.
  ///   - limit: The most bytes to append.
  /// - Returns: How it goes on.
  mutating func run(
    _ input: [UInt8],
    _ position: inout Int,
    into output: inout [UInt8],
    limit: Int
  ) -> Answer {
    var read = 0
    var answer: Int32 = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      unsafe input.withUnsafeBufferPointer { bytes in
        answer = unsafe aver_decompressor_run(
          handle,
          bytes.baseAddress?.advanced(by: position),
          bytes.count - position,
          &read,
          buffer.baseAddress,
          limit,
          &count
        )
      }
    }
    position += read
    if output.isEmpty { output = piece } else { output += piece }
    switch answer {
    case 0: return .goesOn
    case 1: return .end
    case 3: return .outOfMemory
    default: return .corrupt
    }
  }
}
