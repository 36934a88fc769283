import AverModel

/// Finds auxiliaries, negation, main verb and particle of each predicate of a sentence.
///
/// One pass from left to right: an auxiliary says which form its verb must have, and adverbs may
/// stand between them.
struct VerbGroupFinder {
  let tokens: SyntaxTokens
  let range: TokenRange

  /// What an auxiliary expects of the next verb of its group.
  private enum Expectation {
    case base
    case pastParticiple
    case anyParticiple
    case any
  }

  /// How many adverbs may stand between an auxiliary and its verb.
  private static let gap = 6

  func groups() -> [VerbGroupDraft] {
    var result: [VerbGroupDraft] = []
    result.reserveCapacity(range.count / 4 + 1)
    var position = range.start
    while position < range.end {
      guard let draft = group(at: position) else {
        position += 1
        continue
      }
      result.append(draft)
      position = draft.end
    }
    return result
  }

  /// The group whose first auxiliary, `to` or verb is at a position.
  private func group(at start: Int) -> VerbGroupDraft? {
    let first = tokens[start]
    if isInfinitiveMarker(start) { return infinitive(at: start) }
    guard first.isAuxiliary || (first.isVerb && !NounGroupFinder.isModifier(tokens, start)) else {
      return nil
    }
    var draft = VerbGroupDraft(parts: VerbParts(start), head: start)
    extend(&draft)
    finish(&draft)
    return draft
  }

  private func isInfinitiveMarker(_ index: Int) -> Bool {
    tokens[index].grammar == .to && tokens[index].tag == .particle
  }

  private func infinitive(at start: Int) -> VerbGroupDraft? {
    var next = start + 1
    while next - start < Self.gap,
      tokens[next].tag == .adverb || tokens[next].isNegation || tokens[next].isQuote
    {
      next += 1
    }
    guard next < range.end, tokens[next].isVerb || tokens[next].isAuxiliary else { return nil }
    var draft = VerbGroupDraft(parts: VerbParts(start), head: next)
    draft.marker = start
    for index in (start + 1)..<next where negates(index) {
      draft.parts.append(index)
      draft.negation = index
    }
    draft.parts.append(next)
    extend(&draft)
    finish(&draft)
    draft.form = .infinitive
    return draft
  }

  /// Follows the auxiliaries from the draft's head to the main verb.
  private func extend(_ draft: inout VerbGroupDraft) {
    while tokens[draft.head].isAuxiliary {
      let auxiliary = draft.head
      if tokens[auxiliary].words.contains(.modal), draft.modal == nil, !isHaveOrBe(auxiliary) {
        draft.modal = auxiliary
      }
      guard let next = nextPart(after: auxiliary) else { break }
      addNegation(between: auxiliary, and: next, &draft)
      draft.parts.append(next)
      note(auxiliary, followedBy: next, in: &draft)
      draft.head = next
    }
  }

  private func isHaveOrBe(_ index: Int) -> Bool {
    // `'d` is both; with a base form it is a modal.
    tokens[index].words.contains(.beForm)
      || (tokens[index].words.contains(.haveForm) && !tokens[index].words.contains(.modal))
  }

  private func expectation(after index: Int) -> Expectation {
    let words = tokens[index].words
    if words.contains([.beForm, .haveForm]) { return .anyParticiple }
    if words.contains([.modal, .haveForm]) { return .any }
    if words.contains(.beForm) { return .anyParticiple }
    if words.contains(.haveForm) { return .pastParticiple }
    if words.contains(.modal) || words.contains(.doForm) { return .base }
    return .any
  }

  /// The verb that an auxiliary belongs to, if it follows within reach.
  private func nextPart(after auxiliary: Int) -> Int? {
    let expected = expectation(after: auxiliary)
    var index = auxiliary + 1
    if let subject = endOfInvertedSubject(auxiliary) { index = subject }
    var stop = min(range.end, index + Self.gap)
    while index < stop {
      let token = tokens[index]
      if token.isVerb || token.isAuxiliary { return fits(index, expected) ? index : nil }
      if token.isComma {
        guard let end = endOfInsert(index) else { return nil }
        index = end
        stop = min(range.end, end + Self.gap)
      } else if token.tag == .determiner, token.words.contains(.determiner),
        tokens[index + 1].isVerb || tokens[index + 1].isAuxiliary
      {
        // `have each agreed`: go on.
      } else if token.tag != .adverb && !token.isNegation && token.grammar != .no && !token.isQuote
      {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// The comma that closes an insert such as `, in his words,`, if no verb stands in it.
  private func endOfInsert(_ comma: Int) -> Int? {
    for index in (comma + 1)..<min(range.end, comma + 2 + Self.gap) {
      if tokens[index].isComma { return index }
      if tokens[index].isVerb || tokens[index].isAuxiliary || tokens[index].isCoordinator {
        return nil
      }
    }
    return nil
  }

  /// Where the subject of a question ends: `did you`, `Will Google`; nil if the order is plain.
  private func endOfInvertedSubject(_ auxiliary: Int) -> Int? {
    let next = auxiliary + 1
    let isCopula = tokens[auxiliary].words.contains(.beForm)
    if tokens[next].tag == .pronoun, tokens[auxiliary - 1].tag != .pronoun,
      !isCopula || auxiliary == range.start
    {
      return next + 1
    }
    guard tokens[auxiliary].traits.contains(.sentenceStart), !isCopula else { return nil }
    var end = next
    while end < min(range.end, next + Self.gap),
      tokens[end].isNounLike || tokens[end].isDeterminer || tokens[end].tag == .adjective
    {
      end += 1
    }
    return end > next && (tokens[end].isVerb || tokens[end].isAuxiliary) ? end : nil
  }

  private func fits(_ index: Int, _ expected: Expectation) -> Bool {
    let token = tokens[index]
    if token.isAuxiliary {
      let isBeen = token.forms.contains(.pastParticiple)
      let isBeing = token.forms.contains(.gerund)
      switch expected {
      case .base: return token.forms.contains(.base) || token.forms.isEmpty
      case .pastParticiple: return isBeen
      case .anyParticiple: return isBeing || isBeen
      case .any: return true
      }
    }
    if NounGroupFinder.isModifier(tokens, index) { return false }
    switch expected {
    case .base: return token.forms.contains(.base) || token.forms.isEmpty
    case .pastParticiple: return token.mayBePastParticiple
    case .anyParticiple: return token.mayBePastParticiple || token.forms.contains(.gerund)
    case .any: return true
    }
  }

  /// Notes what an auxiliary means for the group, now that the part after it is known.
  private func note(_ auxiliary: Int, followedBy next: Int, in draft: inout VerbGroupDraft) {
    let words = tokens[auxiliary].words
    let isParticiple =
      tokens[next].mayBePastParticiple || tokens[next].forms.contains(.pastParticiple)
    if words.contains(.beForm) {
      if tokens[next].forms.contains(.gerund), tokens[next].tagClass != .pastParticiple {
        draft.isProgressive = true
      } else if tokens[next].isVerb {
        draft.isPassive = true
      } else if words.contains(.haveForm) {
        draft.isPerfect = true
      }
    } else if words.contains(.haveForm), isParticiple {
      draft.isPerfect = true
      if draft.modal == auxiliary { draft.modal = nil }
    } else if !words.contains(.modal), !words.contains(.doForm), isParticiple, tokens[next].isVerb {
      draft.isPassive = true
    }
  }

  /// Adds negation before the group and a particle after it, and decides the form.
  private func finish(_ draft: inout VerbGroupDraft) {
    addNegation(&draft)
    let next = draft.head + 1
    if tokens[next].tagClass == .verbParticle, next < range.end, tokens[draft.head].isVerb {
      draft.particle = next
      draft.parts.append(next)
    }
    draft.form = VerbFormReader(tokens: tokens, range: range).form(of: &draft)
  }

  private func addNegation(between auxiliary: Int, and next: Int, _ draft: inout VerbGroupDraft) {
    for index in (auxiliary + 1)..<next {
      let isNoLonger = tokens[index].grammar == .no && tokens[index + 1].grammar == .longer
      guard negates(index) || isNoLonger else { continue }
      draft.parts.append(index)
      if isNoLonger { draft.parts.append(index + 1) }
      draft.negation = draft.negation ?? index
    }
  }

  /// Whether a word denies the verb: `not`, but not `not only`.
  private func negates(_ index: Int) -> Bool {
    let next = tokens[index + 1].grammar
    return tokens[index].isNegation && next != .only && next != .just
  }

  private func addNegation(_ draft: inout VerbGroupDraft) {
    // A copula or a lone auxiliary is followed by its negation.
    if draft.negation == nil, tokens[draft.head].isAuxiliary {
      let next = draft.head + 1
      if negates(next), next < range.end {
        draft.negation = next
        draft.parts.append(next)
      }
    }
    var index = draft.start - 1
    while draft.negation == nil, index >= range.start, draft.start - index <= 3 {
      let token = tokens[index]
      if negates(index) {
        draft.negation = index
        draft.parts.prepend(index)
      } else if token.grammar == .longer, tokens[index - 1].grammar == .no, index > range.start {
        draft.negation = index - 1
        draft.parts.prepend(index)
        draft.parts.prepend(index - 1)
      } else if token.tag != .adverb {
        return
      }
      index -= 1
    }
  }
}
