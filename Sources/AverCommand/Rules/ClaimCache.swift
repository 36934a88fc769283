import Aver
import AverEvaluation
import AverModel

/// Claims that an earlier run has found, by program, rules and document.
///
/// A cache can be deleted at any time. It never decides what is reported, only how soon: its key is
/// made of everything that the claims of a document depend on.
struct ClaimCache: Sendable {
  /// Claims of other documents are kept up to this size of a file.
  private static let mostBytes = 64 << 20

  private let folder: CacheFolder

  /// The cache in a folder, or in the user's own cache folder; nil if there is no place for one.
  init?(folder: String?) {
    let folder = CacheFolder(folder, named: "claims", suffix: ".claims", mostFiles: 24)
    guard let folder else { return nil }
    self.folder = folder
  }

  /// What a snapshot of this program and these rules begins with.
  func emptySnapshot(rules: String) -> ClaimSnapshot {
    ClaimSnapshot(program: folder.program, rules: rules)
  }

  /// The claims that are known under some rules.
  func sections(rules: String) -> [String: ClaimSection] {
    guard let bytes = folder.bytes(of: rules), let snapshot = ClaimSnapshot(bytes: bytes),
      snapshot.program == folder.program, snapshot.rules == rules
    else { return [:] }
    return snapshot.byKey
  }

  /// Keeps the claims of a run, with those of earlier runs over other documents.
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
    folder.keep(snapshot.bytes, of: rules)
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
