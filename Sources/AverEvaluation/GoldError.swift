/// Why gold claims could not be read; every case names the file and what to do.
package enum GoldError: Error, Equatable, CustomStringConvertible {
  /// The folder cannot be listed.
  case unreadableFolder(path: String)
  /// The folder holds no article with gold claims.
  case noArticles(path: String)
  /// A gold folder has no article beside its `gold.json`, or more than one.
  case articleMissing(folder: String)
  /// A file cannot be read.
  case unreadableFile(path: String)
  /// A file is not what it should be.
  case malformed(path: String, place: String, reason: String)

  /// One line: where, what and the way out.
  package var description: String {
    switch self {
    case .unreadableFolder(let path):
      "\(path): error: cannot list the folder; name a folder of gold articles such as 'Corpus'"
    case .noArticles(let path):
      "\(path): error: no 'gold.json' in the folder or below it"
    case .articleMissing(let folder):
      "\(folder): error: needs one 'article.html' or 'article.txt' beside 'gold.json'"
    case .unreadableFile(let path):
      "\(path): error: cannot read the file; check its permissions"
    case .malformed(let path, let place, let reason):
      "\(path): error: \(place.isEmpty ? "" : "at \(place): ")\(reason)"
    }
  }
}
