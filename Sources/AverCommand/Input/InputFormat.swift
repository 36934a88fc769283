import ArgumentParser
import AverModel

/// What the input is.
enum InputFormat: String, ExpressibleByArgument, CaseIterable {
  case auto
  case html
  case text
  case jsonl
  case warc

  /// What a file's name says it holds; nil if it says nothing.
  init?(suffix: String) {
    switch suffix {
    case "html", "htm", "xhtml", "shtml": self = .html
    case "txt", "text": self = .text
    case "jsonl", "ndjson": self = .jsonl
    case "warc": self = .warc
    default: return nil
    }
  }

  /// What the bytes of one document in this format are.
  var mediaType: SourceDocument.MediaType {
    switch self {
    case .html: .html
    case .text: .plainText
    case .auto, .jsonl, .warc: .unknown
    }
  }

  /// Whether bytes begin like a record rather than like a page or an article.
  static func looksLikeRecord(_ bytes: ArraySlice<UInt8>) -> Bool {
    let (first, second) = firstSigns(of: bytes)
    guard first == UInt8(ascii: "{") else { return false }
    return second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")
  }

  /// Whether there are bytes enough to tell whether they begin like a record.
  static func canTell(_ bytes: ArraySlice<UInt8>) -> Bool {
    let (first, second) = firstSigns(of: bytes)
    return second != nil || (first != nil && first != UInt8(ascii: "{") && bytes.count > 3)
  }

  /// The first two bytes that are no white space.
  private static func firstSigns(of bytes: ArraySlice<UInt8>) -> (first: UInt8?, second: UInt8?) {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    rest = rest.drop(while: isSpace)
    return (rest.first, rest.dropFirst().drop(while: isSpace).first)
  }
}
