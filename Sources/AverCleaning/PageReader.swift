import AverModel
import AverRules

/// Cleans a page, in stages: markup to tree, tree to lines, the element that holds the article, its lines.
struct PageReader {
  private let document: SourceDocument
  private let rules: CleaningRules
  private let decoded: DecodedText
  private let markup: PreparedMarkup
  private let unverifiedCount: Int
  private let tree: PageTree
  private let classification: NodeClassification
  private let lines: [TextBlock]
  private let selection: ContentSelection
  private let metadata: DocumentMetadata
  /// The bytes of the article's text in the page's data.
  private let recordedBody: ByteRange?
  private let reader: LineReader
  /// What becomes of each line of the selection; nil where it stays.
  private let verdicts: [LineVerdict?]

  init(
    document: SourceDocument,
    decoded: DecodedText,
    rules: CleaningRules
  ) throws(CleaningError) {
    self.document = document
    self.rules = rules
    self.decoded = decoded
    markup = PreparedMarkup.prepare(decoded.bytes)
    guard let events = HTMLEventReader(markup) else {
      throw .outOfMemory(identifier: document.identifier, byteCount: document.bytes.count)
    }
    unverifiedCount = events.unverifiedCount
    tree = events.tree()
    let text = decoded.bytes.span
    let data = StructuredData(decoded.bytes, scripts: markup.structuredData)
    var classification = NodeClassification(
      tree,
      rules: rules,
      isLiveBlog: data.hasObject(ofType: "LiveBlogPosting")
    )
    var lines = TextBlock.layout(of: tree, text: text, classification: classification)
    if classification.liftFrames(tree, lines) {
      lines = TextBlock.layout(of: tree, text: text, classification: classification)
    }
    self.classification = classification
    self.lines = lines
    var selection = ContentFinder(tree: tree, classification: classification, blocks: lines)
      .selection()
    selection.standfirst = Standfirst(
      tree: tree,
      classification: classification,
      blocks: lines,
      text: decoded.bytes
    ).lines(before: selection.lines)
    self.selection = selection
    var metadataReader = MetadataReader(
      document: document,
      facts: PageFacts(
        tree: tree,
        decoded: decoded,
        scripts: markup.scripts,
        classification: classification,
        places: PagePlaces(lines: lines, article: selection.lines),
        rules: rules
      ),
      data: data,
      rules: rules
    )
    metadata = metadataReader.read()
    recordedBody = metadataReader.recordedBody
    reader = LineReader(
      tree: tree,
      text: decoded.bytes,
      rules: rules,
      address: metadata.address?.value
    )
    let chosen = selection.all.map { lines[$0] }
    var verdicts = ParagraphRules(metadata: metadata, rules: rules).verdicts(
      on: chosen.map { [reader] in reader.line($0) }
    )
    let kept = verdicts.indices.filter { verdicts[$0] == nil }
    let repeats = Repetitions(tree: tree, text: decoded.bytes).find(
      in: kept.map { chosen[$0] },
      isQuotation: kept.map { [reader] in reader.kind(of: chosen[$0]) == .quotation }
    )
    for (index, isRepeat) in zip(kept, repeats) where isRepeat { verdicts[index] = .repeated }
    self.verdicts = verdicts
  }

  // MARK: Text

  /// The text in the page's data, where the page shows hardly anything of it.
  private func recordedParagraphs() -> [[ByteRange]] {
    let shown = zip(selection.all, verdicts).reduce(0) {
      $0 + ($1.1 == nil ? lines[$1.0].textCount : 0)
    }
    if let recordedBody, recordedBody.count >= max(Self.shortBody, 4 * shown + 1) {
      return [[recordedBody]]
    }
    guard shown < Self.shortText else { return [] }
    return ScriptedBody.paragraphs(
      in: decoded.bytes,
      scripts: markup.scripts,
      rules: rules,
      least: max(Self.shortBody, 4 * shown)
    )
  }

  /// A shorter text in the page's data is a summary.
  private static let shortBody = 400
  /// A page that shows more than this shows its article.
  private static let shortText = 250

  /// The article.
  func read() -> CleanText {
    var builder = CleanTextBuilder()
    let recorded = recordedParagraphs()
    for paragraph in recorded { builder.append(recorded: paragraph, text: decoded.bytes.span) }
    for (index, verdict) in zip(selection.all, verdicts) where verdict == nil && recorded.isEmpty {
      builder.append(
        lines[index],
        kind: reader.kind(of: lines[index]),
        tree: tree,
        text: decoded.bytes.span,
        exclusions: classification.exclusions
      )
    }
    return cleanText(builder)
  }

  private func cleanText(_ builder: CleanTextBuilder) -> CleanText {
    CleanText(
      identifier: document.identifier,
      bytes: builder.bytes,
      blocks: builder.blocks,
      offsets: decoded.offsets.map { builder.offsets.composed(with: $0) } ?? builder.offsets,
      metadata: metadata,
      sourceBytes: document.bytes,
      diagnostics: decoded.diagnostics + diagnostics()
    )
  }

  private func diagnostics() -> [Diagnostic] {
    var result: [Diagnostic] = []
    if markup.cappedTagCount > 0 {
      result.append(
        Diagnostic(
          code: "attributes-capped",
          message: markup.cappedTagCount == 1
            ? "1 tag has more than 1000 attributes; the others were not read"
            : "\(markup.cappedTagCount) tags have more than 1000 attributes; the others were not read"
        )
      )
    }
    if unverifiedCount > 0 {
      let texts = unverifiedCount == 1 ? "1 text" : "\(unverifiedCount) texts"
      result.append(
        Diagnostic(
          code: "offset-unverified",
          message: "\(texts) could not be placed exactly in the page; report the page as a bug"
        )
      )
    }
    return result
  }

  // MARK: Explanation

  /// Why each line of the page is part of the article or is not.
  func explain() -> PageExplanation {
    guard recordedParagraphs().isEmpty else { return explainRecorded() }
    var all = lines.map { line in
      line.exclusion == .none ? LineVerdict.outside : .excluded(line.exclusion)
    }
    let kept: LineVerdict = selection.containers.isEmpty ? .keptBySecondChance : .kept
    for (index, verdict) in zip(selection.all, verdicts) { all[index] = verdict ?? kept }
    return PageExplanation(
      stage: selection.stage.rawValue,
      container: selection.containers.first.map(name(of:)),
      lines: zip(lines, all).map { line, verdict in
        PageExplanation.Line(
          verdict: verdict,
          kind: reader.kind(of: line),
          element: name(of: decidingNode(line, verdict)),
          text: FoldedText.value(of: line.firstBytes(400, of: tree, text: decoded.bytes)),
          count: line.textCount,
          linkShare: line.linkShare
        )
      }
    )
  }

  /// That the text is none of the page's lines.
  private func explainRecorded() -> PageExplanation {
    let clean = read()
    return PageExplanation(
      stage: "the text in the page's data, since the page shows none",
      container: nil,
      lines: clean.blocks.map { block in
        PageExplanation.Line(
          verdict: .recorded,
          kind: block.kind,
          element: "script",
          text: FoldedText.value(of: Array(clean.bytes[block.range.indices].prefix(400))),
          count: block.range.count,
          linkShare: 0
        )
      }
    )
  }

  /// The element that decided about a line: for an excluded one that which excludes it.
  private func decidingNode(_ line: TextBlock, _ verdict: LineVerdict) -> Int {
    guard case .excluded(let exclusion) = verdict else { return line.owner }
    var node = line.owner
    while tree.nodes[node].parent >= 0,
      classification.exclusions[Int(tree.nodes[node].parent)] == exclusion
    {
      node = Int(tree.nodes[node].parent)
    }
    return node
  }

  /// An element as a selector would name it: `div#main.story`.
  private func name(of node: Int) -> String {
    var name = tree.nodes[node].element.rawValue
    if let identifier = tree.value(of: .identifier, at: node), !identifier.isEmpty {
      name += "#" + String(decoding: identifier.prefix(60), as: UTF8.self)
    }
    if let classes = tree.value(of: .classes, at: node) {
      for part in classes.prefix(200).split(whereSeparator: ASCII.isSpace).prefix(3) {
        name += "." + String(decoding: part, as: UTF8.self)
      }
    }
    return name.isEmpty ? "element" : name
  }
}
