/// Questions about a pattern as it is written.
enum PatternChecks {
  /// The bytes from the first to the last element; nil for a pattern without any.
  static func place(of pattern: PatternSyntax) -> RulePlace? {
    switch pattern {
    case .words(_, let place), .exact(_, let place), .inflected(_, let place),
      .reference(_, let place), .mention(_, let place), .trigger(let place),
      .tests(_, let place), .gap(_, let place):
      return place
    case .sequence(let items), .alternatives(let items):
      return items.compactMap(place).reduce(nil) { whole, part in
        whole.map {
          RulePlace(file: $0.file, start: min($0.start, part.start), end: max($0.end, part.end))
        } ?? part
      }
    case .repeated(let inner, _, _, let own), .capture(_, let inner, let own):
      guard let part = place(of: inner) else { return own }
      return RulePlace(
        file: own.file,
        start: min(own.start, part.start),
        end: max(own.end, part.end)
      )
    }
  }

  /// Names that one way through the pattern binds twice, with the place of the second.
  static func boundTwice(_ pattern: PatternSyntax) -> [(name: String, place: RulePlace)] {
    var found: [(name: String, place: RulePlace)] = []
    _ = boundNames(pattern, &found)
    return found
  }

  private static func boundNames(
    _ pattern: PatternSyntax,
    _ found: inout [(name: String, place: RulePlace)]
  ) -> Set<String> {
    switch pattern {
    case .capture(let name, let inner, let place):
      var names = boundNames(inner, &found)
      if !names.insert(name).inserted { found.append((name, place)) }
      return names
    case .sequence(let items):
      var names: Set<String> = []
      for item in items {
        let own = boundNames(item, &found)
        for name in own.sorted() where names.contains(name) {
          if let place = captures(in: item).first(where: { $0.name == name })?.place {
            found.append((name, place))
          }
        }
        names.formUnion(own)
      }
      return names
    case .alternatives(let branches):
      return branches.reduce(into: []) { $0.formUnion(boundNames($1, &found)) }
    case .repeated(let inner, _, _, _): return boundNames(inner, &found)
    default: return []
    }
  }

  /// The captures of a pattern with their places, in order.
  static func captures(in pattern: PatternSyntax) -> [(name: String, place: RulePlace)] {
    switch pattern {
    case .capture(let name, let inner, let place): [(name, place)] + captures(in: inner)
    case .sequence(let items), .alternatives(let items): items.flatMap(captures)
    case .repeated(let inner, _, _, _): captures(in: inner)
    default: []
    }
  }

  /// The names of lists and definitions that a pattern asks for, those within definitions as well.
  static func references(
    in pattern: PatternSyntax,
    _ definitions: [String: PatternSyntax]
  ) -> Set<String> {
    var found: Set<String> = []
    var pending = [pattern]
    while let next = pending.popLast() {
      switch next {
      case .reference(let name, _):
        if found.insert(name).inserted, let inner = definitions[name] { pending.append(inner) }
      case .sequence(let items), .alternatives(let items): pending += items
      case .repeated(let inner, _, _, _), .capture(_, let inner, _): pending.append(inner)
      default: break
      }
    }
    return found
  }

  /// A gap at the beginning or the end of a pattern.
  static func outerGap(_ pattern: PatternSyntax, atStart: Bool) -> RulePlace? {
    switch pattern {
    case .gap(_, let place): place
    case .sequence(let items):
      (atStart ? items.first : items.last).flatMap { outerGap($0, atStart: atStart) }
    case .alternatives(let branches):
      branches.lazy.compactMap { outerGap($0, atStart: atStart) }.first
    case .repeated(let inner, _, _, _), .capture(_, let inner, _):
      outerGap(inner, atStart: atStart)
    default: nil
    }
  }

  /// Alternatives that repeat an earlier one, with their places.
  static func repeatedBranches(_ pattern: PatternSyntax) -> [(text: String, place: RulePlace)] {
    switch pattern {
    case .alternatives(let branches):
      var seen: Set<String> = []
      var found: [(text: String, place: RulePlace)] = []
      for branch in branches {
        let text = PatternText.text(branch)
        if !seen.insert(text).inserted, let place = place(of: branch) {
          found.append((text, place))
        }
        found += repeatedBranches(branch)
      }
      return found
    case .sequence(let items): return items.flatMap(repeatedBranches)
    case .repeated(let inner, _, _, _), .capture(_, let inner, _): return repeatedBranches(inner)
    default: return []
    }
  }

  /// The mention types that a pattern asks for, with their places; `let` names expanded.
  static func types(
    in pattern: PatternSyntax,
    _ definitions: [String: PatternSyntax],
    depth: Int = 0
  ) -> [(name: String, place: RulePlace)] {
    switch pattern {
    case .mention(let name, let place): return [(name, place)]
    case .reference(let name, let place):
      guard depth < 16, let definition = definitions[name] else { return [] }
      return types(in: definition, definitions, depth: depth + 1).map { ($0.name, place) }
    case .sequence(let items), .alternatives(let items):
      return items.flatMap { types(in: $0, definitions, depth: depth) }
    case .repeated(let inner, _, _, _), .capture(_, let inner, _):
      return types(in: inner, definitions, depth: depth)
    default: return []
    }
  }

  /// The tests of single tokens that a pattern holds, with their places.
  static func tests(in pattern: PatternSyntax) -> [(tests: [TokenTestSyntax], place: RulePlace)] {
    switch pattern {
    case .tests(let tests, let place): [(tests, place)]
    case .sequence(let items), .alternatives(let items): items.flatMap(tests)
    case .repeated(let inner, _, _, _), .capture(_, let inner, _): tests(in: inner)
    default: []
    }
  }

  /// Whether every way through a pattern has something by which sentences can be told apart: a word, a
  /// list, a type, or a token of a certain form, such as `2025-10-03`.
  static func hasTrigger(
    _ pattern: PatternSyntax,
    _ definitions: [String: PatternSyntax],
    depth: Int = 0
  ) -> Bool {
    let inside = { (inner: PatternSyntax) in hasTrigger(inner, definitions, depth: depth + 1) }
    guard depth < 64 else { return true }
    switch pattern {
    case .words, .exact, .inflected, .mention, .trigger: return true
    case .tests(let tests, _): return tests.contains { !$0.isNegated && isRare($0.kind) }
    // What is no definition is a list.
    case .reference(let name, _): return definitions[name].map(inside) ?? true
    case .sequence(let items): return items.contains(where: inside)
    case .alternatives(let branches): return branches.allSatisfy(inside)
    case .repeated(let inner, let low, _, _): return low > 0 && inside(inner)
    case .capture(_, let inner, _): return inside(inner)
    case .gap: return false
    }
  }

  /// Parts of speech and plain letters are in every sentence.
  private static func isRare(_ test: TokenTestSyntax.Kind) -> Bool {
    switch test {
    case .list, .expression: true
    case .trait(let name):
      TokenTestNames.tags[name] == nil && !["lower", "letters", "punct", "first"].contains(name)
    }
  }

  /// The words of a regular expression that is nothing but words and `|`; nil for any other.
  static func literals(of expression: String) -> [String]? {
    let isPlain = expression.utf8.allSatisfy { byte in
      (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        || byte >= 0x80 || [0x27, 0x2D, 0x7C, 0x26].contains(byte)
    }
    guard isPlain else { return nil }
    return expression.split(separator: "|").map(String.init)
  }
}
