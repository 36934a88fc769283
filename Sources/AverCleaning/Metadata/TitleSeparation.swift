/// Separates a headline from the name of the site in a page's title.
enum TitleSeparation {
  private static let separators = [
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ",
  ]

  /// The headline.
  ///
  /// - Parameters:
  ///   - title: The title as the page gives it.
  ///   - site: The name of the site, if it is known.
  ///   - address: The site's part of the page's address, such as `example` of `www.example.com`.
  /// - Returns: The title without its first or last part, where that names the site.
  static func headline(of title: String, site: String?, address: String?) -> String {
    let names = Set(
      [site, address].compactMap { $0 }.map { FoldedText.words($0).joined() }
    )
    for separator in separators {
      let parts = title.parts(separatedBy: separator)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      if names.contains(FoldedText.words(last).joined()) {
        return headline(
          of: parts.dropLast().joined(separator: separator),
          site: site,
          address: address
        )
      }
      if names.contains(FoldedText.words(first).joined()) {
        return parts.dropFirst().joined(separator: separator)
      }
      // A bar sets off the site's name and hardly ever parts of a headline.
      let headline = parts.dropLast().joined(separator: separator)
      if separator == " | ", FoldedText.words(headline).count >= 3,
        FoldedText.words(last).count <= 5
      {
        return headline
      }
    }
    return title
  }
}

extension String {
  /// The pieces between the places of a separator.
  fileprivate func parts(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    let text = Array(utf8)
    let mark = Array(separator.utf8)
    var start = 0
    var position = 0
    while position + mark.count <= text.count {
      if text[position..<(position + mark.count)].elementsEqual(mark) {
        parts.append(String(decoding: text[start..<position], as: UTF8.self))
        position += mark.count
        start = position
      } else {
        position += 1
      }
    }
    parts.append(String(decoding: text[start...], as: UTF8.self))
    return parts
  }
}
