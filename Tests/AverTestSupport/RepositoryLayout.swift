/// Where things are in a checkout.
public enum RepositoryLayout {
  /// The path of the repository's top folder.
  public static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()
}
