import AverModel

/// Reads one rule file: declarations at column 0, clauses indented below them.
///
/// The parser takes up again at the next declaration or clause after an error, so that one run
/// reports every error of a file.
package struct RuleParser: DiagnosticCollector {
  static let declarations = [
    "use", "list", "map", "let", "entity", "relation", "attribution", "status",
  ]
  static let clauses = ClauseWord.all.map(\.word)

  let file: Int
  var lexer: RuleLexer
  var diagnostics: [RuleDiagnostic] = []
  private(set) var syntax = RuleFileSyntax()

  /// A declaration or clause: its first word and the ranges of its lines after that word.
  struct Group {
    let keyword: String
    let keywordPlace: RulePlace
    var ranges: [(start: Int, end: Int)]
    var clauses: [Group] = []
  }

  private init(_ ruleFile: RuleFile, file: Int) {
    self.file = file
    lexer = RuleLexer(ruleFile, file: file)
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - ruleFile: The file.
  ///   - file: Its index in the library, for places.
  /// - Returns: What could be read, and everything that could not.
  package static func parse(_ ruleFile: RuleFile, file: Int) -> (RuleFileSyntax, [RuleDiagnostic]) {
    var parser = RuleParser(ruleFile, file: file)
    for group in parser.groups() { parser.read(group) }
    return (parser.syntax, parser.lexer.diagnostics + parser.diagnostics)
  }

  private mutating func groups() -> [Group] {
    var result: [Group] = []
    for line in lexer.lines() {
      let word = lexer.firstWord(of: line)
      let place = RulePlace(
        file: file,
        start: line.start,
        end: line.start + max(1, word.utf8.count)
      )
      let rest = (start: line.start + word.utf8.count, end: line.end)
      if !line.isIndented {
        if !Self.declarations.contains(word) { reportUnknownDeclaration(word, line, place) }
        result.append(Group(keyword: word, keywordPlace: place, ranges: [rest]))
        continue
      }
      guard let last = result.indices.last else {
        let hint = "start a declaration at the left margin"
        report(.clauseOutsideDeclaration, "this line belongs to no declaration", place, hint)
        continue
      }
      let owner = result[last].keyword
      let takesClauses = ["entity", "relation", "attribution"].contains(owner)
      if takesClauses, Self.clauses.contains(word) {
        result[last].clauses.append(Group(keyword: word, keywordPlace: place, ranges: [rest]))
      } else if takesClauses, result[last].clauses.isEmpty, isOpen(result[last].ranges) {
        result[last].ranges.append((line.start, line.end))
      } else if takesClauses, result[last].clauses.isEmpty {
        let hint = Suggestion.hint(for: word, among: Self.clauses)
        report(.unknownClause, "`\(word)` is no clause", place, hint)
      } else if takesClauses {
        let clause = result[last].clauses.count - 1
        result[last].clauses[clause].ranges.append((line.start, line.end))
      } else {
        result[last].ranges.append((line.start, line.end))
      }
    }
    return result
  }

  /// Whether a bracket is open at the end of some lines: roles may go on in the next.
  private func isOpen(_ ranges: [(start: Int, end: Int)]) -> Bool {
    var lexer = lexer
    var depth = 0
    for token in lexer.tokens(in: ranges) {
      if token.kind == .sign("(") { depth += 1 }
      if token.kind == .sign(")") { depth -= 1 }
    }
    return depth > 0
  }

  private mutating func reportUnknownDeclaration(
    _ word: String,
    _ line: RuleLexer.Line,
    _ place: RulePlace
  ) {
    let shown = word.isEmpty ? lexer.text(line.start, min(line.end, line.start + 1)) : word
    let message = "`\(shown)` starts no declaration"
    guard Self.clauses.contains(word) else {
      let hint = Suggestion.hint(for: word, among: Self.declarations)
      report(.unknownDeclaration, message, place, hint)
      return
    }
    let margin = RulePlace(file: file, start: place.start, end: place.start)
    let fix = RuleFix([RuleFix.Edit(margin, "  ")])
    report(.unknownDeclaration, message, place, "a clause must be indented", fix: fix)
  }

  private mutating func read(_ group: Group) {
    switch group.keyword {
    case "use": readUse(group)
    case "list": readList(group)
    case "map": readMap(group)
    case "let": readDefinition(group)
    case "status": readStatus(group).map { syntax.statuses.append($0) }
    case "entity": readEntity(group)
    case "relation": readRelation(group, isAttribution: false)
    case "attribution": readRelation(group, isAttribution: true)
    default: break
    }
  }

  private mutating func readUse(_ group: Group) {
    let tokens = lexer.tokens(in: group.ranges)
    guard let token = tokens.first else {
      report(.missingName, "`use` names no file", group.keywordPlace, "write `use en/dates.aver`")
      return
    }
    switch token.kind {
    case .word(let path), .quoted(let path): syntax.uses.append((path, place(token)))
    default: report(.missingName, "`use` names no file", place(token), nil)
    }
  }

  private mutating func readDefinition(_ group: Group) {
    var cursor = TokenCursor(lexer.tokens(in: group.ranges))
    guard let name = takeName(&cursor, group), takeEquals(&cursor, group) else { return }
    guard let pattern = readPattern(&cursor, group) else { return }
    syntax.definitions.append((name.0, pattern, name.1))
  }

  private mutating func readEntity(_ group: Group) {
    var cursor = TokenCursor(lexer.tokens(in: group.ranges))
    guard let name = takeName(&cursor, group) else { return }
    guard cursor.take(sign: ":"), case .word(let type)? = cursor.next?.kind else {
      let hint = "write `entity \(name.0) : ORG`"
      report(.missingName, "`\(name.0)` has no type", name.1, hint)
      return
    }
    var entity = EntitySyntax(name: name.0, type: type, place: name.1)
    for clause in group.clauses { read(clause, into: &entity) }
    syntax.entities.append(entity)
  }

  private mutating func read(_ clause: Group, into entity: inout EntitySyntax) {
    var cursor = TokenCursor(lexer.tokens(in: clause.ranges))
    switch clause.keyword {
    case "match":
      entity.hasMatch = true
      readPattern(&cursor, clause).map { entity.patterns.append($0) }
    case "after": readPattern(&cursor, clause).map { entity.after.append($0) }
    case "before": readPattern(&cursor, clause).map { entity.before.append($0) }
    case "unless": readPattern(&cursor, clause).map { entity.unless.append($0) }
    case "span": entity.span = takeName(&cursor, clause)
    case "value": entity.value = readValue(&cursor, clause)
    case "priority": entity.priority = readNumber(&cursor, clause) ?? 0
    case "keep": entity.isKept = true
    case "genre": entity.genre = readGenre(&cursor, clause)
    case "doc": break
    case "test": readTest(&cursor, clause, isTodo: false).map { entity.tests.append($0) }
    case "todo": readTodo(&cursor, clause).map { entity.tests.append($0) }
    default:
      let hint = "an entity has " + ClauseWord.words(of: .entity).joined(separator: ", ")
      report(
        .unknownClause,
        "an entity has no `\(clause.keyword)` clause",
        clause.keywordPlace,
        hint
      )
    }
  }

  mutating func readNumber(_ cursor: inout TokenCursor, _ group: Group) -> Int? {
    if case .word(let text)? = cursor.next?.kind, let number = Int(text) { return number }
    report(.unexpectedText, "`\(group.keyword)` needs a number", group.keywordPlace, nil)
    return nil
  }

  private mutating func readGenre(_ cursor: inout TokenCursor, _ clause: Group) -> GenreSyntax? {
    guard let count = readNumber(&cursor, clause) else { return nil }
    guard let token = cursor.next, case .reference(let list) = token.kind else {
      let hint = "write `genre 5 @LIST`"
      report(.missingName, "`genre` names no list", clause.keywordPlace, hint)
      return nil
    }
    return GenreSyntax(count: count, list: list, place: place(token))
  }

  mutating func takeName(_ cursor: inout TokenCursor, _ group: Group) -> (String, RulePlace)? {
    if let token = cursor.next, case .word(let name) = token.kind { return (name, place(token)) }
    let hint = "write `\(group.keyword) NAME …`"
    report(.missingName, "`\(group.keyword)` has no name", group.keywordPlace, hint)
    return nil
  }

  mutating func takeEquals(_ cursor: inout TokenCursor, _ group: Group) -> Bool {
    if cursor.take(sign: "=") { return true }
    let at = cursor.peek.map { place($0) } ?? group.keywordPlace
    report(.unexpectedText, "`=` is missing after the name", at, nil)
    return false
  }

  func place(_ token: RuleToken) -> RulePlace {
    RulePlace(file: file, start: token.start, end: token.end)
  }

  mutating func add(_ list: ListSyntax) { syntax.lists.append(list) }
  mutating func add(_ relation: RelationSyntax) { syntax.relations.append(relation) }
}

/// A position in the tokens of a declaration or clause.
struct TokenCursor {
  private let tokens: [RuleToken]
  private var position = 0

  init(_ tokens: [RuleToken]) { self.tokens = tokens }

  /// The token to come; nil at the end.
  var peek: RuleToken? { position < tokens.count ? tokens[position] : nil }

  /// The byte after the last token; 0 without any.
  var end: Int { tokens.last?.end ?? 0 }

  /// The token after the one to come.
  var peekSecond: RuleToken? { position + 1 < tokens.count ? tokens[position + 1] : nil }

  /// Takes the token to come.
  var next: RuleToken? {
    mutating get {
      guard position < tokens.count else { return nil }
      position += 1
      return tokens[position - 1]
    }
  }

  /// Takes the token to come if it is the given sign.
  mutating func take(sign: String) -> Bool {
    guard peek?.kind == .sign(sign) else { return false }
    position += 1
    return true
  }

  /// Takes the token to come if it is the given word.
  mutating func take(word: String) -> Bool {
    guard peek?.kind == .word(word) else { return false }
    position += 1
    return true
  }
}
