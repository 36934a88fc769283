import AverModel

/// A line of a page: the texts between two breaks, with what its markup says about it.
struct TextBlock {
  /// The nodes from the first text to the last.
  private(set) var nodes: Range<Int>
  /// The nearest block element.
  let owner: Int
  /// The exclusion of the owner.
  let exclusion: Exclusion
  /// Characters that are not white space.
  private(set) var textCount = 0
  /// Those of them that are in links.
  private(set) var linkCount = 0
  /// Those of them that are in `time` elements.
  private(set) var timeCount = 0
  /// The last byte that is not white space.
  private(set) var lastByte: UInt8 = 0
  /// Commas of any script.
  private(set) var commaCount = 0
  /// ASCII digits.
  private(set) var digitCount = 0
  /// Table cells that begin in it, after the first.
  var cellCount = 0

  /// The share of its characters that are in links.
  var linkShare: Double { textCount == 0 ? 0 : Double(linkCount) / Double(textCount) }

  /// The bytes that it begins with, white space and markup of a line break as they are.
  func firstBytes(_ limit: Int, of tree: PageTree, text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in nodes {
      let node = tree.nodes[index]
      guard node.element == .text else {
        if node.element == .br || node.element == .td || node.element == .th { bytes.append(0x20) }
        continue
      }
      if node.isVerbatim {
        bytes.append(contentsOf: text[node.range.indices].prefix(limit))
      } else {
        bytes.append(contentsOf: tree.decodedText(of: node))
      }
      if bytes.count >= limit { break }
    }
    return bytes
  }

  fileprivate init(first: Int, owner: Int, exclusion: Exclusion) {
    nodes = first..<first
    self.owner = owner
    self.exclusion = exclusion
  }

  fileprivate mutating func add(_ node: Int, _ counts: TextCounts, isLink: Bool, isTime: Bool) {
    nodes = nodes.lowerBound..<(node + 1)
    textCount += counts.characters
    commaCount += counts.commas
    digitCount += counts.digits
    if isLink { linkCount += counts.characters }
    if isTime { timeCount += counts.characters }
    if counts.characters > 0 { lastByte = counts.lastByte }
  }
}

/// Counts over the bytes of one text.
private struct TextCounts {
  var characters = 0
  var commas = 0
  var digits = 0
  var lastByte: UInt8 = 0

  init(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    var position = start
    while position < end {
      let byte = text[position]
      position += 1
      if ASCII.isSpace(byte) || byte & 0xC0 == 0x80 { continue }
      characters += 1
      lastByte = byte
      if byte == 0x2C { commas += 1 }
      if ASCII.isDigit(byte) { digits += 1 }
      // An ideograph says as much as a short word.
      if byte >= 0xE3, byte <= 0xED {
        characters += 1
        if position + 1 < end, byte == 0xE3, text[position] == 0x80 { commas += 1 }
      }
      // A character of two and more bytes is judged by its last byte at the end of a block.
      if byte >= 0xC0 {
        while position < end, text[position] & 0xC0 == 0x80 {
          lastByte = text[position]
          position += 1
        }
      }
    }
  }
}

extension TextBlock {
  /// The lines of a page in document order.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - text: The page's clean UTF-8.
  ///   - classification: What is known of the nodes. Texts that are excluded more than the block
  ///     element they stand in are no part of the line.
  /// - Returns: The lines, each with at least one character.
  static func layout(
    of tree: PageTree,
    text: Span<UInt8>,
    classification: NodeClassification
  ) -> [TextBlock] {
    var layout = BlockLayout(tree: tree, exclusions: classification.exclusions)
    layout.run(text)
    return layout.blocks
  }
}

private struct BlockLayout {
  let tree: PageTree
  let exclusions: [Exclusion]
  var blocks: [TextBlock] = []

  /// Whether a node holds a block element or a line break.
  private let holdsBreak: [Bool]
  private var current: TextBlock?
  private var breakCount = 0
  /// Open elements: index, and the nearest block element, link and time.
  private var open: [(node: Int, owner: Int, isLink: Bool, isTime: Bool)] = []

  init(tree: PageTree, exclusions: [Exclusion]) {
    self.tree = tree
    self.exclusions = exclusions
    var holdsBreak = Array(repeating: false, count: tree.nodes.count)
    for (index, node) in tree.nodes.enumerated().reversed() where node.parent >= 0 {
      if holdsBreak[index] || node.element.isBlock || node.element == .br {
        holdsBreak[Int(node.parent)] = true
      }
    }
    self.holdsBreak = holdsBreak
  }

  /// Whether an element begins and ends a line.
  ///
  /// A table cell does where it holds lines of its own: then the table is the frame of a page, not data.
  private func isBlock(_ index: Int) -> Bool {
    let element = tree.nodes[index].element
    return element.isBlock || (element == .td || element == .th) && holdsBreak[index]
  }

  mutating func run(_ text: Span<UInt8>) {
    for (index, node) in tree.nodes.enumerated() {
      while let last = open.last, Int(tree.nodes[last.node].end) <= index { close() }
      if node.element == .text {
        add(index, node, text)
      } else if Int(node.end) > index + 1 || node.element == .br || node.element == .hr {
        begin(index, node)
      }
    }
    while !open.isEmpty { close() }
    finish()
  }

  private mutating func begin(_ index: Int, _ node: PageTree.Node) {
    let outer = open.last ?? (0, 0, false, false)
    if node.element == .br {
      breakCount += 1
      if breakCount >= 2 { finish() }
      return
    }
    let isBlock = isBlock(index)
    if isBlock { finish() }
    if node.element == .td || node.element == .th { current?.cellCount += 1 }
    open.append(
      (
        index, isBlock ? index : outer.owner, outer.isLink || node.element == .a,
        outer.isTime || node.element == .time
      )
    )
  }

  private mutating func close() {
    guard let last = open.popLast() else { return }
    if isBlock(last.node) { finish() }
  }

  private mutating func add(_ index: Int, _ node: PageTree.Node, _ text: Span<UInt8>) {
    let context = open.last ?? (0, 0, false, false)
    let owner = exclusions[context.owner]
    // A line that is excluded is read for the dates and names in it, whatever their class.
    guard exclusions[index] != .never,
      exclusions[index] == owner || owner == .suspected && exclusions[index] == .named
    else { return }
    let counts: TextCounts
    if node.isVerbatim {
      counts = TextCounts(text, node.range.start, node.range.end)
    } else {
      let decoded = Array(tree.decodedText(of: node))
      counts = TextCounts(decoded.span, 0, decoded.count)
    }
    guard counts.characters > 0 || current != nil else { return }
    if counts.characters > 0 { breakCount = 0 }
    var block =
      current
      ?? TextBlock(first: index, owner: context.owner, exclusion: exclusions[context.owner])
    block.add(index, counts, isLink: context.isLink, isTime: context.isTime)
    current = block
  }

  private mutating func finish() {
    breakCount = 0
    if let block = current, block.textCount > 0 { blocks.append(block) }
    current = nil
  }
}
