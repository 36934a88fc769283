package import AverRules

/// The meaning of patterns by plain backtracking over the syntax: slow, obvious, and independent of
/// how patterns compile.
package struct ReferenceMatcher {
  /// A match; positions count from the first word.
  package struct Match: Hashable {
    package let start: Int
    package let end: Int
    /// Tokens of the captures that took part, by name.
    package let captures: [String: Range<Int>]
  }

  private final class Steps {
    var left = 0
  }

  private struct State {
    var starts: [String: Int] = [:]
    var ends: [String: Int] = [:]
  }

  private let words: [String]
  /// Entries as words, by list.
  private let lists: [String: [[String]]]
  private let definitions: [String: PatternSyntax]
  /// Where mentions of type `ORG` stand.
  private let mentions: [Range<Int>]
  /// How many steps one start may still take before the case is given up.
  private let steps = Steps()

  /// Creates a matcher for one sentence.
  ///
  /// - Parameters:
  ///   - words: The words of the sentence.
  ///   - lists: Entries as words, by list.
  ///   - definitions: What `let` names stand for.
  ///   - mentions: Where mentions of type `ORG` stand.
  package init(
    words: [String],
    lists: [String: [[String]]],
    definitions: [String: PatternSyntax],
    mentions: [Range<Int>]
  ) {
    self.words = words
    self.lists = lists
    self.definitions = definitions
    self.mentions = mentions
  }

  /// All matches from left to right, without overlaps; nil if the budget is used up.
  package func matches(of pattern: PatternSyntax) -> [Match]? {
    let isLazy = hasGap(pattern)
    var result: [Match] = []
    var position = 0
    while position < words.count {
      var best: Match?
      steps.left = 40_000
      _ = run(pattern, position, State()) { end, state in
        if end > best?.end ?? position {
          best = Match(start: position, end: end, captures: Self.captures(state))
        }
        return isLazy && best != nil
      }
      if steps.left <= 0 { return nil }
      if let best { result.append(best) }
      position = max(best?.end ?? 0, position + 1)
    }
    return result
  }

  private static func captures(_ state: State) -> [String: Range<Int>] {
    var result: [String: Range<Int>] = [:]
    for (name, start) in state.starts {
      if let end = state.ends[name], end > start { result[name] = start..<end }
    }
    return result
  }

  private func hasGap(_ pattern: PatternSyntax) -> Bool {
    switch pattern {
    case .gap: true
    case .sequence(let items), .alternatives(let items): items.contains { hasGap($0) }
    case .repeated(let inner, let low, let high, _): high > 0 && low >= 0 && hasGap(inner)
    case .capture(_, let inner, _): hasGap(inner)
    case .reference(let name, _): definitions[name].map { hasGap($0) } ?? false
    default: false
    }
  }

  /// Tries every way in order of preference; a continuation that gives true ends the search.
  private func run(
    _ pattern: PatternSyntax,
    _ position: Int,
    _ state: State,
    _ next: (Int, State) -> Bool
  ) -> Bool {
    steps.left -= 1
    if steps.left <= 0 { return true }
    switch pattern {
    case .words(let text, _):
      let parts = text.lowercased().split(separator: " ").map(String.init)
      return holds(parts, position, isFolded: true) && next(position + parts.count, state)
    case .exact(let text, _):
      return holds([text], position, isFolded: false) && next(position + 1, state)
    case .reference(let name, _):
      if let definition = definitions[name] { return run(definition, position, state, next) }
      let entries = (lists[name] ?? []).sorted { $0.count > $1.count }
      for entry in entries where holds(entry, position, isFolded: true) {
        if next(position + entry.count, state) { return true }
      }
      return false
    case .mention:
      let ends = mentions.filter { $0.lowerBound == position }.map(\.upperBound)
      for end in Set(ends).sorted(by: >) where next(end, state) { return true }
      return false
    case .tests(let tests, _):
      return position < words.count && tests.allSatisfy { passes($0, position) }
        && next(position + 1, state)
    case .gap(let count, _):
      for length in 0...count where position + length <= words.count {
        if next(position + length, state) { return true }
      }
      return false
    case .sequence(let items): return run(items[...], position, state, next)
    case .alternatives(let branches):
      for branch in branches where run(branch, position, state, next) { return true }
      return false
    case .repeated(let inner, let low, let high, _):
      return repeated(inner, low, high, position, state, next)
    case .capture(let name, let inner, _):
      var opened = state
      if opened.starts[name] == nil { opened.starts[name] = position }
      return run(inner, position, opened) { end, inside in
        var closed = inside
        closed.ends[name] = end
        return next(end, closed)
      }
    case .inflected, .trigger: return false
    }
  }

  private func run(
    _ items: ArraySlice<PatternSyntax>,
    _ position: Int,
    _ state: State,
    _ next: (Int, State) -> Bool
  ) -> Bool {
    guard let first = items.first else { return next(position, state) }
    return run(first, position, state) { end, inside in
      run(items.dropFirst(), end, inside, next)
    }
  }

  private func repeated(
    _ inner: PatternSyntax,
    _ low: Int,
    _ high: Int,
    _ position: Int,
    _ state: State,
    _ next: (Int, State) -> Bool
  ) -> Bool {
    if high > 0 {
      let isDone = run(inner, position, state) { end, inside in
        repeated(inner, max(0, low - 1), high - 1, end, inside, next)
      }
      if isDone { return true }
    }
    return low == 0 && next(position, state)
  }

  private func holds(_ parts: [String], _ position: Int, isFolded: Bool) -> Bool {
    guard position + parts.count <= words.count else { return false }
    let found = words[position..<(position + parts.count)].map { isFolded ? $0.lowercased() : $0 }
    return found == parts
  }

  private func passes(_ test: TokenTestSyntax, _ position: Int) -> Bool {
    let word = words[position]
    let isPassed: Bool
    switch test.kind {
    case .trait("cap"): isPassed = word.first?.isUppercase ?? false
    case .trait("lower"): isPassed = word.contains(where: \.isLetter) && word.lowercased() == word
    case .trait("num"): isPassed = word.allSatisfy(\.isNumber)
    case .trait("first"): isPassed = position == 0
    case .trait: return false
    case .list(let name): isPassed = lists[name]?.contains([word.lowercased()]) ?? false
    case .expression("[ab]"): isPassed = word == "a" || word == "b"
    case .expression(let text): isPassed = text == "\\d+" && word.allSatisfy(\.isNumber)
    }
    return isPassed != test.isNegated
  }
}
