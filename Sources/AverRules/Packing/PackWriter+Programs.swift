import AverModel

/// How patterns are written.
extension PackWriter {
  mutating func write(_ table: StringTable) {
    write(block: table.starts)
    write(bytes: table.bytes)
  }

  mutating func write(_ program: Program) {
    write(program.captureNames) { $0.write($1) }
    for slot in program.captureNames.indices {
      write(program.captureLists[slot].sorted()) { $0.write($1) }
      write(program.captureTypes[slot].sorted()) { $0.write($1) }
    }
    write(program.instructions) { $0.write($1) }
    write(program.isLazy)
    write(program.start)
    write(program.trigger)
  }

  private mutating func write(_ instruction: Instruction) {
    let (code, first, second) = Self.fields(of: instruction)
    write(code)
    if let first { write(first) }
    if let second { write(second) }
  }

  private static func fields(of instruction: Instruction) -> (Int, Int?, Int?) {
    switch instruction {
    case .match: (0, nil, nil)
    case .any: (1, nil, nil)
    case .trigger: (2, nil, nil)
    case .word(let symbol): (3, Int(symbol.index), nil)
    case .wordOf(let set): (4, set, nil)
    case .exact(let symbol, let literal): (5, Int(symbol.index), literal)
    case .list(let list): (6, list, nil)
    case .mention(let type): (7, type, nil)
    case .test(let test): (8, test, nil)
    case .split(let first, let second): (9, first, second)
    case .jump(let target): (10, target, nil)
    case .save(let slot): (11, slot, nil)
    }
  }

  mutating func write(_ set: TriggerSet) {
    write(set.isAny)
    write(set.symbols)
    write(set.lists.sorted()) { $0.write($1) }
    write(set.types.sorted()) { $0.write($1) }
    write(set.traits.map(\.rawValue).sorted()) { $0.write($1) }
  }

  mutating func write(_ symbols: Set<Symbol>) {
    write(symbols.map(\.index).sorted()) { $0.write($1) }
  }

  mutating func write(_ test: TokenTest) {
    write(test.required.rawValue)
    write(test.forbidden.rawValue)
    write(test.tags)
    write(test.forbiddenTags)
    write(test.lists) { $0.write($1) }
    write(test.forbiddenLists) { $0.write($1) }
    write(test.expressions) { $0.write($1) }
    write(test.forbiddenExpressions) { $0.write($1) }
  }

  private mutating func write(_ expression: TokenExpression) {
    write(expression.steps) { writer, step in
      switch step {
      case .match: writer.write(0)
      case .jump(let target):
        writer.write(1)
        writer.write(target)
      case .split(let first, let second):
        writer.write(2)
        writer.write(first)
        writer.write(second)
      case .bytes(let set):
        writer.write(3)
        for word in [set.low, set.second, set.third, set.high] { writer.write(word) }
      }
    }
  }

  /// Recursion is bounded by the parser's nesting limit.
  mutating func write(_ expression: ValueExpression) {
    switch expression {
    case .capture(let slot):
      write(0)
      write(slot)
    case .word(let word):
      write(1)
      write(word)
    case .number(let number):
      write(2)
      write(UInt64(bitPattern: number.significand))
      write(number.exponent)
    case .product(let left, let right):
      write(3)
      write(left)
      write(right)
    case .sum(let left, let right):
      write(4)
      write(left)
      write(right)
    case .call(let name, let arguments):
      write(5)
      write(name)
      write(arguments) { $0.write($1) }
    }
  }
}
