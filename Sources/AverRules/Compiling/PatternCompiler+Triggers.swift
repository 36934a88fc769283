import AverModel

/// What must occur in a sentence for a pattern to be worth trying.
extension PatternCompiler {
  /// What must occur wherever the pattern matches: the rarest part of a sequence.
  mutating func trigger(of pattern: PatternSyntax) -> TriggerSet {
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
      } else if let known = definitionTriggers[name] {
        return known
      } else if let definition = environment.definitions[name] {
        set = trigger(of: definition)
        definitionTriggers[name] = set
      }
    case .mention(let type, _): environment.types[type].map { _ = set.types.insert($0) }
    case .tests(let syntax, let place): return triggerSet(of: tests[testIndex(syntax, place)])
    case .gap, .trigger: set.isAny = true
    case .sequence(let items):
      set.isAny = true
      for item in items { set = Self.cheaper(set, trigger(of: item), vocabulary, profiles) }
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
    _ vocabulary: VocabularyBuilder,
    _ profiles: [ProfileTest]
  ) -> TriggerSet {
    cost(right, vocabulary, profiles) < cost(left, vocabulary, profiles) ? right : left
  }

  /// A rough price of a trigger: how often it lets a rule be tried.
  private static func cost(
    _ set: TriggerSet,
    _ vocabulary: VocabularyBuilder,
    _ profiles: [ProfileTest]
  ) -> Int {
    if set.isAny { return 1_000_000 }
    var total = set.lists.count * 8 + set.types.count * 30
    for symbol in set.symbols { total += cost(symbol, vocabulary) }
    for profile in set.profiles { total += cost(profiles[profile]) }
    return total
  }

  private static func cost(_ symbol: Symbol, _ vocabulary: VocabularyBuilder) -> Int {
    let common: WordClass = [
      .determiner, .preposition, .conjunction, .pronoun, .beForm, .haveForm, .relativizer,
    ]
    let word = vocabulary.word(of: symbol)
    let isSign = word.utf8.allSatisfy { $0 < 0x30 }
    return !vocabulary.classes(of: symbol).isDisjoint(with: common) || isSign ? 200 : 2
  }

  /// How common tokens of a look are: signs and odd spellings are rare, digits are not common either.
  private static func cost(_ profile: ProfileTest) -> Int {
    if !profile.required.isDisjoint(with: [.currency, .mixedCase]) { return 10 }
    let startsWithDigit = profile.firstBytes & ~0x3FF == 0
    return startsWithDigit || profile.required.contains(.number) ? 60 : 300
  }

  /// What can stand at the first token, and whether the pattern can match without any.
  mutating func startSet() -> (set: TriggerSet, isEmptyMatch: Bool) {
    var set = TriggerSet()
    var isEmptyMatch = false
    var seen = Set<Int>()
    var pending = [0]
    while let index = pending.popLast() {
      guard seen.insert(index).inserted else { continue }
      let step = instructions[index]
      let operand = Int(step.first)
      switch step.code {
      case .split: pending += [operand, Int(step.second)]
      case .jump: pending.append(operand)
      case .save: pending.append(index + 1)
      case .match: isEmptyMatch = true
      case .any, .trigger: set.isAny = true
      case .word, .exact: set.symbols.insert(Symbol(index: UInt32(operand)))
      case .wordOf: set.symbols.formUnion(wordSets[operand])
      case .list: set.lists.insert(operand)
      case .mention: set.types.insert(operand)
      case .test: set.formUnion(triggerSet(of: tests[operand]))
      }
    }
    return (set, isEmptyMatch)
  }

  /// What must occur for a token test to be passed.
  mutating func triggerSet(of test: TokenTest) -> TriggerSet {
    var set = TriggerSet()
    if let list = test.lists.first {
      set.lists.insert(list)
      return set
    }
    let profile = test.profile
    guard !profile.isAny else {
      set.isAny = true
      return set
    }
    let number = profileIndices[profile] ?? profiles.count
    if number == profiles.count {
      profileIndices[profile] = number
      profiles.append(profile)
    }
    set.profiles.insert(number)
    return set
  }
}
