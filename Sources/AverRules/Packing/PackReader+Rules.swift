import AverModel

/// How rules are read.
extension PackReader {
  mutating func entityRule(_ limits: PackLimits) throws(RulePackError) -> CompiledEntityRule {
    let file = try text()
    let identifier = RuleIdentifier(file: file, name: try text())
    let type = try index(below: limits.types)
    let patterns = try programs(limits)
    let after = try programs(limits)
    let before = try programs(limits)
    let unless = try programs(limits)
    // Patterns of a rule share their captures; the last one knows them all.
    let captures = patterns.map(\.captureNames.count).max() ?? 0
    let value = try flag() ? try valueExpression(captures: captures) : nil
    return CompiledEntityRule(
      identifier: identifier,
      type: type,
      patterns: patterns,
      after: after,
      before: before,
      unless: unless,
      value: value,
      span: try optionalIndex(below: captures),
      priority: try integer(),
      isKept: try flag(),
      genre: try flag()
        ? RuleGenre(list: try index(below: limits.lists), count: try integer()) : nil,
      stratum: try integer()
    )
  }

  private mutating func programs(_ limits: PackLimits) throws(RulePackError) -> [Program] {
    try list { reader throws(RulePackError) in try reader.program(limits) }
  }

  mutating func texts() throws(RulePackError) -> [String] {
    try list { reader throws(RulePackError) in try reader.text() }
  }

  private mutating func groups() throws(RulePackError) -> [[String]] {
    try list { reader throws(RulePackError) in try reader.texts() }
  }

  mutating func relation(_ limits: PackLimits) throws(RulePackError) -> CompiledRelation {
    let file = try text()
    let name = try text()
    let type = try text()
    let isAttribution = try flag()
    let roles = try list { reader throws(RulePackError) in try reader.role(limits) }
    let frames = try list { reader throws(RulePackError) in
      try reader.frame(roles: roles.count, limits)
    }
    return CompiledRelation(
      file: file,
      name: name,
      type: type,
      isAttribution: isAttribution,
      roles: roles,
      frames: frames,
      switchedOff: Set(try texts()),
      fillers: try list { reader throws(RulePackError) -> (role: Int, program: Program) in
        let role = try reader.index(below: roles.count)
        return (role, try reader.program(limits))
      },
      patterns: try programs(limits),
      patternVariants: try texts(),
      captureNames: try texts(),
      unless: try programs(limits),
      statuses: try statuses(limits),
      stances: try list { reader throws(RulePackError) -> (name: String, list: Int) in
        let name = try reader.text()
        return (name, try reader.index(below: limits.lists))
      },
      constants: try list { reader throws(RulePackError) -> (role: String, value: String) in
        let role = try reader.text()
        return (role, try reader.text())
      },
      requirements: try groups(),
      window: try window(),
      priority: try integer()
    )
  }

  private mutating func window() throws(RulePackError) -> FillerWindow {
    guard let window = FillerWindow(rawValue: try text()) else { throw damage }
    return window
  }

  mutating func statuses(
    _ limits: PackLimits
  ) throws(RulePackError) -> [(status: ClaimStatus, list: Int)] {
    try list { reader throws(RulePackError) -> (status: ClaimStatus, list: Int) in
      guard let status = ClaimStatus(rawValue: try reader.text()) else { throw reader.damage }
      return (status, try reader.index(below: limits.lists))
    }
  }

  private mutating func role(_ limits: PackLimits) throws(RulePackError) -> CompiledRole {
    let name = try text()
    let types = try texts().map { MentionType($0) }
    let lists = try list { reader throws(RulePackError) in try reader.index(below: limits.lists) }
    return CompiledRole(
      name: name,
      types: types,
      lists: lists,
      acceptsText: try flag(),
      needsName: try flag(),
      isOptional: try flag(),
      isMultiple: try flag()
    )
  }

  private mutating func frame(
    roles: Int,
    _ limits: PackLimits
  ) throws(RulePackError) -> CompiledFrame {
    let triggers: [CompiledFrame.Trigger] = [.verb, .noun, .words]
    return CompiledFrame(
      trigger: triggers[try index(below: triggers.count)],
      subject: try optionalIndex(below: roles),
      object: try optionalIndex(below: roles),
      obliques: try list { reader throws(RulePackError) -> CompiledFrame.Oblique in
        let markers = try reader.phrases(limits)
        return CompiledFrame.Oblique(markers: markers, role: try reader.index(below: roles))
      },
      words: try phrases(limits)
    )
  }

  private mutating func phrases(_ limits: PackLimits) throws(RulePackError) -> [[Symbol]] {
    try list { reader throws(RulePackError) in try reader.symbols(limits) }
  }

  mutating func triggers(_ limits: PackLimits) throws(RulePackError) -> TriggerTable {
    let symbols = try symbols(limits)
    for place in symbols.indices.dropFirst()
    where symbols[place].index <= symbols[place - 1].index {
      throw damage
    }
    var entries: [[TriggerEntry]] = []
    entries.reserveCapacity(symbols.count)
    for _ in symbols {
      entries.append(
        try list { reader throws(RulePackError) -> TriggerEntry in
          let relation = try reader.index(below: limits.relations)
          let isNoun = try reader.flag()
          let rest = try reader.symbols(limits)
          return TriggerEntry(relation: relation, isNoun: isNoun, rest: rest)
        }
      )
    }
    return TriggerTable(sorted: symbols, entries: entries)
  }

  mutating func schema() throws(RulePackError) -> RelationSchema {
    let type = try text()
    let coreRoles = try groups()
    let counts = try list { reader throws(RulePackError) -> (String, Int) in
      let role = try reader.text()
      return (role, try reader.integer())
    }
    return RelationSchema(
      type: type,
      coreRoles: coreRoles,
      leastCounts: Dictionary(counts) { first, _ in first },
      statement: try optionalText()
    )
  }
}
