import Glibc

/// Lists the files below a folder, in the order of the bytes of their paths.
///
/// Links to files are followed, links to folders only on demand, and then each folder is read once.
/// Nothing is opened but folders, so a pipe or device cannot stop the walk. Hidden files are passed
/// over.
final class FolderWalker {
  enum Entry {
    case file(RawPath, byteCount: Int)
    case problem(RawPath, code: String, message: String)
  }

  private struct Member {
    let path: RawPath
    let isFolder: Bool

    /// A folder stands where its contents stand: after `name.html` comes `name/…`.
    var sortKey: [UInt8] { isFolder ? path.bytes + [0x2F] : path.bytes }
  }

  /// What is still to be listed, the next one last.
  private var stack: [Member]
  /// Links to folders, which were passed over.
  private(set) var passedFolderLinks = 0
  private let followsLinks: Bool
  /// A folder that is not read: the one that results go to.
  private let excluded: FileIdentity?
  /// The folders read so far, where links are followed.
  private var seen: Set<FileIdentity> = []

  init(folder: RawPath, followsLinks: Bool = false, excluding excluded: FileIdentity? = nil) {
    stack = [Member(path: folder, isFolder: true)]
    self.followsLinks = followsLinks
    self.excluded = excluded
  }

  func next() -> Entry? {
    while let member = stack.popLast() {
      if member.isFolder {
        do throws(SystemError) {
          guard try mayRead(member.path) else { continue }
          stack += try members(of: member.path).sorted { $1.sortKey.precedes($0.sortKey) }
        } catch {
          let message = "the folder cannot be read: \(error.message)"
          return .problem(member.path, code: "unreadable", message: message)
        }
      } else if let entry = entry(for: member.path) {
        return entry
      }
    }
    return nil
  }

  private func mayRead(_ folder: RawPath) throws(SystemError) -> Bool {
    guard followsLinks || excluded != nil else { return true }
    let identity = try FileStatus(of: folder, followingLinks: true).identity
    guard identity != excluded else { return false }
    guard followsLinks, !seen.insert(identity).inserted else { return true }
    passedFolderLinks += 1
    return false
  }

  private func entry(for path: RawPath) -> Entry? {
    do throws(SystemError) {
      let status = try FileStatus(of: path, followingLinks: true)
      switch status.kind {
      case .file: return .file(path, byteCount: status.byteCount)
      case .folder:
        passedFolderLinks += 1
        return nil
      case .link, .other: return .problem(path, code: "not-a-file", message: FolderWalker.notAFile)
      }
    } catch {
      let message = "the file cannot be read: \(error.message)"
      return .problem(path, code: "unreadable", message: message)
    }
  }

  static let notAFile = "this is no regular file, and it was not opened"

  private func members(of folder: RawPath) throws(SystemError) -> [Member] {
    guard let stream = unsafe folder.withCString({ unsafe opendir($0) }) else { throw .last }
    defer { unsafe closedir(stream) }
    var members: [Member] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      guard name.first != 0x2E else { continue }
      let path = folder.appending(name)
      let kind = try? FileStatus(of: path, followingLinks: followsLinks).kind
      members.append(Member(path: path, isFolder: kind == .folder))
    }
    return members
  }
}

extension [UInt8] {
  fileprivate func precedes(_ other: [UInt8]) -> Bool { lexicographicallyPrecedes(other) }
}
