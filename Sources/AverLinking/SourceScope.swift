import AverModel

/// Which part of a sentence a source is credited for.
struct SourceScope {
  let sentence: SentenceContext

  /// What a fixed phrase such as `according to X` is credited for: the clause beside the main one in which it
  /// stands, what stands before it if a new statement follows, else all.
  func scope(of cue: TokenRange, source: TokenRange) -> TokenRange {
    if let clause = inserted(around: cue) { return clause }
    let part = part(around: cue)
    let end = max(cue.end, source.end)
    guard hasStatement(in: TokenRange(part.start, cue.start)),
      let joint = (end..<min(end + 2, part.end)).first(where: {
        sentence.text.tags[$0] == .coordinator
      }),
      hasStatement(in: TokenRange(joint, part.end))
    else { return part }
    return TokenRange(part.start, end)
  }

  /// What a verb of saying is credited for: what it reports, and what stands before a source that opens its
  /// sentence; without such words all of its relative clause or of the sentence.
  func scope(of words: TokenRange?, _ verb: Int, source: TokenRange) -> [TokenRange] {
    let cue = sentence.text.verbGroups[verb].tokens
    // Behind a comma the source only seems to stand in the clause: `at which it sold X, people said`.
    if let clause = sentence.clause(of: verb), clause.kind == .relative,
      source.start <= clause.tokens.start + 1
        || !sentence.token(source.start - 1).traits.contains(.punctuation)
    {
      return [clause.tokens]
    }
    let part = part(around: cue)
    guard let words, words.start >= cue.end, !source.isEmpty else { return [part] }
    let reported = TokenRange(min(words.start, part.end), part.end)
    // A time or place before the source belongs to the statement: `In May, X said it had bought Y`.
    let opening = TokenRange(part.start, max(part.start, min(cue.start, source.start)))
    return hasStatement(in: opening) ? [reported] : [opening, reported]
  }

  /// The relative clause that holds a cue and lies before the verb of the sentence; at its end the cue may
  /// stand for all of it.
  private func inserted(around cue: TokenRange) -> TokenRange? {
    for index in sentence.clauses.reversed() {
      let clause = sentence.text.clauses[index]
      guard clause.kind == .relative, clause.tokens.start > sentence.tokens.start,
        clause.tokens.start < cue.start, isWithin(cue, clause.tokens),
        hasStatement(in: TokenRange(max(clause.tokens.end, cue.end), sentence.tokens.end))
      else { continue }
      return clause.tokens
    }
    return nil
  }

  /// Whether a cue stands in a clause or ends it behind a comma.
  private func isWithin(_ cue: TokenRange, _ clause: TokenRange) -> Bool {
    if clause.contains(cue) { return true }
    guard clause.end <= cue.start else { return false }
    return (clause.end..<cue.start).allSatisfy {
      sentence.token($0).traits.contains(.punctuation)
    }
  }

  /// The part of the sentence between two semicolons in which a cue stands.
  private func part(around cue: TokenRange) -> TokenRange {
    var start = cue.start
    while start > sentence.tokens.start, !isSemicolon(start - 1) { start -= 1 }
    var end = cue.end
    while end < sentence.tokens.end, !isSemicolon(end) { end += 1 }
    return TokenRange(start, end)
  }

  private func isSemicolon(_ token: Int) -> Bool {
    let found = sentence.token(token)
    return found.traits.contains(.punctuation)
      && sentence.text.tokenized.clean.bytes[found.start] == 0x3B
  }

  private func hasStatement(in range: TokenRange) -> Bool {
    sentence.verbs.contains { index in
      let group = sentence.text.verbGroups[index]
      return group.isFinite && range.contains(group.head)
    }
  }
}
