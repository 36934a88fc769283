/// Writes patterns as rule files have them.
package enum PatternText {
  /// The pattern in one line, in the canonical form: reading it gives the same pattern.
  package static func text(_ pattern: PatternSyntax) -> String {
    switch pattern {
    case .words(let text, _): word(text)
    case .exact(let text, _): "'\(escaped(text, mark: "'"))'"
    case .inflected(let text, _): text + "~"
    case .reference(let name, _): "@" + name
    case .mention(let type, _): type
    case .trigger: "VERB"
    case .tests(let tests, _): "[" + tests.map(text).joined(separator: " & ") + "]"
    case .gap(let count, _): "..\(count)"
    case .sequence(let items): items.map(element).joined(separator: " ")
    case .alternatives(let branches): branches.map(text).joined(separator: " | ")
    case .repeated(let inner, let low, let high, _): atom(inner) + counts(low, high)
    case .capture(let name, let inner, _): capture(name, inner)
    }
  }

  private static func text(_ test: TokenTestSyntax) -> String {
    let name =
      switch test.kind {
      case .trait(let name): name
      case .list(let name): "@" + name
      case .expression(let expression): "/\(expression)/"
      }
    return (test.isNegated ? "not " : "") + name
  }

  /// A part of a sequence: alternatives stand in brackets there.
  private static func element(_ pattern: PatternSyntax) -> String {
    switch pattern {
    case .alternatives, .sequence: "(" + text(pattern) + ")"
    default: text(pattern)
    }
  }

  /// What a repetition can follow.
  private static func atom(_ pattern: PatternSyntax) -> String {
    switch pattern {
    case .alternatives, .sequence, .repeated, .capture: "(" + text(pattern) + ")"
    default: text(pattern)
    }
  }

  private static func capture(_ name: String, _ inner: PatternSyntax) -> String {
    if case .repeated(let repeated, let low, let high, _) = inner, low > 0, high > 1 {
      return name + ":" + atom(repeated) + counts(low, high)
    }
    return name + ":" + atom(inner)
  }

  private static func counts(_ low: Int, _ high: Int) -> String {
    switch (low, high) {
    case (0, 1): "?"
    case (0, Limits.repetitions): "*"
    case (1, Limits.repetitions): "+"
    case _ where low == high: "{\(low)}"
    default: "{\(low),\(high)}"
    }
  }

  /// A word bare where that reads as the word, else in quotes.
  static func word(_ text: String) -> String {
    isBare(text) ? text : "\"" + escaped(text, mark: "\"") + "\""
  }

  private static func isBare(_ text: String) -> Bool {
    guard !text.isEmpty, !RuleParser.isTypeName(text), !text.hasPrefix("..") else { return false }
    return text.utf8.allSatisfy { byte in
      (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        || byte >= 0x80 || byte == 0x2D || byte == 0x5F || byte == 0x24
    }
  }

  static func escaped(_ text: String, mark: Character) -> String {
    var result = ""
    for character in text {
      if character == mark || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result
  }
}
