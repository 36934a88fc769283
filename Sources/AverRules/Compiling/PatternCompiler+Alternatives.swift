import AverModel

/// One way to go on: words in order, then anything.
private struct Branch: Hashable {
  var words: ArraySlice<Symbol>
  var rest: [PatternSyntax]

  var isEmpty: Bool { words.isEmpty && rest.isEmpty }
}

/// Branches that begin with one of the same words; what follows the word.
private struct BranchGroup {
  var words: Set<Symbol>
  var branches: [Branch]
}

/// Alternatives that begin with words, joined where they begin alike.
///
/// A token is one word only, so that branches which begin with different words may change places: what
/// matches, and which way is preferred, stays the same, and a long list of wordings costs a few steps
/// instead of one for each of its words.
extension PatternCompiler {
  mutating func emitAlternatives(_ syntaxes: [PatternSyntax]) {
    emit(anyOf: syntaxes.flatMap { branches(of: $0) })
  }

  /// A pattern as branches; several where a word has forms, or an alternative is one of alternatives.
  private mutating func branches(of pattern: PatternSyntax) -> [Branch] {
    switch pattern {
    case .words(let text, _):
      let words = environment.split(text)
      // The text without words is reported when it is emitted.
      guard !words.isEmpty else { return [Branch(words: [], rest: [pattern])] }
      return [Branch(words: words.map { vocabulary.intern($0) }[...], rest: [])]
    case .inflected(let text, _):
      return Set(environment.forms(text)).sorted().map {
        Branch(words: [vocabulary.intern($0)], rest: [])
      }
    case .alternatives(let inner): return inner.flatMap { branches(of: $0) }
    case .sequence(let items):
      guard let first = items.first else { return [Branch(words: [], rest: [])] }
      switch first {
      case .words, .inflected:
        return branches(of: first).map {
          Branch(words: $0.words, rest: $0.rest + items.dropFirst())
        }
      default: return [Branch(words: [], rest: items)]
      }
    default: return [Branch(words: [], rest: [pattern])]
    }
  }

  /// Emits branches of which the earlier is preferred.
  private mutating func emit(anyOf branches: [Branch]) {
    var ends: [Int] = []
    var place = 0
    while place < branches.count {
      // What begins with words goes together up to the next branch that does not.
      var end = place
      while end < branches.count, !branches[end].words.isEmpty { end += 1 }
      let groups = Self.groups(of: branches[place..<end])
      for (index, group) in groups.enumerated() {
        let isLast = end == branches.count && index == groups.count - 1
        emitChoice(isLast: isLast, &ends) { $0.emit(group) }
      }
      if end < branches.count {
        let rest = branches[end].rest
        emitChoice(isLast: end == branches.count - 1, &ends) { compiler in
          for item in rest { compiler.emit(item) }
        }
        end += 1
      }
      place = end
    }
    for end in ends { instructions[end] = Step(.jump, instructions.count) }
  }

  /// Emits one of several ways: the next one follows unless it is the last.
  private mutating func emitChoice(
    isLast: Bool,
    _ ends: inout [Int],
    _ emitWay: (inout PatternCompiler) -> Void
  ) {
    guard !isLast else { return emitWay(&self) }
    let split = instructions.count
    instructions.append(Step(.split))
    emitWay(&self)
    ends.append(instructions.count)
    instructions.append(Step(.jump))
    instructions[split] = Step(.split, split + 1, instructions.count)
  }

  private mutating func emit(_ group: BranchGroup) {
    if group.words.count == 1, let word = group.words.first {
      instructions.append(Step(.word, Int(word.index)))
    } else {
      instructions.append(Step(.wordOf, wordSet(of: group.words)))
    }
    emit(anyOf: group.branches)
  }

  /// Branches by their first word, in the order in which the words occur first; words after which the
  /// same follows share a group.
  private static func groups(of branches: ArraySlice<Branch>) -> [BranchGroup] {
    var order: [Symbol] = []
    var following: [Symbol: [Branch]] = [:]
    for branch in branches {
      guard let word = branch.words.first else { continue }
      let rest = Branch(words: branch.words.dropFirst(), rest: branch.rest)
      if following[word] == nil { order.append(word) }
      // A branch that an earlier one repeats can never be the one that is taken.
      if following[word]?.contains(rest) != true { following[word, default: []].append(rest) }
    }
    var groups: [BranchGroup] = []
    var places: [[Branch]: Int] = [:]
    for word in order {
      let rest = following[word] ?? []
      if let place = places[rest] {
        groups[place].words.insert(word)
      } else {
        places[rest] = groups.count
        groups.append(BranchGroup(words: [word], branches: rest))
      }
    }
    return groups
  }
}
