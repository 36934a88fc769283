package import AverModel

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
    writer.write(block: wordSets.starts)
    writer.write(block: wordSets.symbols) { [Int32(bitPattern: $0.index)] }
    writer.write(block: steps) { $0.integers }
    writer.write(index)
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
    writer.write(block: vocabulary.slots)
    writer.write(block: vocabulary.wordStarts)
    writer.write(bytes: vocabulary.wordBytes)
    writer.write(block: vocabulary.classBits)
  }

  private func write(automaton: ListAutomaton, to writer: inout PackWriter) {
    writer.write(block: automaton.roots)
    writer.write(block: automaton.symbols) { [Int32(bitPattern: $0.index)] }
    writer.write(block: automaton.firstChildren)
    writer.write(block: automaton.outputStarts)
    writer.write(block: automaton.outputs) { [$0.list, $0.value, $0.literal] }
  }

  /// Reads a rule set from the bytes that `packed` gives.
  ///
  /// - Parameters:
  ///   - pack: The bytes; the rule set keeps them, since its tables are read in place.
  ///   - isChecked: Whether the checksum is compared: not needed for a pack that is part of the program.
  /// - Throws: `RulePackError` if they are no pack, of another version or damaged.
  package init(packed pack: FrozenMemory, isChecked: Bool = true) throws(RulePackError) {
    var reader = try PackReader(pack, isChecked: isChecked)
    var limits = PackLimits()
    digest = try reader.text()
    vocabulary = try Self.vocabulary(&reader)
    limits.symbols = vocabulary.count
    listNames = try reader.texts()
    listIndices = Dictionary(zip(listNames, listNames.indices)) { first, _ in first }
    limits.lists = listNames.count
    values = try reader.table()
    limits.values = values.count
    literals = try reader.table()
    limits.literals = literals.count
    identifiers = try Self.identifiers(&reader)
    automaton = try Self.automaton(&reader)
    types = try reader.texts().map { MentionType($0) }
    limits.types = types.count
    let wordSets = WordSets(starts: try reader.block(), symbols: try reader.block())
    guard let wordSets else { throw reader.damage }
    self.wordSets = wordSets
    steps = try reader.block()
    limits.steps = steps.count
    index = try reader.matchIndex()
    limits.programs = index.programs.count
    limits.startSets = index.starts.count
    tests = try reader.list { reader throws(RulePackError) in try reader.test(limits) }
    masks = TokenMasks(tests)
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
    let slots: FrozenArray<UInt64> = try reader.block()
    let wordStarts: FrozenArray<Int32> = try reader.block()
    let wordBytes = try reader.bytes()
    let vocabulary = Vocabulary(
      slots: slots,
      wordStarts: wordStarts,
      wordBytes: wordBytes,
      classBits: try reader.block()
    )
    guard let vocabulary else { throw reader.damage }
    return vocabulary
  }

  private static func identifiers(
    _ reader: inout PackReader
  ) throws(RulePackError) -> IdentifierTable {
    let values: FrozenArray<Int32> = try reader.block()
    let starts: FrozenArray<Int32> = try reader.block()
    let identifiers = try reader.table()
    let table = IdentifierTable(values: values, starts: starts, identifiers: identifiers)
    guard let table else { throw reader.damage }
    return table
  }

  private static func automaton(
    _ reader: inout PackReader
  ) throws(RulePackError) -> ListAutomaton {
    let automaton = ListAutomaton(
      roots: try reader.block(),
      symbols: try reader.block(),
      firstChildren: try reader.block(),
      outputStarts: try reader.block(),
      outputs: try reader.block()
    )
    guard let automaton else { throw reader.damage }
    return automaton
  }
}
