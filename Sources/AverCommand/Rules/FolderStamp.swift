import AverRules
import FoundationEssentials
import Glibc

/// When the files of a folder were last written: what a loop on save compares.
///
/// It is asked again and again rather than told by the system: that works on every file system and
/// with every way in which editors save.
struct FolderStamp: Equatable {
  private struct File: Equatable {
    let byteCount: Int
    let modification: Int
  }

  private let files: [String: File]

  /// Looks at the rule files of a folder; a folder that cannot be read has none.
  init(folder: String) {
    var files: [String: File] = [:]
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
      let kind = name.split(separator: ".").last.map(String.init) ?? ""
      guard ["aver", "tsv", "txt"].contains(kind) else { continue }
      let path = RawPath(folder + "/" + name)
      guard let status = try? FileStatus(of: path, followingLinks: true) else { continue }
      files[name] = File(byteCount: status.byteCount, modification: status.modification)
    }
    self.files = files
  }

  /// The files that are new, gone or written since another look, sorted.
  func changes(since other: FolderStamp) -> [String] {
    Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
  }

  /// Waits until a file changes.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - last: The look that is known.
  /// - Returns: The new look, taken when the folder has been still for a moment.
  static func next(of folder: String, after last: FolderStamp) -> FolderStamp {
    var current = FolderStamp(folder: folder)
    while current == last {
      usleep(40_000)
      current = FolderStamp(folder: folder)
    }
    // An editor may write several files, or one in two steps.
    while true {
      usleep(10_000)
      let again = FolderStamp(folder: folder)
      if again == current { return current }
      current = again
    }
  }
}
