import Glibc

/// A file of a batch folder that grows at its end; what is written is held back until it is worth it.
final class BatchFile {
  private static let worthwhile = 256 * 1024

  private let file: FileDescriptor
  private var pending: [UInt8] = []
  /// Bytes of the file, with those held back.
  private(set) var byteCount: Int

  /// Opens a file, cut off at a length.
  init(_ path: RawPath, keeping byteCount: Int = 0) throws(SystemError) {
    file = try FileDescriptor(opening: path, O_WRONLY | O_CREAT)
    guard ftruncate(file.number, byteCount) == 0, lseek(file.number, byteCount, SEEK_SET) >= 0
    else { throw .last }
    self.byteCount = byteCount
  }

  func append(_ bytes: [UInt8]) throws(SystemError) {
    pending += bytes
    byteCount += bytes.count
  }

  /// Whether enough is held back to be written.
  var isWorthwhile: Bool { pending.count >= Self.worthwhile }

  func flush() throws(SystemError) {
    guard !pending.isEmpty else { return }
    if TestFault.failsToWrite() {
      try? file.write(Array(pending.prefix(pending.count / 2)))
      throw SystemError(code: ENOSPC)
    }
    try file.write(pending)
    pending.removeAll(keepingCapacity: pending.count <= 4 * Self.worthwhile)
  }

  /// Writes everything, down to the disk.
  func finish() throws(SystemError) {
    try flush()
    guard fsync(file.number) == 0 else { throw .last }
  }
}

extension RawPath {
  /// Puts a file in the place of another.
  func move(to target: RawPath) throws(SystemError) {
    if TestFault.failsToWrite() { throw SystemError(code: ENOSPC) }
    let answer = unsafe withCString { from in
      unsafe target.withCString { unsafe rename(from, $0) }
    }
    guard answer == 0 else { throw .last }
  }

  /// Removes a file, if it is there.
  func remove() { _ = unsafe withCString { unsafe unlink($0) } }

  /// Has the system write down what names stand in a folder.
  func synchronizeFolder() {
    guard let folder = try? FileDescriptor(opening: self, FileDescriptor.readOnly) else { return }
    fsync(folder.number)
  }
}
