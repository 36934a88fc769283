import AverModel

/// Finds the lines of a page that are its article.
///
/// First the element that holds the article is chosen, by what its markup says and by how much
/// running text it holds; then lines that are no part of the article are taken out of it.
struct ContentFinder {
  /// Less text than this is too short to be trusted as the whole article.
  private static let shortText = 250

  let tree: PageTree
  let classification: NodeClassification
  let blocks: [TextBlock]

  /// Characters of running text of each node's subtree, by exclusion.
  private let proseCounts: [Int32]

  init(tree: PageTree, classification: NodeClassification, blocks: [TextBlock]) {
    self.tree = tree
    self.classification = classification
    self.blocks = blocks
    var counts = Array(repeating: Int32(0), count: tree.nodes.count)
    for block in blocks where block.exclusion == .none && Self.isProse(block) {
      counts[block.owner] += Int32(block.textCount)
    }
    for (index, node) in tree.nodes.enumerated().reversed() where node.parent >= 0 {
      counts[Int(node.parent)] += counts[index]
    }
    proseCounts = counts
  }

  /// Whether a line reads like running text: long enough, and not mostly links.
  static func isProse(_ block: TextBlock) -> Bool {
    block.textCount >= 60 && block.linkShare < 0.5
  }

  /// The lines of the article in document order.
  func articleBlocks() -> [TextBlock] {
    guard !tree.nodes.isEmpty else { return [] }
    let containers = self.containers()
    let chosen = blocks.filter { block in
      block.exclusion == .none
        && containers.contains { tree.contains($0, block.nodes.lowerBound) }
    }
    if textCount(chosen) >= Self.shortText { return chosen }
    // A second chance for articles under a name or in an element that usually means boilerplate.
    for limit in [Exclusion.named, .structural, .foreign, .hidden] {
      let wider = blocks.filter { $0.exclusion <= limit && Self.isProse($0) }
      if textCount(wider) >= max(Self.shortText, 2 * textCount(chosen)) { return wider }
    }
    if !chosen.isEmpty { return chosen }
    let visible = blocks.filter { $0.exclusion < .hidden }
    return visible.isEmpty ? blocks.filter { $0.exclusion < .never } : visible
  }

  private func textCount(_ blocks: [TextBlock]) -> Int { blocks.reduce(0) { $0 + $1.textCount } }

  // MARK: Containers

  private func containers() -> [Int] {
    let total = Int(proseCounts[0])
    let classes: [(candidates: [Int], share: Double)] = [
      (classification.markedBodies, 0.1),
      (classification.namedBodies, 0.25),
      (classification.articles, 0.35),
      (classification.mains, 0.5),
    ]
    for (candidates, share) in classes {
      guard let found = best(of: candidates) else { continue }
      let count = found.reduce(0) { $0 + Int(proseCounts[$1]) }
      guard count >= Self.shortText, Double(count) >= share * Double(total) else { continue }
      return frame(of: found, count: count) ?? found
    }
    return [densest()]
  }

  /// The `article` around a body that is only a piece of it.
  private func frame(of found: [Int], count: Int) -> [Int]? {
    guard let first = found.first else { return nil }
    let around = classification.articles.last { $0 < first && tree.contains($0, first) }
    guard let around, 10 * Int(proseCounts[around]) > 16 * count else { return nil }
    return [innermost(around)]
  }

  /// The first candidate that holds about as much as the largest, with its siblings of one kind.
  private func best(of candidates: [Int]) -> [Int]? {
    var outer: [Int] = []
    for candidate in candidates where outer.last.map({ !tree.contains($0, candidate) }) ?? true {
      outer.append(candidate)
    }
    guard let largest = outer.map({ proseCounts[$0] }).max(), largest > 0,
      let first = outer.first(where: { 2 * proseCounts[$0] >= largest })
    else { return nil }
    // A body that advertisements cut into pieces: the same class under the same parent.
    let classes = tree.value(of: .classes, at: first)
    guard tree.nodes[first].element != .article, let classes else { return [innermost(first)] }
    let pieces = outer.filter {
      tree.nodes[$0].parent == tree.nodes[first].parent
        && tree.value(of: .classes, at: $0).map { $0.elementsEqual(classes) } == true
    }
    return pieces.count > 1 ? pieces : [innermost(first)]
  }

  /// The deepest element that still holds nearly all running text of another.
  private func innermost(_ node: Int) -> Int {
    var current = node
    while let child = heaviestChild(of: current),
      Double(proseCounts[child]) >= 0.95 * Double(proseCounts[current])
    {
      current = child
    }
    return current
  }

  /// The deepest element that holds most of the page's running text.
  private func densest() -> Int {
    var current = 0
    while let child = heaviestChild(of: current),
      Double(proseCounts[child]) >= 0.6 * Double(proseCounts[current])
    {
      current = child
    }
    return current
  }

  private func heaviestChild(of node: Int) -> Int? {
    var best: Int?
    var child = node + 1
    while child < Int(tree.nodes[node].end) {
      let isElement = tree.nodes[child].element != .text
      if isElement, proseCounts[child] > (best.map { proseCounts[$0] } ?? 0) { best = child }
      child = Int(tree.nodes[child].end)
    }
    return best
  }
}
