import AverModel
package import AverRules

/// The pattern machine and plain backtracking, run on the same random patterns and sentences.
package struct MatcherComparison: Sendable {
  /// What the two disagree on: sentence, pattern, and what either found.
  package private(set) var differences: [String] = []
  /// How many pairs of pattern and sentence were compared.
  package private(set) var caseCount = 0
  /// How many matches plain backtracking found in them.
  package private(set) var matchCount = 0
  /// How many pairs were too much for plain backtracking.
  package private(set) var givenUpCount = 0

  /// Makes patterns and sentences and compares each pattern on each sentence.
  ///
  /// - Parameters:
  ///   - seed: Decides everything that is made.
  ///   - patternCount: How many patterns to make.
  ///   - sentenceCount: How many sentences to make.
  /// - Throws: `RuleError` if the patterns do not compile.
  package init(seed: Int, patternCount: Int, sentenceCount: Int) throws(RuleError) {
    var random = PatternGenerator.Random(seed: seed)
    var patterns: [String] = []
    for _ in 0..<patternCount {
      let pattern = PatternGenerator.pattern(&random, depth: 3)
      // A word before or behind it keeps it from matching nothing.
      let word = random.pick(["a", "b", "[lower]", "@fruit"])
      patterns.append(random.below(2) == 0 ? word + " " + pattern : pattern + " " + word)
    }
    var text = PatternGenerator.declarations
    for (index, pattern) in patterns.enumerated() {
      text += "entity t\(index) : PERSON\n  match \(pattern)\n"
    }
    let file = RuleFile(path: "fuzz.aver", text: text)
    let rules = try RuleCompiler.compile(RuleLibrary([file]), digest: "fuzz") { texts, _ in
      texts.map { $0.split(separator: " ").map(String.init) }
    }
    let (syntax, _) = RuleParser.parse(file, file: 0)
    var definitions: [String: PatternSyntax] = [:]
    for definition in syntax.definitions { definitions[definition.name] = definition.pattern }
    guard let organization = rules.type(named: "ORG") else {
      preconditionFailure("every rule set knows the type ORG")
    }
    for _ in 0..<sentenceCount {
      let words = PatternGenerator.sentence(&random)
      let starts = (0..<random.below(3)).map { _ in random.below(words.count) }
      let mentions = Set(starts.map { $0..<min(words.count, $0 + 1 + random.below(3)) })
      let analyzed = SpacedText.analyzed(words.joined(separator: " "), rules)
      let input = SentenceInput(text: analyzed, rules: rules)
      input.load(TokenRange(0, words.count))
      for mention in mentions {
        input.add(type: organization, mention.lowerBound, mention.upperBound, mention: 0)
      }
      let reference = ReferenceMatcher(
        words: words,
        lists: PatternGenerator.lists,
        definitions: definitions,
        mentions: Array(mentions)
      )
      var machine = PatternMachine(rules: rules)
      for (index, entity) in syntax.entities.enumerated() {
        guard let expected = reference.matches(of: entity.patterns[0]) else {
          givenUpCount += 1
          continue
        }
        caseCount += 1
        matchCount += expected.count
        let found = Self.matches(of: rules.entityRules[index].patterns[0], input, &machine)
        let wanted = expected.map { match in
          let parts = match.captures.map { "\($0)=\($1.lowerBound)..<\($1.upperBound)" }
          return Self.written(match.start, match.end, parts)
        }
        let program = rules.entityRules[index].patterns[0]
        let isConsistent = Self.isConsistent(program, input, &machine)
        if found != wanted || !isConsistent {
          let line = words.joined(separator: " ") + " — " + patterns[index]
          let answers = isConsistent ? "" : ", questions and searches disagree"
          differences.append("\(line): \(found) but \(wanted), mentions \(mentions)\(answers)")
        }
      }
    }
  }

  private static func matches(
    of program: Program,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> [String] {
    var found: [String] = []
    machine.forEachMatch(of: program, in: input) { match in
      let parts = zip(program.captureNames, match.captures).compactMap { name, capture in
        capture.map { "\(name)=\($0.tokens.start)..<\($0.tokens.end)" }
      }
      found.append(written(match.start, match.end, parts))
    }
    return found
  }

  /// Whether what the machine says without a search is what searches say, around the last words.
  private static func isConsistent(
    _ program: Program,
    _ input: borrowing SentenceInput,
    _ machine: inout PatternMachine
  ) -> Bool {
    let first = max(0, input.count - 10)
    var isOverlapped = false
    for start in first..<input.count {
      let isFound = machine.match(program, in: input, at: start) != nil
      if isFound != machine.matches(program, in: input, at: start) { return false }
    }
    for end in (first + 1)...input.count {
      var isFound = false
      for start in max(0, end - Limits.gap)..<end
      where machine.match(program, in: input, at: start, endingAt: end) != nil {
        isFound = true
        if start >= first, end > first + 2 { isOverlapped = true }
      }
      if isFound != machine.matches(program, in: input, endingAt: end) { return false }
    }
    guard input.count > first + 2 else { return true }
    let rest = TokenRange(first + 2, input.count)
    return isOverlapped == machine.overlaps(program, in: input, from: first, rest)
  }

  private static func written(_ start: Int, _ end: Int, _ parts: [String]) -> String {
    "\(start)..<\(end) " + parts.sorted().joined(separator: " ")
  }
}
