package import AverModel

/// Entity rules, and the rule set as a whole.
extension RuleCompiler {
  /// Types that exist without any entity rule: words of the text and parts of sentences.
  static let textTypes: Set<String> = ["TEXT", "NAMED", "CLAUSE"]

  /// Compiles everything; nil if there is an error.
  mutating func compileRules(digest: String) -> RuleSet? {
    var environment = PatternCompiler.Environment()
    environment.lists = listIndices
    for (_, syntax) in syntaxes {
      for definition in syntax.definitions {
        environment.definitions[definition.name] = definition.pattern
      }
    }
    typeNames = Self.builtInTypes
    for (_, syntax) in syntaxes {
      for entity in syntax.entities where !typeNames.contains(entity.type) {
        typeNames.append(entity.type)
      }
    }
    for (index, name) in typeNames.enumerated() { environment.types[name] = index }
    environment.split = { [self] in words(of: $0) }
    environment.forms = { [self] in forms(of: $0) }
    var patterns = PatternCompiler(environment: environment, vocabulary: vocabulary)
    for literal in exactLiterals { _ = patterns.addLiteral(literal) }

    var ruleTests: [RuleTest] = []
    let entityRules = compileEntities(&patterns, &ruleTests)
    let compiled = compileRelations(&patterns, &ruleTests)
    diagnostics += patterns.diagnostics
    // A rule that cannot be read uses nothing: what only it names is not reported as well.
    if !diagnostics.contains(where: { !$0.code.isWarning }) { reportUnused(patterns.usedNames) }
    let statuses = statusLists()
    guard !diagnostics.contains(where: { !$0.code.isWarning }) else { return nil }
    let vocabulary = patterns.vocabulary.vocabulary
    return RuleSet(
      vocabulary: vocabulary,
      automaton: automaton.automaton,
      listNames: lists.map(\.name),
      listIndices: listIndices,
      values: StringTable(values),
      identifiers: IdentifierTable(identifiers),
      literals: StringTable(patterns.literals),
      wordSets: WordSets(patterns.wordSets),
      tests: patterns.tests,
      masks: TokenMasks(patterns.tests),
      steps: FrozenArray(patterns.steps),
      index: MatchIndex(
        starts: patterns.startSets,
        triggers: patterns.triggers,
        profiles: patterns.profiles,
        symbols: vocabulary.count,
        lists: lists.count,
        types: typeNames.count
      ),
      types: typeNames.map { MentionType($0) },
      entityRules: entityRules,
      relations: compiled.relations,
      triggers: TriggerTable(compiled.triggers),
      statuses: statuses,
      negation: listIndices["status:negated"],
      schemas: compiled.schemas,
      ruleTests: ruleTests,
      legalSuffixes: legalSuffixes,
      warnings: sortedDiagnostics,
      files: files,
      digest: digest
    )
  }

  private var legalSuffixes: Set<String> {
    guard let index = listIndices[StageLists.legalSuffix] else { return [] }
    return Set(lists[index].entries.map { $0.text.lowercased().filter { $0 != "." } })
  }

  private static let builtInTypes = [
    "ORG", "PERSON", "PLACE", "PRODUCT", "MONEY", "DATE", "TIME", "DURATION", "SET", "PERCENT",
    "NUMBER", "QUANTITY",
  ]

  /// Status lists, strongest first: an ended plan is ended, talks about a plan are talks.
  private mutating func statusLists() -> [(status: ClaimStatus, list: Int)] {
    let order: [ClaimStatus] = [.ended, .inTalks, .possible, .planned, .completed]
    for (_, syntax) in syntaxes {
      for status in syntax.statuses
      where status.name != "negated" && ClaimStatus(rawValue: status.name) == nil {
        reportUnknownStatus(status)
      }
    }
    return order.compactMap { status in
      listIndices["status:" + status.rawValue].map { (status, $0) }
    }
  }

  mutating func reportUnknownStatus(_ status: StatusSyntax) {
    let names = ClaimStatus.allCases.map(\.rawValue) + ["negated"]
    let hint =
      Suggestion.hint(for: status.name, among: names) ?? "it is one of "
      + names.joined(separator: ", ")
    report(.unknownStatus, "`\(status.name)` is no status", status.place, hint)
  }

  private mutating func compileEntities(
    _ patterns: inout PatternCompiler,
    _ ruleTests: inout [RuleTest]
  ) -> [CompiledEntityRule] {
    var result: [CompiledEntityRule] = []
    var names: [String: RulePlace] = [:]
    for (stratum, item) in syntaxes.enumerated() {
      for entity in item.syntax.entities {
        if names.updateValue(entity.place, forKey: entity.name) != nil {
          report(.duplicateName, "rule `\(entity.name)` is defined twice", entity.place, nil)
        }
        if !entity.hasMatch {
          let hint = "add `match PATTERN`"
          report(.missingClause, "`\(entity.name)` matches nothing", entity.place, hint)
        }
        reportMissingExamples(entity.tests, entity.name, entity.place)
        for test in entity.tests {
          ruleTests.append(RuleTest(owner: .entity(result.count), name: entity.name, syntax: test))
        }
        var captures: [String] = []
        let programs = entity.patterns.compactMap {
          patterns.compile($0, at: entity.place, captures: &captures)
        }
        var other: [String] = []
        func compiled(_ conditions: [PatternSyntax]) -> [Program] {
          conditions.compactMap { patterns.compile($0, at: entity.place, captures: &other) }
        }
        result.append(
          CompiledEntityRule(
            identifier: RuleIdentifier(file: files[item.file].path, name: entity.name),
            type: typeNames.firstIndex(of: entity.type) ?? 0,
            patterns: programs,
            after: compiled(entity.after),
            before: compiled(entity.before),
            unless: compiled(entity.unless),
            value: entity.value.map { expression($0, captures) },
            span: span(of: entity, captures),
            priority: entity.priority,
            isKept: entity.isKept,
            genre: entity.genre.flatMap { patterns.genre($0) },
            stratum: stratum
          )
        )
      }
    }
    return result
  }

  private mutating func span(of entity: EntitySyntax, _ captures: [String]) -> Int? {
    guard let (name, place) = entity.span else { return nil }
    if let slot = captures.firstIndex(of: name) { return slot }
    let hint = Suggestion.hint(for: name, among: captures) ?? "write `match … \(name):PATTERN …`"
    report(.unknownCapture, "no pattern captures `\(name)`", place, hint)
    return nil
  }

  private mutating func expression(_ value: ValueSyntax, _ captures: [String]) -> ValueExpression {
    switch value {
    case .call(let name, let arguments, let place):
      if !ValueBuiltIns.names.contains(name) {
        let hint =
          Suggestion.hint(for: name, among: ValueBuiltIns.names)
          ?? "built-ins are " + ValueBuiltIns.names.sorted().joined(separator: " ")
        report(.unknownBuiltIn, "`\(name)` is no built-in", place, hint)
      }
      return .call(name, arguments.map { expression($0, captures) })
    case .name(let name, let place):
      if let slot = captures.firstIndex(of: name) { return .capture(slot) }
      if ValueBuiltIns.isWord(name) { return .word(name) }
      let hint = Suggestion.hint(for: name, among: captures + ValueBuiltIns.words.sorted())
      report(.unknownCapture, "no pattern captures `\(name)`", place, hint)
      return .word(name)
    case .number(let number): return .number(number)
    case .product(let left, let right):
      return .product(expression(left, captures), expression(right, captures))
    case .sum(let left, let right):
      return .sum(expression(left, captures), expression(right, captures))
    }
  }

  mutating func reportMissingExamples(_ tests: [TestSyntax], _ name: String, _ place: RulePlace) {
    let isNegative = { (test: TestSyntax) in test.expectations.allSatisfy { $0 == .none } }
    let hasPositive = tests.contains { !isNegative($0) }
    let hasNegative = tests.contains(where: isNegative)
    if hasPositive, hasNegative { return }
    let missing =
      !hasPositive && !hasNegative
      ? "any test"
      : hasPositive
        ? "a test that must not match"
        : "a test that must match"
    let hint = "add `test \"…\" => \(hasPositive ? "none" : "\"…\"")`"
    report(.missingExample, "`\(name)` lacks \(missing)", place, hint)
  }

  /// Lists that no pattern names and no stage asks for.
  private mutating func reportUnused(_ used: Set<String>) {
    for list in lists
    where !used.contains(list.name) && WordClass.named(list.name) == nil
      && !list.name.contains(":") && !StageLists.names.contains(list.name)
    {
      report(.unusedName, "list `\(list.name)` is never used", list.place, nil)
    }
    for (_, syntax) in syntaxes {
      for definition in syntax.definitions where !used.contains(definition.name) {
        report(.unusedName, "`\(definition.name)` is never used", definition.place, nil)
      }
    }
  }
}

/// Lists that a stage asks for by name, so that they count as used.
package enum StageLists {
  /// Nouns that refer to an organization named before: `company` `firm`.
  package static let companyNoun = "company_noun"
  /// The same in the plural: `companies`.
  package static let companyNounPlural = "company_noun_plural"
  /// Companies by their names.
  package static let companies = "company"
  /// Companies that are listed on exchanges.
  package static let listedCompanies = "company_listed"
  /// News organizations.
  package static let newsOutlet = "news_outlet"
  /// Nouns for sources without a name: the `people` of `people familiar with the matter`.
  package static let anonymousSource = "anonymous_source"
  /// What leads from such a noun to what they know: `familiar with`.
  package static let knowingLink = "knowing_link"
  /// Who speaks for others: `spokeswoman`.
  package static let spokesperson = "spokesperson"
  /// Nouns that stand for an outlet: `media reports`.
  package static let outletNoun = "outlet_noun"
  /// What leads from a part to the whole: `two of the people` `$3 billion in contracts`.
  package static let partWord = "part_word"
  /// What leads from a noun to its object: `a line of Marlin chips`.
  package static let complementWord = "complement_word"
  /// What leads from `be` to the noun that is said of a subject: `is in talks`.
  package static let predicateWord = "predicate_word"
  /// What leads from a noun to examples of it: `commitments, including agreements with A`.
  package static let exampleWord = "example_word"
  /// What leads from a passive verb to who acts: `by`.
  package static let agentWord = "agent_word"
  /// What opens the clause that is reported: `that`.
  package static let contentWord = "content_word"
  /// Modals that tell of what is only thought of, unless somebody says so: `would`.
  package static let hypotheticalModal = "hypothetical_modal"
  /// People who speak of others than those they work for: `analysts`.
  package static let bystander = "bystander"
  /// The pronoun of what belongs to an organization: `its`.
  package static let ownPronoun = "own_pronoun"
  /// What stands before the name of a competitor: `rival Norden`.
  package static let rivalWord = "rival_word"
  /// Words of a title or role that refer to a person named before.
  package static let personNoun = "person_noun"
  /// Pronouns that stand for an organization: `it` `its`.
  package static let companyPronoun = "company_pronoun"
  /// Pronouns that stand for a person: `he` `her`.
  package static let personPronoun = "person_pronoun"
  /// Words between a name and the one it had before: `formerly`.
  package static let formerNameCue = "former_name_cue"
  /// Words between a name and the one that has taken its place: `now called`.
  package static let currentNameCue = "current_name_cue"
  /// Words between two names of one: `also known as`.
  package static let otherNameCue = "other_name_cue"
  /// Nouns that name a company by what belongs to it: the `unit` of `a unit of Corvala`.
  package static let belongingNoun = "belonging_noun"
  /// Nouns that name whom a company belongs to: `parent`.
  package static let parentNoun = "parent_noun"
  /// Nouns that name whoever makes something: `maker`.
  package static let makerNoun = "maker_noun"
  /// Who makes or owns what is listed: `iPhone`.
  package static let makerOf = "maker_of"
  /// Documents that are credited: `filing` `report`.
  package static let documentNoun = "document_noun"
  /// Words that describe any organization: `company` `large`.
  package static let plainDescription = "plain_description"
  /// Nouns for several or for parts of one, who act for the one that is named behind: `group` `unit`.
  package static let actingNoun = "acting_noun"
  /// What leads from such a noun to the name: `led by` `of`.
  package static let actingLink = "acting_link"
  /// Verbs that only say how far the act of the noun behind them has come: `go ahead with`.
  package static let lightVerb = "light_verb"
  /// What outsiders do to the deals of others: `block` `approve`.
  package static let outsiderVerb = "outsider_verb"
  /// Nouns for figures that are credited to whom they belong: `Norden data`.
  package static let figureNoun = "figure_noun"
  /// What stands before a figure that another is compared with: `versus` `up from`.
  package static let comparisonWord = "comparison_word"
  /// Words before a time at which what is told was over: `before May it held 5%`.
  package static let earlierWord = "earlier_word"
  /// Words before the figure with which another is compared: `rose to $4 billion from $3 billion`.
  package static let originWord = "origin_word"
  /// Verbs that complete what was planned: `closed its deal to buy X`.
  package static let closingVerb = "closing_verb"
  /// Words before an event that is not the one told of, though its time may follow: `after talks in May`.
  package static let asideWord = "aside_word"
  /// Participles of the event itself, so that a time behind them is the event's: `a deal announced in May`.
  package static let settlingWord = "settling_word"
  /// Plural nouns for what roundups tell of, such as `deals`, by the type of claim.
  package static let roundupNoun = "roundup_noun"
  /// Nouns for what was told of, so that the end of one is the end of what was told: `but the talks collapsed`.
  package static let eventNoun = "event_noun"
  /// What joins a time to what happened at it: `in August, when it raised $3 million`.
  package static let timeRelative = "time_relative"
  /// Words between a place and who has its seat there: `the Ohio-based company`.
  package static let seatWord = "seat_word"

  /// Verbs of saying, in the forms in which they follow a name: `said` `says`.
  package static let sayingVerb = "saying_verb"
  /// What may follow `and` within one name: the `Sons` of `Sefton and Sons Ltd`.
  package static let nameAfterAnd = "name_after_and"
  /// Places and what is of them: what no short form of a company's name can be.
  package static let placeWords = ["country", "region", "city", "demonym"]

  /// `Inc.` `Corp.` …: what does not tell names apart.
  package static let legalSuffix = "legal_suffix"

  /// The currency of a country, by its names, the words for what is of it, and its datelines.
  package static let currencyPlace = "currency_place"
  /// The currency of a country, by the last part of its sites' addresses.
  package static let currencyDomain = "currency_domain"
  /// Currencies whose bare sign or name stands in contrast to qualified ones, such as `C$`.
  package static let contrastedCurrency = "contrasted_currency"
  /// Agencies that write for readers of many countries.
  package static let worldAgency = "world_agency"

  /// Whether a place's press writes the day before the month in `03/04/2025`.
  package static let dayOrderPlace = "day_order_place"
  /// The same, by the last part of a site's address.
  package static let dayOrderDomain = "day_order_domain"
  /// Words whose spelling tells British from American writing.
  package static let dayOrderSpelling = "day_order_spelling"

  /// Verbs that put what they speak of after the day of writing: `planned a rally on Saturday`.
  package static let forwardVerb = "forward_verb"
  /// Verbs that do so for the infinitive they govern: `set to resume on Monday`.
  package static let forwardGovernor = "forward_governor"
  /// Modals that tell of the past when they are negated: `could not be reached`.
  package static let backwardModal = "backward_modal"
  /// Words right before a time that is to come: `payable Jan. 15`.
  package static let forwardWord = "forward_word"
  /// Verbs that move something to a later time: `postponed until Friday`.
  package static let postponingVerb = "postponing_verb"
  /// What stands between such a verb and that time.
  package static let deadlineWord = "deadline_word"
  /// Subjects of which something is denied: `neither could be reached`.
  package static let negativeSubject = "negative_subject"
  /// Modals that look ahead even with `have`: `will have sold`.
  package static let forwardModal = "forward_modal"
  /// Verbs whose present tense tells what was said or written.
  package static let tellingVerb = "telling_verb"

  /// Lists that give one name for several, by the type of what they name.
  package static let aliases: [MentionType: [String]] = [
    .place: ["country", "state_abbreviation"],
    .organization: [companies, listedCompanies, "institution", newsOutlet],
  ]

  package static let names: Set<String> = [
    forwardVerb, forwardGovernor, backwardModal, forwardWord, postponingVerb, deadlineWord,
    negativeSubject, forwardModal, tellingVerb, currencyPlace, currencyDomain, contrastedCurrency,
    worldAgency, companyNoun, companies, listedCompanies, newsOutlet, anonymousSource, personNoun,
    documentNoun, companyPronoun, personPronoun, legalSuffix, formerNameCue, currentNameCue,
    otherNameCue, companyNounPlural, belongingNoun, parentNoun, makerNoun, makerOf,
    plainDescription, comparisonWord, earlierWord, originWord, seatWord, actingNoun, actingLink,
    lightVerb, outsiderVerb, figureNoun, knowingLink, spokesperson, outletNoun, partWord,
    complementWord, predicateWord, exampleWord, rivalWord, bystander, ownPronoun, agentWord,
    contentWord, hypotheticalModal, closingVerb, asideWord, settlingWord, timeRelative,
    roundupNoun, eventNoun, dayOrderPlace, dayOrderDomain, dayOrderSpelling, sayingVerb,
    nameAfterAnd,
  ]
}
