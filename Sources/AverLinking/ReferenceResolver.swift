import AverModel
import AverRules

/// Finds what `the company`, `it` and `she` refer to.
///
/// What it may mean, `Discourse` knows.
struct ReferenceResolver {
  private let rules: RuleSet
  private let companyNouns: Int?
  private let companyNounsPlural: Int?
  private let companyPronouns: Int?
  private let personPronouns: Int?
  private let bystanders: Int?
  private let rivals: Int?
  private let seatWords: Int?
  private let definiteWords: Set<Symbol>
  private let pairWords: Set<Symbol>
  private let same: Symbol
  private let belongings: Belongings

  init(rules: RuleSet) {
    self.rules = rules
    companyNouns = rules.list(named: StageLists.companyNoun)
    companyNounsPlural = rules.list(named: StageLists.companyNounPlural)
    companyPronouns = rules.list(named: StageLists.companyPronoun)
    personPronouns = rules.list(named: StageLists.personPronoun)
    bystanders = rules.list(named: StageLists.bystander)
    rivals = rules.list(named: StageLists.rivalWord)
    seatWords = rules.list(named: StageLists.seatWord)
    definiteWords = Set(["the", "this", "that"].map { rules.vocabulary.symbol(of: $0) })
    pairWords = Set(["two", "both"].map { rules.vocabulary.symbol(of: $0) }).filter(\.isKnown)
    same = rules.vocabulary.symbol(of: "same")
    belongings = Belongings(rules: rules)
  }

  /// A reference: its tokens, the entity it means, and why.
  struct Reference {
    let tokens: TokenRange
    let type: MentionType
    let cluster: Int
    let link: EntityLink
    /// The other one, where two are meant: `the two companies`.
    var second: Int?
  }

  /// Words that refer, before it is known to what.
  private struct Candidate {
    let tokens: TokenRange
    let type: MentionType
    let wording: Discourse.Wording
    /// The name inside that says what is meant: `iPhone` in `the iPhone maker`.
    var inner: Int?
    /// Whether two are meant: `the two companies`.
    var isPair = false
    /// Where the noun stands in `its parent`, of whose possessor the parent is meant.
    var parentOf: TokenRange?

    var link: EntityLink { wording == .pronoun ? .pronoun : .description }
  }

  /// Finds the references of a document.
  ///
  /// - Parameters:
  ///   - sentences: All sentences, with names only.
  ///   - resolver: The entity of each name.
  ///   - discourse: What the text is about; it learns what each sentence speaks of.
  /// - Returns: The references whose meaning is clear, in text order.
  func references(
    in sentences: [SentenceContext],
    _ resolver: EntityResolver,
    _ discourse: inout Discourse
  ) -> [Reference] {
    let clusterOfMention = resolver.clusterOfMention
    let owners = belongings.owners(in: sentences, clusterOfMention)
    var result: [Reference] = []
    var descriptions = Descriptions(rules: rules)
    var employers = Employers(rules: rules)
    for sentence in sentences {
      // Rows of a table speak of nobody.
      let isRow = sentence.verbs.isEmpty && numbers(in: sentence) > 1
      discourse.begin(isRow ? [] : salient(in: sentence, clusterOfMention))
      descriptions.read(sentence, clusterOfMention)
      employers.read(sentence, clusterOfMention)
      // What each phrase means, references included.
      var meaning: [Int: Int] = [:]
      for (index, phrase) in sentence.phrases.enumerated() {
        if let cluster = phrase.mention.flatMap({ clusterOfMention[$0] }) {
          meaning[index] = cluster
        }
      }
      for phrase in sentence.phrases.indices {
        guard let candidate = candidate(phrase, sentence) else { continue }
        if candidate.isPair {
          guard let (first, second) = discourse.pair(before: candidate.tokens.start) else {
            continue
          }
          result.append(
            Reference(
              tokens: candidate.tokens,
              type: .organization,
              cluster: first,
              link: .description,
              second: second
            )
          )
          continue
        }
        let inner = candidate.inner.map { sentence.mentions[$0] }
        let named = candidate.inner.flatMap { clusterOfMention[$0] }
        let maker = inner.flatMap { belongings.maker(of: $0) }
        // `Canopy Partners, the buyout firm that`: who is so explained.
        let explained =
          named == nil ? sentence.phrases[phrase].appositionOf.flatMap { meaning[$0] } : nil
        let known =
          named.flatMap { owners[$0] } ?? maker.flatMap { resolver.cluster(named: $0) } ?? explained
        // A maker that everybody knows is nobody else, though the text may not name it.
        if maker != nil, known == nil { continue }
        if let object = sentence.objectBefore(phrase), candidate.wording == .pronoun,
          candidate.type == .organization
        {
          // `founded the label and sold it`: what the verb before is about, or nobody.
          guard let cluster = meaning[object] else { continue }
          result.append(
            Reference(
              tokens: candidate.tokens,
              type: .organization,
              cluster: cluster,
              link: .pronoun
            )
          )
          meaning[phrase] = cluster
          continue
        }
        let excluded = named ?? actor(of: phrase, candidate.tokens, sentence, meaning)
        let described =
          known == nil && (candidate.wording == .noun || candidate.wording == .description)
          ? descriptions.cluster(
            describedBy: candidate.tokens,
            in: sentence,
            needsHead: candidate.wording == .description,
            excluding: excluded
          ) : nil
        if candidate.wording == .description, known == nil, described == nil { continue }
        let isPlain =
          candidate.type == .organization
          && (candidate.wording == .noun || candidate.wording == .pronoun)
        let employer =
          isPlain
          ? employers.organization(
            ofSpeakerAt: candidate.tokens.start,
            sentence,
            meaning: meaning
          ) : nil
        guard
          let cluster = known ?? described ?? employer
            ?? discourse.antecedent(
              at: candidate.tokens.start,
              in: discourse.sentences.count - 1,
              candidate.type,
              candidate.wording,
              excluding: excluded
            )
        else { continue }
        var reference = Reference(
          tokens: candidate.tokens,
          type: candidate.type,
          cluster: cluster,
          link: candidate.link
        )
        if let noun = candidate.parentOf, let owner = owners[cluster] {
          reference = Reference(tokens: noun, type: .organization, cluster: owner, link: .parent)
        }
        result.append(reference)
        if reference.tokens.contains(sentence.phrases[phrase].head) {
          meaning[phrase] = reference.cluster
        }
        discourse.add(
          Discourse.Salient(
            cluster: reference.cluster,
            type: candidate.type,
            token: candidate.tokens.start,
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
            isAside: isRival(from: phrase.tokens.start, to: start, sentence),
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

  /// Whether words before a name say that it competes with whom the text is about: `rival Norden`.
  private func isRival(from start: Int, to name: Int, _ sentence: SentenceContext) -> Bool {
    guard let rivals, name > sentence.tokens.start else { return false }
    // At the beginning of a sentence the word may be no part of the phrase.
    return (min(start, name - 1)..<name).contains { sentence.isWord($0, in: rivals, rules) }
  }

  /// What refers in a phrase, and to what type of thing.
  private func candidate(
    _ index: Int,
    _ sentence: SentenceContext
  ) -> Candidate? {
    let phrase = sentence.phrases[index]
    let first = phrase.tokens.start
    if let pronoun = companyPronouns, sentence.isWord(first, in: pronoun, rules) {
      let own = TokenRange(first, first + 1)
      var candidate = Candidate(tokens: own, type: .organization, wording: .pronoun)
      candidate.parentOf = belongings.parent(in: phrase, behind: first + 1, sentence)
      return candidate
    }
    if let pronoun = personPronouns, sentence.isWord(first, in: pronoun, rules) {
      let own = TokenRange(first, first + 1)
      return Candidate(tokens: own, type: .person, wording: .pronoun)
    }
    if isPair(phrase, sentence) {
      let tokens = TokenRange(first, phrase.head + 1)
      return Candidate(tokens: tokens, type: .organization, wording: .noun, isPair: true)
    }
    if let end = endOfBased(phrase, sentence) {
      return Candidate(tokens: TokenRange(first, end), type: .organization, wording: .noun)
    }
    guard let nouns = companyNouns, phrase.mention == nil,
      definiteWords.contains(sentence.token(first).symbol), phrase.head > first
    else { return nil }
    let name = innerName(phrase, sentence)
    if name == .another { return nil }
    let isSame = sentence.token(first + 1).symbol == same && same.isKnown
    let end = phrase.isPossessive ? phrase.tokens.end : phrase.head + 1
    let isBusiness =
      phrase.tokens.count == 2
      && rules.list(named: StageLists.plainDescription).map {
        sentence.isWord(phrase.head, in: $0, rules) && sentence.text.tags[phrase.head] == .noun
      } == true
    let isCompany = isBusiness || sentence.isWord(phrase.head, in: nouns, rules)
    return Candidate(
      tokens: TokenRange(first, end),
      type: .organization,
      wording: isCompany ? (isSame ? .same : .noun) : .description,
      inner: name.mention
    )
  }

  /// Where `the Ohio-based company` ends, of which a phrase is the beginning, as groups end at the hyphen;
  /// nil for other phrases.
  private func endOfBased(
    _ phrase: Phrase,
    _ sentence: SentenceContext
  ) -> Int? {
    let first = phrase.tokens.start
    guard let nouns = companyNouns, let seats = seatWords,
      definiteWords.contains(sentence.token(first).symbol),
      let place = sentence.sentenceMentions.first(where: { $0.1.tokens.start == first + 1 })?.1,
      place.type == .place, place.tokens.end + 2 < sentence.tokens.end,
      sentence.isWord(place.tokens.end + 1, in: seats, rules)
    else { return nil }
    for token in place.tokens.end + 2..<min(place.tokens.end + 6, sentence.tokens.end) {
      if sentence.isWord(token, in: nouns, rules) { return token + 1 }
      switch sentence.text.tags[token] {
      case .noun, .adjective, .properNoun: continue
      default: return nil
      }
    }
    return nil
  }

  /// Whether a phrase means two that were named: `the two companies`, `both banks`.
  private func isPair(_ phrase: Phrase, _ sentence: SentenceContext) -> Bool {
    guard let nouns = companyNounsPlural, phrase.mention == nil, phrase.head > phrase.tokens.start,
      sentence.isWord(phrase.head, in: nouns, rules), phrase.head - phrase.tokens.start <= 2,
      !phrase.inner.contains(where: { sentence.mentions[$0].type.isName })
    else { return false }
    let words = (phrase.tokens.start..<phrase.head).map { sentence.token($0).symbol }
    return words.contains { pairWords.contains($0) }
  }

  /// A name inside a phrase such as `the iPhone maker`.
  private enum InnerName: Equatable {
    case nothing
    /// What the company that is meant makes or owns.
    case belonging(Int)
    /// What the phrase itself means.
    case another

    var mention: Int? { if case .belonging(let index) = self { index } else { nil } }
  }

  /// The name inside a phrase that says what is meant.
  ///
  /// Places and times say nothing of it: `the London-based lender`. A product or company does before a noun
  /// for who makes or owns it (`the iPhone maker`, `the Zentrix parent`), but the unknown name of
  /// `the Zentrix unit` is what is meant itself.
  private func innerName(_ phrase: Phrase, _ sentence: SentenceContext) -> InnerName {
    var name = InnerName.nothing
    var known = Set<Int>()
    for mention in phrase.inner {
      let found = sentence.mentions[mention]
      known.formUnion(found.tokens.indices)
      if found.type == .place || !found.type.isName { continue }
      guard found.type != .person, belongings.isMaker(phrase.head, sentence), name == .nothing
      else { return .another }
      name = .belonging(mention)
    }
    for token in phrase.tokens.start + 1..<max(phrase.head, phrase.tokens.start + 1)
    where !known.contains(token) {
      let isName = sentence.text.tags[token] == .properNoun
      if isName, sentence.token(token).traits.contains(.capitalized),
        !sentence.token(token).traits.contains(.inTitleCase)
      {
        return .another
      }
    }
    return name
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
    return sentence.isWord(before, of: StageLists.complementWord, rules)
      || sentence.isWord(before, of: StageLists.agentWord, rules)
  }
}
