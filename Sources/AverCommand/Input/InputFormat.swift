import ArgumentParser

/// What the input is.
enum InputFormat: String, ExpressibleByArgument, CaseIterable {
  case auto
  case html
  case text
  case jsonl

  /// What a file's name says it holds; nil if it says nothing.
  init?(suffix: String) {
    switch suffix {
    case "html", "htm", "xhtml", "shtml": self = .html
    case "txt", "text": self = .text
    case "jsonl", "ndjson": self = .jsonl
    default: return nil
    }
  }

  /// Whether bytes begin like a record rather than like a page or an article.
  static func looksLikeRecord(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    rest = rest.drop(while: isSpace)
    guard rest.first == UInt8(ascii: "{") else { return false }
    let next = rest.dropFirst().drop(while: isSpace).first
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
  }
}
