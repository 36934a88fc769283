import AverModel

/// The groups and clauses of one sentence, with names to call them by.
struct SentenceView {
  let text: AnalyzedText
  let range: TokenRange
  /// The indices of the groups and clauses, in text order.
  let nouns: [Int]
  let verbs: [Int]
  let clauses: [Int]

  init(_ text: AnalyzedText, _ range: TokenRange) {
    self.text = text
    self.range = range
    nouns = text.nounGroups.indices.filter { range.contains(text.nounGroups[$0].tokens) }
    verbs = text.verbGroups.indices.filter { range.contains(text.verbGroups[$0].tokens) }
    clauses = text.clauses.indices.filter { range.contains(text.clauses[$0].tokens) }
  }

  /// A word, written so that no terminal is confused by it.
  func word(_ token: Int) -> String {
    VisibleText.escaped(text.tokenized.string(TokenRange(token, token + 1)))
  }

  func words(_ tokens: [Int]) -> String { tokens.map(word).joined(separator: " ") }

  func name(noun: Int) -> String { name("n", noun, nouns) }

  func name(verb: Int) -> String { name("v", verb, verbs) }

  func name(clause: Int) -> String { name("c", clause, clauses) }

  private func name(_ kind: String, _ index: Int, _ all: [Int]) -> String {
    // A group of another sentence is never linked to, but a name must not be made up.
    all.firstIndex(of: index).map { "\(kind)\($0 + 1)" } ?? "\(kind)?"
  }
}
