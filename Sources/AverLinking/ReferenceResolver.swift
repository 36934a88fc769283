import AverModel
import AverRules

/// Finds what `the company`, `it` and `she` refer to.
///
/// A reference means the subject of an earlier clause of its sentence, else the subject or the first
/// name of the sentences before it, nearest first.
struct ReferenceResolver {
  private let rules: RuleSet
  private let companyNouns: Int?
  private let companyPronouns: Int?
  private let personPronouns: Int?
  private let definiteWords: Set<Symbol>
  private let same: Symbol

  /// How many sentences back a reference may reach: further back it is a guess.
  private static let reach = 4

  init(rules: RuleSet) {
    self.rules = rules
    companyNouns = rules.list(named: StageLists.companyNoun)
    companyPronouns = rules.list(named: StageLists.companyPronoun)
    personPronouns = rules.list(named: StageLists.personPronoun)
    definiteWords = Set(["the", "this", "that"].map { rules.vocabulary.symbol(of: $0) })
    same = rules.vocabulary.symbol(of: "same")
  }

  /// A reference: its tokens and the entity it means.
  struct Reference {
    let tokens: TokenRange
    let type: MentionType
    let cluster: Int
  }

  /// Finds the references of a document.
  ///
  /// - Parameters:
  ///   - sentences: All sentences, with names only.
  ///   - clusterOfMention: The entity of each name.
  /// - Returns: The references whose meaning is clear, in text order.
  func references(
    in sentences: [SentenceContext],
    clusterOfMention: [Int: Int]
  ) -> [Reference] {
    guard let text = sentences.first?.text else { return [] }
    var result: [Reference] = []
    var history: [[Salient]] = []
    var input = SentenceInput(text: text, rules: rules)
    for sentence in sentences {
      input.load(sentence.tokens, rules: rules, isMatched: false)
      var here = salient(in: sentence, clusterOfMention)
      for phrase in sentence.phrases.indices {
        guard let (tokens, type, isSame) = reference(phrase, sentence, input) else { continue }
        guard
          let cluster = antecedent(
            of: tokens,
            type,
            isSame,
            phrase,
            sentence,
            here.filter { $0.cluster != actor(of: phrase, tokens, sentence, clusterOfMention) },
            history
          )
        else { continue }
        result.append(Reference(tokens: tokens, type: type, cluster: cluster))
        let isSubject = sentence.isSubject(phrase)
        let item = Salient(
          cluster: cluster,
          type: type,
          token: tokens.start,
          isSubject: isSubject && !sentence.phrases[phrase].isPossessive
        )
        let position = here.firstIndex { $0.token > tokens.start } ?? here.count
        here.insert(item, at: position)
      }
      history.append(here)
      if history.count > Self.reach { history.removeFirst() }
    }
    return result
  }

  /// Something that a reference may mean.
  private struct Salient {
    let cluster: Int
    let type: MentionType
    let token: Int
    let isSubject: Bool
  }

  private func salient(
    in sentence: SentenceContext,
    _ clusterOfMention: [Int: Int]
  ) -> [Salient] {
    var result: [Salient] = []
    for (index, phrase) in sentence.phrases.enumerated() {
      for mention in phrase.inner + (phrase.mention.map { [$0] } ?? []) {
        guard let cluster = clusterOfMention[mention] else { continue }
        let isHead = phrase.mention == mention && !phrase.isPossessive
        result.append(
          Salient(
            cluster: cluster,
            type: sentence.mentions[mention].type,
            token: sentence.mentions[mention].tokens.start,
            isSubject: isHead && sentence.isSubject(index)
          )
        )
      }
    }
    return result.sorted { $0.token < $1.token }
  }

  /// Whether a phrase is a reference, and to what type of thing.
  private func reference(
    _ index: Int,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput
  ) -> (TokenRange, MentionType, Bool)? {
    let phrase = sentence.phrases[index]
    let first = phrase.tokens.start
    if let pronoun = companyPronouns, isListed(first, pronoun, input) {
      return (TokenRange(first, first + 1), .organization, false)
    }
    if let pronoun = personPronouns, isListed(first, pronoun, input) {
      return (TokenRange(first, first + 1), .person, false)
    }
    guard let nouns = companyNouns, phrase.mention == nil, phrase.inner.isEmpty,
      definiteWords.contains(sentence.token(first).symbol), phrase.head > first,
      isListed(phrase.head, nouns, input)
    else { return nil }
    let isSame = sentence.token(first + 1).symbol == same && same.isKnown
    let end = phrase.isPossessive ? phrase.tokens.end : phrase.head + 1
    return (TokenRange(first, end), .organization, isSame)
  }

  /// The subject of the verb whose object a reference is: it is not meant by it (`X would value the
  /// company`), unless the reference is a possessor (`X completed its purchase`).
  private func actor(
    of phrase: Int,
    _ tokens: TokenRange,
    _ sentence: SentenceContext,
    _ clusterOfMention: [Int: Int]
  ) -> Int? {
    let found = sentence.phrases[phrase]
    guard tokens.end == found.tokens.end, !found.isPossessive, !sentence.isSubject(phrase),
      let verb = sentence.verb(at: found.tokens.start - 1),
      let subject = sentence.subject(of: verb)
    else { return nil }
    return sentence.phrases[subject].mention.flatMap { clusterOfMention[$0] }
  }

  private func isListed(_ token: Int, _ list: Int, _ input: borrowing SentenceInput) -> Bool {
    let position = token - input.base
    guard position >= 0, position < input.count else { return false }
    return input.listMatches(at: position).contains {
      Int($0.list) == list && Int($0.end) == position + 1
    }
  }

  private func antecedent(
    of tokens: TokenRange,
    _ type: MentionType,
    _ isSame: Bool,
    _ phrase: Int,
    _ sentence: SentenceContext,
    _ here: [Salient],
    _ history: [[Salient]]
  ) -> Int? {
    let earlier = here.filter { $0.token < tokens.start && $0.type == type }
    if isSame {
      return earlier.last { !$0.isSubject }?.cluster ?? earlier.last?.cluster
    }
    if let subject = earlier.last(where: \.isSubject) { return subject.cluster }
    if let first = earlier.first { return first.cluster }
    for before in history.reversed() {
      let fitting = before.filter { $0.type == type }
      if let subject = fitting.first(where: \.isSubject) { return subject.cluster }
      if let first = fitting.first { return first.cluster }
    }
    return nil
  }
}

extension SentenceContext {
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
}
