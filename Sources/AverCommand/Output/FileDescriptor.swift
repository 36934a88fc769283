import Glibc

/// An open file, pipe or terminal, closed when its owner goes.
struct FileDescriptor: ~Copyable {
  /// Flags for a file that is only read.
  static let readOnly = O_RDONLY
  /// Flags for a file that must not be there yet.
  static let newFile = O_WRONLY | O_CREAT | O_EXCL

  let number: Int32
  private let isOwned: Bool

  /// Lends a descriptor that somebody else closes.
  init(borrowing number: Int32) {
    self.number = number
    isOwned = false
  }

  /// Takes over a descriptor that somebody opened.
  init(owning number: Int32) {
    self.number = number
    isOwned = true
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The path, in bytes.
  ///   - flags: As in open(2); the descriptor is never inherited.
  ///   - permissions: Of a file that is created.
  /// - Throws: `SystemError` with the system's answer.
  init(
    opening path: RawPath,
    _ flags: Int32,
    permissions: mode_t = 0o666
  ) throws(SystemError) {
    let opened = unsafe path.withCString { unsafe open($0, flags | O_CLOEXEC, permissions) }
    guard opened >= 0 else { throw .last }
    number = opened
    isOwned = true
  }

  deinit { if isOwned { close(number) } }

  /// Reads what is there, up to `limit` bytes, without waiting; 0 at the end.
  func readAvailable(into bytes: inout [UInt8], limit: Int) throws(SystemError) -> Int {
    var failure: SystemError?
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      let answer = unsafe Glibc.read(number, buffer.baseAddress, limit)
      if answer < 0 { failure = .last }
      count = max(0, answer)
    }
    if let failure { throw failure }
    if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    return chunk.count
  }

  /// Reads up to `limit` bytes and appends them; 0 at the end.
  func read(into bytes: inout [UInt8], limit: Int) throws(SystemError) -> Int {
    while true {
      do throws(SystemError) {
        return try readAvailable(into: &bytes, limit: limit)
      } catch {
        if error.code == EAGAIN {
          _ = isReady(waiting: -1)
        } else if error.code != EINTR || Interruption.signal != nil {
          throw error
        }
      }
    }
  }

  /// Writes all bytes, however many calls that takes.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var position = 0
    while position < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          number,
          buffer.baseAddress?.advanced(by: position),
          bytes.count - position
        )
      }
      if count >= 0 {
        position += count
      } else if errno == EAGAIN {
        var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&request, 1, -1)
      } else if errno != EINTR || Interruption.signal != nil {
        throw .last
      }
    }
  }

  /// Whether a read would not wait, after at most so many milliseconds; -1 waits for ever.
  func isReady(waiting milliseconds: Int32) -> Bool {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, milliseconds) > 0
  }
}
