import Aver
import AverEvaluation
import AverModel
import FoundationEssentials
import Glibc

/// Claims that an earlier run has found, by program, rules and document.
///
/// A cache can be deleted at any time. It never decides what is reported, only how soon: its key is
/// made of everything that the claims of a document depend on.
struct ClaimCache: Sendable {
  /// Files beyond these are deleted, those used longest ago first.
  private static let mostFiles = 24
  /// Claims of other documents are kept up to this size of a file.
  private static let mostBytes = 64 << 20

  private let folder: String
  /// Names the very executable: claims of another build do not count.
  private let program: String

  /// The cache in a folder, or in the user's own cache folder; nil if there is no place for one.
  init?(folder: String?) {
    let environment = ProcessInfo.processInfo.environment
    if let folder {
      self.folder = folder
    } else if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
      self.folder = base + "/aver/claims"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      self.folder = home + "/.cache/aver/claims"
    } else {
      return nil
    }
    let executable = RawPath("/proc/self/exe")
    guard let status = try? FileStatus(of: executable, followingLinks: true) else { return nil }
    program = "\(Version.tool)+\(status.byteCount).\(status.modification)"
  }

  /// What a snapshot of this program and these rules begins with.
  func emptySnapshot(rules: String) -> ClaimSnapshot {
    ClaimSnapshot(program: program, rules: rules)
  }

  /// The claims that are known under some rules.
  func sections(rules: String) -> [String: ClaimSection] {
    guard let data = FileManager.default.contents(atPath: path(rules)),
      let snapshot = ClaimSnapshot(bytes: Array(data)), snapshot.program == program,
      snapshot.rules == rules
    else { return [:] }
    return snapshot.byKey
  }

  /// Keeps the claims of a run, with those of earlier runs over other documents.
  ///
  /// What cannot be written is not kept: the next run will be slower, and no more.
  func keep(_ sections: [ClaimSection], earlier: [String: ClaimSection], rules: String) {
    var snapshot = emptySnapshot(rules: rules)
    var keys: Set<String> = []
    var byteCount = 0
    for section in sections where keys.insert(section.key).inserted {
      snapshot.add(section)
      byteCount += section.lines.count
    }
    for (key, section) in earlier.sorted(by: { $0.key < $1.key }) where !keys.contains(key) {
      byteCount += section.lines.count
      if byteCount > Self.mostBytes { break }
      snapshot.add(section)
    }
    let manager = FileManager.default
    try? manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if var writer = try? ResultWriter(path: path(rules)) {
      try? writer.write(snapshot.bytes)
      try? writer.finish()
    }
    deleteOldFiles()
  }

  private func path(_ rules: String) -> String {
    let digest = SHA256.hexadecimal(SHA256.digest(Array((program + rules).utf8)))
    return folder + "/" + digest.prefix(32) + ".claims"
  }

  private func deleteOldFiles() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(".claims") }.sorted().compactMap { name in
      (try? FileStatus(of: RawPath(folder + "/" + name), followingLinks: false)).map {
        (name, $0.modification)
      }
    }
    guard files.count > Self.mostFiles else { return }
    for (name, _) in files.sorted(by: { $0.1 < $1.1 }).prefix(files.count - Self.mostFiles) {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }
}

extension SourceDocument {
  /// The digest of everything that the document's claims depend on but rules and program.
  var claimKey: String {
    var facts: [UInt8] = []
    for fact in ["\(mediaType)", address, title, date, declaredEncoding] {
      facts += Array((fact ?? "\u{1}").utf8) + [0]
    }
    var digest = SHA256()
    digest.update(facts)
    digest.update(bytes)
    return SHA256.hexadecimal(digest.finished())
  }
}
