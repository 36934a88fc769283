/// The template of a plain sentence: `{acquirer} acquire~ {target}[ for {amount}]`.
struct StatementTemplate {
  private let source: String

  init(_ source: String) { self.source = source }

  /// The roles that it names, in order.
  var roles: [String] {
    source.split(separator: "{").dropFirst()
      .compactMap { part in part.firstIndex(of: "}").map { String(part[..<$0]) } }
  }

  /// Whether every bracket has its other half, braces inside of square brackets at most.
  var isBalanced: Bool {
    var open: [Character] = []
    for character in source {
      switch character {
      case "{", "[":
        guard open.isEmpty || (open == ["["] && character == "{") else { return false }
        open.append(character)
      case "}": guard open.popLast() == "{" else { return false }
      case "]": guard open.popLast() == "[" else { return false }
      default: break
      }
    }
    return open.isEmpty
  }

  /// The template with both forms of its verb in place of `verb~`: `{acquire|acquired}`.
  func text(past: (String) -> String) -> String {
    source.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard let mark = word.firstIndex(of: "~") else { return String(word) }
      let base = String(word[..<mark])
      return "{\(base)|\(past(base))}" + word[word.index(after: mark)...]
    }.joined(separator: " ")
  }
}
