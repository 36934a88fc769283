import AverModel

/// Finds what controls infinitives and gerunds (`agreed to buy`, `is in talks to buy`) and which
/// verbs without auxiliaries share those of an earlier one (`to sell A and take over B`).
struct ControlChains {
  /// How many groups may stand between a control noun and its infinitive
  /// (`a deal with X of Italy to buy`).
  private static let reach = 3

  static func link(_ chart: inout SentenceChart) {
    for verb in chart.verbs.indices {
      switch chart.verbs[verb].form {
      case .infinitive, .bare: chart.verbs[verb].governor = governor(ofInfinitive: verb, chart)
      case .gerund: chart.verbs[verb].governor = governor(ofGerund: verb, chart)
      default: break
      }
      coordinate(verb, &chart)
    }
  }

  private static func governor(ofInfinitive verb: Int, _ chart: SentenceChart) -> Int? {
    let before = chart.tokenBefore(chart.verbs[verb].start)
    if let other = chart.verb(at: before) {
      return !chart.verbs[other].isPassive || chart.isControl(verb: other) ? other : nil
    }
    if chart.tokens[before].tag == .adjective || chart.tokens[before].words.contains(.controlWord),
      let copula = chart.verb(at: chart.tokenBefore(before)), chart.isCopula(copula)
    {
      return copula
    }
    guard var noun = chart.noun(at: before) else { return nil }
    for _ in 0..<reach {
      let start = chart.nouns[chart.firstPossessor(noun)].tokens.start
      let opener = chart.tokenBefore(start)
      if chart.isControl(noun: noun) { return governingVerb(of: noun, chart) }
      if let other = chart.verb(at: opener) {
        let isObjectControl = chart.isControl(verb: other) && !chart.isCopula(other)
        return isObjectControl && chart.tokens[chart.nouns[noun].head].tag != .numeral ? other : nil
      }
      guard chart.tokens[opener].isPreposition else { return nil }
      // `agreed in May to buy`
      if let other = chart.verb(at: opener - 1) {
        return chart.isControl(verb: other) && !chart.isCopula(other) ? other : nil
      }
      guard let next = chart.noun(at: opener - 1) else { return nil }
      noun = next
    }
    return nil
  }

  /// The verb whose object or complement a control noun is: `announced plans`, `is in talks`.
  private static func governingVerb(of noun: Int, _ chart: SentenceChart) -> Int? {
    var opener = chart.tokenBefore(chart.nouns[chart.firstPossessor(noun)].tokens.start)
    if chart.tokens[opener].isPreposition { opener = chart.tokenBefore(opener) }
    // `gave Google the right to buy`
    if let object = chart.noun(at: opener), !chart.nouns[object].isInPrepositionalPhrase {
      opener = chart.tokenBefore(chart.nouns[object].tokens.start)
    }
    return chart.verb(at: opener)
  }

  private static func governor(ofGerund verb: Int, _ chart: SentenceChart) -> Int? {
    let before = chart.tokenBefore(chart.verbs[verb].start)
    if let other = chart.verb(at: before) { return chart.isControl(verb: other) ? other : nil }
    let isLinked = chart.tokens[before].isPreposition || chart.tokens[before].tag == .subordinator
    guard isLinked else { return nil }
    let adjective = chart.tokenBefore(before)
    if let copula = chart.verb(at: adjective), chart.isCopula(copula), adjective < before - 1 {
      return copula
    }
    // `is close to buying`, `is interested in buying`
    guard chart.tokens[adjective].tag == .adjective,
      let copula = chart.verb(at: chart.tokenBefore(adjective)), chart.isCopula(copula)
    else { return nil }
    return copula
  }

  /// Lets a verb after `and` share the auxiliaries, the marker and the governor of an earlier one.
  private static func coordinate(_ verb: Int, _ chart: inout SentenceChart) {
    let draft = chart.verbs[verb]
    let joint = chart.tokenBefore(draft.start)
    let head = chart.tokens[draft.head]
    guard joint > chart.range.start, draft.parts.count <= 2, head.isVerb,
      chart.tokens[joint].isCoordinator || isListed(verb, joint, chart)
    else { return }
    harmonize(verb, joint, &chart)
    for other in (0..<verb).reversed() {
      let earlier = chart.verbs[other]
      switch draft.form {
      case .infinitive where earlier.form == .infinitive:
        chart.verbs[verb].governor = earlier.governor
        chart.verbs[verb].coordinatedWith = other
        return
      case .gerund where earlier.form == .gerund || earlier.isProgressive:
        chart.verbs[verb].coordinatedWith = other
        if earlier.isFinite { share(earlier, with: verb, &chart) }
        return
      case .participle where earlier.isPassive || earlier.isPerfect:
        chart.verbs[verb].coordinatedWith = other
        share(earlier, with: verb, &chart)
        return
      case .participle where earlier.form == .past:
        // The spelling is that of the past, too.
        guard head.forms.contains(.past) else { return }
        chart.verbs[verb].form = .past
        chart.verbs[verb].isPassive = false
        return
      case .past where earlier.isPassive && earlier.isFinite:
        // `was spun off and later sold to …`
        let next = chart.tokens[draft.end]
        guard draft.parts.count == 1, head.forms.contains(.pastParticiple),
          next.grammar == .to || next.grammar == .stop
        else { return }
        chart.verbs[verb].coordinatedWith = other
        share(earlier, with: verb, &chart)
        return
      case .past where earlier.isFinite: return
      case .present, .bare:
        guard head.forms.contains(.base), !head.forms.contains(.thirdPerson) else { return }
        guard earlier.form == .infinitive || earlier.form == .modal || earlier.form == .bare else {
          if earlier.isFinite { return }
          continue
        }
        // `would be based in X and employ Y`: a base form has the modal alone.
        chart.verbs[verb].coordinatedWith = other
        share(earlier, with: verb, &chart)
        chart.verbs[verb].isPassive = false
        chart.verbs[verb].isPerfect = false
        chart.verbs[verb].isProgressive = false
        return
      default: continue
      }
    }
  }

  /// Whether a base form continues a list of infinitives: `to pick up, carry and drop`.
  private static func isListed(_ verb: Int, _ joint: Int, _ chart: SentenceChart) -> Bool {
    guard verb > 0, chart.tokens[joint].isComma,
      chart.tokens[chart.verbs[verb].head].forms == .base
    else { return false }
    let draft = chart.verbs[verb]
    let earlier = chart.verbs[verb - 1]
    return (draft.form == .present || draft.form == .bare)
      && (earlier.form == .infinitive || earlier.form == .modal)
  }

  /// Reads `arrested and questioned` alike: if one is finite, so is the other.
  private static func harmonize(_ verb: Int, _ joint: Int, _ chart: inout SentenceChart) {
    guard verb > 0, chart.verbs[verb].form == .past, chart.verbs[verb - 1].end == joint,
      chart.verbs[verb - 1].form == .participle, chart.verbs[verb - 1].parts.count == 1,
      chart.tokens[chart.verbs[verb - 1].head].forms.contains(.past)
    else { return }
    chart.verbs[verb - 1].form = .past
    chart.verbs[verb - 1].isPassive = false
  }

  private static func share(
    _ earlier: VerbGroupDraft,
    with verb: Int,
    _ chart: inout SentenceChart
  ) {
    chart.verbs[verb].form = earlier.form
    chart.verbs[verb].isPassive = earlier.isPassive
    chart.verbs[verb].isPerfect = earlier.isPerfect
    chart.verbs[verb].isProgressive = earlier.isProgressive
    chart.verbs[verb].modal = earlier.modal
    chart.verbs[verb].governor = earlier.governor
    chart.verbs[verb].sharesAuxiliaries = true
  }
}
