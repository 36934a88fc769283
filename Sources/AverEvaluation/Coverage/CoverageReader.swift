package import Aver
import AverExtraction
import AverLinking
package import AverModel
import AverRules

extension RuleCoverage {
  /// Reads one document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - pipeline: Made of the rules.
  ///   - loaded: The rules.
  /// - Throws: `PipelineError` if the document cannot be read.
  package init(
    _ document: SourceDocument,
    _ pipeline: inout Pipeline,
    _ loaded: LoadedRules
  ) throws(PipelineError) {
    let rules = loaded.ruleSet
    self.init(rules: rules)
    let text = try pipeline.analyzed(document)
    var notes = MatchNotes()
    let mentions = pipeline.mentions(in: text, observer: &notes)
    let (linked, attempts) = pipeline.explain(text, mentions: mentions)
    documentCount = 1
    sentenceCount = text.tokenized.sentences.count
    for (rule, _, fate) in notes.items { note(rule, fate) }
    note(attempts, rules)
    note(relationsOf: linked, rules)
    readSentences(of: linked, notes, rules)
  }

  private mutating func note(_ rule: Int, _ fate: MatchFate) {
    entities[rule].matched += 1
    switch fate {
    case .kept: entities[rule].kept += 1
    case .refused, .withoutValue: entities[rule].refused += 1
    case .shadowed(let rival):
      entities[rule].shadowed += 1
      rivals[rule, default: [:]][rival, default: 0] += 1
    }
  }

  private mutating func note(_ attempts: [FrameAttempt], _ rules: RuleSet) {
    for attempt in attempts where attempt.outcome != .noTrigger {
      var counts = Counts()
      relations[attempt.relation].tried += 1
      guard attempt.outcome != .unfilled, let variant = attempt.variant else { continue }
      counts.matched = 1
      switch attempt.outcome {
      case .made: counts.kept = 1
      case .outdone: counts.shadowed = 1
      default: counts.refused = 1
      }
      relations[attempt.relation] += counts
      let key = Construction(relation: attempt.relation, variant: variant)
      constructions[key, default: Counts()] += counts
    }
  }

  /// Relations that `match` patterns made: of these there are no attempts.
  private mutating func note(relationsOf document: LinkedDocument, _ rules: RuleSet) {
    for found in document.relations {
      guard
        let index = rules.relations.firstIndex(where: {
          $0.name == found.rule.name && $0.file == found.rule.file
        }), let variant = found.rule.variant,
        rules.relations[index].patternVariants.contains(variant)
      else { continue }
      let counts = Counts(matched: 1, kept: 1)
      relations[index] += counts
      constructions[Construction(relation: index, variant: variant), default: Counts()] += counts
    }
  }

  /// What was tried in each sentence, and which entries of lists stood there.
  private mutating func readSentences(
    of document: LinkedDocument,
    _ notes: MatchNotes,
    _ rules: RuleSet
  ) {
    let text = document.analyzed
    let input = SentenceInput(text: text, rules: rules)
    var machine = PatternMachine(rules: rules)
    let kept = notes.items.filter { $0.fate == .kept }.sorted { $0.tokens < $1.tokens }
    let lists = ListUse(rules: rules)
    var next = 0
    for sentence in text.tokenized.sentences {
      input.load(sentence.tokens)
      for (index, mention) in document.mentions.enumerated()
      where sentence.tokens.contains(mention.tokens) {
        guard let type = rules.type(named: mention.type.name) else { continue }
        let end = mention.tokens.end - input.base
        if end <= input.count {
          input.add(type: type, mention.tokens.start - input.base, end, mention: index)
        }
      }
      for (index, rule) in rules.entityRules.enumerated()
      where rule.patterns.contains(where: { input.has($0) }) {
        entities[index].tried += 1
      }
      for (index, relation) in rules.relations.enumerated()
      where relation.patterns.contains(where: { input.has($0) }) {
        relations[index].tried += 1
      }
      var inside: [(rule: Int, tokens: TokenRange)] = []
      while next < kept.count, kept[next].tokens.start < sentence.tokens.end {
        inside.append((kept[next].rule, kept[next].tokens))
        next += 1
      }
      noteEntries(in: input, inside, lists, rules)
      noteSteps(in: input, inside, &machine, rules)
    }
  }

  private mutating func noteEntries(
    in input: borrowing SentenceInput,
    _ kept: [(rule: Int, tokens: TokenRange)],
    _ lists: ListUse,
    _ rules: RuleSet
  ) {
    for match in input.lists.matches {
      let tokens = input.lists.tokens(of: match)
      let words = tokens.indices.map { token in
        rules.vocabulary.word(of: input.text.tokenized.tokens[token].symbol)
      }
      let entry = Entry(list: Int(match.list), words: words.joined(separator: " "))
      let isUsed = kept.contains { mention in
        mention.tokens.contains(tokens) && lists.names(entry.list, inRule: mention.rule)
      }
      let known = entries[entry] ?? (0, 0)
      entries[entry] = (known.seen + 1, known.used + (isUsed ? 1 : 0))
    }
  }

  /// Counts the steps on the way of each kept match.
  private mutating func noteSteps(
    in input: borrowing SentenceInput,
    _ kept: [(rule: Int, tokens: TokenRange)],
    _ machine: inout PatternMachine,
    _ rules: RuleSet
  ) {
    let tracer = PatternTracer(rules: rules)
    for (rule, tokens) in kept {
      for program in rules.entityRules[rule].patterns {
        let start = tokens.start - input.base
        guard
          let match = machine.match(program, in: input, at: start),
          match.end == tokens.end - input.base,
          let path = tracer.trace(program, in: input, at: start).path
        else { continue }
        var counts = steps[program.number] ?? Array(repeating: 0, count: program.stepCount)
        for step in path { counts[step] += 1 }
        steps[program.number] = counts
        break
      }
    }
  }
}

/// Which lists the patterns of each entity rule name.
struct ListUse {
  private let listsOfRule: [Set<Int>]

  init(rules: RuleSet) {
    listsOfRule = rules.entityRules.map { rule in
      let programs = rule.patterns + rule.after + rule.before + rule.unless
      let genre = Set(rule.genre.map { [$0.list] } ?? [])
      return programs.reduce(into: genre) { $0.formUnion(rules.lists(namedBy: $1)) }
    }
  }

  /// Whether a pattern of the rule names the list.
  func names(_ list: Int, inRule rule: Int) -> Bool { listsOfRule[rule].contains(list) }
}
