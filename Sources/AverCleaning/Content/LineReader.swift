import AverModel
import AverRules

/// Reads what the lines of a page say, as far as the rules for lines ask.
struct LineReader {
  let tree: PageTree
  let text: [UInt8]
  let rules: CleaningRules
  /// The host of the page's address, without `www.`; nil if it is not known.
  let host: [UInt8]?

  init(tree: PageTree, text: [UInt8], rules: CleaningRules, address: String?) {
    self.tree = tree
    self.text = text
    self.rules = rules
    host = address.flatMap { Self.host(of: Array($0.utf8)[...]) }.map { Array($0) }
  }

  /// What a line says.
  func line(_ block: TextBlock) -> ParagraphRules.Line {
    let bytes = block.firstBytes(200, of: tree, text: text)
    let lead = bytes.prefix(60).firstIndex(of: 0x3A).map { Array(bytes[..<$0]) }
    let words = FoldedText.words(FoldedText.value(of: bytes))
    return ParagraphRules.Line(
      block: block,
      kind: kind(of: block),
      words: words,
      leadCount: lead.map { FoldedText.words(FoldedText.value(of: $0)).count },
      beginning: LineBeginning(words, rules),
      isOwnLink: block.linkShare >= 0.9 && leadsToOwnSite(block),
      hasDigit: bytes.contains(where: ASCII.isDigit)
    )
  }

  // MARK: Links

  /// Whether a line's first link leads to the same site.
  private func leadsToOwnSite(_ line: TextBlock) -> Bool {
    guard let first = line.nodes.first(where: { tree.nodes[$0].element == .text }) else {
      return false
    }
    var node = Int(tree.nodes[first].parent)
    for _ in 0..<10 where node > 0 && tree.nodes[node].element != .a {
      node = Int(tree.nodes[node].parent)
    }
    guard node > 0, tree.nodes[node].element == .a, let address = tree.value(of: .href, at: node)
    else { return false }
    guard let other = Self.host(of: address) else { return true }
    return host.map { other.elementsEqual($0) } ?? false
  }

  /// The host of an address without `www.`; nil if it has none.
  private static func host(of address: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let colon = address.firstIndex(of: 0x2F), colon + 1 < address.endIndex,
      address[colon + 1] == 0x2F
    else { return nil }
    let rest = address[(colon + 2)...]
    let host = rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    return host.starts(with: Array("www.".utf8)) ? host.dropFirst(4) : host
  }

  /// What kind of block a line is.
  func kind(of line: TextBlock) -> Block.Kind {
    if line.cellCount > 0 { return .tableRow }
    var node = line.owner
    // What a line is, is said close to it; deeper nesting only frames the page.
    for _ in 0..<4 {
      let element = tree.nodes[node].element
      if element.isHeading { return .heading }
      if element == .li || element == .dd || element == .dt { return .listItem }
      if element == .blockquote { return .quotation }
      guard tree.nodes[node].parent >= 0 else { break }
      node = Int(tree.nodes[node].parent)
    }
    return .paragraph
  }
}
