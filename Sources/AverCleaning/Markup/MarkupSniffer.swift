/// Tells pages from plain text by their first bytes.
enum MarkupSniffer {
  /// How much of a text is looked at.
  private static let limit = 4096

  /// Whether a text begins like a page: with a declaration or a tag of HTML, or with other markup
  /// that such a tag follows soon.
  static func isPage(_ text: Span<UInt8>) -> Bool {
    var start = 0
    let end = min(text.count, limit)
    while start < end, ASCII.isSpace(text[start]) { start += 1 }
    guard start + 1 < end, text[start] == 0x3C else { return false }
    if ASCII.hasPrefix("<!doctype html", in: text, at: start) { return true }
    let tags: [StaticString] = [
      "<html", "<head", "<body", "<title", "<meta", "<div", "<p>", "<p ", "<article", "<h1",
      "<table", "<script", "<section", "<main", "<span", "<font", "<br", "<a ", "<ul", "<b>",
      "<i>", "<center", "<style", "<link",
    ]
    for tag in tags where ASCII.find(tag, in: text, from: start, to: end) != nil { return true }
    return false
  }
}
