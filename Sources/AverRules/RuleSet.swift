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
  let masks: TokenMasks
  /// The steps of all patterns, one pattern after another.
  package let steps: FrozenArray<Step>
  /// Which patterns a sentence can match, by what stands in it.
  package let index: MatchIndex
  /// What machines hand on to each other.
  let machines = MachinePool()
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
    let view = ListAutomatonView(automaton)
    let node = view.root(word)
    guard node != 0 else { return false }
    for place in view.outputPlaces(at: node) where Int(view.outputs[place].list) == list {
      return true
    }
    return false
  }

  /// Whether a word alone is an entry of any list.
  package func isEntry(_ word: Symbol) -> Bool {
    guard word.isKnown else { return false }
    let view = ListAutomatonView(automaton)
    let node = view.root(word)
    return node != 0 && !view.outputPlaces(at: node).isEmpty
  }

  /// The value that a list gives for a text, whole; nil if it has no such entry or no value for it.
  package func value(of text: String, inList list: Int) -> String? {
    entry(text, inList: list).flatMap { $0.value < 0 ? nil : values[Int($0.value)] }
  }

  private func entry(_ text: String, inList list: Int) -> ListAutomaton.Output? {
    let bytes = Array(text.utf8)
    let view = ListAutomatonView(automaton)
    var node = 0
    var start = 0
    while start < bytes.count {
      guard bytes[start] != 0x20 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < bytes.count, bytes[end] != 0x20 { end += 1 }
      let symbol = vocabulary.symbol(in: bytes.span, start, end)
      node = node == 0 ? view.root(symbol) : view.child(of: node, symbol) ?? 0
      if node == 0 { return nil }
      start = end
    }
    guard node != 0 else { return nil }
    for place in view.outputPlaces(at: node) where Int(view.outputs[place].list) == list {
      return view.outputs[place]
    }
    return nil
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
        result.entityRules[other] = entityRules[other].disabled()
      }
    case .relation(let index):
      for other in relations.indices where other != index && !relations[other].isAttribution {
        result.relations[other] = relations[other].disabled()
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
