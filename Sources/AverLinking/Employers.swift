import AverModel
import AverRules

/// Whose people speak: `Ann Roe, chief executive of Norden` means Norden by `the company` and `it`.
struct Employers {
  /// How far a name may stand from that of its organization.
  private static let reach = 8

  private let rules: RuleSet
  /// The organization of each person, by cluster: the one that was told last.
  private var organizationOfPerson: [Int: Int] = [:]

  init(rules: RuleSet) { self.rules = rules }

  /// Takes in whose the people are that a sentence names.
  mutating func read(_ sentence: SentenceContext, _ clusterOfMention: [Int: Int]) {
    let names = sentence.sentenceMentions
    for (person, found) in names where found.type == .person {
      guard let cluster = clusterOfMention[person] else { continue }
      for (other, organization) in names where organization.type == .organization {
        guard let employer = clusterOfMention[other],
          isTitle(before: found.tokens, organization.tokens, sentence)
            || isTitle(behind: found.tokens, organization.tokens, sentence)
        else { continue }
        organizationOfPerson[cluster] = employer
        break
      }
    }
  }

  /// `Norden's chief executive, Ann Roe`, `Norden chief executive Ann Roe`.
  private func isTitle(
    before person: TokenRange,
    _ organization: TokenRange,
    _ sentence: SentenceContext
  ) -> Bool {
    var end = person.start
    if end > organization.end, isComma(end - 1, sentence) { end -= 1 }
    return organization.end < end && end - organization.end <= Self.reach
      && isTitle(TokenRange(organization.end, end), sentence)
  }

  /// `Ann Roe, chief executive of Norden`, `Ann Roe, Norden's chief executive`.
  private func isTitle(
    behind person: TokenRange,
    _ organization: TokenRange,
    _ sentence: SentenceContext
  ) -> Bool {
    let start = person.end + 1
    guard organization.start >= start, organization.start - start <= Self.reach,
      organization.end < sentence.tokens.end, isComma(person.end, sentence)
    else { return false }
    guard organization.start > start else {
      // The title stands behind the name: up to the comma that closes it.
      var end = organization.end
      while end < sentence.tokens.end, end - organization.end < Self.reach,
        !sentence.token(end).traits.contains(.punctuation)
      {
        end += 1
      }
      return end > organization.end && isTitle(TokenRange(organization.end, end), sentence)
    }
    let before = TokenRange(start, organization.start)
    return sentence.text.tags[organization.start - 1] == .adposition
      && isTitle(before, sentence)
  }

  /// Whether words are a post: nouns with what belongs to them, and nobody who speaks of others.
  private func isTitle(_ words: TokenRange, _ sentence: SentenceContext) -> Bool {
    var hasNoun = false
    for token in words.indices {
      if sentence.token(token).traits.contains(.possessive) { continue }
      switch sentence.text.tags[token] {
      case .noun, .properNoun:
        if sentence.isWord(token, of: StageLists.bystander, rules) { return false }
        hasNoun = true
      case .adjective, .adposition, .determiner, .adverb, .coordinator, .pronoun: continue
      default: return false
      }
    }
    return hasNoun
  }

  /// The organization of whoever reports what is said at a token; nil if nobody does whose organization
  /// is known, or if another one is the subject in between.
  func organization(
    ofSpeakerAt token: Int,
    _ sentence: SentenceContext,
    meaning: [Int: Int]
  ) -> Int? {
    let verb = sentence.verbs.last { verb in
      sentence.text.verbGroups[verb].tokens.end <= token && sentence.isSaying(verb, rules)
    }
    guard let verb, let speaker = sentence.subject(of: verb), let person = meaning[speaker],
      let employer = organizationOfPerson[person]
    else { return nil }
    let start = sentence.text.verbGroups[verb].tokens.end
    let isInterrupted = sentence.phrases.indices.contains { phrase in
      let head = sentence.phrases[phrase].head
      return head >= start && head < token && meaning[phrase] != nil
        && meaning[phrase] != employer && sentence.isSubject(phrase)
    }
    return isInterrupted ? nil : employer
  }

  private func isComma(_ token: Int, _ sentence: SentenceContext) -> Bool {
    sentence.text.tokenized.clean.string(sentence.token(token).range) == ","
  }
}
