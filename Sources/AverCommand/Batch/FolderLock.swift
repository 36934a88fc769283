import Glibc

/// The right to write to a batch folder, held while the program runs, however it ends.
struct FolderLock: ~Copyable {
  private let file: FileDescriptor
  private let path: RawPath

  /// Takes the lock.
  ///
  /// - Throws: `CommandFailure` if somebody else has it, or the folder cannot be written.
  init(_ path: RawPath, folder: String) throws(CommandFailure) {
    do throws(SystemError) {
      file = try Self.lock(path)
    } catch {
      guard error.code == EWOULDBLOCK else {
        throw CommandFailure("\(folder): the output folder cannot be written: \(error.message)")
      }
      throw CommandFailure("\(folder): the output folder is in use by pid \(Self.owner(path))")
    }
    self.path = path
  }

  private static func lock(_ path: RawPath) throws(SystemError) -> FileDescriptor {
    while true {
      let file = try FileDescriptor(opening: path, O_RDWR | O_CREAT)
      guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else { throw .last }
      // Who had it before may have removed the file between our opening and locking it.
      let present = try? FileStatus(of: path, followingLinks: false).identity
      guard try FileStatus(of: file).identity == present else { continue }
      guard ftruncate(file.number, 0) == 0 else { throw .last }
      try file.write(Array("\(getpid())\n".utf8))
      return file
    }
  }

  deinit { _ = unsafe path.withCString { unsafe unlink($0) } }

  private static func owner(_ path: RawPath) -> String {
    guard let file = try? FileDescriptor(opening: path, FileDescriptor.readOnly) else { return "?" }
    var bytes: [UInt8] = []
    _ = try? file.read(into: &bytes, limit: 32)
    let digits = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    return digits.isEmpty ? "?" : digits
  }
}
