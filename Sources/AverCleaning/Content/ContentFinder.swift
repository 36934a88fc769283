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

  /// The lines that may be the article.
  func selection() -> ContentSelection {
    guard !tree.nodes.isEmpty else {
      return ContentSelection(stage: .everything, containers: [], lines: [])
    }
    let (stage, containers) = self.containers()
    let lead = self.lead(of: containers)
    let chosen = blocks.indices.filter { index in
      blocks[index].exclusion == .none
        && (containers.contains { tree.contains($0, blocks[index].nodes.lowerBound) }
          || lead.contains(index))
    }
    let first = ContentSelection(stage: stage, containers: containers, lines: chosen)
    if textCount(chosen) >= Self.shortText { return first }
    // A second chance for articles under a name or in an element that usually means boilerplate.
    let hasProse = textCount(chosen.filter { Self.isProse(blocks[$0]) }) >= Self.shortText / 2
    for limit in [Exclusion.named, .structural, .foreign, .hidden] {
      // A short article is no reason to take a cookie notice for it.
      if hasProse, limit > .structural { break }
      let wider = blocks.indices.filter {
        blocks[$0].exclusion <= limit && Self.isProse(blocks[$0])
      }
      if textCount(wider) >= max(Self.shortText, 2 * textCount(chosen)) {
        return ContentSelection(stage: .secondChance, containers: [], lines: wider)
      }
    }
    if !chosen.isEmpty { return first }
    let visible = blocks.indices.filter { blocks[$0].exclusion < .hidden }
    return ContentSelection(
      stage: .everything,
      containers: [],
      lines: visible.isEmpty
        ? blocks.indices.filter { blocks[$0].exclusion < .never } : visible
    )
  }

  /// The lines right before the chosen element that begin the article.
  ///
  /// They are paragraphs between it and the heading above; one alone is a standfirst.
  private func lead(of containers: [Int]) -> Range<Int> {
    guard let container = containers.first, tree.nodes[container].parent >= 0 else { return 0..<0 }
    var outer = container
    for _ in 0..<4 {
      let parent = Int(tree.nodes[outer].parent)
      guard parent > 0, tree.nodes[parent].element != .body else { break }
      outer = parent
    }
    let end = blocks.firstIndex { $0.nodes.lowerBound >= container } ?? blocks.count
    var start = end
    var count = 0
    for index in blocks[..<end].indices.reversed() {
      let block = blocks[index]
      guard tree.contains(outer, block.nodes.lowerBound), end - index <= 12,
        !tree.nodes[block.owner].element.isHeading
      else { break }
      guard block.exclusion == .none, tree.nodes[block.owner].element == .p,
        Self.isProse(block), block.linkShare < 0.3
      else { continue }
      start = index
      count += 1
    }
    return count >= 2 ? start..<end : 0..<0
  }

  private func textCount(_ lines: [Int]) -> Int { lines.reduce(0) { $0 + blocks[$1].textCount } }

  // MARK: Containers

  private func containers() -> (ContentSelection.Stage, [Int]) {
    if let entries = liveBlog() { return (.article, entries) }
    let total = Int(proseCounts[0])
    let classes: [(stage: ContentSelection.Stage, candidates: [Int], share: Double)] = [
      (.markedBody, classification.markedBodies, 0.1),
      (.namedBody, classification.namedBodies, 0.25),
      (.article, classification.articles, 0.35),
      (.main, classification.mains, 0.5),
    ]
    for (stage, candidates, share) in classes {
      guard let found = best(of: candidates) else { continue }
      let count = found.reduce(0) { $0 + Int(proseCounts[$1]) }
      let isLarge = Double(count) >= share * Double(total)
      guard count >= Self.shortText, isLarge || found.contains(where: isHeadlined) else { continue }
      return (stage, frame(of: found, count: count) ?? found)
    }
    return (.density, [densest()])
  }

  /// The `article` around a body that is only a piece of it.
  private func frame(of found: [Int], count: Int) -> [Int]? {
    guard let first = found.first else { return nil }
    let around = classification.articles.last {
      $0 < first && tree.contains($0, first) && tree.nodes[$0].element == .article
    }
    guard let around, 10 * Int(proseCounts[around]) > 16 * count else { return nil }
    return [innermost(around)]
  }

  /// The element around the entries of a live blog: many articles under one parent that the page says to be
  /// one.
  private func liveBlog() -> [Int]? {
    guard classification.isLiveBlog, let first = classification.articles.first else { return nil }
    let parent = Int(tree.nodes[first].parent)
    let entries = classification.articles.filter { Int(tree.nodes[$0].parent) == parent }
    return entries.count >= 3 && parent > 0 ? [parent] : nil
  }

  /// The first candidate that holds about as much as the largest, with its siblings of one kind.
  private func best(of candidates: [Int]) -> [Int]? {
    var outer: [Int] = []
    for candidate in candidates where outer.last.map({ !tree.contains($0, candidate) }) ?? true {
      outer.append(candidate)
    }
    guard let largest = outer.map({ proseCounts[$0] }).max(), largest > 0,
      let first = outer.first(where: { isHeadlined($0) })
        ?? outer.first(where: { 2 * proseCounts[$0] >= largest })
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

  /// Whether an element has the page's first headline and enough text: further articles may follow below.
  private func isHeadlined(_ node: Int) -> Bool {
    guard let headline = classification.headline else { return false }
    return proseCounts[node] >= Self.shortText && tree.contains(node, headline)
  }

  /// The deepest element that still holds nearly all running text of another.
  private func innermost(_ node: Int) -> Int {
    var current = node
    while let child = heaviestChild(of: current), canHold(child),
      Double(proseCounts[child]) >= 0.95 * Double(proseCounts[current])
    {
      current = child
    }
    return current
  }

  /// The deepest element that holds most of the page's running text.
  private func densest() -> Int {
    var current = 0
    while let child = heaviestChild(of: current), canHold(child), !holdsParagraphs(current),
      Double(proseCounts[child]) >= 0.6 * Double(proseCounts[current])
    {
      current = child
    }
    return current
  }

  /// Whether an element can be the frame of an article: a paragraph or list is a part of one.
  private func canHold(_ node: Int) -> Bool {
    switch tree.nodes[node].element {
    case .p, .ul, .ol, .li, .dl, .dt, .dd, .blockquote, .pre, .h1, .h2, .h3, .h4, .h5, .h6: false
    default: true
    }
  }

  /// Whether some of an element's running text stands in paragraphs right inside it.
  private func holdsParagraphs(_ node: Int) -> Bool {
    var count = 0
    var child = node + 1
    while child < Int(tree.nodes[node].end) {
      if tree.nodes[child].element == .p { count += Int(proseCounts[child]) }
      child = Int(tree.nodes[child].end)
    }
    return 5 * count >= Int(proseCounts[node])
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
