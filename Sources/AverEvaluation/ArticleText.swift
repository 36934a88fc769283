import AverModel

/// The words of an article in reading order, page furniture and all.
///
/// It only serves to check that gold quotes are words of the article, whatever the cleaning makes of
/// it, so it is kept apart from the cleaning: tags go, entities are decoded, nothing is judged.
enum ArticleText {
  /// Tags that stand inside a word or a sentence; any other tag leaves white space.
  private static let inlineTags: Set<String> = [
    "a", "abbr", "b", "em", "font", "i", "s", "small", "span", "strong", "sub", "sup", "time", "u",
  ]

  private static let entities: [String: Character] = [
    "amp": "&", "apos": "'", "auml": "ä", "bull": "•", "copy": "©", "eacute": "é", "egrave": "è",
    "euro": "€", "gt": ">", "hellip": "…", "laquo": "«", "larr": "←", "ldquo": "“", "lsquo": "‘",
    "lt": "<", "mdash": "—", "middot": "·", "nbsp": "\u{A0}", "ndash": "–", "ouml": "ö",
    "oslash": "ø", "aring": "å", "pound": "£", "quot": "\"", "raquo": "»", "rarr": "→",
    "rdquo": "”", "reg": "®", "rsquo": "’", "szlig": "ß", "trade": "™", "uuml": "ü", "yen": "¥",
  ]

  /// The characters of windows-1252 from 0x80 to 0x9F; a space where there is none.
  private static let windows1252 = Array("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ")

  /// The text of an article: UTF-8 if it is valid, else windows-1252.
  static func text(of article: SourceDocument) -> String {
    let bytes =
      article.bytes.starts(with: [0xEF, 0xBB, 0xBF])
      ? article.bytes.dropFirst(3) : article.bytes[...]
    let text =
      String(validating: bytes, as: UTF8.self) ?? String(bytes.map { character(windows1252: $0) })
    return article.mediaType == .html ? withoutMarkup(Array(text)) : text
  }

  private static func character(windows1252 byte: UInt8) -> Character {
    (0x80...0x9F).contains(byte)
      ? windows1252[Int(byte) - 0x80] : Character(Unicode.Scalar(byte))
  }

  private static func withoutMarkup(_ page: [Character]) -> String {
    var text = ""
    var index = 0
    while index < page.count {
      switch page[index] {
      case "<":
        let end = page[index...].firstIndex(of: ">") ?? page.count - 1
        let tag = page[index...end].dropFirst()
        let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }).lowercased()
        index = end + 1
        if name == "script" || name == "style", tag.first != "/" {
          while index < page.count, page[index] != "<" || !isEnd(of: name, page, at: index) {
            index += 1
          }
        }
        if !inlineTags.contains(name) { text.append(" ") }
      case "&":
        let name = String(page[(index + 1)...].prefix(8).prefix { $0 != ";" })
        if let character = entity(name) {
          text.append(character)
          index += name.count + 2
        } else {
          text.append("&")
          index += 1
        }
      case let character:
        text.append(character)
        index += 1
      }
    }
    return text
  }

  private static func isEnd(of name: String, _ page: [Character], at index: Int) -> Bool {
    String(page[index...].prefix(name.count + 2)).lowercased() == "</" + name
  }

  private static func entity(_ name: String) -> Character? {
    guard name.hasPrefix("#") else { return entities[name] }
    let digits = name.dropFirst()
    let code =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let code else { return nil }
    // As browsers do, numbers of the C1 controls are taken for windows-1252.
    if let byte = UInt8(exactly: code) { return character(windows1252: byte) }
    return Unicode.Scalar(code).map(Character.init)
  }
}
