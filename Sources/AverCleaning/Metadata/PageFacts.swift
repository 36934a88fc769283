import AverModel

/// The places of a page that may say something about it, collected in one pass.
struct PageFacts {
  /// A page with more dates than this is a list.
  private static let dateLimit = 40

  /// A longer text is no field.
  private static let longestField = 10_000

  let tree: PageTree
  let decoded: DecodedText
  let exclusions: [Exclusion]

  /// `meta` elements by their name, property or item property in lower case; the first of each.
  private(set) var metas: [String: Int] = [:]
  /// Elements by item property, in document order.
  private(set) var properties: [String: [Int]] = [:]
  /// The first `title` element.
  private(set) var title: Int?
  /// First-level headings that are shown.
  private(set) var headings: [Int] = []
  /// `time` elements.
  private(set) var times: [Int] = []
  /// The `link` to the page's own address.
  private(set) var canonical: Int?
  /// The `html` element.
  private(set) var root: Int?
  /// Elements whose class says that they hold a date; not more than the first ones.
  private(set) var dateLabels: [Int] = []
  /// Elements that link to an author.
  private(set) var authorLinks: [Int] = []

  init(tree: PageTree, decoded: DecodedText, exclusions: [Exclusion]) {
    self.tree = tree
    self.decoded = decoded
    self.exclusions = exclusions
    for (index, node) in tree.nodes.enumerated() where node.element != .text {
      collect(index, node.element)
    }
  }

  private mutating func collect(_ index: Int, _ element: ElementName) {
    switch element {
    case .html: root = root ?? index
    case .title: title = title ?? index
    case .h1: if exclusions[index] < .hidden { headings.append(index) }
    case .time: if exclusions[index] < .hidden { times.append(index) }
    case .link:
      if canonical == nil, word(.rel, at: index) == "canonical" { canonical = index }
    case .meta:
      for name in [AttributeName.property, .name, .itemProperty] {
        if let key = word(name, at: index), metas[key] == nil,
          tree.value(of: .content, at: index)?.isEmpty == false
        {
          metas[key] = index
        }
      }
    default: break
    }
    if let property = word(.itemProperty, at: index) {
      properties[property, default: []].append(index)
    }
    if dateLabels.count < Self.dateLimit, element != .time, exclusions[index] < .foreign,
      let classes = tree.value(of: .classes, at: index), Self.namesDate(classes)
    {
      dateLabels.append(index)
    }
    if element == .a, word(.rel, at: index) == "author" { authorLinks.append(index) }
  }

  private static func namesDate(_ classes: ArraySlice<UInt8>) -> Bool {
    // Few names get past this; taking all apart would cost more than parsing the page.
    guard classes.count < 200, classes.mayNameDate else { return false }
    let words = FoldedText.words(String(decoding: classes, as: UTF8.self))
    let names: Set<Substring> = [
      "date", "datum", "published", "pubdate", "postdate", "datepublished", "dateline", "posted",
    ]
    let changes: Set<Substring> = ["modified", "updated", "update", "comment", "comments", "event"]
    return words.contains(where: names.contains) && !words.contains(where: changes.contains)
  }

  private func word(_ name: AttributeName, at node: Int) -> String? {
    tree.value(of: name, at: node).map {
      String(decoding: $0.prefix(200).map(ASCII.lowered), as: UTF8.self)
    }
  }

  /// The site's part of the page's address, such as `example` of `https://www.example.co.uk/news`.
  var siteName: String? {
    guard let node = canonical ?? metas["og:url"],
      let field = field(canonical == nil ? .content : .href, at: node)
    else { return nil }
    let parts = field.value.split(separator: "/")
    guard parts.count >= 2, parts[0].hasSuffix(":") else { return nil }
    let labels: [Substring] = parts[1].split(separator: ".")
    return labels.max { $0.utf8.count < $1.utf8.count }.map { String($0) }
  }

  // MARK: Fields

  /// The content of the first `meta` element with one of the names.
  func meta(_ names: String...) -> DocumentMetadata.Field? {
    for name in names {
      if let node = metas[name], let field = field(.content, at: node) { return field }
    }
    return nil
  }

  /// An attribute as a field; nil if it is missing or empty.
  func field(_ name: AttributeName, at node: Int) -> DocumentMetadata.Field? {
    guard let bytes = tree.value(of: name, at: node), bytes.count <= Self.longestField else {
      return nil
    }
    let value = FoldedText.value(of: Array(bytes))
    guard !value.isEmpty else { return nil }
    let range = MarkupTag.valueRange(
      of: name.rawValue,
      in: tree.nodes[node].range,
      decoded.bytes.span
    )
    return .init(value: value, source: range.map(decoded.source(of:)))
  }

  /// The text of an element as a field; nil if it has none.
  func text(of node: Int) -> DocumentMetadata.Field? {
    var bytes: [UInt8] = []
    var range: ByteRange?
    for index in (node + 1)..<Int(tree.nodes[node].end) {
      let inner = tree.nodes[index]
      switch inner.element {
      case .text:
        guard exclusions[index] < .hidden || exclusions[index] == exclusions[node] else { continue }
        if inner.isVerbatim {
          bytes.append(contentsOf: decoded.bytes[inner.range.indices])
        } else {
          bytes.append(contentsOf: tree.decodedText(of: inner))
        }
        range = range.map { $0.union(inner.range) } ?? inner.range
      case let element where element.isBlock || element == .br: bytes.append(0x20)
      default: break
      }
      if bytes.count > Self.longestField { return nil }
    }
    let value = FoldedText.value(of: bytes)
    guard !value.isEmpty, let range else { return nil }
    return .init(value: value, source: decoded.source(of: range))
  }
}

extension ArraySlice<UInt8> {
  /// Whether `dat`, `publ` or `poste` stands in a name, whatever its case.
  fileprivate var mayNameDate: Bool {
    let text = span
    for place in 0..<text.count {
      switch ASCII.lowered(text[place]) {
      case 0x64: if ASCII.hasPrefix("dat", in: text, at: place) { return true }
      case 0x70:
        if ASCII.hasPrefix("publ", in: text, at: place)
          || ASCII.hasPrefix("poste", in: text, at: place)
        {
          return true
        }
      default: break
      }
    }
    return false
  }
}
