import AverModel

/// Whether a sentence puts a time before or after the day of writing, and how surely.
struct Tense: Hashable {
  enum Direction: Hashable {
    case past
    case future
    /// The sentence does not say.
    case open
  }

  let direction: Direction
  /// Whether the verb stands right before the time, a preposition or two between them.
  let isAdjacent: Bool
  /// Whether a verb such as `planned` looks ahead from a past of its own.
  let isPlan: Bool
  /// Whether the verb stands a few words before the time.
  let isNear: Bool
  /// Whether a verb in the present stands near: a day of the week is then one to come.
  let isSchedule: Bool

  static let open = Tense(.open)

  init(
    _ direction: Direction,
    isAdjacent: Bool = false,
    isPlan: Bool = false,
    isNear: Bool = false,
    isSchedule: Bool = false
  ) {
    self.direction = direction
    self.isAdjacent = isAdjacent
    self.isPlan = isPlan
    self.isNear = isNear
    self.isSchedule = isSchedule
  }

  /// The tense of the verb group nearest to a time: the last one before it in its sentence, else
  /// the first one after it.
  ///
  /// - Parameters:
  ///   - tokens: The time's tokens.
  ///   - text: The text that holds them.
  ///   - sentence: The sentence that holds them.
  ///   - forward: The verbs that look ahead.
  init(of tokens: TokenRange, in text: AnalyzedText, sentence: Int, forward: ForwardVerbs?) {
    let words = text.tokenized.tokens
    // `Tuesday's ruling` and `Monday night's loss` are names for something known.
    let isNounBehind = tokens.end < words.count && text.tags[tokens.end] == .noun
    let owner = isNounBehind ? tokens.end + 1 : tokens.end
    if owner < words.count, words[owner].traits.contains(.possessive) {
      self = .open
      return
    }
    let bounds = text.tokenized.sentences[sentence].tokens
    let isHeadline = Tense.isHeadline(text, sentence: sentence)
    let groups = text.verbGroups
    let following = Tense.firstGroup(notBefore: tokens.start, in: groups)
    let nearest = following > 0 ? groups[following - 1] : nil
    let isInSentence = nearest.map { $0.tokens.start >= bounds.start } ?? false
    if let forward,
      forward.looksAhead(
        before: tokens.start,
        from: bounds.start,
        isInSentence ? nearest : nil,
        in: text
      )
    {
      self.init(.future, isPlan: true)
      return
    }
    // `said that in October the firm will open it`: the time is of the clause that begins there.
    if isInSentence, let nearest,
      (nearest.tokens.end..<max(nearest.tokens.end, tokens.start)).contains(where: {
        text.tags[$0] == .subordinator
      })
    {
      let clause = Tense.behind(
        tokens,
        from: following,
        until: bounds.end,
        in: text,
        isHeadline,
        forward
      )
      if clause.direction != .open {
        self = clause
        return
      }
    }
    var index = following
    var hasParticiple = false
    while index > 0, groups[index - 1].tokens.start >= bounds.start {
      index -= 1
      // `to end-September` has no infinitive.
      if groups[index].head >= tokens.start { continue }
      if forward?.looksAhead(groups, index, in: text) ?? false {
        let isPlan = groups[index].form != .present
        self.init(.future, isAdjacent: !isPlan, isPlan: isPlan)
        return
      }
      if forward?.looksBack(groups[index], from: bounds.start, in: text) ?? false {
        self.init(.past)
        return
      }
      if Tense.isNoun(groups[index], before: tokens.start, in: text) {
        self.init(.past)
        return
      }
      if groups[index].isPerfect, forward?.isToCome(groups[index], in: text) ?? false {
        self.init(.future)
        return
      }
      let isAdjacent = tokens.start - groups[index].tokens.end <= 2
      if let direction = Tense.direction(groups, index, isHeadline, isAdjacent) {
        let isNext = direction == .past ? tokens.start - groups[index].tokens.end <= 1 : isAdjacent
        self.init(
          direction,
          isAdjacent: isNext,
          isNear: tokens.start - groups[index].tokens.end <= 4,
          isSchedule: direction == .open
            && Tense.isSchedule(
              groups,
              index,
              from: bounds.start,
              before: tokens.start,
              in: text,
              forward
            )
        )
        return
      }
      hasParticiple = hasParticiple || groups[index].form == .participle
    }
    if hasParticiple {
      self.init(.past)
      return
    }
    self = Tense.behind(tokens, from: following, until: bounds.end, in: text, isHeadline, forward)
  }

  /// The tense of the first verb group behind a time.
  private static func behind(
    _ tokens: TokenRange,
    from following: Int,
    until end: Int,
    in text: AnalyzedText,
    _ isHeadline: Bool,
    _ forward: ForwardVerbs?
  ) -> Tense {
    let groups = text.verbGroups
    var index = following
    while index < groups.endIndex, groups[index].tokens.start < end {
      let isAdjacent = groups[index].tokens.start - tokens.end <= 1
      // `in September, and may do so again`
      let before = groups[index].tokens.start - 1
      if before >= tokens.end, text.tags[before] == .coordinator { break }
      // `On Thursday, the union plans to march.`
      if let forward {
        let isAhead = groups[index].form == .present && forward.looksAhead(groups, index, in: text)
        if isAhead || groups[index].isPerfect && forward.isToCome(groups[index], in: text) {
          return Tense(.future)
        }
      }
      if groups[index].isFinite,
        let direction = Tense.direction(groups, index, isHeadline, isAdjacent)
      {
        return Tense(direction)
      }
      index += 1
    }
    return .open
  }

  /// Whether a verb in the present puts a day of the week ahead, as `meet in Brussels on Friday`.
  private static func isSchedule(
    _ groups: [VerbGroup],
    _ index: Int,
    from start: Int,
    before token: Int,
    in text: AnalyzedText,
    _ forward: ForwardVerbs?
  ) -> Bool {
    let group = groups[index]
    guard group.form == .present, text.tags[group.head] == .verb, token - group.tokens.end <= 6,
      let forward
    else { return false }
    // In `told them that they move when they see a chance`, nothing is to come.
    var earlier = index - 1
    while earlier >= 0, groups[earlier].tokens.start >= start {
      if groups[earlier].form == .past { return false }
      earlier -= 1
    }
    return !forward.tells(group, in: text)
  }

  /// Whether a verb in the present is a noun, and the verb stands behind it, as in `Tokyo stocks
  /// closed higher Friday`.
  private static func isNoun(_ group: VerbGroup, before token: Int, in text: AnalyzedText) -> Bool {
    group.form == .present && token - group.tokens.end <= 6
      && (group.tokens.end..<max(group.tokens.end, token)).contains { index in
        text.tags[index] == .adjective
          && text.tokenized.clean.string(text.tokenized.tokens[index].range).hasSuffix("ed")
      }
  }

  private static func firstGroup(notBefore token: Int, in groups: [VerbGroup]) -> Int {
    var low = 0
    var high = groups.count
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].tokens.start < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What a verb group says of a time; nil if it takes its own time from another group.
  private static func direction(
    _ groups: [VerbGroup],
    _ index: Int,
    _ isHeadline: Bool,
    _ isAdjacent: Bool
  ) -> Direction? {
    let group = groups[index]
    switch group.form {
    case .past: return .past
    case .present:
      if group.isPerfect || isHeadline { return .past }
      return isAdjacent || group.isProgressive || group.isPassive ? .future : .open
    case .modal: return group.isPerfect ? .past : .future
    case .infinitive:
      if group.isPerfect { return .past }
      // `agreed to meet on Friday` may be either; `plan to meet on Friday` is to come.
      let governor = group.governor.map { groups[$0] } ?? (index > 0 ? groups[index - 1] : nil)
      return governor?.form == .past ? .open : .future
    case .gerund, .participle, .bare: return nil
    }
  }

  /// Headlines tell what happened in the present tense.
  private static func isHeadline(_ text: AnalyzedText, sentence: Int) -> Bool {
    let block = text.tokenized.sentences[sentence].block
    let blocks = text.tokenized.clean.blocks
    guard blocks.indices.contains(block) else { return false }
    return blocks[block].kind == .title || blocks[block].kind == .heading
  }
}
