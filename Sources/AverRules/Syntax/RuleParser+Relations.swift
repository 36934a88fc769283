/// Relations, attributions and their frames.
extension RuleParser {
  mutating func readRelation(_ group: Group, isAttribution: Bool) {
    var cursor = TokenCursor(lexer.tokens(in: group.ranges))
    guard let name = takeName(&cursor, group) else { return }
    guard cursor.take(sign: ":"), case .word(let type)? = cursor.next?.kind,
      cursor.take(sign: "(")
    else {
      let hint = "write `\(group.keyword) \(name.0) : TYPE(role: ORG, amount: MONEY?)`"
      report(.missingName, "`\(name.0)` has no type or no roles", name.1, hint)
      return
    }
    var roles: [RoleSyntax] = []
    while !cursor.take(sign: ")") {
      guard let role = readRole(&cursor, group) else { return }
      roles.append(role)
      guard cursor.take(sign: ",") || cursor.peek?.kind == .sign(")") else {
        report(.unclosedDelimiter, "the roles of `\(name.0)` are never closed", name.1, "add `)`")
        return
      }
    }
    var relation = RelationSyntax(
      name: name.0,
      type: type,
      isAttribution: isAttribution,
      roles: roles,
      place: name.1
    )
    for clause in group.clauses { read(clause, into: &relation) }
    add(relation)
  }

  /// `amount: MONEY?`, `investor: ORG | PERSON *`.
  private mutating func readRole(_ cursor: inout TokenCursor, _ group: Group) -> RoleSyntax? {
    guard let token = cursor.next, case .word(let name) = token.kind, cursor.take(sign: ":") else {
      let at = cursor.peek.map { place($0) } ?? group.keywordPlace
      report(.unexpectedText, "a role is written `name: TYPE`", at, nil)
      return nil
    }
    var types: [String] = []
    var typePlaces: [RulePlace] = []
    repeat {
      let type = cursor.next
      typePlaces.append(place(type ?? token))
      switch type?.kind {
      case .word(let type): types.append(type)
      case .reference(let list): types.append("@" + list)
      default:
        report(.unexpectedText, "role `\(name)` has no type", place(token), nil)
        return nil
      }
    } while cursor.take(sign: "|")
    var isOptional = false
    var isMultiple = false
    var leastCount = 1
    signs: while let sign = cursor.peek?.kind {
      switch sign {
      case .sign("?"): isOptional = true
      case .sign("*"): isMultiple = true
      case .counts(let low, _): (isMultiple, leastCount) = (true, low)
      default: break signs
      }
      _ = cursor.next
    }
    return RoleSyntax(
      name: name,
      types: types,
      typePlaces: typePlaces,
      isOptional: isOptional,
      isMultiple: isMultiple,
      leastCount: leastCount,
      place: place(token)
    )
  }

  private mutating func read(_ clause: Group, into relation: inout RelationSyntax) {
    switch clause.keyword {
    case "verbs": relation.verbs += words(clause)
    case "nouns": relation.nouns += words(clause)
    case "frame": readFrame(clause, into: &relation)
    case "with": readFillers(clause, into: &relation)
    case "off":
      for word in words(clause) { relation.switchedOff.append((word.text, word.place)) }
    case "match", "unless":
      var cursor = TokenCursor(lexer.tokens(in: clause.ranges))
      guard let pattern = readPattern(&cursor, clause) else { return }
      if clause.keyword == "match" {
        relation.patterns.append(pattern)
      } else {
        relation.unless.append(pattern)
      }
    case "require":
      relation.requirements.append(words(clause).map(\.text))
    case "status": relation.statuses += readStatuses(clause)
    case "stance": relation.stances += readStatuses(clause)
    case "set": readConstant(clause, into: &relation)
    case "statement":
      if let token = lexer.tokens(in: clause.ranges).first, case .quoted(let text) = token.kind {
        relation.statement = (text, place(token))
      } else {
        let hint = "write `statement \"{buyer} bought {target}\"`"
        report(.unexpectedText, "a statement is quoted", clause.keywordPlace, hint)
      }
    case "window":
      var cursor = TokenCursor(lexer.tokens(in: clause.ranges))
      relation.window = takeName(&cursor, clause)
    case "priority":
      var cursor = TokenCursor(lexer.tokens(in: clause.ranges))
      relation.priority = readNumber(&cursor, clause) ?? 0
    case "doc": break
    case "test", "todo":
      var cursor = TokenCursor(lexer.tokens(in: clause.ranges))
      let test =
        clause.keyword == "test"
        ? readTest(&cursor, clause, isTodo: false) : readTodo(&cursor, clause)
      test.map { relation.tests.append($0) }
    default:
      let message = "a relation has no `\(clause.keyword)` clause"
      let hint = "a relation has " + ClauseWord.words(of: .relation).joined(separator: ", ")
      report(.unknownClause, message, clause.keywordPlace, hint)
    }
  }

  private func words(_ clause: Group) -> [RelationSyntax.WordEntry] {
    clause.ranges.flatMap { entries(in: $0, value: nil) }
      .map { RelationSyntax.WordEntry(text: $0.text, place: $0.place) }
  }

  private mutating func readConstant(_ clause: Group, into relation: inout RelationSyntax) {
    var cursor = TokenCursor(lexer.tokens(in: clause.ranges))
    guard let role = takeName(&cursor, clause), takeEquals(&cursor, clause),
      case .word(let value)? = cursor.next?.kind
    else { return }
    relation.constants.append((role.0, value, role.1))
  }

  /// `buyer VERB target (for | at) price`: roles, `VERB` or `NOUN`, and words between them.
  private mutating func readFrame(_ clause: Group, into relation: inout RelationSyntax) {
    var cursor = TokenCursor(lexer.tokens(in: clause.ranges))
    let names = Set(relation.roles.map(\.name))
    var elements: [FrameElement] = []
    while let token = cursor.peek {
      switch token.kind {
      case .word("VERB"):
        _ = cursor.next
        elements.append(.verb)
      case .word("NOUN"):
        _ = cursor.next
        elements.append(.noun)
      case .word(let word) where names.contains(word):
        _ = cursor.next
        elements.append(.role(word, place(token)))
      case .word, .quoted, .exact, .reference, .tests, .sign("("):
        guard let words = readFrameWords(&cursor, clause, token) else { return }
        elements.append(.pattern(words))
      default:
        let hint = "a frame is written `buyer VERB target`"
        report(.unexpectedText, "this is no part of a frame", place(token), hint)
        return
      }
    }
    if elements.isEmpty {
      report(.emptyPattern, "the frame is empty", clause.keywordPlace, nil)
      return
    }
    relation.frames.append(elements)
    relation.framePlaces.append(clause.keywordPlace)
  }

  private mutating func readFrameWords(
    _ cursor: inout TokenCursor,
    _ clause: Group,
    _ token: RuleToken
  ) -> PatternSyntax? {
    _ = cursor.next
    switch token.kind {
    case .word(let text) where text.hasSuffix("~") && text.count > 1:
      return .inflected(String(text.dropLast()), place(token))
    case .word(let text), .quoted(let text): return .words(text, place(token))
    case .exact(let text): return .exact(text, place(token))
    case .reference(let name): return .reference(name, place(token))
    case .sign("("):
      guard let inner = readAlternatives(&cursor, clause, depth: 1) else { return nil }
      guard cursor.take(sign: ")") else {
        report(.unclosedDelimiter, "`(` is never closed", place(token), "add `)`")
        return nil
      }
      return inner
    default:
      report(.unexpectedText, "this is no part of a frame", place(token), nil)
      return nil
    }
  }

  /// `with price: (for | at) MONEY` and, on further lines, `when: (on | in) DATE`.
  private mutating func readFillers(_ clause: Group, into relation: inout RelationSyntax) {
    for range in clause.ranges {
      var cursor = TokenCursor(lexer.tokens(in: [range]))
      guard let token = cursor.peek, case .word(let role) = token.kind,
        cursor.peekSecond?.kind == .sign(":")
      else {
        let at = RulePlace(file: file, start: range.start, end: range.end)
        report(.unexpectedText, "a filler is written `role: PATTERN`", at, nil)
        continue
      }
      _ = cursor.next
      _ = cursor.next
      guard let pattern = readPattern(&cursor, clause) else { continue }
      relation.fillers.append((role, pattern, place(token)))
    }
  }
}
