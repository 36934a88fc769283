import AverModel

/// A page made safe and small for the HTML parser, with the way back to the page's text.
struct PreparedMarkup {
  /// Where a stretch of the prepared bytes stands in the page; it runs to the next piece.
  struct Piece {
    let prepared: Int32
    let original: Int32
  }

  /// A start tag that the parser is shown.
  struct Tag {
    /// The prepared position of its `>`, which is where the parser stands when it reports it.
    let close: Int32
    /// The page's bytes of the tag.
    let range: ByteRange
  }

  /// What the parser reads.
  fileprivate(set) var bytes: [UInt8] = []
  /// Pieces in order.
  fileprivate(set) var pieces: [Piece] = []
  /// Start tags in order.
  fileprivate(set) var tags: [Tag] = []
  /// The page's bytes of the body of each script.
  fileprivate(set) var scripts: [ByteRange] = []
  /// The page's bytes of each JSON-LD script.
  fileprivate(set) var structuredData: [ByteRange] = []
  /// How many tags lost attributes to the limit.
  fileprivate(set) var cappedTagCount = 0

  fileprivate init() {}

  /// Prepares a page.
  ///
  /// - Parameter text: Clean UTF-8.
  /// - Returns: What the parser may see.
  /// - Complexity: O(*n*) in the bytes of the page.
  static func prepare(_ text: [UInt8]) -> PreparedMarkup {
    var preparer = MarkupPreparer(capacity: text.count)
    preparer.read(text.span)
    return preparer.result
  }
}

/// Copies a page but for what the parser must not see or need not see.
///
/// Comments, declarations and the bodies of scripts and styles are left out: they are most of a
/// page's bytes and none of its text. Five things are changed because libxml2 2.9 reads them as no
/// browser does, or in quadratic time: `/>` closes no element; the end tag of a block ends each `div`
/// that is open in it; tags beyond a depth and end tags without a start are left out; so are attributes
/// beyond a number. In place of whatever is left
/// out between texts stands an empty comment, so that the texts do not join to new markup.
private struct MarkupPreparer {
  /// How many attributes of a tag are read; the parser compares each with each.
  private static let attributeLimit = 1000
  /// How deep elements nest; the parser walks the open elements at each end tag.
  private static let depthLimit = 2000
  /// How many open elements are looked at to find the start of an end tag.
  private static let searchLimit = 256

  private static let emptyComment: [UInt8] = Array("<!---->".utf8)
  private static let divEnd: [UInt8] = Array("</div>".utf8)

  var result = PreparedMarkup()
  private var copyStart = 0
  private var openNames: [UInt64] = []
  private var openCounts: [UInt64: Int] = [:]
  private var openRoots: Set<UInt64> = []
  private var lacksCommentEnd = false
  private var missingEndTags: Set<UInt64> = []

  init(capacity: Int) { result.bytes.reserveCapacity(capacity) }

  mutating func read(_ text: Span<UInt8>) {
    var position = 0
    while position < text.count {
      guard text[position] == 0x3C, position + 1 < text.count else {
        if text[position] == 0x26 { shield(text, position) }
        position += 1
        continue
      }
      switch text[position + 1] {
      case 0x21: position = skipDeclaration(text, position)
      case 0x3F: position = leaveOut(text, position, through: end(of: ">", text, position + 2))
      case 0x2F: position = readEndTag(text, position)
      case let byte where ASCII.isLetter(byte): position = readStartTag(text, position)
      default: position += 1
      }
    }
    copy(text, to: text.count)
  }

  // MARK: Copying

  private mutating func copy(_ text: Span<UInt8>, to end: Int) {
    guard copyStart < end else { return }
    result.pieces.append(
      .init(prepared: Int32(result.bytes.count), original: Int32(copyStart))
    )
    for place in copyStart..<end { result.bytes.append(text[place]) }
    copyStart = end
  }

  private mutating func leaveOut(_ text: Span<UInt8>, _ start: Int, through end: Int) -> Int {
    copy(text, to: start)
    result.bytes.append(contentsOf: Self.emptyComment)
    copyStart = end
    return end
  }

  /// Hides a reference to what is no character from the parser, which would drop it.
  ///
  /// It is read from the page's own bytes later, so any byte will do in place of its `&`.
  private mutating func shield(_ text: Span<UInt8>, _ start: Int) {
    guard CharacterReference.isToNoCharacter(text, at: start) else { return }
    copy(text, to: start)
    result.bytes.append(0x5F)
    copyStart = start + 1
  }

  private func preparedPosition(of place: Int) -> Int { result.bytes.count + place - copyStart }

  private func end(of word: StaticString, _ text: Span<UInt8>, _ start: Int) -> Int {
    ASCII.find(word, in: text, from: start, to: text.count).map { $0 + word.utf8CodeUnitCount }
      ?? text.count
  }

  // MARK: Comments and declarations

  private mutating func skipDeclaration(_ text: Span<UInt8>, _ start: Int) -> Int {
    guard ASCII.hasPrefix("<!--", in: text, at: start) else {
      return leaveOut(text, start, through: end(of: ">", text, start + 2))
    }
    if ASCII.hasPrefix(">", in: text, at: start + 4) {
      return leaveOut(text, start, through: start + 5)
    }
    if ASCII.hasPrefix("->", in: text, at: start + 4) {
      return leaveOut(text, start, through: start + 6)
    }
    var position = start + 4
    while !lacksCommentEnd, position + 2 < text.count {
      if text[position] == 0x2D, text[position + 1] == 0x2D {
        if text[position + 2] == 0x3E { return leaveOut(text, start, through: position + 3) }
        if ASCII.hasPrefix("!>", in: text, at: position + 2) {
          return leaveOut(text, start, through: position + 4)
        }
      }
      position += 1
    }
    // A comment that never ends would take the rest of the article with it.
    lacksCommentEnd = true
    return leaveOut(text, start, through: end(of: ">", text, start + 4))
  }

  // MARK: Tags

  private mutating func readEndTag(_ text: Span<UInt8>, _ start: Int) -> Int {
    let close = end(of: ">", text, start + 2)
    guard start + 2 < text.count, ASCII.isLetter(text[start + 2]) else {
      return leaveOut(text, start, through: close)
    }
    let name = MarkupTag.nameHash(text, from: start + 2)
    // What follows the end of the page belongs to it all the same.
    if MarkupTag.roots.contains(name) { return leaveOut(text, start, through: close) }
    let wasOpen = openCounts[name, default: 0] > 0
    if wasOpen { openCounts[name, default: 0] -= 1 }
    let depth = openNames.count
    let lowest = max(0, depth - Self.searchLimit)
    var index = depth - 1
    while index >= lowest, openNames[index] != name { index -= 1 }
    let isFound = index >= lowest
    if isFound, MarkupTag.closers.contains(name) {
      guard let divCount = openDivCount(above: index) else {
        return leaveOut(text, start, through: close)
      }
      if divCount > 0 { closeDivs(text, before: start, divCount) }
    }
    if isFound { openNames.removeLast(depth - index) }
    // The end of a paragraph that is not open still breaks the line.
    let isParagraphBreak = name == MarkupTag.paragraph && depth < Self.searchLimit
    let isShown =
      isFound ? index < Self.depthLimit : (wasOpen || isParagraphBreak) && depth <= Self.depthLimit
    return isShown ? close : leaveOut(text, start, through: close)
  }

  /// How many `div` are open inside an open element; nil if a table is, whose cells no end tag closes from inside.
  private func openDivCount(above index: Int) -> Int? {
    var count = 0
    for name in openNames[(index + 1)...] {
      if MarkupTag.cells.contains(name) { return nil }
      if name == MarkupTag.div { count += 1 }
    }
    return count
  }

  /// Ends elements that the page leaves open: the parser would else pass over the end tag of what holds them.
  private mutating func closeDivs(_ text: Span<UInt8>, before start: Int, _ count: Int) {
    copy(text, to: start)
    for _ in 0..<count { result.bytes.append(contentsOf: Self.divEnd) }
    openCounts[MarkupTag.div, default: 0] -= count
  }

  private mutating func readStartTag(_ text: Span<UInt8>, _ start: Int) -> Int {
    guard let tag = MarkupTag(text, at: start, attributeLimit: Self.attributeLimit) else {
      return leaveOut(text, start, through: text.count)
    }
    if MarkupTag.roots.contains(tag.name), !openRoots.insert(tag.name).inserted {
      return leaveOut(text, start, through: tag.end)
    }
    if let bodyEnd = endOfRawBody(text, tag) { return skipBody(text, tag, to: bodyEnd) }
    if MarkupTag.rawBodies.contains(tag.name) {
      // Without an end tag of its own, or closed by `/>`: it has no body.
      return leaveOut(text, start, through: tag.end)
    }
    if !MarkupTag.voids.contains(tag.name) {
      closeImplied(by: tag.name)
      openNames.append(tag.name)
      openCounts[tag.name, default: 0] += 1
      if openNames.count > Self.depthLimit { return leaveOut(text, start, through: tag.end) }
    }
    show(text, tag)
    return tag.end
  }

  private mutating func show(_ text: Span<UInt8>, _ tag: MarkupTag) {
    if tag.isCapped { result.cappedTagCount += 1 }
    if let cutStart = tag.cutStart {
      copy(text, to: cutStart)
      copyStart = tag.end - 1
    } else if tag.isSelfClosed {
      copy(text, to: tag.end - 2)
      copyStart = tag.end - 1
    }
    result.tags.append(
      .init(
        close: Int32(preparedPosition(of: tag.end - 1)),
        range: ByteRange(tag.start, tag.end)
      )
    )
  }

  private mutating func closeImplied(by name: UInt64) {
    guard let group = MarkupTag.impliedEnds[name] else { return }
    var index = openNames.count - 1
    let lowest = max(0, openNames.count - Self.searchLimit)
    while index >= lowest {
      let open = openNames[index]
      if group.closed.contains(open) {
        openNames.removeLast(openNames.count - index)
        return
      }
      if group.barriers.isEmpty || group.barriers.contains(open) { return }
      index -= 1
    }
  }

  // MARK: Bodies without text

  /// Where the body of a script, style or the like ends: at its end tag.
  private mutating func endOfRawBody(_ text: Span<UInt8>, _ tag: MarkupTag) -> Int? {
    guard MarkupTag.rawBodies.contains(tag.name) else { return nil }
    let isScript = tag.name == MarkupTag.script
    if tag.name == MarkupTag.style, tag.isSelfClosed || missingEndTags.contains(tag.name) {
      return nextTag(text, tag.end)
    }
    if tag.isSelfClosed, !isScript { return nil }
    if missingEndTags.contains(tag.name) {
      return isScript && !tag.isSelfClosed ? text.count : nil
    }
    var position = tag.end
    var isInComment = false
    var hasInnerStart = false
    while position < text.count {
      let byte = text[position]
      if byte == 0x3C, position + 1 < text.count {
        if text[position + 1] == 0x2F,
          MarkupTag.nameHash(text, from: position + 2) == tag.name
        {
          // `<script><!-- <script> … </script> -->` ends behind its comment.
          if !(isScript && isInComment && hasInnerStart) { return position }
          hasInnerStart = false
        } else if isScript, ASCII.hasPrefix("<!--", in: text, at: position) {
          isInComment = true
        } else if isScript, MarkupTag.nameHash(text, from: position + 1) == tag.name {
          // A script closed by `/>` is followed by other scripts, not by its own code.
          if tag.isSelfClosed, !isInComment { return nil }
          hasInnerStart = isInComment
        }
      } else if byte == 0x2D, isInComment, ASCII.hasPrefix("-->", in: text, at: position) {
        isInComment = false
      }
      position += 1
    }
    missingEndTags.insert(tag.name)
    if tag.name == MarkupTag.style { return nextTag(text, tag.end) }
    return isScript && !tag.isSelfClosed ? text.count : nil
  }

  /// The place of the next tag or comment: no style sheet has one, so that nothing else of the page is lost
  /// with a style sheet that never ends.
  private func nextTag(_ text: Span<UInt8>, _ start: Int) -> Int {
    var position = start
    while position + 1 < text.count {
      if text[position] == 0x3C {
        let next = text[position + 1]
        if ASCII.isLetter(next) || next == 0x2F || next == 0x21 { return position }
      }
      position += 1
    }
    return text.count
  }

  private mutating func skipBody(_ text: Span<UInt8>, _ tag: MarkupTag, to bodyEnd: Int) -> Int {
    if tag.name == MarkupTag.script, bodyEnd > tag.end {
      result.scripts.append(ByteRange(tag.end, bodyEnd))
    }
    if tag.name == MarkupTag.script,
      let type = ASCII.find("ld+json", in: text, from: tag.start, to: tag.end), type > tag.start,
      bodyEnd > tag.end
    {
      result.structuredData.append(ByteRange(tag.end, bodyEnd))
    }
    let isEndTag =
      bodyEnd + 1 < text.count && text[bodyEnd + 1] == 0x2F
      && MarkupTag.nameHash(text, from: bodyEnd + 2) == tag.name
    return leaveOut(
      text,
      tag.start,
      through: isEndTag ? end(of: ">", text, bodyEnd) : bodyEnd
    )
  }
}
