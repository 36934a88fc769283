import AverModel

/// The form in which compiled rules travel with the program.
extension RuleSet {
  /// The rule set as bytes, without tests, warnings and rule texts, which only rule authors need.
  ///
  /// The same rule set gives the same bytes every time.
  package func packed() -> [UInt8] {
    var writer = PackWriter()
    writer.write(digest)
    write(vocabulary: vocabulary, to: &writer)
    writer.write(listNames) { $0.write($1) }
    writer.write(values)
    writer.write(literals)
    writer.write(block: identifiers.values)
    writer.write(block: identifiers.starts)
    writer.write(identifiers.identifiers)
    write(automaton: automaton, to: &writer)
    writer.write(types) { $0.write($1.name) }
    writer.write(wordSets) { $0.write($1) }
    writer.write(tests) { $0.write($1) }
    writer.write(entityRules) { $0.write($1) }
    writer.write(relations) { $0.write($1) }
    writer.write(triggers)
    writer.write(statuses)
    writer.write(negation)
    writer.write(schemas.sorted { $0.key < $1.key }) { $0.write($1.value) }
    writer.write(legalSuffixes.sorted()) { $0.write($1) }
    return writer.sealed()
  }

  private func write(vocabulary: Vocabulary, to writer: inout PackWriter) {
    writer.write(block: vocabulary.wordStarts)
    writer.write(bytes: vocabulary.wordBytes)
    // Few words have a class.
    writer.write(vocabulary.classes.indices.filter { !vocabulary.classes[$0].isEmpty }) {
      $0.write($1)
      $0.write(vocabulary.classes[$1].rawValue)
    }
  }

  private func write(automaton: ListAutomaton, to writer: inout PackWriter) {
    let edges = automaton.edges
    writer.write(block: automaton.roots)
    writer.write(block: edges.map(\.node))
    writer.write(block: edges.map { Int32(bitPattern: $0.symbol.index) })
    writer.write(block: edges.map(\.target))
    writer.write(block: automaton.outputStarts)
    writer.write(block: automaton.outputs.map(\.list))
    writer.write(block: automaton.outputs.map(\.value))
    writer.write(block: automaton.outputs.map(\.literal))
  }

  /// Reads a rule set from the bytes that `packed` gives.
  ///
  /// - Parameter pack: The bytes.
  /// - Throws: `RulePackError` if they are no pack, of another version or damaged.
  package init(packed pack: [UInt8]) throws(RulePackError) {
    var reader = try PackReader(pack)
    var limits = PackLimits()
    digest = try reader.text()
    vocabulary = try Self.vocabulary(&reader)
    limits.symbols = vocabulary.count
    listNames = try reader.texts()
    limits.lists = listNames.count
    values = try reader.table()
    limits.values = values.count
    literals = try reader.table()
    limits.literals = literals.count
    identifiers = try Self.identifiers(&reader)
    automaton = try Self.automaton(&reader, limits)
    types = try reader.texts().map { MentionType($0) }
    limits.types = types.count
    wordSets = try reader.list { reader throws(RulePackError) in try reader.symbolSet(limits) }
    limits.wordSets = wordSets.count
    tests = try reader.list { reader throws(RulePackError) in try reader.test(limits) }
    limits.tests = tests.count
    entityRules = try reader.list { reader throws(RulePackError) in try reader.entityRule(limits) }
    relations = try reader.list { reader throws(RulePackError) in try reader.relation(limits) }
    limits.relations = relations.count
    triggers = try reader.triggers(limits)
    statuses = try reader.statuses(limits)
    negation = try reader.optionalIndex(below: limits.lists)
    let schemas = try reader.list { reader throws(RulePackError) in try reader.schema() }
    self.schemas = Dictionary(schemas.map { ($0.type, $0) }) { first, _ in first }
    legalSuffixes = Set(try reader.texts())
    guard reader.isAtEnd else { throw reader.damage }
    ruleTests = []
    warnings = []
    files = []
  }

  private static func vocabulary(_ reader: inout PackReader) throws(RulePackError) -> Vocabulary {
    let wordStarts = try reader.block()
    let wordBytes = try reader.bytes()
    guard wordStarts.count >= 2 else { throw reader.damage }
    let wordCount = wordStarts.count - 1
    var classes = [WordClass](repeating: [], count: wordCount)
    let classified = try reader.list { reader throws(RulePackError) -> (Int, WordClass) in
      let word = try reader.index(below: wordCount)
      return (word, WordClass(rawValue: try reader.bits64()))
    }
    for (word, wordClass) in classified { classes[word] = wordClass }
    let vocabulary = Vocabulary(wordStarts: wordStarts, wordBytes: wordBytes, classes: classes)
    guard let vocabulary else { throw reader.damage }
    return vocabulary
  }

  private static func identifiers(
    _ reader: inout PackReader
  ) throws(RulePackError) -> IdentifierTable {
    let values = try reader.block()
    let starts = try reader.block()
    let identifiers = try reader.table()
    let table = IdentifierTable(values: values, starts: starts, identifiers: identifiers)
    guard let table else { throw reader.damage }
    return table
  }

  private static func automaton(
    _ reader: inout PackReader,
    _ limits: PackLimits
  ) throws(RulePackError) -> ListAutomaton {
    let roots = try reader.block()
    let nodes = try reader.block()
    let symbols = try reader.block()
    let targets = try reader.block()
    let outputStarts = try reader.block()
    let lists = try reader.block()
    let values = try reader.block()
    let literals = try reader.block()
    guard nodes.count == symbols.count, nodes.count == targets.count, lists.count == values.count,
      lists.count == literals.count, !outputStarts.isEmpty
    else { throw reader.damage }
    var edges: [ListAutomaton.Edge] = []
    edges.reserveCapacity(nodes.count)
    for index in nodes.indices {
      let symbol = Symbol(index: UInt32(bitPattern: symbols[index]))
      edges.append(ListAutomaton.Edge(node: nodes[index], symbol: symbol, target: targets[index]))
    }
    var outputs: [ListAutomaton.Output] = []
    outputs.reserveCapacity(lists.count)
    for index in lists.indices {
      guard (0..<limits.lists).contains(Int(lists[index])),
        (-1..<limits.values).contains(Int(values[index])),
        (-1..<limits.literals).contains(Int(literals[index]))
      else { throw reader.damage }
      outputs.append(
        ListAutomaton.Output(list: lists[index], value: values[index], literal: literals[index])
      )
    }
    let automaton = ListAutomaton(
      roots: roots,
      edges: edges,
      outputStarts: outputStarts,
      outputs: outputs
    )
    guard let automaton else { throw reader.damage }
    return automaton
  }
}
