package import AverModel

/// Rules, checked and compiled; immutable and shared by all documents of a run.
public struct RuleSet: Sendable {
  /// The words that rules and lists mention.
  package let vocabulary: Vocabulary
  /// All lists in one automaton.
  package let automaton: ListAutomaton
  /// Names of the lists, by index.
  package let listNames: [String]
  /// Values of map entries and canonical names of listed names.
  package let values: [String]
  /// External identifiers of values, by index of the value.
  package let identifiers: [Int: [String]]
  /// Spellings that exact words need.
  package let literals: [[UInt8]]
  package let wordSets: [Set<Symbol>]
  package let tests: [TokenTest]
  /// Mention types, by index.
  package let types: [MentionType]
  /// Entity rules in the order of files.
  package var entityRules: [CompiledEntityRule]
  /// Relations and attributions in the order of files.
  package var relations: [CompiledRelation]
  package let triggers: [Symbol: [TriggerEntry]]
  /// Words that decide the status, strongest first.
  package let statuses: [(status: ClaimStatus, list: Int)]
  /// The list of words that negate, if there is one.
  package let negation: Int?
  /// The roles that a relation of each type needs to be a claim.
  package let schemas: [String: RelationSchema]
  package let ruleTests: [RuleTest]
  /// Warnings; a rule set with errors cannot be built.
  package let warnings: [RuleDiagnostic]
  package let files: [RuleFile]
  /// `sha256:` and the digest of all rule files, paths and contents.
  package let digest: String

  /// The list of a name; nil if there is none.
  package func list(named name: String) -> Int? { listNames.firstIndex(of: name) }

  /// Whether a text is an entry of a list, whole.
  package func contains(_ text: String, inList list: Int) -> Bool {
    var node: Int32?
    for (index, word) in text.split(separator: " ").enumerated() {
      let symbol = vocabulary.symbol(of: String(word))
      node = index == 0 ? automaton.root(symbol) : node.flatMap { automaton.child(of: $0, symbol) }
      if node == nil { return false }
    }
    return node.map { automaton.outputs(at: $0).contains { Int($0.list) == list } } ?? false
  }

  /// The single-word entries of a list, folded and without stops.
  package func words(ofList name: String) -> Set<String> {
    guard let list = list(named: name) else { return [] }
    var result: Set<String> = []
    for index in 1..<max(1, vocabulary.count) {
      let symbol = Symbol(index: UInt32(index))
      guard let node = automaton.root(symbol),
        automaton.outputs(at: node).contains(where: { Int($0.list) == list })
      else { continue }
      result.insert(String(vocabulary.word(of: symbol).filter { $0 != "." }))
    }
    return result
  }

  /// The index of a mention type; nil if no rule makes it.
  package func type(named name: String) -> Int? { types.firstIndex { $0.name == name } }
}
