import AverModel

/// How patterns are written.
extension PackWriter {
  mutating func write(_ table: StringTable) {
    write(block: table.starts)
    write(bytes: table.bytes)
  }

  mutating func write(_ program: Program) {
    write(program.number)
    write(program.firstStep)
    write(program.stepCount)
    write(program.captureNames) { $0.write($1) }
    for slot in program.captureNames.indices {
      write(program.captureLists[slot]) { $0.write($1) }
      write(program.captureTypes[slot]) { $0.write($1) }
    }
    write(program.isLazy)
    write(program.startSet)
  }

  mutating func write(_ index: MatchIndex) {
    write(index.profiles.count)
    write(Int(index.profiles.usedTraits))
    write(block: index.profiles.rows)
    write(index.starts)
    write(index.programs)
  }

  private mutating func write(_ table: MatchIndex.Table) {
    for incidence in [table.bySymbol, table.byList, table.byType, table.byProfile] {
      write(block: incidence.bits)
      write(block: incidence.ranks)
      write(block: incidence.starts)
      write(block: incidence.numbers)
    }
    write(block: table.always)
    write(table.count)
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
    write(block: expression.bytes)
    write(block: expression.closures)
    write(expression.firstBytes)
    write(expression.lengths.lowerBound)
    write(expression.lengths.upperBound)
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
