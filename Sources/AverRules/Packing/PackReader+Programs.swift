import AverModel

/// How patterns are read.
extension PackReader {
  mutating func table() throws(RulePackError) -> StringTable {
    let starts: FrozenArray<Int32> = try block()
    guard let table = StringTable(bytes: try bytes(), starts: starts) else { throw damage }
    return table
  }

  mutating func program(_ limits: PackLimits) throws(RulePackError) -> Program {
    let number = try index(below: limits.programs)
    let firstStep = try index(below: limits.steps)
    let stepCount = try index(below: limits.steps - firstStep + 1)
    let names = try list { reader throws(RulePackError) in try reader.text() }
    guard names.count <= Limits.captures, stepCount > 0 else { throw damage }
    var captureLists: [[Int]] = []
    var captureTypes: [[Int]] = []
    for _ in names {
      captureLists.append(try indices(below: limits.lists))
      captureTypes.append(try indices(below: limits.types))
    }
    return Program(
      number: number,
      firstStep: firstStep,
      stepCount: stepCount,
      captureNames: names,
      captureLists: captureLists,
      captureTypes: captureTypes,
      isLazy: try flag(),
      startSet: try index(below: limits.startSets)
    )
  }

  private mutating func indices(below limit: Int) throws(RulePackError) -> [Int] {
    try list { reader throws(RulePackError) in try reader.index(below: limit) }
  }

  mutating func matchIndex() throws(RulePackError) -> MatchIndex {
    let count = try integer()
    let usedTraits = UInt32(truncatingIfNeeded: try integer())
    guard let profiles = ProfileTable(count: count, usedTraits: usedTraits, rows: try block())
    else {
      throw damage
    }
    return MatchIndex(profiles: profiles, starts: try matchTable(), programs: try matchTable())
  }

  private mutating func incidence() throws(RulePackError) -> Incidence {
    let incidence = Incidence(
      bits: try block(),
      ranks: try block(),
      starts: try block(),
      numbers: try block()
    )
    guard let incidence else { throw damage }
    return incidence
  }

  private mutating func matchTable() throws(RulePackError) -> MatchIndex.Table {
    MatchIndex.Table(
      bySymbol: try incidence(),
      byList: try incidence(),
      byType: try incidence(),
      byProfile: try incidence(),
      always: try block(),
      count: try integer()
    )
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
    let bytes: FrozenArray<UInt64> = try block()
    let closures: FrozenArray<UInt64> = try block()
    let firstBytes = try bits64()
    let least = try index(below: ProfileTest.longest + 1)
    let most = try index(below: ProfileTest.longest + 1)
    guard least <= most,
      let expression = TokenExpression(
        bytes: bytes,
        closures: closures,
        firstBytes: firstBytes,
        lengths: least...most
      )
    else { throw damage }
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
