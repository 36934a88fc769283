import AverModel

/// Writes the chosen lines of a page as clean text, with the page's byte of each of its bytes.
///
/// White space is folded to one space, or to a line feed where the page breaks the line; soft hyphens and zero-width spaces, which only tell where a
/// line may break, are left out.
struct CleanTextBuilder {
  private static let blank: UInt8 = 0x20
  private static let tab: UInt8 = 0x09
  private static let lineFeed: UInt8 = 0x0A

  private(set) var bytes: [UInt8] = []
  private(set) var offsets = OffsetMap()
  private(set) var blocks: [Block] = []

  /// Where the last written byte came from.
  private var sourceEnd = 0
  private var blockStart = 0
  /// The page's bytes of white space that is not written yet.
  private var space: (start: Int, end: Int)?
  /// What is written for the white space.
  private var separator = Self.blank
  /// Whether text that is left out stands behind the white space.
  private var isSpaceClosed = false
  /// Bytes before this place belong to a reference that is written already.
  private var consumed = 0

  /// Writes a line.
  ///
  /// - Returns: Whether it had any text.
  mutating func append(
    _ block: TextBlock,
    kind: Block.Kind,
    tree: PageTree,
    text: Span<UInt8>,
    exclusions: [Exclusion]
  ) {
    beginBlock()
    for index in block.nodes {
      let node = tree.nodes[index]
      switch node.element {
      case .text:
        guard exclusions[index] == block.exclusion else {
          isSpaceClosed = true
          continue
        }
        appendText(node, tree, text)
      case .br:
        addSpace(node.range.start, node.range.end)
        if separator == Self.blank { separator = Self.lineFeed }
      case .td, .th:
        addSpace(node.range.start, node.range.end)
        if bytes.count > blockStart { separator = Self.tab }
      default: break
      }
    }
    endBlock(kind)
  }

  private mutating func appendText(_ node: PageTree.Node, _ tree: PageTree, _ text: Span<UInt8>) {
    guard node.isVerbatim else {
      let decoded = Array(tree.decodedText(of: node))
      for scalar in String(decoding: decoded, as: UTF8.self).unicodeScalars {
        let scalar =
          scalar.value >= 0x80 && scalar.value <= 0x9F
          ? CharacterReference.scalar(scalar.value) : scalar
        append(scalar, node.range.start, node.range.end)
      }
      return
    }
    var position = max(node.range.start, consumed)
    var runStart = position
    let end = node.range.end
    while position < end {
      let byte = text[position]
      if byte > 0x26, byte < 0x80 {
        position += 1
        continue
      }
      let special = special(text, position, end)
      guard special.count > 0 else {
        position += 1
        continue
      }
      appendRun(text, runStart, position)
      switch special.meaning {
      case .space: addSpace(position, position + special.count)
      case .nothing: break
      case .reference(let reference):
        for scalar in reference.scalars { append(scalar, position, reference.end) }
        consumed = reference.end
      }
      position += special.count
      runStart = position
    }
    appendRun(text, min(runStart, end), end)
  }

  // MARK: Recorded text

  /// Writes a text that a script of the page has as JSON strings; line ends and block tags part its blocks.
  mutating func append(recorded pieces: [ByteRange], text: Span<UInt8>) {
    beginBlock()
    for piece in pieces { write(recorded: piece, text) }
    endBlock(.paragraph)
  }

  private mutating func write(recorded range: ByteRange, _ text: Span<UInt8>) {
    var position = range.start
    while position < range.end {
      let byte = text[position]
      if byte == 0x5C, position + 1 < range.end {
        position = appendEscape(text, position, range.end)
      } else if byte == 0x3C, position + 1 < range.end,
        ASCII.isLetter(text[position + 1]) || text[position + 1] == 0x2F,
        let close = ASCII.find(">", in: text, from: position, to: min(range.end, position + 1000))
      {
        if Self.isBlockTag(text, position + 1) { endBlock(.paragraph) }
        position = close + 1
      } else if byte == 0x0A || byte == 0x0D {
        endBlock(.paragraph)
        position += 1
      } else {
        let special = special(text, position, range.end)
        switch special.meaning {
        case .space: addSpace(position, position + special.count)
        case .reference(let reference):
          for scalar in reference.scalars { append(scalar, position, reference.end) }
        case .nothing:
          if special.count == 0 {
            let end = position + Self.characterLength(byte)
            appendRun(text, position, min(end, range.end))
            position = min(end, range.end)
            continue
          }
        }
        position += special.count
      }
    }
  }

  /// Writes what an escape stands for; gives the place behind it.
  private mutating func appendEscape(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let escape = text[start + 1]
    switch escape {
    case 0x6E, 0x72:
      endBlock(.paragraph)
      return start + 2
    case 0x74, 0x62, 0x66:
      addSpace(start, start + 2)
      return start + 2
    case 0x75:
      let unit = Self.codeUnit(text, start, end)
      guard let unit else { return start + 2 }
      if unit & 0xFC00 == 0xD800, let low = Self.codeUnit(text, start + 6, end),
        low & 0xFC00 == 0xDC00
      {
        let value = 0x1_0000 + (unit & 0x3FF) << 10 + low & 0x3FF
        append(CharacterReference.scalar(value), start, start + 12)
        return start + 12
      }
      append(
        Unicode.Scalar(unit).flatMap { $0.value == 0 ? nil : $0 } ?? "\u{FFFD}",
        start,
        start + 6
      )
      return start + 6
    default:
      append(Unicode.Scalar(escape < 0x80 ? escape : 0x20), start, start + 2)
      return start + 2
    }
  }

  /// The code unit of `\uXXXX` at a place.
  private static func codeUnit(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
    guard start + 6 <= end, text[start] == 0x5C, text[start + 1] == 0x75 else { return nil }
    var value: UInt32 = 0
    for place in (start + 2)..<(start + 6) {
      let lower = text[place] | 0x20
      if ASCII.isDigit(text[place]) {
        value = value << 4 | UInt32(text[place] - 0x30)
      } else if lower >= 0x61, lower <= 0x66 {
        value = value << 4 | UInt32(lower - 0x61 + 10)
      } else {
        return nil
      }
    }
    return value
  }

  private static func isBlockTag(_ text: Span<UInt8>, _ start: Int) -> Bool {
    let start = text[start] == 0x2F ? start + 1 : start
    let names: [StaticString] = ["p", "br", "div", "h", "li", "ul", "ol", "blockquote", "tr"]
    return names.contains { ASCII.hasPrefix($0, in: text, at: start) }
  }

  private static func characterLength(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  private mutating func beginBlock() {
    blockStart = bytes.count
    space = nil
    separator = Self.blank
  }

  private mutating func endBlock(_ kind: Block.Kind) {
    if bytes.count > blockStart {
      // The break is taken back if nothing follows it, so a block never begins with one.
      let start = blocks.isEmpty ? blockStart : blockStart + 2
      blocks.append(Block(range: ByteRange(start, bytes.count), kind: kind))
    }
    beginBlock()
  }

  // MARK: Special characters

  private enum Meaning {
    case space
    case nothing
    case reference(CharacterReference)
  }

  /// A character that is not written as it stands, and its length; 0 for all others.
  private func special(
    _ text: Span<UInt8>,
    _ position: Int,
    _ end: Int
  )
    -> (meaning: Meaning, count: Int)
  {
    let byte = text[position]
    if ASCII.isSpace(byte) { return (.space, 1) }
    if byte == 0x26 {
      guard let reference = CharacterReference(text, at: position) else { return (.nothing, 0) }
      return (.reference(reference), reference.end - position)
    }
    guard byte == 0xC2 || byte >= 0xE1 && byte <= 0xEF else { return (.nothing, 0) }
    let count = byte == 0xC2 ? 2 : 3
    guard position + count <= end else { return (.nothing, 0) }
    var value = UInt32(byte & (count == 2 ? 0x1F : 0x0F))
    for place in (position + 1)..<(position + count) {
      value = value << 6 | UInt32(text[place] & 0x3F)
    }
    if Self.isSpace(value) { return (.space, count) }
    return (.nothing, Self.isInvisible(value) ? count : 0)
  }

  /// Whether a scalar is white space of any kind.
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  /// Whether a scalar only tells where a line may or must not break.
  static func isInvisible(_ value: UInt32) -> Bool {
    value == 0xAD || value == 0x200B || value == 0x2060 || value == 0xFEFF
  }

  // MARK: Writing

  private mutating func addSpace(_ start: Int, _ end: Int) {
    guard let known = space else {
      space = (start, end)
      isSpaceClosed = false
      return
    }
    if !isSpaceClosed { space = (known.start, max(known.end, end)) }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ start: Int, _ end: Int) {
    if Self.isSpace(scalar.value) { return addSpace(start, end) }
    if Self.isInvisible(scalar.value) { return }
    writeSpace(before: start)
    let before = bytes.count
    bytes.append(contentsOf: Array(String(scalar).utf8))
    offsets.append(cleanCount: bytes.count - before, source: start, sourceEnd: end)
    sourceEnd = end
  }

  private mutating func appendRun(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    guard start < end else { return }
    writeSpace(before: start)
    for place in start..<end { bytes.append(text[place]) }
    offsets.append(cleanCount: end - start, source: start, sourceEnd: end)
    sourceEnd = end
  }

  /// Writes what stands between the last text and the next: a break between blocks, white space.
  private mutating func writeSpace(before start: Int) {
    defer {
      space = nil
      separator = Self.blank
    }
    if bytes.count == blockStart {
      guard !blocks.isEmpty else { return }
      bytes.append(contentsOf: [Self.lineFeed, Self.lineFeed])
      offsets.append(cleanCount: 2, source: sourceEnd, sourceEnd: max(sourceEnd, start))
    } else if let space {
      bytes.append(separator)
      offsets.append(cleanCount: 1, source: space.start, sourceEnd: max(space.start, space.end))
    }
  }
}
