import Glibc

/// What is at a path.
struct FileStatus: Equatable {
  enum Kind {
    case file
    case folder
    case link
    case other
  }

  let kind: Kind
  let byteCount: Int
  /// When the contents last changed, in nanoseconds of the system's clock.
  let modification: Int
  let identity: FileIdentity

  static let changed = "the file was changed while it was read"

  /// Asks about a path, or about what the link there points to.
  init(of path: RawPath, followingLinks: Bool) throws(SystemError) {
    var status = stat()
    let answer = unsafe path.withCString { name in
      unsafe followingLinks ? stat(name, &status) : lstat(name, &status)
    }
    guard answer == 0 else { throw .last }
    self.init(status)
  }

  /// Asks about an open file.
  init(of file: borrowing FileDescriptor) throws(SystemError) {
    var status = stat()
    guard unsafe fstat(file.number, &status) == 0 else { throw .last }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    byteCount = Int(status.st_size)
    identity = FileIdentity(device: status.st_dev, number: status.st_ino)
    modification = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }
}

/// What makes a file or folder itself, whatever paths lead to it.
struct FileIdentity: Hashable {
  let device: UInt
  let number: UInt
}
