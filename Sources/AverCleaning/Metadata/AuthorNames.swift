import AverModel

/// Tells names of authors from what else stands in their place.
enum AuthorNames {
  /// The names joined by commas, or nil if none of them looks like an author's.
  static func joined(
    _ fields: [DocumentMetadata.Field],
    site: String?
  )
    -> DocumentMetadata.Field?
  {
    var names: [String] = []
    var source: ByteRange?
    for field in fields {
      guard let name = name(field.value, site: site), !names.contains(name) else { continue }
      names.append(name)
      if let range = field.source { source = source.map { $0.union(range) } ?? range }
    }
    guard !names.isEmpty, names.count <= 12 else { return nil }
    return .init(value: names.joined(separator: ", "), source: source)
  }

  private static func name(_ text: String, site: String?) -> String? {
    var name = text[...]
    for prefix in prefixes where name.lowercased().hasPrefix(prefix) {
      name = name.dropFirst(prefix.count)
    }
    let words = FoldedText.words(String(name))
    guard !words.isEmpty, words.count <= 12, name.utf8.count <= 120,
      !name.contains("://"), !name.contains("@"), !name.contains("www."),
      !["admin", "administrator", "editor", "staff", "null", "undefined"]
        .contains(words.joined(separator: " "))
    else { return nil }
    if let site, FoldedText.words(site) == words { return nil }
    return String(name)
  }

  private static let prefixes = ["by ", "by: ", "von ", "par ", "por ", "author: ", "written by "]
}
