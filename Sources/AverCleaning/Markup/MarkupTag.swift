import AverModel

/// A start tag as it stands in the page.
struct MarkupTag {
  /// The hash of its name in lower case.
  let name: UInt64
  /// The place of its `<`.
  let start: Int
  /// The place behind its `>`.
  let end: Int
  /// Whether it has more attributes than the limit.
  private(set) var isCapped = false
  /// From where to its `>` the tag must not be shown to the parser, if it must not.
  private(set) var cutStart: Int?
  /// Whether it ends in `/>`.
  let isSelfClosed: Bool

  /// Reads the tag at a `<` that a letter follows; nil if the page ends before the tag does.
  init?(_ text: Span<UInt8>, at start: Int, attributeLimit: Int) {
    self.start = start
    name = Self.nameHash(text, from: start + 1)
    var position = start + 1
    while position < text.count, !Self.endsName(text[position]) { position += 1 }
    var attributeCount = 0
    while true {
      while position < text.count, ASCII.isSpace(text[position]) || text[position] == 0x2F {
        position += 1
      }
      guard position < text.count else { return nil }
      if text[position] == 0x3E { break }
      if attributeCount == attributeLimit {
        isCapped = true
        cutStart = position
      }
      attributeCount += 1
      let attribute = Self.endOfAttribute(text, from: position)
      if let quote = attribute.openQuote {
        // A value that never ends would take the rest of the page with it.
        cutStart = min(cutStart ?? quote, quote)
        position = quote
        while position < text.count, text[position] != 0x3E { position += 1 }
      } else {
        position = attribute.end
      }
    }
    end = position + 1
    isSelfClosed = text[position - 1] == 0x2F
  }

  /// The place behind an attribute: its name and, if there is one, its value.
  ///
  /// A quote that nothing closes is given instead. There are two kinds of quotes, and it is the last
  /// of its kind, so the search for its end is made in vain twice at most.
  private static func endOfAttribute(
    _ text: Span<UInt8>,
    from start: Int
  )
    -> (end: Int, openQuote: Int?)
  {
    // A `=` in front is part of the name.
    var position = start + 1
    while position < text.count, !endsName(text[position]), text[position] != 0x3D {
      position += 1
    }
    var valueStart = position
    while valueStart < text.count, ASCII.isSpace(text[valueStart]) { valueStart += 1 }
    guard valueStart < text.count, text[valueStart] == 0x3D else {
      return (position, nil)
    }
    position = valueStart + 1
    while position < text.count, ASCII.isSpace(text[position]) { position += 1 }
    guard position < text.count else { return (position, nil) }
    let quote = text[position]
    if quote == 0x22 || quote == 0x27 {
      let open = position
      position += 1
      while position < text.count, text[position] != quote { position += 1 }
      return position < text.count ? (position + 1, nil) : (position, open)
    }
    while position < text.count, text[position] != 0x3E, !ASCII.isSpace(text[position]) {
      position += 1
    }
    return (position, nil)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    ASCII.isSpace(byte) || byte == 0x2F || byte == 0x3E
  }

  // MARK: Attributes

  /// The page's bytes of an attribute's value, without its quotes.
  ///
  /// - Parameters:
  ///   - name: The attribute's name in lower case.
  ///   - tag: Where the tag is, from its `<` to behind its `>`.
  ///   - text: The page.
  /// - Returns: nil if the tag lacks the attribute or gives it no value.
  static func valueRange(of name: String, in tag: ByteRange, _ text: Span<UInt8>) -> ByteRange? {
    let wanted = nameHash(name)
    var position = tag.start + 1
    while position < tag.end, !endsName(text[position]) { position += 1 }
    while position < tag.end {
      while position < tag.end, ASCII.isSpace(text[position]) || text[position] == 0x2F {
        position += 1
      }
      guard position < tag.end, text[position] != 0x3E else { return nil }
      let attribute = endOfAttribute(text, from: position)
      guard attribute.openQuote == nil else { return nil }
      if nameHash(text, from: position) == wanted {
        return trimmedValue(text, from: position, to: attribute.end)
      }
      position = attribute.end
    }
    return nil
  }

  private static func trimmedValue(
    _ text: Span<UInt8>,
    from start: Int,
    to end: Int
  )
    -> ByteRange?
  {
    var position = start
    while position < end, text[position] != 0x3D { position += 1 }
    position += 1
    while position < end, ASCII.isSpace(text[position]) { position += 1 }
    guard position < end else { return nil }
    let isQuoted = text[position] == 0x22 || text[position] == 0x27
    return isQuoted && position + 1 < end
      ? ByteRange(position + 1, end - 1) : ByteRange(position, end)
  }

  // MARK: Names

  /// The hash of the name that begins at a place, in lower case.
  static func nameHash(_ text: Span<UInt8>, from start: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var position = start
    // No name that is asked for is longer; a longer one need not be read to its end.
    let limit = min(text.count, start + 64)
    while position < limit, !endsName(text[position]), text[position] != 0x3D {
      hash = (hash ^ UInt64(ASCII.lowered(text[position]))) &* 0x100_0000_01b3
      position += 1
    }
    return hash
  }

  private static func nameHash(_ name: String) -> UInt64 {
    nameHash(Array(name.utf8).span, from: 0)
  }

  private static func nameHashes(_ names: String) -> Set<UInt64> {
    Set(names.split(separator: " ").map { nameHash(String($0)) })
  }

  static let script = nameHash("script")
  static let style = nameHash("style")
  static let paragraph = nameHash("p")
  static let div = nameHash("div")

  /// Elements whose end tag ends whatever is open in them, but for tables.
  static let closers = nameHashes(
    "address article aside blockquote button center details dialog dir dl dd dt fieldset figcaption "
      + "figure footer header hgroup h1 h2 h3 h4 h5 h6 li main menu nav ol pre section summary ul"
  )

  /// The parts of tables.
  static let cells = nameHashes("table caption td th object template")

  /// The elements that a page has one of.
  static let roots = nameHashes("html body")

  /// Elements without an end tag.
  static let voids = nameHashes(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
      + "track wbr"
  )

  /// Elements whose body is no text of the page.
  static let rawBodies = nameHashes("script style iframe noembed noframes textarea svg")

  /// For a start tag, which open elements it closes, unless a barrier is nearer.
  static let impliedEnds: [UInt64: (closed: Set<UInt64>, barriers: Set<UInt64>)] = {
    let table: [(tags: String, closed: String, barriers: String)] = [
      ("p", "p", ""),
      ("li", "li", "ul ol menu table"),
      ("dt dd", "dt dd", "dl table"),
      ("td th", "td th", "tr table"),
      ("tr", "tr", "table"),
      ("option optgroup", "option", "select"),
    ]
    var result: [UInt64: (closed: Set<UInt64>, barriers: Set<UInt64>)] = [:]
    for row in table {
      let entry = (nameHashes(row.closed), nameHashes(row.barriers))
      for tag in nameHashes(row.tags) { result[tag] = entry }
    }
    return result
  }()
}
