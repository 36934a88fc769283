import AverModel

/// Links that open a live page at a quote: `#:~:text=first%20words,last%20words`.
///
/// What browsers match was tried: whole words only, white space as single spaces, every sign
/// percent-encoded, the hyphen too. A link whose words are gone opens the page at its top.
///
/// Source: WICG, "URL Fragment Text Directives", section 3.
enum TextFragment {
  /// A quote of more code points than this is named by its first and last words.
  private static let longestExactQuote = 60
  private static let wordsAtEachEnd = 4
  private static let wordsOfPrefix = 3

  /// The link to a range of the document's text; nil unless the document has a web address.
  static func link(to range: ByteRange, in document: DocumentIdentity) -> String? {
    guard let address = document.address else { return nil }
    let text = document.clean.bytes
    let words = Self.words(in: text, range)
    guard !words.isEmpty else { return nil }
    let span = document.index.span(range)
    let isShort = span.end - span.start <= longestExactQuote || words.count <= 2 * wordsAtEachEnd
    let start = isShort ? words[...] : words.prefix(wordsAtEachEnd)
    var directive = encoded(start, in: text)
    if !isShort { directive += "," + encoded(words.suffix(wordsAtEachEnd), in: text) }
    if occurs(start, before: range.start, in: text) {
      let before = self.words(in: text, ByteRange(max(0, range.start - 256), range.start))
      // A word cut by the window's edge would not match: only later ones are whole.
      let whole = (range.start > 256 ? before.dropFirst() : before[...]).suffix(wordsOfPrefix)
      if !whole.isEmpty { directive = encoded(whole, in: text) + "-," + directive }
    }
    return page(address) + ":~:text=" + directive
  }

  /// The address up to where the directive goes, with any older directive taken off.
  private static func page(_ address: String) -> String {
    guard let hash = address.firstIndex(of: "#") else { return address + "#" }
    let fragment = address[address.index(after: hash)...]
    let kept = fragment.split(separator: ":~:", maxSplits: 1, omittingEmptySubsequences: false)
    let name = (kept.first ?? "").split(separator: "#", omittingEmptySubsequences: false)
    return address[...hash] + name.joined(separator: "%23")
  }

  private static func words(in text: [UInt8], _ range: ByteRange) -> [ByteRange] {
    var words: [ByteRange] = []
    var start: Int?
    for index in range.indices {
      if isSpace(text[index]) {
        if let first = start { words.append(ByteRange(first, index)) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let first = start { words.append(ByteRange(first, range.end)) }
    return words
  }

  private static func encoded(_ words: ArraySlice<ByteRange>, in text: [UInt8]) -> String {
    words.map { WebAddress.fragmentValue(text[$0.indices]) }.joined(separator: "%20")
  }

  /// Whether the words stand in the text already before a place.
  private static func occurs(
    _ words: ArraySlice<ByteRange>,
    before end: Int,
    in text: [UInt8]
  ) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    let needle = Array(text[first.start..<last.end])
    let bytes = text.span
    var position = 0
    while position + needle.count <= end {
      if bytes[position] == needle[0] {
        var length = 1
        while length < needle.count, bytes[position + length] == needle[length] { length += 1 }
        if length == needle.count { return true }
      }
      position += 1
    }
    return false
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
