/// Why a node is no part of an article; the order is that of certainty.
enum Exclusion: UInt8, Comparable {
  /// It may be part of it.
  case none
  /// Its class or id names boilerplate.
  case named
  /// It is navigation, a form, a figure, a footer or the like.
  case structural
  /// It is not shown.
  case hidden
  /// It can never be text.
  case never

  static func < (left: Exclusion, right: Exclusion) -> Bool { left.rawValue < right.rawValue }
}

/// What cleaning knows of each node of a page before it looks at the text.
struct NodeClassification {
  /// For each node the strongest exclusion of it and its ancestors.
  private(set) var exclusions: [Exclusion]
  /// Elements whose class or id names the text of an article, in document order.
  private(set) var namedBodies: [Int] = []
  /// Elements with `itemprop="articleBody"`, in document order.
  private(set) var markedBodies: [Int] = []
  /// `article` elements, in document order.
  private(set) var articles: [Int] = []
  /// `main` elements and those with that role, in document order.
  private(set) var mains: [Int] = []

  init(_ tree: PageTree) {
    exclusions = Array(repeating: .none, count: tree.nodes.count)
    var names = ClassNames()
    for (index, node) in tree.nodes.enumerated() {
      let inherited = node.parent >= 0 ? exclusions[Int(node.parent)] : .none
      guard node.element != .text, inherited != .never else {
        exclusions[index] = inherited
        continue
      }
      exclusions[index] = max(inherited, classify(index, node, tree, &names))
    }
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
    if isHidden(index, tree) { exclusion = max(exclusion, .hidden) }
    var verdict: ClassVerdict = []
    if let value = tree.value(of: .classes, at: index) {
      verdict.formUnion(names.verdict(of: value))
    }
    if let value = tree.value(of: .identifier, at: index) {
      verdict.formUnion(names.verdict(of: value))
    }
    if let value = tree.value(of: .itemProperty, at: index),
      value.elementsEqual("articleBody".utf8)
    {
      markedBodies.append(index)
      return exclusion
    }
    if verdict.contains(.body) {
      namedBodies.append(index)
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
    if verdict.contains(.boilerplate), element != .article {
      exclusion = max(exclusion, .named)
    }
    return exclusion
  }

  /// The exclusion of a node's text as if only its own branch below an ancestor were there.
  mutating func lift(_ subtree: Range<Int>, at exclusion: Exclusion, _ tree: PageTree) {
    for index in subtree where exclusions[index] <= exclusion { exclusions[index] = .none }
  }

  private static let structuralRoles: Set<String> = [
    "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alert",
    "alertdialog", "menu", "menubar", "tablist", "toolbar", "tooltip", "button", "img", "status",
  ]

  private static func exclusion(of element: ElementName) -> Exclusion {
    switch element {
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
    guard let style = tree.value(of: .style, at: index), style.count < 1000 else { return false }
    let compact = style.filter { !ASCII.isSpace($0) }.map(ASCII.lowered)
    return ASCII.find("display:none", in: compact.span, from: 0, to: compact.count) != nil
      || ASCII.find("visibility:hidden", in: compact.span, from: 0, to: compact.count) != nil
  }
}
