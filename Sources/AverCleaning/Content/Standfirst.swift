import AverModel

/// Finds the standfirst: the paragraph between the headline and the text that begins the article.
///
/// English outlets sum the article up in it, and the text says all of that again; those of other languages begin
/// to tell the story there.
struct Standfirst {
  private static let shortest = 60
  private static let longest = 900
  /// A page has no more of them; a longer run of paragraphs is something else.
  private static let limit = 2
  /// How many lines may stand between it and the text: bylines, dates, captions, buttons.
  private static let reach = 20

  let tree: PageTree
  let classification: NodeClassification
  let blocks: [TextBlock]
  let text: [UInt8]

  /// Finds the lines of the standfirst.
  ///
  /// - Parameter chosen: The lines chosen for the article, in order.
  /// - Returns: Indices of lines that are not among them, in order; empty if there is none.
  func lines(before chosen: [Int]) -> [Int] {
    guard let headline = classification.headline, isWanted,
      let start = chosen.first(where: { ContentFinder.isProse(blocks[$0]) })
    else { return [] }
    let known = Set(chosen)
    var result: [Int] = []
    for index in blocks[..<start].indices.suffix(Self.reach).reversed() {
      let block = blocks[index]
      guard block.nodes.lowerBound > headline else { break }
      if tree.contains(headline, block.nodes.lowerBound) { break }
      guard !known.contains(index), reads(block), classification.isHead(block.owner, tree) else {
        continue
      }
      result.append(index)
    }
    guard result.count <= Self.limit else { return [] }
    let openings = chosen.prefix(6).map { opening(of: blocks[$0]) }
    return result.reversed().filter { !openings.contains(opening(of: blocks[$0])) }
  }

  /// Whether the page is in a language whose standfirsts are part of the text.
  private var isWanted: Bool {
    guard let root = tree.nodes.firstIndex(where: { $0.element == .html }),
      let tag = tree.value(of: .language, at: root) ?? tree.value(of: .xmlLanguage, at: root),
      tag.count >= 2
    else { return false }
    return !tag.prefix(2).map(ASCII.lowered).elementsEqual("en".utf8)
  }

  /// Whether a line reads like a paragraph: of some length, without links, with a full stop.
  private func reads(_ block: TextBlock) -> Bool {
    guard (Self.shortest...Self.longest).contains(block.textCount), block.linkShare < 0.2,
      block.timeCount == 0
    else { return false }
    switch block.lastByte {
    // The last bytes of closing quotation marks and of an ellipsis too.
    case 0x2E, 0x21, 0x3F, 0x22, 0x27, 0x9C, 0x9D, 0xA6, 0xBB, 0x82: return true
    default: return false
    }
  }

  private func opening(of block: TextBlock) -> [Substring] {
    let bytes = block.firstBytes(80, of: tree, text: text)
    return Array(FoldedText.words(FoldedText.value(of: Array(bytes.prefix(80)))).prefix(6))
  }
}
