/// `test "…" on DATE => …`
extension RuleParser {
  mutating func readTodo(_ cursor: inout TokenCursor, _ group: Group) -> TestSyntax? {
    guard cursor.take(word: "test") else {
      let hint = "write `todo test \"…\" => …`"
      report(.unexpectedText, "`todo` is followed by `test`", group.keywordPlace, hint)
      return nil
    }
    return readTest(&cursor, group, isTodo: true)
  }

  mutating func readTest(
    _ cursor: inout TokenCursor,
    _ group: Group,
    isTodo: Bool
  ) -> TestSyntax? {
    guard let token = cursor.next, case .quoted(let sentence) = token.kind else {
      let hint = "write `test \"a sentence\" => …`"
      report(.malformedExpectation, "a test begins with a quoted text", group.keywordPlace, hint)
      return nil
    }
    var date: String?
    if cursor.take(word: "on"), case .word(let text)? = cursor.next?.kind { date = text }
    var expectations: [ExpectationSyntax] = []
    guard cursor.peek?.kind == .sign("=>") else {
      let hint = "add `=> \"expected words\"` or `=> none`"
      report(.malformedExpectation, "the test expects nothing", place(token), hint)
      return nil
    }
    let start = (cursor.peekSecond ?? token).start
    while cursor.take(sign: "=>") || (!expectations.isEmpty && cursor.take(sign: ",")) {
      guard let expectation = readExpectation(&cursor, place(token)) else { return nil }
      expectations.append(expectation)
    }
    if let rest = cursor.peek {
      report(.malformedExpectation, "the expectation ends before this", place(rest), nil)
      return nil
    }
    return TestSyntax(
      sentence: sentence,
      date: date,
      expectations: expectations,
      isTodo: isTodo,
      place: place(token),
      expectationPlace: RulePlace(file: file, start: start, end: max(start, cursor.end))
    )
  }

  private mutating func readExpectation(
    _ cursor: inout TokenCursor,
    _ at: RulePlace
  ) -> ExpectationSyntax? {
    guard let token = cursor.next else {
      report(.malformedExpectation, "nothing follows `=>`", at, "write `=> none`")
      return nil
    }
    switch token.kind {
    case .word("none"): return ExpectationSyntax.none
    case .quoted(let words): return .mention(words, readAttributes(&cursor))
    case .word(let type) where cursor.take(sign: "("):
      return readRelationExpectation(type, &cursor, place(token))
    default:
      let hint = "write `none`, a quoted mention, or `type(role: \"Name\")`"
      report(.malformedExpectation, "this is no expectation", place(token), hint)
      return nil
    }
  }

  /// `amount=1e10 currency=USD`.
  private func readAttributes(_ cursor: inout TokenCursor) -> [String: String] {
    var attributes: [String: String] = [:]
    while case .word(let name)? = cursor.peek?.kind, cursor.peekSecond?.kind == .sign("=") {
      _ = cursor.next
      _ = cursor.next
      switch cursor.next?.kind {
      case .word(let value), .quoted(let value): attributes[name] = value
      default: attributes[name] = ""
      }
    }
    return attributes
  }

  private mutating func readRelationExpectation(
    _ type: String,
    _ cursor: inout TokenCursor,
    _ at: RulePlace
  ) -> ExpectationSyntax? {
    var roles: [RelationExpectation.Role] = []
    while !cursor.take(sign: ")") {
      guard let token = cursor.next, case .word(let name) = token.kind, cursor.take(sign: ":")
      else {
        report(.malformedExpectation, "a role is written `name: \"Filler\"`", at, nil)
        return nil
      }
      let filler = readFiller(&cursor)
      roles.append(RelationExpectation.Role(name: name, filler: filler == "-" ? nil : filler))
      guard cursor.take(sign: ",") || cursor.peek?.kind == .sign(")") else {
        report(.unclosedDelimiter, "`(` is never closed", at, "add `)`")
        return nil
      }
    }
    var status: String?
    var isNegated = false
    var variant: String?
    var isUnnamed = false
    while let token = cursor.peek, case .word(let word) = token.kind {
      _ = cursor.next
      switch word {
      case "negated": isNegated = true
      case "unnamed": isUnnamed = true
      case "via":
        if case .word(let name)? = cursor.next?.kind { variant = name }
      default:
        if status != nil {
          report(.malformedExpectation, "`\(word)` is unexpected here", place(token), nil)
          return nil
        }
        status = word
      }
    }
    return .relation(
      RelationExpectation(
        type: type,
        roles: roles,
        status: status,
        isNegated: isNegated,
        variant: variant,
        isUnnamed: isUnnamed
      )
    )
  }

  /// Quoted words, or bare words up to the next comma or bracket: `USD 7.5e9`.
  private func readFiller(_ cursor: inout TokenCursor) -> String {
    var words: [String] = []
    while let token = cursor.peek {
      switch token.kind {
      case .quoted(let text), .word(let text): words.append(text)
      default: return words.joined(separator: " ")
      }
      _ = cursor.next
    }
    return words.joined(separator: " ")
  }
}
