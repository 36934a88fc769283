import AverModel
import AverRules

/// Finds what `the company`, `it` and `she` refer to.
///
/// A noun means the organization that the text called so (`the regulator`). Else a reference means the
/// subject of an earlier clause of its sentence, or the subject or the first name of the sentences before
/// it, nearest first. `the iPhone maker` is the entity with the name that a list gives.
struct ReferenceResolver {
  private let rules: RuleSet
  /// Nouns that mean any organization, nouns that mean one that the text called so, makers of products.
  private let companyNouns: Int?
  private let describedNouns: Int?
  private let makers: Int?
  private let companyPronouns: Int?
  private let personPronouns: Int?
  private let definiteWords: Set<Symbol>
  private let articles: Set<Symbol>
  /// Nouns that say too little to tell organizations apart.
  private let vague: Set<Symbol>
  private let same: Symbol

  /// How many sentences back a reference may reach: further back it is a guess.
  private static let reach = 4

  init(rules: RuleSet) {
    self.rules = rules
    companyNouns = rules.list(named: StageLists.companyReference)
    describedNouns = rules.list(named: StageLists.describedReference)
    makers = rules.list(named: StageLists.productMaker)
    companyPronouns = rules.list(named: StageLists.companyPronoun)
    personPronouns = rules.list(named: StageLists.personPronoun)
    definiteWords = Set(["the", "this", "that"].map { rules.vocabulary.symbol(of: $0) })
    articles = Set(["a", "an"].map { rules.vocabulary.symbol(of: $0) })
    vague = Set(["company", "firm", "group", "business"].map { rules.vocabulary.symbol(of: $0) })
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
  ///   - clusters: The entities.
  /// - Returns: The references whose meaning is clear, in text order.
  func references(
    in sentences: [SentenceContext],
    clusterOfMention: [Int: Int],
    clusters: [EntityResolver.Cluster]
  ) -> [Reference] {
    guard let text = sentences.first?.text else { return [] }
    var result: [Reference] = []
    var history: [[Salient]] = []
    var input = SentenceInput(text: text, rules: rules)
    var described: [Symbol: Int] = [:]
    for sentence in sentences {
      input.load(sentence.tokens, rules: rules, isMatched: false)
      var here = salient(in: sentence, clusterOfMention)
      for phrase in sentence.phrases.indices {
        guard let (tokens, type, kind) = reference(phrase, sentence, input) else { continue }
        let fitting = here.filter {
          $0.cluster != actor(of: phrase, tokens, sentence, clusterOfMention)
        }
        let cluster: Int?
        switch kind {
        case .maker(let name): cluster = clusters.firstIndex { $0.names.contains(name) }
        case .described(let noun): cluster = described[noun]
        case .noun(let noun) where described[noun] != nil: cluster = described[noun]
        case .noun, .pronoun, .same:
          cluster = antecedent(of: tokens, type, kind == .same, fitting, history)
        }
        guard let cluster else { continue }
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
      noteDescriptions(in: sentence, input, clusterOfMention, &described)
      history.append(here)
      if history.count > Self.reach { history.removeFirst() }
    }
    return result
  }

  /// How a reference says what it means.
  private enum Kind: Equatable {
    case pronoun
    /// `the same company`: not the one just spoken of.
    case same
    case noun(Symbol)
    /// A noun that means only what the text called so.
    case described(Symbol)
    /// The maker of a product that a list knows.
    case maker(String)
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
  ) -> (TokenRange, MentionType, Kind)? {
    let phrase = sentence.phrases[index]
    let first = phrase.tokens.start
    if let pronoun = companyPronouns, isListed(first, pronoun, input) {
      return (TokenRange(first, first + 1), .organization, .pronoun)
    }
    if let pronoun = personPronouns, isListed(first, pronoun, input) {
      return (TokenRange(first, first + 1), .person, .pronoun)
    }
    guard phrase.mention == nil, definiteWords.contains(sentence.token(first).symbol),
      phrase.head > first, let kind = kind(of: phrase, sentence, input)
    else { return nil }
    let end = phrase.isPossessive ? phrase.tokens.end : phrase.head + 1
    return (TokenRange(first, end), .organization, kind)
  }

  /// What a phrase with an article says: places may stand in it (`the Oslo-based firm`), other names not.
  private func kind(
    of phrase: Phrase,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput
  ) -> Kind? {
    let noun = sentence.token(phrase.head).symbol
    if let product = phrase.inner.first, sentence.mentions[product].type == .product {
      guard phrase.inner.count == 1, let makers,
        let known = input.listMatches(at: sentence.mentions[product].tokens.start - input.base)
          .first(where: { Int($0.list) == makers })
      else { return nil }
      return .maker(rules.values[Int(known.value)])
    }
    guard phrase.inner.allSatisfy({ sentence.mentions[$0].type == .place }) else { return nil }
    if let nouns = companyNouns, isListed(phrase.head, nouns, input) {
      let isSame = sentence.token(phrase.tokens.start + 1).symbol == same && same.isKnown
      return isSame ? .same : .noun(noun)
    }
    if let nouns = describedNouns, isListed(phrase.head, nouns, input) { return .described(noun) }
    return nil
  }

  /// Notes what organizations are called: `the regulator Corvala`, `Corvala, the Dutch lender`, `Corvala
  /// Commission`.
  private func noteDescriptions(
    in sentence: SentenceContext,
    _ input: borrowing SentenceInput,
    _ clusterOfMention: [Int: Int],
    _ described: inout [Symbol: Int]
  ) {
    for (index, mention) in sentence.sentenceMentions where mention.type == .organization {
      guard let cluster = clusterOfMention[index] else { continue }
      for token in mention.tokens.indices {
        if let nouns = describedNouns, isListed(token, nouns, input) {
          described[sentence.token(token).symbol] = cluster
        }
      }
      var place = mention.tokens.start - 1
      if place >= sentence.tokens.start, let noun = describingNoun(place, sentence, input) {
        described[noun] = cluster
      }
      place = mention.tokens.end
      guard place + 2 < sentence.tokens.end, isComma(place, sentence),
        definiteWords.contains(sentence.token(place + 1).symbol)
          || articles.contains(sentence.token(place + 1).symbol)
      else { continue }
      for token in (place + 2)..<min(place + 7, sentence.tokens.end) {
        if let noun = describingNoun(token, sentence, input) {
          described[noun] = cluster
          break
        }
        if isComma(token, sentence) { break }
      }
    }
  }

  private func describingNoun(
    _ token: Int,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput
  ) -> Symbol? {
    let lists = [companyNouns, describedNouns].compactMap(\.self)
    guard sentence.token(token).traits.contains(.lowerCase),
      lists.contains(where: { isListed(token, $0, input) })
    else { return nil }
    let symbol = sentence.token(token).symbol
    return vague.contains(symbol) ? nil : symbol
  }

  private func isComma(_ token: Int, _ sentence: SentenceContext) -> Bool {
    let found = sentence.token(token)
    return sentence.text.tokenized.clean.bytes[found.start] == 0x2C
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
