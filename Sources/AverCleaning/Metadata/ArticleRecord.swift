import AverModel

/// What a page's JSON-LD says about the article that the page shows.
struct ArticleRecord {
  let data: StructuredData
  private let decoded: DecodedText
  private let article: Int?

  /// Finds the record of the page's article.
  ///
  /// - Parameters:
  ///   - data: The page's JSON-LD.
  ///   - decoded: The page.
  ///   - titles: What else the page calls itself; it decides between several records.
  init(_ data: StructuredData, decoded: DecodedText, titles: [String]) {
    self.data = data
    self.decoded = decoded
    let articles = data.values.indices.filter { index in
      data.values[index].kind == .object && !Self.isListed(index, data)
        && data.types(of: index).contains {
          $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report"
        }
    }
    if articles.count <= 1 {
      article = articles.first
    } else {
      let known = Set(titles.map { FoldedText.words($0).joined(separator: " ") })
      article = articles.first { index in
        guard let headline = data.member("headline", of: index).flatMap({ data.string($0) })
        else { return false }
        let words = FoldedText.words(headline).joined(separator: " ")
        return !words.isEmpty && known.contains { $0.hasPrefix(words) }
      }
    }
  }

  /// Whether an object is an entry of some list on the page rather than what the page is about.
  private static func isListed(_ index: Int, _ data: StructuredData) -> Bool {
    var parent = data.values[index].parent
    for _ in 0..<8 where parent >= 0 {
      if data.types(of: parent).contains(where: lists.contains) { return true }
      parent = data.values[parent].parent
    }
    return false
  }

  private static let lists: Set<String> = ["ListItem", "ItemList", "CollectionPage", "Comment"]

  /// A text of the article's record.
  func field(_ name: String) -> DocumentMetadata.Field? {
    article.flatMap { data.member(name, of: $0) }.flatMap(field(at:))
  }

  /// The bytes of the text of the article in the data, escapes as they are.
  var body: ByteRange? {
    guard let value = article.flatMap({ data.member("articleBody", of: $0) }),
      data.values[value].kind == .string
    else { return nil }
    return data.values[value].range
  }

  /// The name of the publisher.
  var publisher: DocumentMetadata.Field? {
    article.flatMap { data.member("publisher", of: $0) }.flatMap { name(at: $0) }
  }

  /// The names of the authors in order, each once.
  var authors: [DocumentMetadata.Field] {
    guard
      let value = article.flatMap({
        data.member("author", of: $0) ?? data.member("creator", of: $0)
      })
    else { return [] }
    var result: [DocumentMetadata.Field] = []
    for item in data.items(value).prefix(20) {
      guard let name = name(at: item), !result.contains(where: { $0.value == name.value }) else {
        continue
      }
      result.append(name)
    }
    return result
  }

  /// The people that the data describe, if it is but one: then hardly anybody else is the author.
  var people: [DocumentMetadata.Field] {
    var result: [DocumentMetadata.Field] = []
    for index in data.values.indices where data.values[index].kind == .object {
      guard data.types(of: index).contains("Person"), !Self.isListed(index, data),
        let name = data.member("name", of: index).flatMap(field(at:))
      else { continue }
      if let first = result.first, first.value != name.value { return [] }
      if result.isEmpty { result.append(name) }
    }
    return result
  }

  /// A text of the first object of one of the types.
  func field(_ name: String, ofType types: Set<String>) -> DocumentMetadata.Field? {
    for index in data.values.indices where data.values[index].kind == .object {
      guard let member = data.member(name, of: index) else { continue }
      if data.types(of: index).contains(where: types.contains) { return field(at: member) }
    }
    return nil
  }

  private func field(at value: Int) -> DocumentMetadata.Field? {
    data.string(value).map {
      .init(value: $0, source: decoded.source(of: data.values[value].range))
    }
  }

  /// The name that a string is, an object has, or the object has that an `@id` points to.
  private func name(at value: Int) -> DocumentMetadata.Field? {
    guard data.values[value].kind == .object else { return field(at: value) }
    if let name = data.member("name", of: value) {
      return data.items(name).first.flatMap(field(at:))
    }
    guard let identifier = data.member("@id", of: value).flatMap({ data.string($0) }) else {
      return nil
    }
    for index in data.values.indices where data.values[index].kind == .object && index != value {
      if let other = data.member("@id", of: index), data.string(other) == identifier,
        let name = data.member("name", of: index)
      {
        return field(at: name)
      }
    }
    return nil
  }
}
