import AverRules

/// The text of rules as their files word it, for pages that show why a claim was made.
struct RuleText: Sendable {
  private let files: [String: [UInt8]]

  init(_ library: RuleLibrary) {
    files = Dictionary(library.files.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  /// The declaration of `file:rule` without its tests; nil if there is no such rule.
  func text(of name: String) -> String? {
    let parts = name.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let bytes = files[String(parts[0])] else { return nil }
    var lines: [String] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      let isInside = !lines.isEmpty
      if Self.declared(by: text) != nil || text.first.map({ !$0.isWhitespace }) == true {
        if isInside { break }
        if Self.declared(by: text) == parts[1] { lines.append(text) }
      } else if isInside {
        let words = text.drop(while: \.isWhitespace)
        if !words.isEmpty, !words.hasPrefix("test"), !words.hasPrefix("=>") { lines.append(text) }
      }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// The name that a line declares, if it begins a declaration.
  private static func declared(by line: String) -> Substring? {
    let words = line.split(whereSeparator: { $0.isWhitespace || $0 == ":" })
    guard words.count > 1, ["entity", "relation", "list"].contains(words[0]) else { return nil }
    return words[1]
  }

  /// The roles of each claim type that the rules declare: `relation NAME : type(role: …, …)`.
  static func claimTypes(in library: RuleLibrary) -> [String: [String]] {
    var types: [String: [String]] = [:]
    for file in library.files where file.path.hasSuffix(".aver") {
      for line in file.bytes.split(separator: 0x0A) where line.starts(with: Array("relation ".utf8))
      {
        let text = String(decoding: line, as: UTF8.self)
        guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close
        else { continue }
        let head = text[..<open].split(whereSeparator: { $0.isWhitespace || $0 == ":" })
        guard let type = head.last else { continue }
        for role in text[text.index(after: open)..<close].split(separator: ",") {
          let name = String(role.split(separator: ":")[0].filter { !$0.isWhitespace })
          if types[String(type)]?.contains(name) != true {
            types[String(type), default: []].append(name)
          }
        }
      }
    }
    return types
  }
}
