import AverModel

/// Checks of relations: their roles, their trigger words and what their tests expect.
extension RuleCompiler {
  mutating func check(_ relation: RelationSyntax) {
    var names: Set<String> = []
    for role in relation.roles where !names.insert(role.name).inserted {
      report(.duplicateRole, "role `\(role.name)` is declared twice", role.place, "take one away")
    }
    for pattern in relation.patterns {
      for (name, place) in PatternChecks.boundTwice(pattern) {
        let message = "`\(name)` is captured twice in one match"
        report(.boundTwice, message, place, "write `\(name).2` for a second filler")
      }
    }
    checkVerbs(of: relation)
    for test in relation.tests { checkNames(in: test, of: relation) }
  }

  /// Trigger words that an earlier one of the same rule covers.
  private mutating func checkVerbs(of relation: RelationSyntax) {
    var formOf: [String: String] = [:]
    for verb in relation.verbs {
      let text = verb.text.lowercased()
      if let known = formOf[text] {
        let message =
          known == text ? "`\(text)` is listed twice" : "`\(text)` is a form of `\(known)`"
        let fix = RuleFix.removing(verb.place, from: files[verb.place.file])
        report(.repeatedEntry, message, verb.place, "take it away", fix: fix)
      }
      for form in inflection.forms(of: text).all where formOf[form] == nil { formOf[form] = text }
    }
    var nouns: Set<String> = []
    for noun in relation.nouns {
      let text = noun.text.lowercased()
      if nouns.contains(text) {
        let fix = RuleFix.removing(noun.place, from: files[noun.place.file])
        report(.repeatedEntry, "`\(text)` is listed twice", noun.place, "take it away", fix: fix)
      }
      nouns.formUnion([text] + inflection.plurals(of: text))
    }
  }

  /// Roles, types, statuses and constructions that a test names.
  private mutating func checkNames(in test: TestSyntax, of relation: RelationSyntax) {
    for case .relation(let expected) in test.expectations {
      let ofType = syntaxes.flatMap(\.syntax.relations).filter { $0.type == expected.type }
      if ofType.isEmpty {
        let known = syntaxes.flatMap(\.syntax.relations).map(\.type)
        let hint = Suggestion.hint(for: expected.type, among: known)
        report(
          .unknownType,
          "no rule makes claims of type `\(expected.type)`",
          test.expectationPlace,
          hint
        )
        continue
      }
      let roles = Set(ofType.flatMap(\.roles).map(\.name))
      for role in expected.roles where !roles.contains(role.name) {
        let hint = Suggestion.hint(for: role.name, among: roles)
        report(
          .unknownRole,
          "`\(expected.type)` has no role `\(role.name)`",
          test.expectationPlace,
          hint
        )
      }
      if let status = expected.status { checkStatus(status, test, ofType) }
      if let variant = expected.variant, !Self.variants.contains(variant) {
        let hint = Suggestion.hint(for: variant, among: Self.variants)
        report(.unknownVariant, "`\(variant)` is no construction", test.expectationPlace, hint)
      }
    }
  }

  private mutating func checkStatus(
    _ status: String,
    _ test: TestSyntax,
    _ relations: [RelationSyntax]
  ) {
    let isAttribution = relations.contains(where: \.isAttribution)
    let known =
      isAttribution
      ? relations.flatMap(\.stances).map(\.name) + ["stated"]
      : ClaimStatus.allCases.map(\.rawValue) + ["unstated"]
    guard !known.contains(status) else { return }
    let hint =
      Suggestion.hint(for: status, among: known) ?? "it is one of " + known.joined(separator: ", ")
    report(.unknownStatus, "`\(status)` is no status", test.expectationPlace, hint)
  }

  /// Optional roles that nothing fills in any relation of their type, and roles of types that nothing
  /// makes.
  mutating func checkRolesOfTypes(made: Set<String>) {
    var filled: [String: Set<String>] = [:]
    for relation in syntaxes.flatMap(\.syntax.relations) {
      var names = Set(relation.fillers.map(\.role)).union(relation.constants.map(\.role))
      for case .role(let name, _) in relation.frames.joined() { names.insert(name) }
      let captures = relation.patterns.flatMap(PatternChecks.captures).map(\.name)
      names.formUnion(captures.map(CompiledRelation.role(ofCapture:)))
      filled[relation.type, default: []].formUnion(names)
    }
    // Times of these types are found by the rules for dates.
    let times = made.contains("DATE") ? ["TIME", "DURATION", "SET"] : []
    let known = made.union(times).union(Self.textTypes)
    var missing: Set<String> = []
    for role in syntaxes.flatMap(\.syntax.relations).flatMap(\.roles) {
      guard let type = role.types.first, let place = role.typePlaces.first,
        role.types.allSatisfy({ typeNames.contains($0) && !known.contains($0) }),
        missing.insert(type).inserted
      else { continue }
      let hint = "add a rule `entity NAME : \(type)`"
      report(.laterType, "no rule makes mentions of type `\(type)`", place, hint)
    }
    var reported: Set<String> = []
    for relation in syntaxes.flatMap(\.syntax.relations) {
      for role in relation.roles where role.isOptional {
        let isAutomatic = role.types.contains { type in
          type == "DATE" || type == "DURATION" || type.hasPrefix("@") || type == "CLAUSE"
        }
        guard !isAutomatic, filled[relation.type]?.contains(role.name) != true,
          reported.insert(relation.type + ":" + role.name).inserted
        else { continue }
        let hint = "name it in a `frame`, in `with` or as a capture of `match`, or take it away"
        report(.unfilledRole, "nothing ever fills role `\(role.name)`", role.place, hint)
      }
    }
  }
}
