import AverModel

/// Relations and attributions.
extension RuleCompiler {
  struct CompiledRelations {
    var relations: [CompiledRelation] = []
    var triggers: [Symbol: [TriggerEntry]] = [:]
    var schemas: [String: RelationSchema] = [:]
  }

  /// The constructions that a frame covers; `off` switches one off.
  static let variants = [
    "active", "passive", "reduced_passive", "subject_relative", "object_relative", "participle",
    "coordination", "genitive", "nominal_by", "light_verb", "compound", "pattern",
  ]

  mutating func compileRelations(
    _ patterns: inout PatternCompiler,
    _ ruleTests: inout [RuleTest]
  ) -> CompiledRelations {
    var result = CompiledRelations()
    var names: Set<String> = []
    for (file, syntax) in syntaxes {
      for relation in syntax.relations {
        if !names.insert(relation.name).inserted {
          report(.duplicateName, "rule `\(relation.name)` is defined twice", relation.place, nil)
        }
        reportMissingExamples(relation.tests, relation.name, relation.place)
        let index = result.relations.count
        for test in relation.tests {
          ruleTests.append(RuleTest(owner: .relation(index), name: relation.name, syntax: test))
        }
        result.relations.append(compile(relation, file, &patterns))
        addTriggers(of: relation, index, &patterns, &result.triggers)
        if !relation.isAttribution { addSchema(of: relation, to: &result.schemas) }
      }
    }
    return result
  }

  private mutating func compile(
    _ relation: RelationSyntax,
    _ file: Int,
    _ patterns: inout PatternCompiler
  ) -> CompiledRelation {
    checkRoles(of: relation)
    let roles = relation.roles.map { role in
      CompiledRole(
        name: role.name,
        types: role.types.filter { typeNames.contains($0) || $0 == MentionType.clause.name }
          .map { MentionType($0) },
        lists: role.types.filter { $0.hasPrefix("@") }.compactMap { name in
          patterns.use(String(name.dropFirst()))
          return listIndices[String(name.dropFirst())]
        },
        acceptsText: role.types.contains("TEXT") || role.types.contains("NAMED"),
        needsName: role.types.contains("NAMED") && !role.types.contains("TEXT"),
        isOptional: role.isOptional,
        isMultiple: role.isMultiple
      )
    }
    var captures: [String] = []
    let compounds = relation.frames.compactMap { CompoundFrame($0)?.pattern(in: relation) }
    let isCompoundOff = relation.switchedOff.contains { $0.name == "compound" }
    var programs = relation.patterns.compactMap {
      patterns.compile($0, at: relation.place, captures: &captures)
    }
    var patternVariants = programs.map { _ in "pattern" }
    for pattern in compounds where !isCompoundOff {
      guard let program = patterns.compile(pattern, at: relation.place, captures: &captures) else {
        continue
      }
      programs.append(program)
      patternVariants.append("compound")
    }
    for name in captures
    where !relation.roles.contains(where: { $0.name == CompiledRelation.role(ofCapture: name) }) {
      let place = relation.patterns.flatMap(PatternChecks.captures).first { $0.name == name }?.place
      reportUnknownRole(name, of: relation, place ?? relation.place)
    }
    var other: [String] = []
    var fillers: [(role: Int, program: Program)] = []
    for filler in relation.fillers {
      guard let role = relation.roles.firstIndex(where: { $0.name == filler.role }) else {
        reportUnknownRole(filler.role, of: relation, filler.place)
        continue
      }
      var names = ["filler", "words"]
      let definitions = patterns.environment.definitions
      let types = relation.roles[role].types
      var pattern = Self.capturing(filler.pattern, types, [:])
      // Only where nothing in the pattern itself fills the role do its definitions.
      if PatternChecks.captures(in: pattern).isEmpty {
        pattern = Self.capturing(filler.pattern, types, definitions)
        for name in PatternChecks.references(in: filler.pattern, definitions) { patterns.use(name) }
      }
      if PatternChecks.captures(in: pattern).isEmpty {
        let hint = "name the role's type in it, or capture the words: `\(filler.role): …`"
        report(.unknownCapture, "no part of the pattern fills `\(filler.role)`", filler.place, hint)
      }
      if let program = patterns.compile(pattern, at: filler.place, captures: &names) {
        fillers.append((role, program))
      }
    }
    let prefix = "\(file)/\(relation.name):"
    return CompiledRelation(
      file: files[file].path,
      name: relation.name,
      type: relation.type,
      isAttribution: relation.isAttribution,
      roles: roles,
      frames: relation.frames.enumerated().compactMap { index, elements in
        CompoundFrame(elements) != nil
          ? nil : frame(elements, relation, relation.framePlaces[index], &patterns)
      },
      switchedOff: Set(relation.switchedOff.map(\.name)),
      fillers: fillers,
      patterns: programs,
      patternVariants: patternVariants,
      captureNames: captures,
      unless: relation.unless.compactMap {
        patterns.compile($0, at: relation.place, captures: &other)
      },
      statuses: relation.statuses.compactMap { status in
        guard let known = ClaimStatus(rawValue: status.name) else {
          reportUnknownStatus(status)
          return nil
        }
        return listIndices["status:" + prefix + status.name].map { (known, $0) }
      },
      stances: relation.stances.compactMap { stance in
        listIndices["stance:" + prefix + stance.name].map { (stance.name, $0) }
      },
      constants: relation.constants.map { ($0.role, $0.value) },
      requirements: relation.requirements,
      window: window(of: relation),
      priority: relation.priority
    )
  }

  private mutating func window(of relation: RelationSyntax) -> FillerWindow {
    guard let (name, place) = relation.window else { return .clause }
    if let window = FillerWindow(rawValue: name) { return window }
    let names = FillerWindow.allCases.map(\.rawValue)
    let hint = Suggestion.hint(for: name, among: names) ?? "it is " + names.joined(separator: ", ")
    report(.unexpectedText, "`\(name)` is no window", place, hint)
    return .clause
  }

  /// In a `with` pattern the type of the role is what fills it, and `VERB` or `NOUN` the trigger.
  private static func capturing(
    _ pattern: PatternSyntax,
    _ types: [String],
    _ definitions: [String: PatternSyntax]
  ) -> PatternSyntax {
    func capturing(_ inner: PatternSyntax) -> PatternSyntax {
      self.capturing(inner, types, definitions)
    }
    switch pattern {
    case .mention(let name, let place) where name == "VERB" || name == "NOUN":
      return .trigger(place)
    case .mention("TEXT", let place):
      let anything = TokenTestSyntax(kind: .trait("letters"), isNegated: false)
      return .capture("filler", .tests([anything], place), place)
    case .mention(let name, let place) where types.contains(name):
      return .capture("filler", pattern, place)
    case .reference(let name, let place) where types.contains("@" + name):
      return .capture("filler", pattern, place)
    case .sequence(let items):
      return .sequence(items.map(capturing))
    case .alternatives(let items):
      return .alternatives(items.map(capturing))
    case .repeated(let inner, let low, let high, let place):
      return .repeated(capturing(inner), low, high, place)
    case .reference(let name, _):
      // What fills the role may stand in a definition; one that names itself is reported elsewhere.
      guard let definition = definitions[name] else { return pattern }
      var others = definitions
      others[name] = nil
      let inner = Self.capturing(definition, types, others)
      return PatternChecks.captures(in: inner).isEmpty ? pattern : inner
    case .capture(_, let inner, let place):
      return .capture("words", inner, place)
    default: return pattern
    }
  }

  private mutating func checkRoles(of relation: RelationSyntax) {
    for role in relation.roles {
      for (type, place) in zip(role.types, role.typePlaces) {
        if type.hasPrefix("@") {
          if listIndices[String(type.dropFirst())] == nil {
            let hint = Suggestion.nearest(to: String(type.dropFirst()), among: listIndices.keys)
              .map { "did you mean `@\($0)`?" }
            report(.undefinedName, "`\(type)` is not defined", place, hint)
          }
        } else if !typeNames.contains(type), !Self.textTypes.contains(type) {
          let hint = Suggestion.hint(for: type, among: typeNames + Self.textTypes.sorted())
          report(.unknownType, "no rule makes mentions of type `\(type)`", place, hint)
        }
      }
    }
    for off in relation.switchedOff where !Self.variants.contains(off.name) {
      let hint = Suggestion.hint(for: off.name, among: Self.variants)
      report(.unknownVariant, "`\(off.name)` is no construction", off.place, hint)
    }
    for required in relation.requirements.joined()
    where !relation.roles.contains(where: { $0.name == required }) {
      reportUnknownRole(required, of: relation, relation.place)
    }
    for constant in relation.constants
    where !relation.roles.contains(where: { $0.name == constant.role }) {
      reportUnknownRole(constant.role, of: relation, constant.place)
    }
    reportUnboundRoles(of: relation)
  }

  private mutating func reportUnboundRoles(of relation: RelationSyntax) {
    var bound = Set(relation.fillers.map(\.role)).union(relation.constants.map(\.role))
    for element in relation.frames.joined() {
      if case .role(let name, _) = element { bound.insert(name) }
    }
    for pattern in relation.patterns {
      bound.formUnion(Self.captureNames(in: pattern).map(CompiledRelation.role(ofCapture:)))
    }
    for role in relation.roles where !role.isOptional && !bound.contains(role.name) {
      let hint = "name it in a `frame`, in `with` or as a capture of `match`"
      report(.unboundRole, "nothing fills role `\(role.name)`", role.place, hint)
    }
    if relation.frames.isEmpty, relation.patterns.isEmpty {
      let hint = "add `frame buyer VERB target`"
      report(.missingClause, "`\(relation.name)` has no frame", relation.place, hint)
    }
    let triggers = Set(
      relation.frames.joined().map { element -> String in
        switch element {
        case .verb: "verbs"
        case .noun: "nouns"
        default: ""
        }
      }
    )
    if triggers.contains("verbs"), relation.verbs.isEmpty {
      report(.missingClause, "`\(relation.name)` has no `verbs`", relation.place, nil)
    }
    if triggers.contains("nouns"), relation.nouns.isEmpty {
      report(.missingClause, "`\(relation.name)` has no `nouns`", relation.place, nil)
    }
  }

  private static func captureNames(in pattern: PatternSyntax) -> Set<String> {
    switch pattern {
    case .capture(let name, let inner, _): captureNames(in: inner).union([name])
    case .sequence(let items), .alternatives(let items):
      items.reduce(into: []) { $0.formUnion(captureNames(in: $1)) }
    case .repeated(let inner, _, _, _): captureNames(in: inner)
    default: []
    }
  }

  private mutating func reportUnknownRole(
    _ name: String,
    of relation: RelationSyntax,
    _ place: RulePlace
  ) {
    let hint = Suggestion.hint(for: name, among: relation.roles.map(\.name))
    report(.unknownRole, "`\(relation.name)` has no role `\(name)`", place, hint)
  }

  private mutating func addSchema(
    of relation: RelationSyntax,
    to schemas: inout [String: RelationSchema]
  ) {
    let statement = statement(of: relation)
    if let known = schemas[relation.type] {
      guard known.statement == nil, statement != nil else { return }
      schemas[relation.type] = RelationSchema(
        type: known.type,
        coreRoles: known.coreRoles,
        leastCounts: known.leastCounts,
        statement: statement
      )
      return
    }
    let required = relation.roles.filter { !$0.isOptional }.map { [$0.name] }
    let counted = relation.roles.filter { $0.leastCount > 1 }.map { ($0.name, $0.leastCount) }
    schemas[relation.type] = RelationSchema(
      type: relation.type,
      coreRoles: required + relation.requirements,
      leastCounts: Dictionary(counted) { first, _ in first },
      statement: statement
    )
  }

  private mutating func statement(of relation: RelationSyntax) -> String? {
    guard let (text, place) = relation.statement else { return nil }
    let template = StatementTemplate(text)
    for name in template.roles where !relation.roles.contains(where: { $0.name == name }) {
      reportUnknownRole(name, of: relation, place)
    }
    guard template.isBalanced else {
      let hint =
        "roles stand in `{ }`, parts that may be absent in `[ ]`, not one in the other's place"
      report(.unclosedDelimiter, "the statement has a bracket without its other half", place, hint)
      return nil
    }
    return template.text { inflection.forms(of: $0).past[0] }
  }
}
