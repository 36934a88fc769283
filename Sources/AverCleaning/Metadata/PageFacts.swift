import AverModel
import AverRules

/// The places of a page that may say something about it, collected in one pass.
struct PageFacts {
  /// A longer text is no field.
  private static let longestField = 10_000

  let tree: PageTree
  let decoded: DecodedText
  let exclusions: [Exclusion]
  /// Where headline and article are.
  private(set) var places: PagePlaces
  /// The page's bytes of the bodies of its scripts.
  let scripts: [ByteRange]
  private let rules: CleaningRules
  /// Elements whose class says that they hold a date; not more than the first ones.
  let dateLabels: [Int]
  /// Elements whose class says that they name the authors; not more than the first ones.
  let authorLabels: [Int]

  /// `meta` elements by their name, property or item property in lower case.
  private(set) var metas: [String: [Int]] = [:]
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
  /// Elements that link to an author.
  private(set) var authorLinks: [Int] = []

  init(
    tree: PageTree,
    decoded: DecodedText,
    scripts: [ByteRange],
    classification: NodeClassification,
    places: PagePlaces,
    rules: CleaningRules
  ) {
    self.rules = rules
    self.tree = tree
    self.decoded = decoded
    self.scripts = scripts
    self.places = places
    exclusions = classification.exclusions
    dateLabels = classification.dateLabels
    authorLabels = classification.authorLabels
    for (index, node) in tree.nodes.enumerated() where node.element != .text {
      collect(index, node.element)
    }
  }

  /// Notes which heading is the headline.
  mutating func setHeadline(_ node: Int?) {
    if let node { places.setHeadline(node: node) }
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
        if let key = word(name, at: index),
          tree.value(of: .content, at: index)?.isEmpty == false
        {
          metas[key, default: []].append(index)
        }
      }
    default: break
    }
    if let property = word(.itemProperty, at: index) {
      properties[property, default: []].append(index)
    }
    if element == .a, word(.rel, at: index) == "author" { authorLinks.append(index) }
  }

  private func word(_ name: AttributeName, at node: Int) -> String? {
    tree.value(of: name, at: node).map {
      String(decoding: $0.prefix(200).map(ASCII.lowered), as: UTF8.self)
    }
  }

  /// The site's part of the page's address, such as `example` of `https://www.example.co.uk/news`.
  var siteName: String? {
    guard let node = canonical ?? metas["og:url"]?.first,
      let field = field(canonical == nil ? .content : .href, at: node)
    else { return nil }
    let parts = field.value.split(separator: "/")
    guard parts.count >= 2, parts[0].hasSuffix(":") else { return nil }
    let labels: [Substring] = parts[1].split(separator: ".")
    return labels.max { $0.utf8.count < $1.utf8.count }.map { String($0) }
  }

  // MARK: Fields

  /// The content of the first `meta` element with one of the names.
  func meta(_ names: [String]) -> DocumentMetadata.Field? { meta(names) { $0 } }

  /// What is made of the content of the first `meta` element with one of the names, where something can
  /// be made of it.
  func meta(
    _ names: [String],
    where read: (DocumentMetadata.Field) -> DocumentMetadata.Field?
  ) -> DocumentMetadata.Field? {
    for name in names {
      for node in metas[name] ?? [] {
        if let field = field(.content, at: node).flatMap(read) { return field }
      }
    }
    return nil
  }

  /// The contents of all `meta` elements with a name.
  func metas(named name: String) -> [DocumentMetadata.Field] {
    (metas[name] ?? []).prefix(20).compactMap { field(.content, at: $0) }
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

  /// What stands in place of a line break in texts that are split.
  static let breakMark: Character = "•"

  /// The text of an element as a field; nil if it has none.
  func text(of node: Int) -> DocumentMetadata.Field? { text(of: node, isSplit: false) }

  /// The text of an element, with marks between its lines if it is to be split.
  func text(of node: Int, isSplit: Bool) -> DocumentMetadata.Field? {
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
      case let element where element.isBlock || element == .br:
        if isSplit, !bytes.isEmpty { bytes += Array(" \(Self.breakMark) ".utf8) }
        bytes.append(0x20)
      default: break
      }
      if bytes.count > Self.longestField { return nil }
    }
    let value = FoldedText.value(of: bytes)
    guard !value.isEmpty, let range else { return nil }
    return .init(value: value, source: decoded.source(of: range))
  }

  // MARK: Places

  /// Whether an element stands beside the article or in a quotation, so that its dates and names are others'.
  func isOfAnother(_ node: Int) -> Bool {
    var current = node
    var isInFooter = false
    while current >= 0 {
      switch tree.nodes[current].element {
      case .aside, .nav, .blockquote: return true
      case .footer: isInFooter = true
      // An article has a footer of its own.
      case .article where isInFooter: return !holdsArticle(current)
      default: break
      }
      current = Int(tree.nodes[current].parent)
    }
    return isInFooter
  }

  private func holdsArticle(_ node: Int) -> Bool {
    places.article.map { tree.contains(node, places.lines[$0.lowerBound].nodes.lowerBound) }
      ?? false
  }

  /// Whether the class of a line's element says that the date in it is of a change.
  func isChangeLabel(_ line: TextBlock) -> Bool {
    let outer = Int(tree.nodes[line.owner].parent)
    return ([line.owner, outer] + line.nodes).contains { node in
      guard node >= 0, tree.nodes[node].element != .text,
        let classes = tree.value(of: .classes, at: node)
      else { return false }
      let names = classes.prefix(200).split(whereSeparator: ASCII.isSpace).map {
        ClassName($0, rules).words
      }
      // `published updated` is both in one.
      return names.contains { $0.contains { $0.alone.contains(.changeLabel) } }
        && !names.contains { $0.count == 1 && $0[0].alone.contains(.publicationLabel) }
    }
  }

  /// Whether a line is in an element whose class names a date, or holds a date that its markup marks.
  func isDateLabel(_ line: TextBlock) -> Bool {
    line.timeCount > 0
      || dateLabels.contains {
        line.nodes.contains($0) || tree.contains($0, line.nodes.lowerBound) && isSmall($0)
      }
  }

  /// Whether an element holds no more than a few texts.
  private func isSmall(_ node: Int) -> Bool { Int(tree.nodes[node].end) - node <= 40 }

  /// The source bytes of a line.
  func source(of line: TextBlock) -> ByteRange? {
    let texts = line.nodes.filter { tree.nodes[$0].element == .text }
    guard let first = texts.first, let last = texts.last else { return nil }
    return decoded.source(of: tree.nodes[first].range.union(tree.nodes[last].range))
  }
}
