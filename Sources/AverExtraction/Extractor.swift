package import AverModel
package import AverRules

/// Runs the entity rules over an analyzed text.
///
/// Files of rules are run in their order, sentence by sentence, so that later rules can ask for the
/// mentions of earlier ones. Times are placed in the calendar at the end, when all of them are known.
package struct Extractor: Sendable {
  private let rules: RuleSet
  private let evaluator = ValueEvaluator()
  /// The patterns with the rules they belong to, in the order of files.
  private let attempts: [Attempt]
  /// For each pattern, by its number, its place in `attempts`; -1 for those that are tried in other ways.
  private let places: [Int32]
  /// The numbers of the patterns of each file, others between them, in the order of files.
  private let strata: [(stratum: Int, numbers: Range<Int>)]
  /// For each attempt the number of its pattern among those that several have; -1 for others.
  private let shares: [Int32]
  private let shareCount: Int
  private let legalSuffixes: Int?
  private let makers: Int?
  /// What texts must speak of for some rules to count.
  private let genres: [RuleGenre]

  package init(rules: RuleSet) {
    self.rules = rules
    var attempts: [Attempt] = []
    var strata: [(stratum: Int, numbers: Range<Int>)] = []
    for (index, rule) in rules.entityRules.enumerated() {
      for program in rule.patterns {
        let number = program.number
        if let last = strata.last, last.stratum == rule.stratum {
          let first = min(last.numbers.lowerBound, number)
          strata[strata.count - 1].numbers = first..<max(last.numbers.upperBound, number + 1)
        } else {
          strata.append((rule.stratum, number..<(number + 1)))
        }
        attempts.append(
          Attempt(
            rule: index,
            stratum: rule.stratum,
            program: program,
            after: rule.after,
            before: rule.before
          )
        )
      }
    }
    let end = strata.map(\.numbers.upperBound).max() ?? 0
    var places = [Int32](repeating: -1, count: end)
    for (place, attempt) in attempts.enumerated() { places[attempt.program.number] = Int32(place) }
    legalSuffixes = rules.list(named: StageLists.legalSuffix)
    makers = rules.list(named: StageLists.makerOf)
    genres = rules.entityRules.compactMap(\.genre)
    (shares, shareCount) = SharedMatches.shares(of: attempts.map(\.program), in: rules)
    self.attempts = attempts
    self.places = places
    self.strata = strata
  }

  /// A pattern of a rule, with what must stand on either side of its matches.
  private final class Attempt: Sendable {
    let rule: Int
    let stratum: Int
    let program: Program
    let after: [Program]
    let before: [Program]

    init(rule: Int, stratum: Int, program: Program, after: [Program], before: [Program]) {
      self.rule = rule
      self.stratum = stratum
      self.program = program
      self.after = after
      self.before = before
    }

    /// Whether the sentence has what one of the conditions on each side needs.
    func meetsNeeds(in input: borrowing SentenceInput) -> Bool {
      Self.hasOne(of: after, input) && Self.hasOne(of: before, input)
    }

    private static func hasOne(of programs: [Program], _ input: borrowing SentenceInput) -> Bool {
      if programs.isEmpty { return true }
      for program in programs where input.has(program) { return true }
      return false
    }
  }

  /// The mentions of a text, in text order; where two overlap, the better one stays.
  ///
  /// - Parameters:
  ///   - text: The text with tags and groups.
  ///   - reference: What relative dates are resolved against.
  /// - Returns: The mentions, without overlaps but for rules that keep theirs.
  package func mentions(in text: AnalyzedText, reference: ReferenceDate) -> [Mention] {
    var observer = NoObserver()
    return mentions(in: text, reference: reference, observer: &observer)
  }

  /// The same, with somebody who looks on; the mentions are no others.
  package func mentions<Observer: ExtractionObserver>(
    in text: AnalyzedText,
    reference: ReferenceDate,
    observer: inout Observer
  ) -> [Mention] {
    var chart = MentionChart(text: text, rules: rules)
    var input = SentenceInput(text: text, rules: rules)
    var machine = PatternMachine(rules: rules)
    var shared = SharedMatches(count: shareCount)
    let counts = GenreCounts(genres, in: text.tokenized, rules)
    for sentence in text.tokenized.sentences {
      input.load(sentence.tokens)
      chart.beginSentence()
      shared.turn()
      for stratum in strata.indices {
        run(stratum, counts, &input, &machine, &shared, &chart, &observer)
      }
      chart.endSentence(&observer)
    }
    let mentions = resolved(chart, in: text, reference)
    return CurrencyResolver(rules: rules).resolve(mentions, in: &input)
  }

  /// Runs the rules of one file over the sentence.
  private func run<Observer: ExtractionObserver>(
    _ stratum: Int,
    _ counts: GenreCounts,
    _ input: inout SentenceInput,
    _ machine: inout PatternMachine,
    _ shared: inout SharedMatches,
    _ chart: inout MentionChart,
    _ observer: inout Observer
  ) {
    let (stratum, numbers) = strata[stratum]
    var hits: [PatternMachine.Match] = []
    // Of many patterns few have what they need: the others cost a bit each.
    var next = input.nextPossible(from: numbers.lowerBound, below: numbers.upperBound)
    while let number = next {
      next = input.nextPossible(from: number + 1, below: numbers.upperBound)
      guard places[number] >= 0 else { continue }
      let place = Int(places[number])
      let attempt = attempts[place]
      guard attempt.stratum == stratum, attempt.meetsNeeds(in: input) else { continue }
      hits.removeAll(keepingCapacity: true)
      if shares[place] >= 0 {
        hits += shared.matches(of: Int(shares[place]), attempt.program, in: input, &machine)
      } else {
        machine.forEachMatch(of: attempt.program, in: input) { hits.append($0) }
      }
      for hit in hits {
        let own = rules.entityRules[attempt.rule].mentioned(in: hit, base: input.base)
        let candidate = MentionChart.Candidate(rule: attempt.rule, match: own)
        if meetsConditions(candidate, counts, input, &machine) {
          chart.propose(candidate)
        } else {
          observer.note(rule: candidate.rule, tokens: candidate.tokens(input), fate: .refused)
        }
      }
    }
    guard chart.hasCandidates else { return }
    for (candidate, evaluated) in winners(input, &chart, &observer) {
      let mention = chart.add(evaluated.mention, time: evaluated.time, rule: candidate.rule)
      let type = rules.entityRules[candidate.rule].type
      input.add(type: type, candidate.match.start, candidate.match.end, mention: mention)
    }
  }

  /// The candidates that become mentions, in text order: the better one of two that overlap, if it
  /// has a value.
  private func winners<Observer: ExtractionObserver>(
    _ input: borrowing SentenceInput,
    _ chart: inout MentionChart,
    _ observer: inout Observer
  ) -> [(candidate: MentionChart.Candidate, evaluated: Evaluated)] {
    var winners: [(candidate: MentionChart.Candidate, evaluated: Evaluated)] = []
    for candidate in chart.takeCandidates() {
      let (start, end) = (candidate.match.start, candidate.match.end)
      let rival = winners.first { $0.candidate.match.start < end && start < $0.candidate.match.end }
      if let rival, !rules.entityRules[candidate.rule].isKept {
        observer.note(
          rule: candidate.rule,
          tokens: candidate.tokens(input),
          fate: .shadowed(byRule: rival.candidate.rule)
        )
      } else if let evaluated = evaluate(candidate, input, chart) {
        winners.append((candidate, evaluated))
      } else {
        observer.note(rule: candidate.rule, tokens: candidate.tokens(input), fate: .withoutValue)
      }
    }
    winners.sort { left, right in
      let (first, second) = (left.candidate, right.candidate)
      return (first.match.start, first.rule) < (second.match.start, second.rule)
    }
    return winners
  }

  private func meetsConditions(
    _ candidate: MentionChart.Candidate,
    _ counts: GenreCounts,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> Bool {
    let rule = rules.entityRules[candidate.rule]
    if let genre = rule.genre, !counts.reach(genre) { return false }
    let (start, end) = (candidate.match.start, candidate.match.end)
    if !rule.after.isEmpty {
      let holds = rule.after.contains { machine.matches($0, in: input, endingAt: start) }
      if !holds { return false }
    }
    if !rule.before.isEmpty {
      let holds = rule.before.contains { machine.matches($0, in: input, at: end) }
      if !holds { return false }
    }
    let first = max(0, start - 8)
    for program in rule.unless
    where machine.overlaps(program, in: input, from: first, TokenRange(start, end)) {
      // Some match overlaps; only the preferred one from each start counts.
      for position in first..<end {
        if let other = machine.match(program, in: input, at: position), other.end > start {
          return false
        }
      }
    }
    return true
  }

  private func evaluate(
    _ candidate: MentionChart.Candidate,
    _ input: borrowing SentenceInput,
    _ chart: MentionChart
  ) -> Evaluated? {
    let rule = rules.entityRules[candidate.rule]
    let tokens = TokenRange(
      input.base + candidate.match.start,
      input.base + candidate.match.end
    )
    let type = rules.types[rule.type]
    var value: MentionValue?
    var time: UnresolvedTime?
    if let expression = rule.value {
      let result = evaluator.value(
        of: expression,
        captures: candidate.match.captures,
        in: input.text,
        mentions: chart.mentions,
        times: chart.times
      )
      switch result {
      case .value(let found): value = found
      case .time(let found): time = found
      case nil: return nil
      }
    } else if type.isName {
      value = .name(NameForm.text(of: tokens, in: input.text.tokenized))
    }
    let mention = Mention(
      tokens: tokens,
      range: input.text.tokenized.bytes(of: tokens),
      type: type,
      value: value,
      identifiers: identifiers(candidate.match.start, candidate.match.end, input),
      rule: rule.identifier
    )
    return Evaluated(mention: mention, time: time)
  }

  /// A mention, and its time before it has its place in the calendar.
  private struct Evaluated {
    let mention: Mention
    let time: UnresolvedTime?
  }

  /// External identifiers of the listed name that stands exactly here, or but for a legal suffix.
  private func identifiers(_ start: Int, _ end: Int, _ input: borrowing SentenceInput) -> [String] {
    for match in input.listMatches(at: start) where Int(match.end) <= end && match.value >= 0 {
      // The iPhone is not its maker, by whose name a map explains it.
      if Int(match.list) == makers { continue }
      if let found = rules.identifiers[Int(match.value)], isSuffix(Int(match.end), end, input) {
        return found
      }
    }
    return []
  }

  /// Whether nothing stands between two positions but legal suffixes and commas.
  private func isSuffix(_ start: Int, _ end: Int, _ input: borrowing SentenceInput) -> Bool {
    var position = start
    while position < end {
      let token = input.text.tokenized.tokens[input.base + position]
      if input.text.tokenized.clean.bytes[token.start] == 0x2C {
        position += 1
        continue
      }
      guard let legalSuffixes,
        let suffix = input.listMatches(at: position).last(where: {
          Int($0.list) == legalSuffixes && Int($0.end) <= end
        })
      else { return false }
      position = Int(suffix.end)
    }
    return true
  }

  private func resolved(
    _ chart: MentionChart,
    in text: AnalyzedText,
    _ reference: ReferenceDate
  ) -> [Mention] {
    let survivors = chart.survivors
    let timed = survivors.filter { chart.times[$0] != nil }
    let occurrences = timed.compactMap { index in
      chart.times[index].map {
        TimeResolver.Occurrence(tokens: chart.mentions[index].tokens, time: $0)
      }
    }
    let times = TimeResolver(reference: reference, rules: rules).resolve(occurrences, in: text)
    var valueOfMention: [Int: TimeValue] = [:]
    for (index, time) in zip(timed, times) { valueOfMention[index] = time }
    return survivors.map { index in
      let mention = chart.mentions[index]
      guard let time = valueOfMention[index] else { return mention }
      return Mention(
        tokens: mention.tokens,
        range: mention.range,
        type: time.kind == .date ? mention.type : MentionType(time.kind.rawValue),
        value: .time(time),
        identifiers: mention.identifiers,
        rule: mention.rule
      )
    }
  }
}

/// The plain form of a name that a text uses.
package enum NameForm {
  /// The words with single spaces between them, without a possessive at the end.
  package static func text(of tokens: TokenRange, in text: TokenizedText) -> String {
    var end = tokens.end
    while end > tokens.start + 1, text.tokens[end - 1].traits.contains(.possessive) { end -= 1 }
    var result = ""
    for index in tokens.start..<end {
      let token = text.tokens[index]
      if index > tokens.start, token.start > text.tokens[index - 1].end { result += " " }
      result += text.clean.string(token.range)
    }
    return result
  }
}
