import AverModel
import AverRules

/// Finds what `the company`, `it` and `she` refer to.
///
/// What it may mean, `Discourse` knows.
struct ReferenceResolver {
  private let rules: RuleSet
  private let companyNouns: Int?
  private let companyPronouns: Int?
  private let personPronouns: Int?
  private let bystanders: Int?
  private let definiteWords: Set<Symbol>
  private let same: Symbol

  init(rules: RuleSet) {
    self.rules = rules
    companyNouns = rules.list(named: StageLists.companyNoun)
    companyPronouns = rules.list(named: StageLists.companyPronoun)
    personPronouns = rules.list(named: StageLists.personPronoun)
    bystanders = rules.list(named: "bystander")
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
  ///   - discourse: What the text is about; it learns what each sentence speaks of.
  /// - Returns: The references whose meaning is clear, in text order.
  func references(
    in sentences: [SentenceContext],
    clusterOfMention: [Int: Int],
    _ discourse: inout Discourse
  ) -> [Reference] {
    guard let text = sentences.first?.text else { return [] }
    var result: [Reference] = []
    var input = SentenceInput(text: text, rules: rules)
    var descriptions = Descriptions(rules: rules)
    for sentence in sentences {
      // Rows of a table speak of nobody.
      let isRow = sentence.verbs.isEmpty && numbers(in: sentence) > 1
      discourse.begin(isRow ? [] : salient(in: sentence, clusterOfMention))
      descriptions.read(sentence, clusterOfMention)
      input.load(sentence.tokens, rules: rules, isMatched: false)
      // What each phrase means, references included.
      var meaning: [Int: Int] = [:]
      for (index, phrase) in sentence.phrases.enumerated() {
        if let cluster = phrase.mention.flatMap({ clusterOfMention[$0] }) {
          meaning[index] = cluster
        }
      }
      for phrase in sentence.phrases.indices {
        guard let (tokens, type, wording) = reference(phrase, sentence, input) else { continue }
        let actor = actor(of: phrase, tokens, sentence, meaning)
        let described =
          wording == .noun || wording == .description
          ? descriptions.cluster(
            describedBy: tokens,
            in: sentence,
            needsHead: wording == .description,
            excluding: actor
          ) : nil
        if wording == .description, described == nil { continue }
        guard
          let cluster = described
            ?? discourse.antecedent(
              at: tokens.start,
              in: discourse.sentences.count - 1,
              type,
              wording,
              excluding: actor
            )
        else { continue }
        result.append(Reference(tokens: tokens, type: type, cluster: cluster))
        if tokens.contains(sentence.phrases[phrase].head) { meaning[phrase] = cluster }
        discourse.add(
          Discourse.Salient(
            cluster: cluster,
            type: type,
            token: tokens.start,
            isSubject: sentence.isSubject(phrase) && !sentence.phrases[phrase].isPossessive,
            isReference: true
          )
        )
      }
    }
    return result
  }

  private func salient(
    in sentence: SentenceContext,
    _ clusterOfMention: [Int: Int]
  ) -> [Discourse.Salient] {
    var result: [Discourse.Salient] = []
    for (index, phrase) in sentence.phrases.enumerated() {
      for mention in phrase.inner + (phrase.mention.map { [$0] } ?? []) {
        guard let cluster = clusterOfMention[mention] else { continue }
        let start = sentence.mentions[mention].tokens.start
        if isEmployer(start, sentence) { continue }
        let isHead = phrase.mention == mention && !phrase.isPossessive
        result.append(
          Discourse.Salient(
            cluster: cluster,
            type: sentence.mentions[mention].type,
            token: start,
            isSubject: isHead && sentence.isSubject(index),
            isListed: isHead && sentence.members(ofListWith: index).count > 1,
            isFronted: start - sentence.tokens.start < 3
          )
        )
      }
    }
    return result.sorted { $0.token < $1.token }
  }

  private func numbers(in sentence: SentenceContext) -> Int {
    sentence.tokens.indices.count { sentence.text.tags[$0] == .numeral }
  }

  /// Whether a name only says whose the speakers are: the bank of `analysts at Corley & Hart`.
  private func isEmployer(_ start: Int, _ sentence: SentenceContext) -> Bool {
    let noun = start - 2
    guard let bystanders, noun >= sentence.tokens.start, sentence.text.tags[noun + 1] == .adposition
    else { return false }
    let word = sentence.text.tokenized.clean.string(sentence.token(noun).range)
    return sentence.token(noun).symbol.isKnown && rules.contains(word, inList: bystanders)
  }

  /// Whether a phrase is a reference, and to what type of thing.
  private func reference(
    _ index: Int,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput
  ) -> (TokenRange, MentionType, Discourse.Wording)? {
    let phrase = sentence.phrases[index]
    let first = phrase.tokens.start
    if let pronoun = companyPronouns, isListed(first, pronoun, input) {
      return (TokenRange(first, first + 1), .organization, .pronoun)
    }
    if let pronoun = personPronouns, isListed(first, pronoun, input) {
      return (TokenRange(first, first + 1), .person, .pronoun)
    }
    if let end = endOfBased(phrase, sentence, input) {
      return (TokenRange(first, end), .organization, .noun)
    }
    guard let nouns = companyNouns, phrase.mention == nil, isBare(phrase, sentence),
      definiteWords.contains(sentence.token(first).symbol), phrase.head > first
    else { return nil }
    let isSame = sentence.token(first + 1).symbol == same && same.isKnown
    let end = phrase.isPossessive ? phrase.tokens.end : phrase.head + 1
    let isBusiness =
      phrase.tokens.count == 2
      && rules.list(named: StageLists.plainDescription).map {
        isListed(phrase.head, $0, input) && sentence.text.tags[phrase.head] == .noun
      } == true
    let isCompany = isBusiness || isListed(phrase.head, nouns, input)
    let wording: Discourse.Wording = isCompany ? (isSame ? .same : .noun) : .description
    return (TokenRange(first, end), .organization, wording)
  }

  /// Where `the Ohio-based company` ends, of which a phrase is the beginning, as groups end at the hyphen;
  /// nil for other phrases.
  private func endOfBased(
    _ phrase: Phrase,
    _ sentence: SentenceContext,
    _ input: borrowing SentenceInput
  ) -> Int? {
    let first = phrase.tokens.start
    let based = rules.vocabulary.symbol(of: "based")
    guard let nouns = companyNouns, based.isKnown,
      definiteWords.contains(sentence.token(first).symbol),
      let place = sentence.sentenceMentions.first(where: { $0.1.tokens.start == first + 1 })?.1,
      place.type == .place, place.tokens.end + 2 < sentence.tokens.end,
      sentence.token(place.tokens.end + 1).symbol == based
    else { return nil }
    for token in place.tokens.end + 2..<min(place.tokens.end + 6, sentence.tokens.end) {
      if isListed(token, nouns, input) { return token + 1 }
      switch sentence.text.tags[token] {
      case .noun, .adjective, .properNoun: continue
      default: return nil
      }
    }
    return nil
  }

  /// Whether no name stands in a phrase but places and times: `the London-based lender`.
  private func isBare(_ phrase: Phrase, _ sentence: SentenceContext) -> Bool {
    phrase.inner.allSatisfy { mention in
      let type = sentence.mentions[mention].type
      return type == .place || !type.isName
    }
  }

  /// The subject of the clause that a reference completes: it is not meant by it (`X would value the
  /// company`, `X is betting on the company`), unless the reference is a possessor (`X completed its
  /// purchase`) or the subject of a clause of its own (`X said it would wait`).
  private func actor(
    of phrase: Int,
    _ tokens: TokenRange,
    _ sentence: SentenceContext,
    _ meaning: [Int: Int]
  ) -> Int? {
    let found = sentence.phrases[phrase]
    guard tokens.end == found.tokens.end, !found.isPossessive, !sentence.isSubject(phrase),
      !isComplement(found, sentence)
    else { return nil }
    let verb = sentence.verbs.last { verb in
      sentence.text.verbGroups[verb].tokens.end <= found.tokens.start
        && sentence.clause(of: verb).map { $0.tokens.contains(found.tokens.start) } == true
    }
    guard let verb, let subject = sentence.subject(of: verb) else { return nil }
    return meaning[subject]
  }

  /// Whether a phrase belongs to a noun rather than to the verb: `set a day for the sale of the company`.
  private func isComplement(_ phrase: Phrase, _ sentence: SentenceContext) -> Bool {
    let before = phrase.tokens.start - 1
    guard before >= sentence.tokens.start else { return false }
    return ["of", "by"].contains { word in
      let symbol = rules.vocabulary.symbol(of: word)
      return symbol.isKnown && sentence.token(before).symbol == symbol
    }
  }

  private func isListed(_ token: Int, _ list: Int, _ input: borrowing SentenceInput) -> Bool {
    let position = token - input.base
    guard position >= 0, position < input.count else { return false }
    return input.listMatches(at: position).contains {
      Int($0.list) == list && Int($0.end) == position + 1
    }
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
