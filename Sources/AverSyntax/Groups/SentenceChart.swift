import AverModel

/// The groups of one sentence, found and linked step by step; indices count from its first group.
struct SentenceChart {
  private(set) var tokens: SyntaxTokens
  let range: TokenRange
  var verbs: [VerbGroupDraft]
  var nouns: [NounGroupDraft]
  /// The verb group that holds a token, counted from the sentence's first token; -1 for none.
  private let verbAtToken: [Int32]
  private let nounAtToken: [Int32]

  init(
    tokens: SyntaxTokens,
    range: TokenRange,
    verbs: [VerbGroupDraft],
    nouns: [NounGroupDraft]
  ) {
    self.tokens = tokens
    self.range = range
    self.verbs = verbs
    self.nouns = nouns
    var verbAtToken = Array(repeating: Int32(-1), count: range.count)
    var nounAtToken = verbAtToken
    for (index, verb) in verbs.enumerated() {
      for part in 0..<verb.parts.count {
        verbAtToken[verb.parts[part] - range.start] = Int32(index)
      }
    }
    for (index, noun) in nouns.enumerated() {
      for token in noun.tokens.indices { nounAtToken[token - range.start] = Int32(index) }
    }
    self.verbAtToken = verbAtToken
    self.nounAtToken = nounAtToken
  }

  /// The verb group that holds a token.
  func verb(at token: Int) -> Int? {
    guard range.contains(token), verbAtToken[token - range.start] >= 0 else { return nil }
    return Int(verbAtToken[token - range.start])
  }

  /// The noun group that holds a token.
  func noun(at token: Int) -> Int? {
    guard range.contains(token), nounAtToken[token - range.start] >= 0 else { return nil }
    return Int(nounAtToken[token - range.start])
  }

  /// The nearest token before a position that is no adverb, negation or quotation mark.
  func tokenBefore(_ position: Int) -> Int {
    var before = position - 1
    while before >= range.start, isSkipped(before) { before -= 1 }
    return before
  }

  private func isSkipped(_ token: Int) -> Bool {
    tokens[token].tag == .adverb || tokens[token].isNegation || tokens[token].isQuote
  }

  /// The first group of the chain of possessors that ends with a group.
  func firstPossessor(_ noun: Int) -> Int {
    var first = noun
    while let possessor = nouns[first].possessor { first = possessor }
    return first
  }

  /// The first group of the list that a group continues, or the group itself.
  func listRoot(_ noun: Int) -> Int {
    var root = noun
    while let before = nouns[root].coordinatedWith { root = before }
    return root
  }

  /// Where a group begins, its possessors and the list before it included.
  func fullStart(_ noun: Int) -> Int { nouns[firstPossessor(listRoot(noun))].tokens.start }

  /// What a group explains, or the group itself.
  func explained(_ noun: Int) -> Int {
    var root = noun
    while let before = nouns[root].appositionOf { root = before }
    return root
  }

  /// The group whose prepositional phrases end with a group: the chief in `chief of sales at a bank`.
  func modified(_ noun: Int) -> Int {
    var root = noun
    while true {
      let before = nouns[firstPossessor(root)].tokens.start - 1
      guard tokens[before].isPreposition, let outer = self.noun(at: before - 1) else { return root }
      root = outer
    }
  }

  /// What an apposition explains that ends with a group, its phrases included; nil for other groups.
  func setOff(_ noun: Int) -> Int? {
    let root = modified(noun)
    let subject = explained(listRoot(root))
    return subject == root ? nil : subject
  }

  func isControl(noun: Int) -> Bool {
    let head = tokens[nouns[noun].head]
    return head.tag == .noun && head.words.contains(.controlWord)
  }

  func isReporting(_ verb: Int) -> Bool {
    tokens[verbs[verb].head].words.contains(.reportingVerb)
  }

  func isControl(verb: Int) -> Bool { tokens[verbs[verb].head].words.contains(.controlWord) }

  func isCopula(_ verb: Int) -> Bool {
    let head = tokens[verbs[verb].head]
    return head.isAuxiliary && head.words.contains(.beForm)
  }
}
