import AverModel

/// Writes the steps of compiled patterns as rules write their elements.
package struct StepText: Sendable {
  private static let mostWords = 4

  private let rules: RuleSet
  /// Trait and tag names in alphabetical order, so that the same test is always written alike.
  private let traits: [(name: String, traits: TokenTraits)]
  private let tags: [(name: String, bits: UInt32)]

  package init(rules: RuleSet) {
    self.rules = rules
    traits = TokenTestNames.traits.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    tags = TokenTestNames.tags.sorted { $0.key < $1.key }.map { name, tags in
      (name, tags.reduce(0) { $0 | 1 << UInt32($1.rawValue) })
    }
  }

  /// The element of a step that asks for words; nil for steps that only lead on, and for gaps.
  package func element(at place: Int, of program: Program) -> String? {
    let step = rules.steps[program.firstStep + place]
    switch step.code {
    case .word: return quoted(Symbol(index: UInt32(bitPattern: step.first)))
    case .wordOf:
      let words = rules.wordSets[Int(step.first)]
      let shown = words.prefix(Self.mostWords).map(quoted).joined(separator: " | ")
      return words.count > Self.mostWords ? shown + " | …" : shown
    case .exact:
      return "'\(String(decoding: rules.literals.utf8(of: Int(step.second)), as: UTF8.self))'"
    case .list: return "@" + rules.listNames[Int(step.first)]
    case .mention: return rules.types[Int(step.first)].name
    case .test: return text(of: rules.tests[Int(step.first)])
    case .trigger: return "VERB or NOUN"
    case .any, .match, .jump, .split, .save: return nil
    }
  }

  /// The list that a step asks for; nil for other steps.
  package func list(at place: Int, of program: Program) -> String? {
    let step = rules.steps[program.firstStep + place]
    return step.code == .list ? rules.listNames[Int(step.first)] : nil
  }

  private func quoted(_ symbol: Symbol) -> String { "“\(rules.vocabulary.word(of: symbol))”" }

  private func text(of test: TokenTest) -> String {
    var parts = names(of: test.required)
    parts += names(of: test.forbidden).map { "not " + $0 }
    parts += tags.filter { test.tags & $0.bits == $0.bits }.map(\.name)
    parts += tags.filter { test.forbiddenTags & $0.bits == $0.bits }.map { "not " + $0.name }
    parts += test.lists.map { "@" + rules.listNames[$0] }
    parts += test.forbiddenLists.map { "not @" + rules.listNames[$0] }
    // The letters that an expression accepts are compiled away; it is named for what it is.
    parts += test.expressions.map { _ in "/…/" }
    parts += test.forbiddenExpressions.map { _ in "not /…/" }
    return "[" + parts.joined(separator: " & ") + "]"
  }

  private func names(of wanted: TokenTraits) -> [String] {
    var names: [String] = []
    var covered: TokenTraits = []
    for (name, traits) in traits
    where wanted.isSuperset(of: traits) && !covered.isSuperset(of: traits) {
      names.append(name)
      covered.formUnion(traits)
    }
    return names
  }
}
