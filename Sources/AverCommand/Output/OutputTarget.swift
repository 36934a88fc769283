/// Where results go.
enum OutputTarget {
  case standardOutput
  case file(String)
  case folder(String)

  /// Reads the value of `--output`.
  ///
  /// What is there decides; else a name that ends in a slash, or has no suffix, is a folder.
  init(_ path: String?) {
    guard let path, path != "-" else {
      self = .standardOutput
      return
    }
    let raw = RawPath(path)
    let kind = (try? FileStatus(of: raw, followingLinks: true))?.kind
    if kind == .folder || path.hasSuffix("/") || (raw.suffix.isEmpty && kind != .other) {
      self = .folder(path)
    } else {
      self = .file(path)
    }
  }
}
