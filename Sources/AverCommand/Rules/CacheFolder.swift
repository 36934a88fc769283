import Aver
import AverModel
import FoundationEssentials
import Glibc

/// Files that an earlier run has left to make later ones faster; they can be deleted at any time.
struct CacheFolder: Sendable {
  private let folder: String
  /// How the names of its files end.
  private let suffix: String
  /// Files beyond these are deleted, those written longest ago first.
  private let mostFiles: Int
  /// Names the very executable: what another build has left does not count.
  let program: String

  /// A folder, or one of that name in the user's own cache folder; nil if there is no place for one.
  init?(_ folder: String? = nil, named name: String, suffix: String, mostFiles: Int) {
    let environment = ProcessInfo.processInfo.environment
    if let folder {
      self.folder = folder
    } else if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
      self.folder = base + "/aver/" + name
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      self.folder = home + "/.cache/aver/" + name
    } else {
      return nil
    }
    self.suffix = suffix
    self.mostFiles = mostFiles
    let executable = RawPath("/proc/self/exe")
    guard let status = try? FileStatus(of: executable, followingLinks: true) else { return nil }
    program = "\(Version.tool)+\(status.byteCount).\(status.modification)"
  }

  /// What is kept under a key; nil if nothing is.
  func bytes(of key: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(key)).map { Array($0) }
  }

  /// Keeps bytes under a key.
  ///
  /// What cannot be written is not kept: the next run will be slower, and no more.
  func keep(_ bytes: [UInt8], of key: String) {
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if var writer = try? ResultWriter(path: path(key)) {
      try? writer.write(bytes)
      try? writer.finish()
    }
    deleteOldFiles()
  }

  private func path(_ key: String) -> String {
    let digest = SHA256.hexadecimal(SHA256.digest(Array((program + key).utf8)))
    return folder + "/" + digest.prefix(32) + suffix
  }

  private func deleteOldFiles() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(suffix) }.sorted().compactMap { name in
      (try? FileStatus(of: RawPath(folder + "/" + name), followingLinks: false)).map {
        (name, $0.modification)
      }
    }
    guard files.count > mostFiles else { return }
    for (name, _) in files.sorted(by: { $0.1 < $1.1 }).prefix(files.count - mostFiles) {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }
}
