import AverModel

/// A page as a flat array of nodes in document order.
///
/// A node's subtree is the nodes from the node itself up to its `end`, so nothing that reads the
/// tree needs recursion.
struct PageTree {
  /// An element or a text.
  struct Node {
    /// What it is.
    let element: ElementName
    /// The node that holds it; -1 for the first ones.
    let parent: Int32
    /// The index behind its subtree.
    fileprivate(set) var end: Int32
    /// The page's bytes of the text, or of the start tag; empty for an implied element.
    let range: ByteRange
    /// Elements: the first attribute; texts: the first byte in the pool, -1 for verbatim text.
    fileprivate let first: Int32
    /// Elements: the number of attributes; texts: the number of bytes in the pool.
    fileprivate let count: Int32

    /// Whether it is a text that stands in the page as it is.
    var isVerbatim: Bool { first < 0 }
  }

  /// An attribute of an element.
  struct Attribute {
    let name: AttributeName?
    let start: Int32
    let count: Int32
  }

  /// The nodes in document order.
  private(set) var nodes: [Node]
  private let pool: [UInt8]
  private let attributes: [Attribute]

  /// The value of an attribute, character references decoded; nil if the element lacks it.
  func value(of name: AttributeName, at node: Int) -> ArraySlice<UInt8>? {
    let node = nodes[node]
    guard node.element != .text else { return nil }
    for index in Int(node.first)..<Int(node.first + node.count)
    where attributes[index].name == name {
      let attribute = attributes[index]
      return pool[Int(attribute.start)..<Int(attribute.start + attribute.count)]
    }
    return nil
  }

  /// The bytes of a text that the parser decoded.
  func decodedText(of node: Node) -> ArraySlice<UInt8> {
    pool[Int(node.first)..<Int(node.first + node.count)]
  }

  /// Whether a node lies in the subtree of another, or is it.
  func contains(_ outer: Int, _ inner: Int) -> Bool {
    outer <= inner && inner < Int(nodes[outer].end)
  }
}

extension PageTree {
  /// Makes a tree from the parser's events.
  struct Builder {
    private var tree: PageTree
    private var open: [Int32] = []

    init(capacity: Int, pool: [UInt8], attributes: [Attribute]) {
      tree = PageTree(nodes: [], pool: pool, attributes: attributes)
      tree.nodes.reserveCapacity(capacity * 2 / 3)
    }

    mutating func open(
      _ element: ElementName,
      tag: ByteRange,
      attributes: (first: Int32, count: Int32)
    ) {
      append(element, tag, attributes.first, attributes.count)
      open.append(Int32(tree.nodes.count - 1))
    }

    /// Closes the innermost element; the parser's events are well nested.
    mutating func close(_ element: ElementName) {
      guard let last = open.popLast() else { return }
      tree.nodes[Int(last)].end = Int32(tree.nodes.count)
    }

    mutating func appendText(_ range: ByteRange, decoded: (first: Int32, count: Int32)?) {
      append(.text, range, decoded?.first ?? -1, decoded?.count ?? 0)
    }

    mutating func finish() -> PageTree {
      while let last = open.popLast() { tree.nodes[Int(last)].end = Int32(tree.nodes.count) }
      return tree
    }

    private mutating func append(
      _ element: ElementName,
      _ range: ByteRange,
      _ first: Int32,
      _ count: Int32
    ) {
      tree.nodes.append(
        Node(
          element: element,
          parent: open.last ?? -1,
          end: Int32(tree.nodes.count + 1),
          range: range,
          first: first,
          count: count
        )
      )
    }
  }
}
