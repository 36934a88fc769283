import AverModel
import AverRules

/// Which company belongs to which other, as a text says it or as everybody knows.
struct Belongings {
  /// More words than these do not stand between a company and its parent.
  private static let reach = 8

  private let rules: RuleSet
  private let units: Int?
  private let parents: Int?
  private let makers: Int?
  private let makerNouns: Int?

  init(rules: RuleSet) {
    self.rules = rules
    units = rules.list(named: StageLists.belongingNoun)
    parents = rules.list(named: StageLists.parentNoun)
    makers = rules.list(named: StageLists.makerOf)
    makerNouns = rules.list(named: StageLists.makerNoun)
  }

  /// The owner of each company of which a text says it: `Zentrix, a unit of Corvala`, `Corvala's Zentrix unit`,
  /// `Zentrix parent Corvala`, `Corvala, the owner of Zentrix`.
  ///
  /// - Parameters:
  ///   - sentences: All sentences.
  ///   - clusterOfMention: The entity of each name.
  /// - Returns: The entity that owns, by the one that is owned; what is said first counts.
  func owners(
    in sentences: [SentenceContext],
    _ clusterOfMention: [Int: Int]
  ) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for sentence in sentences {
      let range = sentence.mentionRange
      for index in range.dropLast() {
        let (left, right) = (sentence.mentions[index], sentence.mentions[index + 1])
        guard left.type == .organization, right.type == .organization,
          let first = clusterOfMention[index], let second = clusterOfMention[index + 1],
          first != second
        else { continue }
        if isOwned(left, by: right, sentence) {
          result[first] = result[first] ?? second
        } else if isOwned(right, from: left, sentence) {
          result[second] = result[second] ?? first
        }
      }
    }
    return result
  }

  /// Whether the words between say that the first belongs to the second.
  private func isOwned(
    _ unit: Mention,
    by owner: Mention,
    _ sentence: SentenceContext
  ) -> Bool {
    let gap = unit.tokens.end..<max(unit.tokens.end, owner.tokens.start)
    guard let first = gap.first, gap.count <= Self.reach else { return false }
    if gap.count == 1 { return isIn(parents, first, sentence) }
    guard let last = gap.last, word(first, sentence) == "," else { return false }
    return word(last, sentence) == "of" && gap.contains { isIn(units, $0, sentence) }
      || word(last, sentence) == "by" && word(last - 1, sentence) == "owned"
  }

  /// Whether the words between or behind say that the second belongs to the first.
  private func isOwned(
    _ unit: Mention,
    from owner: Mention,
    _ sentence: SentenceContext
  ) -> Bool {
    let gap = owner.tokens.end..<max(owner.tokens.end, unit.tokens.start)
    let behind = unit.tokens.end
    let isPossessive = sentence.token(owner.tokens.last).traits.contains(.possessive)
    if isPossessive && gap.isEmpty
      || gap.count == 1 && sentence.token(gap.lowerBound).traits.contains(.possessive)
    {
      return behind < sentence.tokens.end && isIn(units, behind, sentence)
    }
    guard let first = gap.first, let last = gap.last, gap.count <= Self.reach,
      word(first, sentence) == ",", word(last, sentence) == "of"
    else { return false }
    return gap.contains { isIn(parents, $0, sentence) }
  }

  /// Who makes or owns what a name means; nil if that is not known.
  func maker(of mention: Mention) -> String? {
    guard let makers, case .name(let name)? = mention.value else { return nil }
    return rules.value(of: name, inList: makers)
  }

  /// The tokens of `its parent`; nil if a phrase says nothing of the kind.
  func parent(in phrase: Phrase, behind start: Int, _ sentence: SentenceContext) -> TokenRange? {
    guard phrase.mention == nil, phrase.head >= start,
      isIn(parents, phrase.head, sentence)
        || phrase.head > start && word(phrase.head, sentence) == "company"
          && isIn(parents, phrase.head - 1, sentence)
    else { return nil }
    return TokenRange(phrase.tokens.start, phrase.head + 1)
  }

  /// Whether a noun is one for who makes or owns something: `maker` `parent`.
  func isMaker(_ token: Int, _ sentence: SentenceContext) -> Bool {
    isIn(parents, token, sentence) || isIn(makerNouns, token, sentence)
  }

  private func isIn(_ list: Int?, _ token: Int, _ sentence: SentenceContext) -> Bool {
    list.map { sentence.isWord(token, in: $0, rules) } ?? false
  }

  private func word(_ token: Int, _ sentence: SentenceContext) -> String {
    sentence.text.tokenized.clean.string(sentence.token(token).range)
  }
}
