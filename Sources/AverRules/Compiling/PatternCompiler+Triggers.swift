import AverModel

/// What must occur in a sentence for a pattern to be worth trying.
extension PatternCompiler {
  /// What must occur wherever the pattern matches: the rarest part of a sequence.
  func trigger(of pattern: PatternSyntax) -> TriggerSet {
    var set = TriggerSet()
    switch pattern {
    case .words(let text, _), .exact(let text, _):
      let symbols = environment.split(text).map { vocabulary.symbol(of: $0) }
      let rarest = symbols.min { Self.cost($0, vocabulary) < Self.cost($1, vocabulary) }
      if let rarest { set.symbols.insert(rarest) } else { set.isAny = true }
    case .inflected(let text, _):
      set.symbols = Set(environment.forms(text).map { vocabulary.symbol(of: $0) })
    case .reference(let name, _):
      if let list = environment.lists[name] {
        set.lists.insert(list)
      } else if let definition = environment.definitions[name] {
        return trigger(of: definition)
      }
    case .mention(let type, _): environment.types[type].map { _ = set.types.insert($0) }
    case .tests(let syntax, _):
      for test in syntax where !test.isNegated {
        if case .list(let name) = test.kind, let list = environment.lists[name] {
          set.lists.insert(list)
          return set
        }
      }
      let traits = syntax.compactMap { test -> TokenTraits? in
        guard !test.isNegated else { return nil }
        switch test.kind {
        case .trait(let name): return TokenTestNames.traits[name]
        case .expression(let text):
          let implied = TokenExpression(text)?.impliedTraits ?? []
          return implied.isEmpty ? nil : implied
        case .list: return nil
        }
      }
      if traits.isEmpty { set.isAny = true } else { set.traits = [TokenTraits(traits)] }
    case .gap, .trigger: set.isAny = true
    case .sequence(let items):
      set.isAny = true
      for item in items { set = Self.cheaper(set, trigger(of: item), vocabulary) }
    case .alternatives(let branches):
      for branch in branches { set.formUnion(trigger(of: branch)) }
    case .repeated(let inner, let low, _, _):
      guard low == 0 else { return trigger(of: inner) }
      set.isAny = true
    case .capture(_, let inner, _): return trigger(of: inner)
    }
    return set
  }

  static func cheaper(
    _ left: TriggerSet,
    _ right: TriggerSet,
    _ vocabulary: Vocabulary
  ) -> TriggerSet {
    cost(right, vocabulary) < cost(left, vocabulary) ? right : left
  }

  /// A rough price of a trigger: how often it lets a rule be tried.
  private static func cost(_ set: TriggerSet, _ vocabulary: Vocabulary) -> Int {
    if set.isAny { return 1_000_000 }
    var total = set.lists.count * 8 + set.types.count * 30
    for symbol in set.symbols { total += cost(symbol, vocabulary) }
    for traits in set.traits {
      total += traits.contains(.currency) || traits.contains(.mixedCase) ? 10 : 300
    }
    return total
  }

  private static func cost(_ symbol: Symbol, _ vocabulary: Vocabulary) -> Int {
    let common: WordClass = [
      .determiner, .preposition, .conjunction, .pronoun, .beForm, .haveForm, .relativizer,
    ]
    let word = vocabulary.word(of: symbol)
    let isSign = word.utf8.allSatisfy { $0 < 0x30 }
    return !vocabulary.classes(of: symbol).isDisjoint(with: common) || isSign ? 200 : 2
  }
}
