import AverModel

/// How patterns are read.
extension PackReader {
  mutating func table() throws(RulePackError) -> StringTable {
    let starts = try block()
    guard let table = StringTable(bytes: try bytes(), starts: starts) else { throw damage }
    return table
  }

  mutating func program(_ limits: PackLimits) throws(RulePackError) -> Program {
    let names = try list { reader throws(RulePackError) in try reader.text() }
    var captureLists: [Set<Int>] = []
    var captureTypes: [Set<Int>] = []
    for _ in names {
      captureLists.append(try indices(below: limits.lists))
      captureTypes.append(try indices(below: limits.types))
    }
    let instructions = try instructions(captures: names.count, limits)
    return Program(
      instructions: instructions,
      captureNames: names,
      captureLists: captureLists,
      captureTypes: captureTypes,
      isLazy: try flag(),
      start: try triggerSet(limits),
      trigger: try triggerSet(limits)
    )
  }

  private mutating func indices(below limit: Int) throws(RulePackError) -> Set<Int> {
    Set(try list { reader throws(RulePackError) in try reader.index(below: limit) })
  }

  private mutating func instructions(
    captures: Int,
    _ limits: PackLimits
  ) throws(RulePackError) -> [Instruction] {
    let count = try index(below: Limits.instructions + 2)
    var result: [Instruction] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(try instruction(of: count, captures, limits)) }
    // Every other step but a jump goes on to the next one, so the last must be the end.
    guard result.last == .match else { throw damage }
    return result
  }

  private mutating func instruction(
    of count: Int,
    _ captures: Int,
    _ limits: PackLimits
  ) throws(RulePackError) -> Instruction {
    switch try integer() {
    case 0: return .match
    case 1: return .any
    case 2: return .trigger
    case 3: return .word(try symbol(below: limits.symbols))
    case 4: return .wordOf(try index(below: limits.wordSets))
    case 5:
      let symbol = try symbol(below: limits.symbols)
      return .exact(symbol, try index(below: limits.literals))
    case 6: return .list(try index(below: limits.lists))
    case 7: return .mention(try index(below: limits.types))
    case 8: return .test(try index(below: limits.tests))
    case 9:
      let first = try index(below: count)
      return .split(first, try index(below: count))
    case 10: return .jump(try index(below: count))
    case 11: return .save(try index(below: 2 * captures))
    default: throw damage
    }
  }

  mutating func triggerSet(_ limits: PackLimits) throws(RulePackError) -> TriggerSet {
    var set = TriggerSet()
    set.isAny = try flag()
    set.symbols = try symbolSet(limits)
    set.lists = try indices(below: limits.lists)
    set.types = try indices(below: limits.types)
    set.traits = Set(
      try list { reader throws(RulePackError) in TokenTraits(rawValue: try reader.bits32()) }
    )
    return set
  }

  mutating func symbolSet(_ limits: PackLimits) throws(RulePackError) -> Set<Symbol> {
    Set(try symbols(limits))
  }

  mutating func symbols(_ limits: PackLimits) throws(RulePackError) -> [Symbol] {
    try list { reader throws(RulePackError) in try reader.symbol(below: limits.symbols) }
  }

  mutating func test(_ limits: PackLimits) throws(RulePackError) -> TokenTest {
    var test = TokenTest()
    test.required = TokenTraits(rawValue: try bits32())
    test.forbidden = TokenTraits(rawValue: try bits32())
    test.tags = try bits32()
    test.forbiddenTags = try bits32()
    test.lists = try list { reader throws(RulePackError) in try reader.index(below: limits.lists) }
    test.forbiddenLists = try list { reader throws(RulePackError) in
      try reader.index(below: limits.lists)
    }
    test.expressions = try list { reader throws(RulePackError) in try reader.tokenExpression() }
    test.forbiddenExpressions = try list { reader throws(RulePackError) in
      try reader.tokenExpression()
    }
    return test
  }

  private mutating func tokenExpression() throws(RulePackError) -> TokenExpression {
    let steps = try list { reader throws(RulePackError) -> TokenExpression.Step in
      switch try reader.integer() {
      case 0: return .match
      case 1: return .jump(try reader.integer())
      case 2:
        let first = try reader.integer()
        return .split(first, try reader.integer())
      case 3:
        var set = TokenExpression.ByteSet()
        set.low = try reader.bits64()
        set.second = try reader.bits64()
        set.third = try reader.bits64()
        set.high = try reader.bits64()
        return .bytes(set)
      default: throw reader.damage
      }
    }
    guard let expression = TokenExpression(steps: steps) else { throw damage }
    return expression
  }

  mutating func valueExpression(
    captures: Int,
    depth: Int = 0
  ) throws(RulePackError) -> ValueExpression {
    guard depth < PackLimits.expressionDepth else { throw damage }
    switch try integer() {
    case 0: return .capture(try index(below: captures))
    case 1: return .word(try text())
    case 2:
      let significand = Int64(bitPattern: try bits64())
      return .number(ExactDecimal(significand: significand, exponent: try integer()))
    case 3:
      let left = try valueExpression(captures: captures, depth: depth + 1)
      return .product(left, try valueExpression(captures: captures, depth: depth + 1))
    case 4:
      let left = try valueExpression(captures: captures, depth: depth + 1)
      return .sum(left, try valueExpression(captures: captures, depth: depth + 1))
    case 5:
      let name = try text()
      let arguments = try list { reader throws(RulePackError) in
        try reader.valueExpression(captures: captures, depth: depth + 1)
      }
      return .call(name, arguments)
    default: throw damage
    }
  }
}
