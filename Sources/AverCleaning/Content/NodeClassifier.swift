import AverRules

/// Why a node is no part of an article; the order is that of certainty.
package enum Exclusion: UInt8, Comparable, Sendable {
  /// It may be part of it.
  case none
  /// Its class or id may name boilerplate.
  case suspected
  /// Its class or id names boilerplate.
  case named
  /// It is navigation, a form, a figure, a footer or the like.
  case structural
  /// Its class or id names what articles never have inside: comments, a cookie notice.
  case foreign
  /// It is not shown.
  case hidden
  /// It can never be text.
  case never

  /// Whether it is taken back together with the exclusions of a level.
  fileprivate func isLifted(at level: Exclusion) -> Bool {
    self == level || self == .suspected && level == .named
  }

  package static func < (left: Exclusion, right: Exclusion) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What cleaning knows of each node of a page before it looks at the text.
struct NodeClassification {
  /// A line of so many characters is a paragraph.
  private static let paragraphLength = 120
  /// An author's biography or a teaser has fewer paragraphs.
  private static let fewParagraphs = 3

  /// A page with more labels than this is a list.
  private static let labelLimit = 60

  /// For each node the strongest exclusion of it and its ancestors.
  private(set) var exclusions: [Exclusion]
  /// For each node its own exclusion.
  private var own: [Exclusion]
  /// Elements whose class or id names the text of an article, in document order.
  private(set) var namedBodies: [Int] = []
  /// Elements with `itemprop="articleBody"`, in document order.
  private(set) var markedBodies: [Int] = []
  /// `article` elements, in document order.
  private(set) var articles: [Int] = []
  /// `main` elements and those with that role, in document order.
  private(set) var mains: [Int] = []

  /// Whether the page says that it is a live blog.
  private(set) var isLiveBlog: Bool
  /// The first heading of the first level that is shown.
  private(set) var headline: Int?
  /// Elements that are boilerplate by a name or kind that the head of an article has too.
  private var heads: Set<Int> = []
  /// Elements whose class says that they hold the date of publication, in document order.
  private(set) var dateLabels: [Int] = []
  /// Elements whose class says that they name the authors, in document order.
  private(set) var authorLabels: [Int] = []

  /// Judges the nodes of a page.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - rules: The words to judge class names by.
  ///   - isLiveBlog: Whether the page's data call it a live blog; its markup may do so too.
  init(_ tree: PageTree, rules: CleaningRules, isLiveBlog: Bool) {
    self.isLiveBlog = isLiveBlog
    exclusions = []
    own = Array(repeating: .none, count: tree.nodes.count)
    var names = ClassNames(rules)
    var neverEnd = 0
    for (index, node) in tree.nodes.enumerated() where node.element != .text && index >= neverEnd {
      own[index] = classify(index, node, tree, &names)
      if own[index] == .never { neverEnd = Int(node.end) }
    }
    inherit(tree)
  }

  private mutating func inherit(_ tree: PageTree) {
    exclusions = own
    for (index, node) in tree.nodes.enumerated() where node.parent >= 0 {
      exclusions[index] = max(exclusions[Int(node.parent)], own[index])
    }
  }

  /// Takes exclusions back that would take away most of the page's running text: a name or an element
  /// that usually means boilerplate is then the frame of the article.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - blocks: The page's lines.
  /// - Returns: Whether anything changed.
  mutating func liftFrames(_ tree: PageTree, _ blocks: [TextBlock]) -> Bool {
    var isChanged = liftSuspects(tree, blocks)
    if isChanged { inherit(tree) }
    if liftRows(tree, blocks) {
      isChanged = true
      inherit(tree)
    }
    for (level, share) in [(Exclusion.named, 0.5), (.structural, 0.6), (.hidden, 0.8)] {
      var counts = Array(repeating: 0, count: tree.nodes.count)
      for block in blocks where ContentFinder.isProse(block) && exclusions[block.owner] <= level {
        counts[block.owner] += block.textCount
      }
      for (index, node) in tree.nodes.enumerated().reversed() where node.parent >= 0 {
        counts[Int(node.parent)] += counts[index]
      }
      let least = Double(counts.first ?? 0) * share
      guard least > 0 else { continue }
      for index in own.indices
      where own[index].isLifted(at: level) && Double(counts[index]) >= least {
        own[index] = .none
        isChanged = true
      }
      if isChanged { inherit(tree) }
    }
    return isChanged
  }

  /// Whether nothing excludes an element but that it stands in the head of an article.
  func isHead(_ index: Int, _ tree: PageTree) -> Bool {
    var node = index
    while node >= 0, exclusions[node] != .none {
      guard own[node] == .none || own[node] <= .structural && heads.contains(node) else {
        return false
      }
      node = Int(tree.nodes[node].parent)
    }
    return true
  }

  /// Takes suspicions back where an element, or all of its class together, have several paragraphs of running text.
  private mutating func liftSuspects(_ tree: PageTree, _ blocks: [TextBlock]) -> Bool {
    var counts = Array(repeating: 0, count: tree.nodes.count)
    for block in blocks
    where exclusions[block.owner] == .suspected && block.textCount >= Self.paragraphLength
      && block.linkShare < 0.2
    {
      counts[block.owner] += 1
    }
    for (index, node) in tree.nodes.enumerated().reversed() where node.parent >= 0 {
      counts[Int(node.parent)] += counts[index]
    }
    let suspects = own.indices.filter { own[$0] == .suspected && counts[$0] > 0 }
    var totals: [ArraySlice<UInt8>: Int] = [:]
    for index in suspects {
      totals[tree.value(of: .classes, at: index) ?? [], default: 0] += counts[index]
    }
    var isChanged = false
    for index in suspects
    where totals[tree.value(of: .classes, at: index) ?? [], default: 0] >= Self.fewParagraphs {
      own[index] = .none
      isChanged = true
    }
    return isChanged
  }

  /// Takes names back that several elements of one class have, if each of them has paragraphs and all together
  /// have most of the page's: a guide in boxes, one for each thing that it describes.
  private mutating func liftRows(_ tree: PageTree, _ blocks: [TextBlock]) -> Bool {
    var counts = Array(repeating: 0, count: tree.nodes.count)
    var total = 0
    for block in blocks
    where exclusions[block.owner] <= .named && block.textCount >= Self.paragraphLength
      && block.linkShare < 0.2
    {
      counts[block.owner] += 1
      total += 1
    }
    for (index, node) in tree.nodes.enumerated().reversed() where node.parent >= 0 {
      counts[Int(node.parent)] += counts[index]
    }
    var rows: [ArraySlice<UInt8>: [Int]] = [:]
    for index in own.indices
    where own[index] == .named && counts[index] >= 2 && tree.nodes[index].element.isBlock {
      rows[tree.value(of: .classes, at: index) ?? [], default: []].append(index)
    }
    var isChanged = false
    for row in rows.values where row.count >= Self.fewParagraphs {
      guard 2 * row.reduce(0, { $0 + counts[$1] }) >= total else { continue }
      for index in row { own[index] = .none }
      isChanged = true
    }
    return isChanged
  }

  private mutating func classify(
    _ index: Int,
    _ node: PageTree.Node,
    _ tree: PageTree,
    _ names: inout ClassNames
  ) -> Exclusion {
    let element = node.element
    if element.isNeverText { return .never }
    if element == .html || element == .body { return .none }
    if element == .article { articles.append(index) }
    var exclusion = Self.exclusion(of: element)
    if element == .figure, holdsTable(index, tree) { exclusion = .none }
    if element == .header, !isPageHeader(index, tree) { exclusion = .none }
    if element == .header || element == .hgroup { heads.insert(index) }
    if isHidden(index, tree) { exclusion = max(exclusion, .hidden) }
    if element == .h1, headline == nil, exclusion < .hidden { headline = index }
    var verdict: ClassVerdict = []
    if let value = tree.value(of: .classes, at: index) {
      verdict.formUnion(names.verdict(of: value))
    }
    if verdict.contains(.date), dateLabels.count < Self.labelLimit { dateLabels.append(index) }
    if verdict.contains(.author), authorLabels.count < Self.labelLimit {
      authorLabels.append(index)
    }
    // The id of a heading or paragraph is made of its words.
    if !element.isHeading, element != .p, let value = tree.value(of: .identifier, at: index) {
      verdict.formUnion(names.verdict(of: value))
    }
    if let value = tree.value(of: .itemType, at: index), Self.endsInLiveBlog(value) {
      isLiveBlog = true
    }
    if let value = tree.value(of: .itemProperty, at: index),
      value.elementsEqual("articleBody".utf8)
    {
      markedBodies.append(index)
      return exclusion
    }
    if verdict.contains(.body), element != .p {
      namedBodies.append(index)
      return exclusion
    }
    if verdict.contains(.entry) {
      if element != .article { articles.append(index) }
      return exclusion
    }
    if element == .main {
      mains.append(index)
      return exclusion
    }
    if let role = tree.value(of: .role, at: index) {
      let role = String(decoding: role, as: UTF8.self)
      if role == "main" { mains.append(index) }
      if Self.structuralRoles.contains(role) { exclusion = max(exclusion, .structural) }
    }
    if element != .article, element != .blockquote, verdict.excludes(element) {
      if verdict.contains(.head) { heads.insert(index) }
      let isSure = !verdict.isDisjoint(with: [.boilerplate, .concealed])
      exclusion = max(
        exclusion,
        verdict.contains(.foreign) ? .foreign : isSure ? .named : .suspected
      )
    }
    return exclusion
  }

  private static func endsInLiveBlog(_ type: ArraySlice<UInt8>) -> Bool {
    type.suffix(15).elementsEqual("LiveBlogPosting".utf8)
  }

  /// Whether a `header` is that of the page or the article, not that of a section of it.
  private func isPageHeader(_ index: Int, _ tree: PageTree) -> Bool {
    let inner = (index + 1)..<Int(tree.nodes[index].end)
    return !inner.prefix(200).contains {
      [.h2, .h3, .h4].contains(tree.nodes[$0].element)
    } || inner.prefix(200).contains { [.h1, .nav, .time, .ul].contains(tree.nodes[$0].element) }
  }

  /// Whether a `figure` holds rows rather than a picture.
  private func holdsTable(_ index: Int, _ tree: PageTree) -> Bool {
    let inner = (index + 1)..<Int(tree.nodes[index].end)
    return inner.prefix(200).filter { tree.nodes[$0].element == .tr }.count >= 2
  }

  private static let structuralRoles: Set<String> = [
    "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alert",
    "alertdialog", "menu", "menubar", "tablist", "toolbar", "tooltip", "button", "img", "status",
  ]

  private static func exclusion(of element: ElementName) -> Exclusion {
    switch element {
    case .template: .hidden
    case .nav, .aside, .footer, .form, .fieldset, .figure, .figcaption, .menu, .label, .input,
      .header, .hgroup, .dir:
      .structural
    default: .none
    }
  }

  private func isHidden(_ index: Int, _ tree: PageTree) -> Bool {
    if tree.value(of: .hidden, at: index) != nil { return true }
    if let value = tree.value(of: .ariaHidden, at: index), value.elementsEqual("true".utf8) {
      return true
    }
    // A panel that opens at a click.
    if let role = tree.value(of: .role, at: index),
      role.elementsEqual("region".utf8) || role.elementsEqual("tabpanel".utf8)
    {
      return false
    }
    guard let style = tree.value(of: .style, at: index), style.count < 1000 else { return false }
    let compact = style.filter { !ASCII.isSpace($0) }.map(ASCII.lowered)
    return ASCII.find("display:none", in: compact.span, from: 0, to: compact.count) != nil
      || ASCII.find("visibility:hidden", in: compact.span, from: 0, to: compact.count) != nil
  }
}
