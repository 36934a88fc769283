import AverModel

/// The words that a source is credited for: what fills a `CLAUSE` role.
struct ReportedWords {
  let sentence: SentenceContext

  /// What a verb of saying reports: the clause behind it (`said that it will buy`), else what stands
  /// before it and its source (`Marlin is for sale, people said`).
  func words(of verb: Int, source: TokenRange) -> TokenRange? {
    let cue = sentence.text.verbGroups[verb].tokens
    let own = sentence.clauseIndex(of: verb)
    for index in sentence.clauses {
      let clause = sentence.text.clauses[index]
      guard clause.kind == .reported || clause.kind == .quoted, clause.parent == own,
        clause.tokens.start >= cue.end
      else { continue }
      return stated(clause.tokens)
    }
    let end = min(cue.start, source.start)
    return end > sentence.tokens.start ? stated(TokenRange(sentence.tokens.start, end)) : nil
  }

  /// What a phrase such as `according to X` is about: what stands before it, else what stands behind.
  func words(around cue: TokenRange, source: TokenRange) -> TokenRange? {
    let before = TokenRange(sentence.tokens.start, cue.start)
    if let words = stated(before) { return words }
    let start = max(cue.end, source.end)
    return start < sentence.tokens.end ? stated(TokenRange(start, sentence.tokens.end)) : nil
  }

  /// A range without `that` and the signs at its ends; nil if it has no finite verb: `revenue of $3 billion`
  /// states nothing.
  private func stated(_ range: TokenRange) -> TokenRange? {
    var start = range.start
    var end = range.end
    while start < end, isLead(start) { start += 1 }
    while end > start, sentence.token(end - 1).traits.contains(.punctuation) { end -= 1 }
    let words = TokenRange(start, end)
    let hasVerb = sentence.verbs.contains { index in
      let group = sentence.text.verbGroups[index]
      return group.isFinite && words.contains(group.head)
    }
    return hasVerb ? words : nil
  }

  private func isLead(_ token: Int) -> Bool {
    sentence.token(token).traits.contains(.punctuation)
      || sentence.text.tags[token] == .subordinator
  }
}
