import AverModel

/// Cleans a page: from its decoded text to the article's text.
struct PageReader {
  let document: SourceDocument
  let decoded: DecodedText

  func read() throws(CleaningError) -> CleanText {
    let markup = PreparedMarkup.prepare(decoded.bytes)
    guard let reader = HTMLEventReader(markup) else {
      throw .outOfMemory(identifier: document.identifier, byteCount: document.bytes.count)
    }
    let tree = reader.tree()
    let text = decoded.bytes.span
    var classification = NodeClassification(tree)
    var lines = TextBlock.layout(of: tree, text: text, classification: classification)
    if classification.liftFrames(tree, lines) {
      lines = TextBlock.layout(of: tree, text: text, classification: classification)
    }
    let finder = ContentFinder(tree: tree, classification: classification, blocks: lines)
    let metadata = MetadataReader(
      document: document,
      facts: PageFacts(tree: tree, decoded: decoded, exclusions: classification.exclusions),
      data: StructuredData(decoded.bytes, scripts: markup.structuredData)
    ).read()
    let rules = ParagraphRules(metadata: metadata)
    var builder = CleanTextBuilder()
    for line in rules.kept(self.lines(finder.articleBlocks(), tree)) {
      builder.append(
        line.block,
        kind: line.kind,
        tree: tree,
        text: text,
        exclusions: classification.exclusions
      )
    }
    return CleanText(
      identifier: document.identifier,
      bytes: builder.bytes,
      blocks: builder.blocks,
      offsets: decoded.offsets.map { builder.offsets.composed(with: $0) } ?? builder.offsets,
      metadata: metadata,
      sourceBytes: document.bytes,
      diagnostics: decoded.diagnostics + diagnostics(markup, reader.unverifiedCount)
    )
  }

  private func lines(_ blocks: [TextBlock], _ tree: PageTree) -> [ParagraphRules.Line] {
    blocks.map { block in
      let bytes = block.firstBytes(200, of: tree, text: decoded.bytes)
      let lead = bytes.prefix(60).firstIndex(of: 0x3A).map { Array(bytes[..<$0]) }
      return ParagraphRules.Line(
        block: block,
        kind: kind(of: block, tree),
        words: FoldedText.words(FoldedText.value(of: bytes)),
        leadCount: lead.map { FoldedText.words(FoldedText.value(of: $0)).count },
        hasDigit: bytes.contains(where: ASCII.isDigit)
      )
    }
  }

  private func kind(of line: TextBlock, _ tree: PageTree) -> Block.Kind {
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

  private func diagnostics(_ markup: PreparedMarkup, _ unverifiedCount: Int) -> [Diagnostic] {
    var result: [Diagnostic] = []
    if markup.cappedTagCount > 0 {
      result.append(
        Diagnostic(
          code: "attributes-capped",
          message: "\(markup.cappedTagCount) tags have more than 1000 attributes; "
            + "the others were not read"
        )
      )
    }
    if unverifiedCount > 0 {
      result.append(
        Diagnostic(
          code: "offset-unverified",
          message: "\(unverifiedCount) texts could not be placed exactly in the page; "
            + "report the page as a bug"
        )
      )
    }
    return result
  }
}
