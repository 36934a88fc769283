import AverModel

/// Turns patterns into programs.
struct PatternCompiler: DiagnosticCollector {
  /// What names and words mean: filled by the rule compiler before the first pattern.
  struct Environment {
    var lists: [String: Int] = [:]
    var definitions: [String: PatternSyntax] = [:]
    var types: [String: Int] = [:]
    /// The words of a text as the tokenizer cuts it.
    var split: (String) -> [String] = { $0.split(separator: " ").map(String.init) }
    var forms: (String) -> [String] = { [$0] }
  }

  /// The steps of a definition, which may be used many times.
  private struct Fragment {
    let steps: [Step]
    let isLazy: Bool
  }

  let environment: Environment
  var vocabulary: VocabularyBuilder
  var diagnostics: [RuleDiagnostic] = []
  private(set) var wordSets: [Set<Symbol>] = []
  private var wordSetIndices: [Set<Symbol>: Int] = [:]
  private(set) var literals: [[UInt8]] = []
  private(set) var tests: [TokenTest] = []
  private var testIndices: [TokenTest: Int] = [:]
  private var testsAsWritten: [[TokenTestSyntax]: Int] = [:]
  /// The steps of definitions, as if they began at 0.
  private var fragments: [String: Fragment] = [:]
  /// What must occur for definitions to match.
  var definitionTriggers: [String: TriggerSet] = [:]
  private(set) var usedNames: Set<String> = []
  /// The steps of all patterns, one pattern after another.
  private(set) var steps: [Step] = []
  private var stepPlaces: [[Step]: Int] = [:]
  /// What can stand at a first token, by number of the set.
  private(set) var startSets: [TriggerSet] = []
  private var startIndices: [TriggerSet: Int] = [:]
  /// What must occur in a sentence, by number of the pattern.
  private(set) var triggers: [TriggerSet] = []
  /// The profile tests that starts and triggers name.
  var profiles: [ProfileTest] = []
  var profileIndices: [ProfileTest: Int] = [:]

  var instructions: [Step] = []
  private var captures: [String] = []
  private var captureLists: [Set<Int>] = []
  private var captureTypes: [Set<Int>] = []
  private var isLazy = false
  private var openDefinitions: [String] = []

  init(environment: Environment, vocabulary: VocabularyBuilder) {
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
    instructions.append(Step(.match))
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
    let trigger = Self.cheaper(trigger(of: pattern), start.set, vocabulary, profiles)
    return program(start: start.set, trigger: trigger)
  }

  /// Puts the pattern at hand among the others.
  private mutating func program(start: TriggerSet, trigger: TriggerSet) -> Program {
    let startSet = startIndices[start] ?? startSets.count
    if startSet == startSets.count {
      startIndices[start] = startSet
      startSets.append(start)
    }
    triggers.append(trigger)
    // Patterns of the same steps share them.
    let firstStep = stepPlaces[instructions] ?? steps.count
    if firstStep == steps.count {
      stepPlaces[instructions] = firstStep
      steps += instructions
    }
    return Program(
      number: triggers.count - 1,
      firstStep: firstStep,
      stepCount: instructions.count,
      captureNames: captures,
      captureLists: captureLists.map { $0.sorted() },
      captureTypes: captureTypes.map { $0.sorted() },
      isLazy: isLazy,
      startSet: startSet
    )
  }

  /// Adds a literal spelling and returns its index.
  mutating func addLiteral(_ bytes: [UInt8]) -> Int {
    literals.append(bytes)
    return literals.count - 1
  }

  /// The number of a set of words; equal sets share one.
  mutating func wordSet(of words: Set<Symbol>) -> Int {
    if let known = wordSetIndices[words] { return known }
    wordSets.append(words)
    wordSetIndices[words] = wordSets.count - 1
    return wordSets.count - 1
  }

  /// Notes that a name is used elsewhere than in a pattern.
  mutating func use(_ name: String) { usedNames.insert(name) }

  /// What a text must speak of; nil, reported, if there is no such list.
  mutating func genre(_ genre: GenreSyntax) -> RuleGenre? {
    usedNames.insert(genre.list)
    guard let list = environment.lists[genre.list] else {
      reportUndefined(genre.list, genre.place)
      return nil
    }
    return RuleGenre(list: list, count: genre.count)
  }

  mutating func emit(_ pattern: PatternSyntax) {
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
    case .trigger: instructions.append(Step(.trigger))
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
    for word in words { instructions.append(Step(.word, Int(vocabulary.intern(word).index))) }
  }

  private mutating func emitExact(_ text: String, _ place: RulePlace) {
    for word in environment.split(text) {
      let literal = addLiteral(Array(word.utf8))
      instructions.append(Step(.exact, Int(vocabulary.intern(word).index), literal))
    }
  }

  private mutating func emitInflected(_ text: String) {
    let words = Set(environment.forms(text).map { vocabulary.intern($0) })
    instructions.append(Step(.wordOf, wordSet(of: words)))
  }

  private mutating func emitReference(_ name: String, _ place: RulePlace) {
    usedNames.insert(name)
    if let list = environment.lists[name] {
      instructions.append(Step(.list, list))
    } else if let definition = environment.definitions[name] {
      guard !openDefinitions.contains(name) else {
        report(.recursiveDefinition, "`@\(name)` is defined by itself", place, nil)
        return
      }
      openDefinitions.append(name)
      emitDefinition(name, definition)
      openDefinitions.removeLast()
    } else {
      reportUndefined(name, place)
    }
  }

  private mutating func emitDefinition(_ name: String, _ definition: PatternSyntax) {
    if let fragment = fragments[name] {
      let start = instructions.count
      instructions += fragment.steps.lazy.map { $0.moved(by: start) }
      isLazy = isLazy || fragment.isLazy
      return
    }
    let start = instructions.count
    let errorCount = diagnostics.count
    let wasLazy = isLazy
    isLazy = false
    emit(definition)
    // Captures have slots of their own in each pattern, and an error is reported wherever it counts.
    let steps = instructions[start...]
    if diagnostics.count == errorCount, instructions.count <= Limits.instructions,
      !steps.contains(where: { $0.code == .save })
    {
      fragments[name] = Fragment(steps: steps.map { $0.moved(by: -start) }, isLazy: isLazy)
    }
    isLazy = isLazy || wasLazy
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
    instructions.append(Step(.mention, index))
  }

  private mutating func emitTests(_ syntax: [TokenTestSyntax], _ place: RulePlace) {
    instructions.append(Step(.test, testIndex(syntax, place)))
  }

  /// The number of the tests of one token.
  mutating func testIndex(_ syntax: [TokenTestSyntax], _ place: RulePlace) -> Int {
    if let known = testsAsWritten[syntax] { return known }
    let errorCount = diagnostics.count
    let test = tokenTest(syntax, place)
    // Equal tests share one number, so that the matcher asks each question of a token once.
    let index = testIndices[test] ?? tests.count
    if index == tests.count {
      testIndices[test] = index
      tests.append(test)
    }
    if diagnostics.count == errorCount { testsAsWritten[syntax] = index }
    return index
  }

  private mutating func tokenTest(_ syntax: [TokenTestSyntax], _ place: RulePlace) -> TokenTest {
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
    return test
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
      instructions.append(Step(.split, 0, instructions.count + 1))
      instructions.append(Step(.any))
    }
    for split in splits { instructions[split] = Step(.split, instructions.count, split + 1) }
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
      instructions.append(Step(.split))
      emit(inner)
    }
    for split in splits { instructions[split] = Step(.split, split + 1, instructions.count) }
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
    instructions.append(Step(.save, 2 * slot))
    let start = instructions.count
    emit(inner)
    for instruction in instructions[start...] {
      let operand = Int(instruction.first)
      switch instruction.code {
      case .list: captureLists[slot].insert(operand)
      case .test: captureLists[slot].formUnion(tests[operand].lists)
      case .mention: captureTypes[slot].insert(operand)
      default: break
      }
    }
    instructions.append(Step(.save, 2 * slot + 1))
  }
}
