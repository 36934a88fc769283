package import AverModel

/// Rules, checked and compiled; immutable and shared by all documents of a run.
public struct RuleSet: Sendable {
  /// The words that rules and lists mention.
  package let vocabulary: Vocabulary
  /// All lists in one automaton.
  package let automaton: ListAutomaton
  /// Names of the lists, by index.
  package let listNames: [String]
  /// Indices of the lists, by name.
  let listIndices: [String: Int]
  /// Values of map entries and canonical names of listed names.
  package let values: StringTable
  /// External identifiers of values, by index of the value.
  package let identifiers: IdentifierTable
  /// Spellings that exact words need.
  package let literals: StringTable
  package let wordSets: WordSets
  package let tests: [TokenTest]
  /// What the matcher's loops need of each test.
  let masks: (masks: FrozenArray<TokenMask>, memories: Int)
  /// The steps of all patterns, one pattern after another.
  package let steps: FrozenArray<Step>
  /// Which patterns a sentence can match, by what stands in it.
  package let index: MatchIndex
  /// Mention types, by index.
  package let types: [MentionType]
  /// Entity rules in the order of files.
  package var entityRules: [CompiledEntityRule]
  /// Relations and attributions in the order of files.
  package var relations: [CompiledRelation]
  package let triggers: TriggerTable
  /// Words that decide the status, strongest first.
  package let statuses: [(status: ClaimStatus, list: Int)]
  /// The list of words that negate, if there is one.
  package let negation: Int?
  /// The roles that a relation of each type needs to be a claim.
  package let schemas: [String: RelationSchema]
  package let ruleTests: [RuleTest]
  /// Legal suffixes, folded and without stops: they do not tell names apart.
  package let legalSuffixes: Set<String>
  /// Warnings; a rule set with errors cannot be built.
  package let warnings: [RuleDiagnostic]
  package let files: [RuleFile]
  /// `sha256:` and the digest of all rule files, paths and contents.
  package let digest: String

  /// The list of a name; nil if there is none.
  package func list(named name: String) -> Int? { listIndices[name] }

  /// Whether a text is an entry of a list, whole.
  package func contains(_ text: String, inList list: Int) -> Bool {
    entry(text, inList: list) != nil
  }

  /// Whether a word alone is an entry of a list.
  package func contains(_ word: Symbol, inList list: Int) -> Bool {
    guard let node = automaton.root(word) else { return false }
    return automaton.outputPlaces(at: node).contains { Int(automaton.outputs[$0].list) == list }
  }

  /// Whether a word alone is an entry of any list.
  package func isEntry(_ word: Symbol) -> Bool {
    guard word.isKnown, let node = automaton.root(word) else { return false }
    return !automaton.outputPlaces(at: node).isEmpty
  }

  /// The value that a list gives for a text, whole; nil if it has no such entry or no value for it.
  package func value(of text: String, inList list: Int) -> String? {
    entry(text, inList: list).flatMap { $0.value < 0 ? nil : values[Int($0.value)] }
  }

  private func entry(_ text: String, inList list: Int) -> ListAutomaton.Output? {
    var node: Int32?
    for (index, word) in text.split(separator: " ").enumerated() {
      let symbol = vocabulary.symbol(of: String(word))
      node = index == 0 ? automaton.root(symbol) : node.flatMap { automaton.child(of: $0, symbol) }
      if node == nil { return nil }
    }
    return node.flatMap { node in
      automaton.outputPlaces(at: node).lazy.map { automaton.outputs[$0] }
        .first { Int($0.list) == list }
    }
  }

  /// The rule set with one rule alone, and what that rule needs.
  ///
  /// An entity rule keeps the rules that make the mentions it asks for; a relation keeps all entity rules
  /// and attributions.
  package func alone(_ owner: RuleTest.Owner) -> RuleSet {
    var result = self
    switch owner {
    case .entity(let index):
      let needed = typesNeeded(by: index)
      for other in entityRules.indices
      where other != index && !needed.contains(entityRules[other].type) {
        result.entityRules[other].patterns = []
      }
    case .relation(let index):
      for other in relations.indices where other != index && !relations[other].isAttribution {
        result.relations[other].frames = []
        result.relations[other].patterns = []
      }
    }
    return result
  }

  /// The types of earlier mentions that a rule asks for, directly or through the rules that make them.
  private func typesNeeded(by rule: Int) -> Set<Int> {
    var needed: Set<Int> = []
    var pending = [rule]
    while let next = pending.popLast() {
      let programs =
        entityRules[next].patterns + entityRules[next].after + entityRules[next].before
        + entityRules[next].unless
      for step in programs.flatMap({ steps(of: $0) })
      where step.code == .mention && needed.insert(Int(step.first)).inserted {
        pending += entityRules.indices.filter { entityRules[$0].type == Int(step.first) }
      }
    }
    return needed
  }

  /// The steps of a pattern.
  package func steps(of program: Program) -> Slice<FrozenArray<Step>> {
    steps[program.firstStep..<(program.firstStep + program.stepCount)]
  }

  /// The index of a mention type; nil if no rule makes it.
  package func type(named name: String) -> Int? { types.firstIndex { $0.name == name } }
}
