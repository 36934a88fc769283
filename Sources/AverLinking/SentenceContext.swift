import AverModel
import AverRules

/// One sentence with everything that frames ask of it.
final class SentenceContext {
  let index: Int
  let tokens: TokenRange
  let phrases: [Phrase]
  /// Indices of the sentence's verb groups and clauses in the document.
  let verbs: Range<Int>
  let clauses: Range<Int>
  let text: AnalyzedText
  /// All mentions of the document, and which of them stand in this sentence.
  let mentions: [Mention]
  let mentionRange: Range<Int>
  private let phraseAt: [Int]
  private let verbAt: [Int]
  private let clauseOfVerb: [Int: Int]

  init(
    index: Int,
    tokens: TokenRange,
    phrases: [Phrase],
    verbs: Range<Int>,
    clauses: Range<Int>,
    text: AnalyzedText,
    mentions: [Mention],
    mentionRange: Range<Int>
  ) {
    self.index = index
    self.mentionRange = mentionRange
    self.tokens = tokens
    self.phrases = phrases
    self.verbs = verbs
    self.clauses = clauses
    self.text = text
    self.mentions = mentions
    var phraseAt = Array(repeating: -1, count: tokens.count)
    for (index, phrase) in phrases.enumerated() {
      for token in phrase.tokens.indices where tokens.contains(token) {
        phraseAt[token - tokens.start] = index
      }
    }
    self.phraseAt = phraseAt
    var verbAt = Array(repeating: -1, count: tokens.count)
    for verb in verbs {
      for token in text.verbGroups[verb].parts where tokens.contains(token) {
        verbAt[token - tokens.start] = verb
      }
    }
    self.verbAt = verbAt
    var clauseOfVerb: [Int: Int] = [:]
    for clause in clauses { clauseOfVerb[text.clauses[clause].verb] = clause }
    self.clauseOfVerb = clauseOfVerb
  }

  /// The phrase that holds a token.
  func phrase(at token: Int) -> Int? {
    guard tokens.contains(token) else { return nil }
    let index = phraseAt[token - tokens.start]
    return index < 0 ? nil : index
  }

  /// The verb group of which a token is a part.
  func verb(at token: Int) -> Int? {
    guard tokens.contains(token) else { return nil }
    let index = verbAt[token - tokens.start]
    return index < 0 ? nil : index
  }

  /// The clause of a verb group.
  func clause(of verb: Int) -> Clause? { clauseOfVerb[verb].map { text.clauses[$0] } }

  /// The index of the clause of a verb group in the document.
  func clauseIndex(of verb: Int) -> Int? { clauseOfVerb[verb] }

  func token(_ index: Int) -> Token { text.tokenized.tokens[index] }

  /// Whether a word is an entry of a list that a stage asks for by name.
  func isWord(_ token: Int, of name: String, _ rules: RuleSet) -> Bool {
    rules.list(named: name).map { isWord(token, in: $0, rules) } ?? false
  }

  /// Whether a word is an entry of a list.
  func isWord(_ token: Int, in list: Int, _ rules: RuleSet) -> Bool {
    let symbol = self.token(token).symbol
    return symbol.isKnown && rules.contains(symbol, inList: list)
  }

  /// Whether the verb of a group reports what somebody says.
  func isSaying(_ verb: Int, _ rules: RuleSet) -> Bool {
    let head = token(text.verbGroups[verb].head).symbol
    return (rules.triggers[head] ?? []).contains {
      !$0.isNoun && rules.relations[$0.relation].isAttribution
    }
  }

  /// Whether a phrase is the subject of one of the sentence's clauses.
  func isSubject(_ phrase: Int) -> Bool {
    for clause in clauses {
      if let group = text.clauses[clause].subject,
        phrases[phrase].tokens.contains(text.nounGroups[group].head)
      {
        return true
      }
    }
    return false
  }

  /// The phrase that is the subject of a verb group, through conjunctions and control.
  func subject(of verb: Int) -> Int? {
    var current = verb
    for _ in 0..<8 {
      if let group = clause(of: current)?.subject {
        let head = text.nounGroups[group].head
        // In `failed last year to buy` the year does nothing.
        if let phrase = phrase(at: head), !isTime(phrase) { return phrase }
      }
      let group = text.verbGroups[current]
      var next = group.coordinatedWith ?? group.governor
      // `holds a right to serve`: an infinitive that hangs on a noun has the subject of its clause.
      if next == nil, group.form == .infinitive {
        next = verbs.last { $0 < current && text.verbGroups[$0].isFinite }
      }
      guard let next, verbs.contains(next) else { return nil }
      current = next
    }
    return nil
  }

  private func isTime(_ phrase: Int) -> Bool {
    phrases[phrase].mention.map { mentions[$0].type == .date || mentions[$0].type == .duration }
      ?? false
  }

  /// The object of the verb with which that of an object pronoun is joined, if it has one.
  func objectBefore(_ phrase: Int) -> Int? {
    let found = phrases[phrase]
    guard found.tokens.count == 1, !found.isPossessive, !isSubject(phrase),
      let verb = self.verb(at: found.tokens.start - 1),
      text.verbGroups[verb].tokens.end == found.tokens.start,
      let first = text.verbGroups[verb].coordinatedWith, verbs.contains(first),
      !text.verbGroups[first].isPassive
    else { return nil }
    return self.phrase(at: text.verbGroups[first].tokens.end)
  }

  /// The verb groups that control a verb group, outwards, itself first.
  func chain(of verb: Int) -> [Int] {
    var result = [verb]
    while let next = text.verbGroups[result[result.count - 1]].governor, verbs.contains(next),
      !result.contains(next)
    {
      result.append(next)
    }
    return result
  }

  /// The phrases of a list that a phrase begins or belongs to, in text order.
  func members(ofListWith phrase: Int) -> [Int] {
    var first = phrase
    while let before = phrases[first].coordinatedWith, before < first { first = before }
    var result = [first]
    for index in (first + 1)..<max(first + 1, phrases.count) {
      if let before = phrases[index].coordinatedWith, result.contains(before) {
        result.append(index)
      }
    }
    return result
  }

  /// The first verb group that begins at or after a token and passes a test.
  func nextVerb(from token: Int, where isWanted: (VerbGroup) -> Bool) -> Int? {
    verbs.first {
      text.verbGroups[$0].tokens.start >= token && isWanted(text.verbGroups[$0])
        && !isCompound(text.verbGroups[$0])
    }
  }

  /// Whether a verb is the end of a compound that describes a noun: `privately-held`.
  private func isCompound(_ group: VerbGroup) -> Bool {
    guard group.parts.count == 1, group.head > tokens.start,
      token(group.head).traits.contains(.glued)
    else { return false }
    return text.tokenized.clean.bytes[token(group.head - 1).start] == 0x2D
  }

  /// The tokens of the innermost clause behind another one, such as `after it cut its forecast`, that holds a
  /// trigger.
  func subordinateClause(around trigger: TokenRange) -> TokenRange? {
    let found = clauses.last { index in
      let clause = text.clauses[index]
      return clause.kind == .subordinate && clause.tokens.start > tokens.start
        && clause.tokens.contains(trigger)
    }
    return found.map { text.clauses[$0].tokens }
  }

  /// Whether words belong to a clause between commas that ends before the trigger: in `Norden, valued at $3
  /// billion, bought Tern` the sum is no price.
  func isInsert(_ words: TokenRange, before trigger: TokenRange) -> Bool {
    clauses.contains { index in
      let clause = text.clauses[index]
      return (clause.kind == .relative || clause.kind == .participial)
        && clause.tokens.start > tokens.start && clause.tokens.end <= trigger.start
        && clause.tokens.contains(words)
        && token(clause.tokens.start - 1).traits.contains(.punctuation)
    }
  }

  /// Whether words belong to a relative clause that begins and ends inside a range: what it says, the range
  /// does not.
  func isAside(_ words: TokenRange, in range: TokenRange) -> Bool {
    clauses.contains { index in
      let clause = text.clauses[index]
      return clause.kind == .relative && clause.tokens.start > range.start
        && clause.tokens.end < range.end && clause.tokens.contains(words)
    }
  }
}
