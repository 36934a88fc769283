import AverModel

/// Turns patterns into programs.
struct PatternCompiler {
  /// What names and words mean: filled by the rule compiler before the first pattern.
  struct Environment {
    var lists: [String: Int] = [:]
    var definitions: [String: PatternSyntax] = [:]
    var types: [String: Int] = [:]
    /// The words of a text as the tokenizer cuts it.
    var split: (String) -> [String] = { $0.split(separator: " ").map(String.init) }
    var forms: (String) -> [String] = { [$0] }
  }

  let environment: Environment
  var vocabulary: Vocabulary
  private(set) var diagnostics: [RuleDiagnostic] = []
  private(set) var wordSets: [Set<Symbol>] = []
  private(set) var literals: [[UInt8]] = []
  private(set) var tests: [TokenTest] = []
  private var testIndices: [TokenTest: Int] = [:]
  private(set) var usedNames: Set<String> = []

  private var instructions: [Instruction] = []
  private var captures: [String] = []
  private var captureLists: [Set<Int>] = []
  private var captureTypes: [Set<Int>] = []
  private var isLazy = false
  private var openDefinitions: [String] = []

  init(environment: Environment, vocabulary: Vocabulary) {
    self.environment = environment
    self.vocabulary = vocabulary
  }

  /// Compiles one pattern.
  ///
  /// - Parameters:
  ///   - pattern: The pattern.
  ///   - place: Where messages about the whole of it point.
  ///   - names: The captures known so far; patterns of one rule share their slots.
  /// - Returns: nil if it has an error, which is then in `diagnostics`.
  mutating func compile(
    _ pattern: PatternSyntax,
    at place: RulePlace,
    captures names: inout [String]
  ) -> Program? {
    instructions = []
    captures = names
    captureLists = Array(repeating: [], count: names.count)
    captureTypes = captureLists
    defer { names = captures }
    isLazy = false
    openDefinitions = []
    let errorCount = diagnostics.count
    emit(pattern)
    instructions.append(.match)
    guard diagnostics.count == errorCount else { return nil }
    if instructions.count > Limits.instructions {
      let hint = "it needs \(instructions.count) steps; \(Limits.instructions) are allowed"
      report(.limitExceeded, "the pattern is too large", place, hint)
      return nil
    }
    let start = startSet()
    guard !start.isEmptyMatch else {
      report(.emptyPattern, "the pattern matches without any word", place, nil)
      return nil
    }
    return Program(
      instructions: instructions,
      captureNames: captures,
      captureLists: captureLists,
      captureTypes: captureTypes,
      isLazy: isLazy,
      start: start.set,
      trigger: Self.cheaper(trigger(of: pattern), start.set, vocabulary)
    )
  }

  /// Adds a literal spelling and returns its index.
  mutating func addLiteral(_ bytes: [UInt8]) -> Int {
    literals.append(bytes)
    return literals.count - 1
  }

  /// Notes that a name is used elsewhere than in a pattern.
  mutating func use(_ name: String) { usedNames.insert(name) }

  private mutating func emit(_ pattern: PatternSyntax) {
    // Definitions that double each other would else repeat an error without end.
    guard instructions.count <= Limits.instructions, diagnostics.count <= Limits.instructions else {
      return
    }
    switch pattern {
    case .words(let text, let place): emitWords(text, place)
    case .exact(let text, let place): emitExact(text, place)
    case .inflected(let text, _): emitInflected(text)
    case .reference(let name, let place): emitReference(name, place)
    case .mention(let type, let place): emitMention(type, place)
    case .trigger: instructions.append(.trigger)
    case .tests(let tests, let place): emitTests(tests, place)
    case .gap(let count, let place): emitGap(count, place)
    case .sequence(let items): for item in items { emit(item) }
    case .alternatives(let branches): emitAlternatives(branches)
    case .repeated(let inner, let low, let high, let place): emitRepeated(inner, low, high, place)
    case .capture(let name, let inner, let place): emitCapture(name, inner, place)
    }
  }

  private mutating func emitWords(_ text: String, _ place: RulePlace) {
    let words = environment.split(text)
    if words.isEmpty { report(.emptyPattern, "there is no word between the quotes", place, nil) }
    for word in words { instructions.append(.word(vocabulary.intern(word))) }
  }

  private mutating func emitExact(_ text: String, _ place: RulePlace) {
    for word in environment.split(text) {
      let literal = addLiteral(Array(word.utf8))
      instructions.append(.exact(vocabulary.intern(word), literal))
    }
  }

  private mutating func emitInflected(_ text: String) {
    wordSets.append(Set(environment.forms(text).map { vocabulary.intern($0) }))
    instructions.append(.wordOf(wordSets.count - 1))
  }

  private mutating func emitReference(_ name: String, _ place: RulePlace) {
    usedNames.insert(name)
    if let list = environment.lists[name] {
      instructions.append(.list(list))
    } else if let definition = environment.definitions[name] {
      guard !openDefinitions.contains(name) else {
        report(.recursiveDefinition, "`@\(name)` is defined by itself", place, nil)
        return
      }
      openDefinitions.append(name)
      emit(definition)
      openDefinitions.removeLast()
    } else {
      reportUndefined(name, place)
    }
  }

  private mutating func reportUndefined(_ name: String, _ place: RulePlace) {
    let known = Array(environment.lists.keys) + Array(environment.definitions.keys)
    let hint = Suggestion.nearest(to: name, among: known).map { "did you mean `@\($0)`?" }
    report(.undefinedName, "`@\(name)` is not defined", place, hint)
  }

  private mutating func emitMention(_ type: String, _ place: RulePlace) {
    guard let index = environment.types[type] else {
      let hint =
        Suggestion.hint(for: type, among: environment.types.keys)
        ?? "a word in capitals is a mention type; quote it to mean the word"
      report(.unknownType, "no rule makes mentions of type `\(type)`", place, hint)
      return
    }
    instructions.append(.mention(index))
  }

  private mutating func emitTests(_ syntax: [TokenTestSyntax], _ place: RulePlace) {
    var test = TokenTest()
    var hasNoTag = false
    for item in syntax {
      switch item.kind {
      case .trait(let name):
        if let trait = TokenTestNames.traits[name] {
          if item.isNegated {
            test.forbidden.formUnion(trait)
          } else {
            test.required.formUnion(trait)
          }
        }
        var bits: UInt32 = 0
        for tag in TokenTestNames.tags[name] ?? [] {
          bits |= 1 << UInt32(tag.rawValue)
        }
        if bits != 0, item.isNegated {
          test.forbiddenTags |= bits
        } else if bits != 0 {
          test.tags = test.tags == 0 ? bits : test.tags & bits
          hasNoTag = hasNoTag || test.tags == 0
        }
      case .list(let name):
        usedNames.insert(name)
        guard let list = environment.lists[name] else {
          reportUndefined(name, place)
          continue
        }
        if item.isNegated { test.forbiddenLists.append(list) } else { test.lists.append(list) }
      case .expression(let text):
        guard let expression = TokenExpression(text) else {
          let hint = "use characters, `.`, `[a-z]`, `\\d`, groups, `|` and `? * + {n,m}`"
          report(.invalidRegularExpression, "`/\(text)/` cannot be read", place, hint)
          continue
        }
        if text.contains(" ") {
          let hint = "write the words one after another"
          let isPlain = syntax.count == 1 && !item.isNegated && RuleCompiler.isPlain(text)
          let fix = isPlain ? RuleFix([RuleFix.Edit(place, text)]) : nil
          report(.unsatisfiableTest, "no token contains a space", place, hint, fix: fix)
        }
        if item.isNegated {
          test.forbiddenExpressions.append(expression)
        } else {
          test.expressions.append(expression)
          test.required.formUnion(expression.impliedTraits)
        }
      }
    }
    let isBarred = test.tags != 0 && test.tags & ~test.forbiddenTags == 0
    if hasNoTag || isBarred || !test.required.isDisjoint(with: test.forbidden)
      || TokenTestNames.exclusive.contains(where: { $0.isSubset(of: test.required) })
      || test.lists.contains(where: { test.forbiddenLists.contains($0) })
    {
      report(.unsatisfiableTest, "no token passes this test", place, nil)
    }
    // Equal tests share one number, so that the matcher asks each question of a token once.
    let index = testIndices[test] ?? tests.count
    if index == tests.count {
      testIndices[test] = index
      tests.append(test)
    }
    instructions.append(.test(index))
  }

  private mutating func emitGap(_ count: Int, _ place: RulePlace) {
    guard (1...Limits.gap).contains(count) else {
      report(.limitExceeded, "a gap has 1 to \(Limits.gap) tokens", place, nil)
      return
    }
    isLazy = true
    // Lazy: going on comes first, taking one more token second.
    var splits: [Int] = []
    for _ in 0..<count {
      splits.append(instructions.count)
      instructions.append(.split(0, instructions.count + 1))
      instructions.append(.any)
    }
    for split in splits { instructions[split] = .split(instructions.count, split + 1) }
  }

  private mutating func emitAlternatives(_ branches: [PatternSyntax]) {
    if let set = wordSet(of: branches) {
      wordSets.append(set)
      instructions.append(.wordOf(wordSets.count - 1))
      return
    }
    var ends: [Int] = []
    for (index, branch) in branches.enumerated() {
      guard index < branches.count - 1 else {
        emit(branch)
        break
      }
      let split = instructions.count
      instructions.append(.split(0, 0))
      emit(branch)
      ends.append(instructions.count)
      instructions.append(.jump(0))
      instructions[split] = .split(split + 1, instructions.count)
    }
    for end in ends { instructions[end] = .jump(instructions.count) }
  }

  /// The words of alternatives that are single words each: one step instead of many.
  private mutating func wordSet(of branches: [PatternSyntax]) -> Set<Symbol>? {
    var result: Set<Symbol> = []
    for branch in branches {
      switch branch {
      case .words(let text, _):
        let words = environment.split(text)
        guard words.count == 1 else { return nil }
        result.insert(vocabulary.intern(words[0]))
      case .inflected(let text, _):
        for form in environment.forms(text) { result.insert(vocabulary.intern(form)) }
      default: return nil
      }
    }
    return result
  }

  private mutating func emitRepeated(
    _ inner: PatternSyntax,
    _ low: Int,
    _ high: Int,
    _ place: RulePlace
  ) {
    guard low <= high, high <= Limits.repetitions else {
      report(
        .limitExceeded,
        "a repetition is `{n,m}` with n ≤ m ≤ \(Limits.repetitions)",
        place,
        nil
      )
      return
    }
    for _ in 0..<low { emit(inner) }
    var splits: [Int] = []
    for _ in low..<high {
      splits.append(instructions.count)
      instructions.append(.split(0, 0))
      emit(inner)
    }
    for split in splits { instructions[split] = .split(split + 1, instructions.count) }
  }

  private mutating func emitCapture(_ name: String, _ inner: PatternSyntax, _ place: RulePlace) {
    let slot: Int
    if let known = captures.firstIndex(of: name) {
      slot = known
    } else {
      guard captures.count < Limits.captures else {
        report(.limitExceeded, "a pattern has at most \(Limits.captures) captures", place, nil)
        return
      }
      slot = captures.count
      captures.append(name)
      captureLists.append([])
      captureTypes.append([])
    }
    instructions.append(.save(2 * slot))
    let start = instructions.count
    emit(inner)
    for instruction in instructions[start...] {
      switch instruction {
      case .list(let list): captureLists[slot].insert(list)
      case .test(let test): captureLists[slot].formUnion(tests[test].lists)
      case .mention(let type): captureTypes[slot].insert(type)
      default: break
      }
    }
    instructions.append(.save(2 * slot + 1))
  }

  private mutating func report(
    _ code: RuleDiagnosticCode,
    _ message: String,
    _ place: RulePlace,
    _ hint: String?,
    fix: RuleFix? = nil
  ) {
    diagnostics.append(RuleDiagnostic(code, message, at: place, hint: hint, fix: fix))
  }

  /// What can stand at the first token, and whether the pattern can match without any.
  private func startSet() -> (set: TriggerSet, isEmptyMatch: Bool) {
    var set = TriggerSet()
    var isEmptyMatch = false
    var seen = Set<Int>()
    var pending = [0]
    while let index = pending.popLast() {
      guard seen.insert(index).inserted else { continue }
      switch instructions[index] {
      case .split(let first, let second): pending += [first, second]
      case .jump(let target): pending.append(target)
      case .save: pending.append(index + 1)
      case .match: isEmptyMatch = true
      case .any, .trigger: set.isAny = true
      case .word(let symbol), .exact(let symbol, _): set.symbols.insert(symbol)
      case .wordOf(let words): set.symbols.formUnion(wordSets[words])
      case .list(let list): set.lists.insert(list)
      case .mention(let type): set.types.insert(type)
      case .test(let test): set.formUnion(triggerSet(of: tests[test]))
      }
    }
    return (set, isEmptyMatch)
  }

  private func triggerSet(of test: TokenTest) -> TriggerSet {
    var set = TriggerSet()
    if let list = test.lists.first {
      set.lists.insert(list)
    } else if !test.required.isEmpty {
      set.traits.insert(test.required)
    } else {
      set.isAny = true
    }
    return set
  }
}
