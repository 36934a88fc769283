import AverModel

/// A noun group as frames see it: with the mention that is its head, names joined that groups cut.
struct Phrase {
  var tokens: TokenRange
  /// The head noun.
  var head: Int
  /// The mention whose last word is the head (or that holds it); nil for a common noun.
  var mention: Int?
  /// Mentions inside it that are not its head, such as `Nvidia` in `Nvidia chips`.
  var inner: [Int] = []
  var isPossessive: Bool
  /// Indices of other phrases of the sentence.
  var possessor: Int?
  var appositionOf: Int?
  var coordinatedWith: Int?
}

/// The phrases of one sentence.
struct PhraseBuilder {
  /// Builds the phrases of a sentence from its noun groups and its mentions.
  static func phrases(
    in tokens: TokenRange,
    groups: Range<Int>,
    text: AnalyzedText,
    mentions: [Mention],
    sentenceMentions: Range<Int>
  ) -> [Phrase] {
    var spans = groups.map { text.nounGroups[$0].tokens }
    var groupOfSpan = Array(groups).map { [$0] }
    for index in sentenceMentions {
      absorb(mentions[index].tokens, &spans, &groupOfSpan)
      splitPossessive(mentions[index].tokens, &spans, &groupOfSpan, text)
      splitTime(index, sentenceMentions, mentions, &spans, &groupOfSpan, text)
    }
    // By the group's number in the sentence.
    var phraseOfGroup = Array(repeating: -1, count: groups.count)
    for (phrase, members) in groupOfSpan.enumerated() {
      for group in members { phraseOfGroup[group - groups.lowerBound] = phrase }
    }
    var phrases = spans.indices.map { index in
      phrase(
        spans[index],
        groupOfSpan[index].map { text.nounGroups[$0] },
        { groups.contains($0) ? phraseOfGroup[$0 - groups.lowerBound] : -1 },
        index,
        text,
        mentions,
        sentenceMentions
      )
    }
    linkNames(&phrases, text, mentions)
    return phrases
  }

  /// Links names of one type that only commas and a conjunction part, whatever the groups made of them:
  /// `Nvidia, Advanced Micro Devices, and Broadcom` has no apposition.
  private static func linkNames(
    _ phrases: inout [Phrase],
    _ text: AnalyzedText,
    _ mentions: [Mention]
  ) {
    cutClauses(&phrases, text, mentions)
    var start = 0
    while start < phrases.count {
      var end = start
      var hasConjunction = false
      while end + 1 < phrases.count,
        let gap = listGap(phrases[end], phrases[end + 1], text, mentions),
        start < end || !beginsClause(end + 1, phrases, text)
      {
        end += 1
        if gap {
          hasConjunction = true
          break
        }
      }
      if hasConjunction, end > start {
        for index in (start + 1)...end {
          phrases[index].coordinatedWith = index - 1
          phrases[index].appositionOf = nil
        }
      }
      start = max(end, start + 1)
    }
    linkPlacedNames(&phrases, text, mentions)
  }

  /// Links two organizations with nothing but their places between them: `Norden Inc of Ohio and Corvala Inc`.
  private static func linkPlacedNames(
    _ phrases: inout [Phrase],
    _ text: AnalyzedText,
    _ mentions: [Mention]
  ) {
    func type(_ phrase: Int) -> MentionType? { phrases[phrase].mention.map { mentions[$0].type } }
    func gap(_ phrase: Int) -> Range<Int> {
      phrases[phrase - 1].tokens
        .end..<max(
          phrases[phrase - 1].tokens.end,
          phrases[phrase].tokens.start
        )
    }
    for first in phrases.indices where type(first) == .organization {
      var next = first + 1
      while next < phrases.count, next <= first + 2, type(next) == .place, gap(next).count == 1,
        next > first + 1 || text.tags[gap(next).lowerBound] == .adposition
      {
        next += 1
      }
      guard next > first + 1, next < phrases.count, type(next) == .organization,
        (1...2).contains(gap(next).count), text.tags[gap(next).upperBound - 1] == .coordinator,
        gap(next).count == 1 || text.tags[gap(next).lowerBound] == .punctuation,
        phrases[next].tokens.end < text.tags.count,
        ![.verb, .auxiliary].contains(text.tags[phrases[next].tokens.end])
      else { continue }
      phrases[next].coordinatedWith = first
    }
  }

  /// Takes apart what a conjunction between two clauses joined: `took on Marlin, and Finch said`.
  private static func cutClauses(
    _ phrases: inout [Phrase],
    _ text: AnalyzedText,
    _ mentions: [Mention]
  ) {
    for index in phrases.indices.dropFirst()
    where phrases[index].coordinatedWith == index - 1 && phrases[index - 1].coordinatedWith == nil
      && listGap(phrases[index - 1], phrases[index], text, mentions) != nil
      && beginsClause(index, phrases, text)
    {
      phrases[index].coordinatedWith = nil
    }
  }

  /// Whether a phrase stands behind a comma and a conjunction and before a verb.
  private static func beginsClause(_ index: Int, _ phrases: [Phrase], _ text: AnalyzedText) -> Bool
  {
    let gap = phrases[index - 1].tokens.end..<phrases[index].tokens.start
    guard gap.count == 2, text.tags[gap.upperBound - 1] == .coordinator,
      phrases[index].tokens.end < text.tags.count
    else { return false }
    let next = text.tags[phrases[index].tokens.end]
    return next == .verb || next == .auxiliary
  }

  /// Whether two phrases are names of one type with nothing but a comma or conjunction between them: true
  /// for a conjunction, false for a comma, nil for anything else.
  private static func listGap(
    _ left: Phrase,
    _ right: Phrase,
    _ text: AnalyzedText,
    _ mentions: [Mention]
  ) -> Bool? {
    guard let first = left.mention, let second = right.mention, mentions[first].type.isName,
      isAlike(mentions[first].type, mentions[second].type), !left.isPossessive,
      left.tokens.end < right.tokens.start, right.tokens.start - left.tokens.end <= 2
    else { return nil }
    var hasConjunction = false
    for token in left.tokens.end..<right.tokens.start {
      let found = text.tokenized.tokens[token]
      if text.tags[token] == .coordinator {
        hasConjunction = true
      } else if text.tokenized.clean.bytes[found.start] != 0x2C {
        return nil
      }
    }
    return hasConjunction
  }

  /// Whether names of two types can stand in one list: people and organizations can.
  private static func isAlike(_ left: MentionType, _ right: MentionType) -> Bool {
    let parties: [MentionType] = [.organization, .person]
    return left == right || (parties.contains(left) && parties.contains(right))
  }

  /// Joins the spans that a mention overlaps into one, or adds one.
  private static func absorb(
    _ mention: TokenRange,
    _ spans: inout [TokenRange],
    _ groupOfSpan: inout [[Int]]
  ) {
    guard let first = spans.firstIndex(where: { $0.overlaps(mention) }) else {
      let position = spans.firstIndex { $0.start > mention.start } ?? spans.count
      spans.insert(mention, at: position)
      groupOfSpan.insert([], at: position)
      return
    }
    if spans[first].contains(mention) { return }
    var last = first
    while last + 1 < spans.count, spans[last + 1].overlaps(mention) { last += 1 }
    let joined = spans[first...last].reduce(mention) { $0.union($1) }
    let members = Array(groupOfSpan[first...last].joined())
    spans.replaceSubrange(first...last, with: [joined])
    groupOfSpan.replaceSubrange(first...last, with: [members])
  }

  /// Cuts a time off the name or noun before it: `a contract with Amazon last month`, `an offering next year`.
  private static func splitTime(
    _ time: Int,
    _ sentenceMentions: Range<Int>,
    _ mentions: [Mention],
    _ spans: inout [TokenRange],
    _ groupOfSpan: inout [[Int]],
    _ text: AnalyzedText
  ) {
    let tokens = mentions[time].tokens
    guard case .time? = mentions[time].value,
      let index = spans.firstIndex(where: { $0.start < tokens.start && $0.end == tokens.end })
    else { return }
    let isBehindName =
      time > sentenceMentions.lowerBound && mentions[time - 1].type.isName
      && mentions[time - 1].tokens.end == tokens.start
    guard isBehindName || text.tags[tokens.start - 1] == .noun else { return }
    let name = TokenRange(spans[index].start, tokens.start)
    spans.replaceSubrange(index...index, with: [name, tokens])
    groupOfSpan.insert([], at: index + 1)
  }

  /// Makes the pronoun of `its stake` a phrase of its own, once it is known what it means.
  private static func splitPossessive(
    _ mention: TokenRange,
    _ spans: inout [TokenRange],
    _ groupOfSpan: inout [[Int]],
    _ text: AnalyzedText
  ) {
    guard mention.count == 1,
      let index = spans.firstIndex(where: { $0.start == mention.start && $0.count > 1 }),
      let group = groupOfSpan[index].first,
      text.nounGroups[group].determiner == mention.start
    else { return }
    let rest = TokenRange(mention.end, spans[index].end)
    spans.replaceSubrange(index...index, with: [mention, rest])
    groupOfSpan.insert([], at: index)
  }

  private static func phrase(
    _ span: TokenRange,
    _ groups: [NounGroup],
    _ phraseOfGroup: (Int) -> Int,
    _ index: Int,
    _ text: AnalyzedText,
    _ mentions: [Mention],
    _ sentenceMentions: Range<Int>
  ) -> Phrase {
    let isPossessive =
      text.tokenized.tokens[span.last].traits.contains(.possessive)
      || isSplitPronoun(span, groups, text)
    let inside = sentenceMentions.filter { span.contains(mentions[$0].tokens) }
    var head = groups.last?.head ?? (isPossessive && span.count > 1 ? span.last - 1 : span.last)
    if !span.contains(head) { head = lastWord(of: span, text) }
    // A name that reaches beyond the last group, or past its head, is the head itself.
    if let last = inside.last, mentions[last].tokens.end > head {
      head = max(head, lastWord(of: mentions[last].tokens, text))
    }
    let mention = inside.last { mentions[$0].tokens.contains(head) }
    func other(_ link: Int?) -> Int? {
      guard let link else { return nil }
      let phrase = phraseOfGroup(link)
      return phrase < 0 || phrase == index ? nil : phrase
    }
    return Phrase(
      tokens: span,
      head: head,
      mention: mention,
      inner: inside.filter { $0 != mention },
      isPossessive: isPossessive,
      possessor: other(groups.first?.possessor),
      appositionOf: other(groups.first?.appositionOf),
      coordinatedWith: other(groups.first?.coordinatedWith)
    )
  }

  /// Whether a span is the pronoun that was split off: it has no group, and its tag says so.
  private static func isSplitPronoun(
    _ span: TokenRange,
    _ groups: [NounGroup],
    _ text: AnalyzedText
  ) -> Bool {
    groups.isEmpty && span.count == 1
      && [.pronoun, .determiner].contains(text.tags[span.start])
  }

  private static func lastWord(of tokens: TokenRange, _ text: AnalyzedText) -> Int {
    let last = tokens.last
    let isPossessive = text.tokenized.tokens[last].traits.contains(.possessive)
    return isPossessive && last > tokens.start ? last - 1 : last
  }
}
