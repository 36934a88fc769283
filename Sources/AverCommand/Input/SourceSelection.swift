/// Which of the inputs that a command line names are read.
struct SourceSelection {
  /// Paths, or `-` for standard input.
  var paths: [String]
  /// A file that lists further paths; `-` for standard input.
  var list: String?
  /// Whether the list's paths end with a zero byte, not a line end.
  var isListZeroed = false
  var format = InputFormat.auto
  /// Which files of folders are read, whatever their suffixes; empty for all known suffixes.
  var patterns: [GlobPattern] = []
  var followsLinks = false
  /// The most documents to read.
  var limit: Int?
  /// A folder that is not read, wherever it stands.
  var excluded: FileIdentity?

  /// Whether a file of a folder is read, by its path below the folder.
  func wants(_ path: RawPath) -> Bool {
    if !patterns.isEmpty { return patterns.contains { $0.matches(path) } }
    return format != .auto || InputFormat(suffix: path.contentSuffix) != nil
  }

  func walker(of folder: RawPath) -> FolderWalker {
    FolderWalker(folder: folder, followsLinks: followsLinks, excluding: excluded)
  }

  /// How many bytes there are to read; nil if that cannot be told before.
  var byteCount: Int? {
    guard list == nil, limit == nil, !paths.contains("-") else { return nil }
    var total = 0
    for path in paths.map({ RawPath($0) }) {
      guard let status = try? FileStatus(of: path, followingLinks: true) else { continue }
      guard status.kind == .folder else {
        total += status.byteCount
        continue
      }
      let walker = walker(of: path)
      while let entry = walker.next() {
        if case .file(let file, let byteCount) = entry, wants(file.relative(to: path)) {
          total += byteCount
        }
      }
    }
    return total
  }
}
