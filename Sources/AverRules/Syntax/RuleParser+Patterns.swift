import AverModel

/// Patterns and `value` expressions.
extension RuleParser {
  /// Reads a pattern up to the end of the clause.
  mutating func readPattern(_ cursor: inout TokenCursor, _ group: Group) -> PatternSyntax? {
    guard let pattern = readAlternatives(&cursor, group, depth: 0) else { return nil }
    if let rest = cursor.peek {
      report(.unexpectedText, "the pattern ends before this", place(rest), nil)
      return nil
    }
    return pattern
  }

  mutating func readAlternatives(
    _ cursor: inout TokenCursor,
    _ group: Group,
    depth: Int
  ) -> PatternSyntax? {
    guard depth < 32 else {
      report(.limitExceeded, "brackets are nested too deep", group.keywordPlace, "use `let`")
      return nil
    }
    var branches: [PatternSyntax] = []
    repeat {
      guard let branch = readSequence(&cursor, group, depth: depth) else { return nil }
      branches.append(branch)
    } while cursor.take(sign: "|")
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func readSequence(
    _ cursor: inout TokenCursor,
    _ group: Group,
    depth: Int
  ) -> PatternSyntax? {
    var items: [PatternSyntax] = []
    while let token = cursor.peek {
      if token.kind == .sign("|") || token.kind == .sign(")") { break }
      guard let item = readItem(&cursor, group, depth: depth) else { return nil }
      items.append(item)
    }
    if items.isEmpty {
      let at = cursor.peek.map { place($0) } ?? group.keywordPlace
      report(.emptyPattern, "the pattern is empty", at, "an optional part is written `word?`")
      return nil
    }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  private mutating func readItem(
    _ cursor: inout TokenCursor,
    _ group: Group,
    depth: Int
  ) -> PatternSyntax? {
    guard let token = cursor.peek else { return nil }
    if case .word(let name) = token.kind, cursor.peekSecond?.kind == .sign(":") {
      _ = cursor.next
      _ = cursor.next
      guard let atom = readAtom(&cursor, group, depth: depth) else { return nil }
      return readCapture(name, atom, place(token), &cursor)
    }
    guard let atom = readAtom(&cursor, group, depth: depth) else { return nil }
    return readRepetition(of: atom, &cursor)
  }

  /// Reads the repetition behind a capture.
  ///
  /// It belongs to the capture, so that the capture holds all of it (`n:[num]+`); what may be absent is
  /// the whole capture, so that an absent capture is absent, not empty (`name:x?`).
  private mutating func readCapture(
    _ name: String,
    _ atom: PatternSyntax,
    _ at: RulePlace,
    _ cursor: inout TokenCursor
  ) -> PatternSyntax {
    guard let counts = takeRepetition(&cursor) else { return .capture(name, atom, at) }
    let least = max(1, counts.low)
    let body = counts.high > 1 ? PatternSyntax.repeated(atom, least, counts.high, at) : atom
    let capture = PatternSyntax.capture(name, body, at)
    return counts.low == 0 ? PatternSyntax.repeated(capture, 0, 1, at) : capture
  }

  private mutating func readRepetition(
    of atom: PatternSyntax,
    _ cursor: inout TokenCursor
  ) -> PatternSyntax {
    guard let token = cursor.peek, let counts = takeRepetition(&cursor) else { return atom }
    return .repeated(atom, counts.low, counts.high, place(token))
  }

  private func takeRepetition(_ cursor: inout TokenCursor) -> (low: Int, high: Int)? {
    let counts: (low: Int, high: Int)
    switch cursor.peek?.kind {
    case .sign("?"): counts = (0, 1)
    case .sign("*"): counts = (0, Limits.repetitions)
    case .sign("+"): counts = (1, Limits.repetitions)
    case .counts(let low, let high): counts = (low, high)
    default: return nil
    }
    _ = cursor.next
    return counts
  }

  private mutating func readAtom(
    _ cursor: inout TokenCursor,
    _ group: Group,
    depth: Int
  ) -> PatternSyntax? {
    guard let token = cursor.next else {
      report(.emptyPattern, "the pattern is empty", group.keywordPlace, nil)
      return nil
    }
    let at = place(token)
    switch token.kind {
    case .word(let text) where text.hasSuffix("~") && text.count > 1:
      return .inflected(String(text.dropLast()), at)
    case .word(let text) where Self.isTypeName(text): return .mention(text, at)
    case .word(let text): return .words(text, at)
    case .quoted(let text): return .words(text, at)
    case .exact(let text): return .exact(text, at)
    case .reference(let name): return .reference(name, at)
    case .gap(let count): return .gap(count, at)
    case .tests(let text): return readTests(text, at)
    case .sign("("):
      guard let inner = readAlternatives(&cursor, group, depth: depth + 1) else { return nil }
      guard cursor.take(sign: ")") else {
        report(.unclosedDelimiter, "`(` is never closed", at, "add `)`")
        return nil
      }
      return inner
    case .sign(","), .sign(":"), .sign("="):
      let sign = lexer.text(token.start, token.end)
      let fix = RuleFix([RuleFix.Edit(at, "\"\(sign)\"")])
      let message = "a sign of the text must be quoted"
      report(.unexpectedText, message, at, "write it in quotes", fix: fix)
      return nil
    case .sign, .counts:
      report(.unexpectedText, "nothing stands before this to repeat", at, nil)
      return nil
    }
  }

  /// Whether a bare word is the name of a mention type: capitals, two letters or more.
  static func isTypeName(_ text: String) -> Bool {
    text.utf8.count >= 2 && text.utf8.allSatisfy { ($0 >= 0x41 && $0 <= 0x5A) || $0 == 0x5F }
  }

  private mutating func readTests(_ text: String, _ at: RulePlace) -> PatternSyntax? {
    var tests: [TokenTestSyntax] = []
    for part in Self.split(text, at: "&") {
      var word = part
      var isNegated = false
      while word.hasPrefix("not ") {
        isNegated.toggle()
        word = String(word.dropFirst(4)).trimmed
      }
      if word.hasPrefix("/"), word.hasSuffix("/"), word.count > 2 {
        let expression = String(word.dropFirst().dropLast())
        tests.append(TokenTestSyntax(kind: .expression(expression), isNegated: isNegated))
      } else if word.hasPrefix("@") {
        tests.append(TokenTestSyntax(kind: .list(String(word.dropFirst())), isNegated: isNegated))
      } else if TokenTestNames.all.contains(word) {
        tests.append(TokenTestSyntax(kind: .trait(word), isNegated: isNegated))
      } else {
        let hint = Suggestion.hint(for: word, among: TokenTestNames.all) ?? TokenTestNames.help
        report(.unknownTest, "`\(word)` is no test of a token", at, hint)
        return nil
      }
    }
    return .tests(tests, at)
  }

  /// The parts of a text between separators that stand outside `/…/`, trimmed.
  private static func split(_ text: String, at separator: Character) -> [String] {
    var parts = [""]
    var isInExpression = false
    var isEscaped = false
    for character in text {
      if character == "/", !isEscaped { isInExpression.toggle() }
      isEscaped = character == "\\" && !isEscaped
      if character == separator, !isInExpression {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmed)
  }

  /// Reads a `value` expression.
  mutating func readValue(_ cursor: inout TokenCursor, _ group: Group) -> ValueSyntax? {
    guard let value = readSum(&cursor, group, depth: 0) else { return nil }
    if let rest = cursor.peek {
      report(.unexpectedText, "the value ends before this", place(rest), nil)
      return nil
    }
    return value
  }

  private mutating func readSum(
    _ cursor: inout TokenCursor,
    _ group: Group,
    depth: Int
  ) -> ValueSyntax? {
    guard var left = readProduct(&cursor, group, depth: depth) else { return nil }
    while cursor.take(sign: "+") {
      guard let right = readProduct(&cursor, group, depth: depth) else { return nil }
      left = .sum(left, right)
    }
    return left
  }

  private mutating func readProduct(
    _ cursor: inout TokenCursor,
    _ group: Group,
    depth: Int
  ) -> ValueSyntax? {
    guard var left = readFactor(&cursor, group, depth: depth) else { return nil }
    while cursor.take(sign: "*") {
      guard let right = readFactor(&cursor, group, depth: depth) else { return nil }
      left = .product(left, right)
    }
    return left
  }

  private mutating func readFactor(
    _ cursor: inout TokenCursor,
    _ group: Group,
    depth: Int
  ) -> ValueSyntax? {
    guard depth < 32, let token = cursor.next, case .word(let word) = token.kind else {
      report(.unexpectedText, "a value is missing here", group.keywordPlace, nil)
      return nil
    }
    if let number = ExactDecimal(word) { return .number(number) }
    guard cursor.take(sign: "(") else { return .name(word, place(token)) }
    var arguments: [ValueSyntax] = []
    while !cursor.take(sign: ")") {
      guard let argument = readSum(&cursor, group, depth: depth + 1) else { return nil }
      arguments.append(argument)
      guard cursor.take(sign: ",") || cursor.peek?.kind == .sign(")") else {
        report(.unclosedDelimiter, "`(` is never closed", place(token), "add `)`")
        return nil
      }
    }
    return .call(word, arguments, place(token))
  }
}

extension String {
  /// The text without spaces and tabs at either end.
  package var trimmed: String {
    var view = Substring(self)
    while let first = view.first, first == " " || first == "\t" || first == "\r" {
      view.removeFirst()
    }
    while let last = view.last, last == " " || last == "\t" || last == "\r" { view.removeLast() }
    return String(view)
  }
}
