import AverModel

/// Links the noun groups of a sentence: possessors, lists and appositions.
struct NounGroupLinker {
  let tokens: SyntaxTokens
  let range: TokenRange
  /// The verb groups of the sentence, which no list crosses.
  let verbs: [VerbGroupDraft]

  func link(_ groups: inout [NounGroupDraft]) {
    for index in groups.indices {
      linkPossessor(index, &groups)
      groups[index].isInPrepositionalPhrase = isAfterPreposition(index, groups)
    }
    linkLists(&groups)
    linkAppositions(&groups)
    for index in groups.indices {
      if let root = groups[index].coordinatedWith ?? groups[index].appositionOf {
        let isInPhrase = groups[root].isInPrepositionalPhrase
        groups[index].isInPrepositionalPhrase = groups[index].isInPrepositionalPhrase || isInPhrase
      }
    }
  }

  private func linkPossessor(_ index: Int, _ groups: inout [NounGroupDraft]) {
    guard index > 0, groups[index - 1].isPossessive else { return }
    if groups[index - 1].tokens.end == groups[index].tokens.start {
      groups[index].possessor = index - 1
    }
  }

  private func isAfterPreposition(_ index: Int, _ groups: [NounGroupDraft]) -> Bool {
    if let possessor = groups[index].possessor {
      return groups[possessor].isInPrepositionalPhrase
    }
    var before = groups[index].tokens.start - 1
    while tokens[before].tag == .adverb || tokens[before].isQuote { before -= 1 }
    return tokens[before].isPreposition
  }

  // MARK: Lists

  /// Joins `A, B and C`: from each `and` back over the commas before it.
  private func linkLists(_ groups: inout [NounGroupDraft]) {
    for index in groups.indices where !groups[index].isPossessive {
      let joint = joint(before: first(of: index, groups), groups)
      guard let joint, joint.hasCoordinator else { continue }
      let left = self.left(of: index, groups)
      guard left >= 0, !beginsClause(index, after: left, groups) else { continue }
      groups[index].coordinatedWith = left
      var member = left
      while let comma = self.joint(before: first(of: member, groups), groups), !comma.hasCoordinator
      {
        let before = self.left(of: first(of: member, groups), groups)
        guard before >= 0, isSameKind(before, member, groups), member - before < 3 else { break }
        groups[member].coordinatedWith = before
        member = before
      }
    }
  }

  /// The first group of a chain of possessors that ends with this group.
  private func first(of index: Int, _ groups: [NounGroupDraft]) -> Int {
    var first = index
    while let possessor = groups[first].possessor { first = possessor }
    return first
  }

  /// What joins a group to the one right before it, if it is a comma, `and` or `or`.
  private func joint(
    before index: Int,
    _ groups: [NounGroupDraft]
  ) -> (hasComma: Bool, hasCoordinator: Bool)? {
    guard index > 0 else { return nil }
    var position = groups[index].tokens.start - 1
    let end = groups[index - 1].tokens.end
    guard !groups[index - 1].isPossessive else { return nil }
    var hasCoordinator = false
    var hasComma = false
    while position >= end, tokens[position].tag == .adverb || tokens[position].isQuote {
      position -= 1
    }
    if position >= end, tokens[position].isListJoint {
      hasCoordinator = true
      position -= 1
    }
    if position >= end, tokens[position].isComma {
      hasComma = true
      position -= 1
    }
    guard position < end, hasComma || hasCoordinator else { return nil }
    return (hasComma, hasCoordinator)
  }

  /// The group before the joint: the one that stands there.
  private func left(of index: Int, _ groups: [NounGroupDraft]) -> Int {
    let left = first(of: index, groups) - 1
    if let named = namedBefore(left, groups) { return named }
    // `BOC, the gas maker, and Linde`: the name is the member of the list.
    if isDescription(left, groups), left > 0, let joint = joint(before: left, groups),
      !joint.hasCoordinator, isName(left - 1, groups), !isName(left, groups)
    {
      return left - 1
    }
    return left
  }

  /// The name that a description with phrases behind it explains, where a comma closes it: the first group
  /// of `Fischer Labs, a unit of Germany's Rheinwerk AG, and …`.
  private func namedBefore(_ left: Int, _ groups: [NounGroupDraft]) -> Int? {
    guard left >= 0, tokens[groups[left].tokens.end].isComma else { return nil }
    var outer = left
    while outer > 0, tokens[groups[first(of: outer, groups)].tokens.start - 1].isPreposition {
      outer = first(of: outer, groups) - 1
    }
    guard outer != left, outer > 0, isDescription(outer, groups) else { return nil }
    let named = first(of: outer, groups) - 1
    guard named >= 0, isName(named, groups),
      groups[named].tokens.end + 1 == groups[first(of: outer, groups)].tokens.start,
      tokens[groups[named].tokens.end].isComma
    else { return nil }
    return named
  }

  /// Whether a group after `and` is the subject of a clause of its own: `bought A and B sold C`.
  private func beginsClause(_ index: Int, after left: Int, _ groups: [NounGroupDraft]) -> Bool {
    let end = groups[index].tokens.end
    guard let verb = verbs.first(where: { $0.start >= end }), verb.isFinite else { return false }
    guard (end..<verb.start).allSatisfy({ tokens[$0].tag == .adverb }) else { return false }
    let start = groups[left].tokens.start
    guard let last = verbs.last(where: { $0.end <= start }) else { return false }
    // `as A and B rose`
    if tokens[groups[first(of: left, groups)].tokens.start - 1].tag == .subordinator {
      return false
    }
    // `said A and B rose`, but `was confirmed in court, and B rose`
    let hasComma = joint(before: first(of: index, groups), groups)?.hasComma ?? false
    if last.isPassive || (hasComma && groups[left].isInPrepositionalPhrase) { return true }
    return !tokens[last.head].words.contains(.reportingVerb)
  }

  private func isName(_ index: Int, _ groups: [NounGroupDraft]) -> Bool {
    tokens[groups[index].head].isName
  }

  private func isDescription(_ index: Int, _ groups: [NounGroupDraft]) -> Bool {
    let tag = tokens[groups[index].head].tag
    guard tag == .noun || tag == .adjective else { return false }
    return groups[index].determiner != nil || groups[index].possessor != nil
  }

  private func isSameKind(_ first: Int, _ second: Int, _ groups: [NounGroupDraft]) -> Bool {
    let left = tokens[groups[first].head]
    let right = tokens[groups[second].head]
    return left.isName == right.isName && (left.tag == .numeral) == (right.tag == .numeral)
  }

  // MARK: Appositions

  private func linkAppositions(_ groups: inout [NounGroupDraft]) {
    for index in groups.indices.dropFirst() where groups[index].coordinatedWith == nil {
      let first = self.first(of: index, groups)
      guard first > 0, !groups[first - 1].isPossessive else { continue }
      if isApposition(index, first, groups) {
        groups[index].appositionOf = first - 1
      }
    }
  }

  private func isApposition(_ index: Int, _ first: Int, _ groups: [NounGroupDraft]) -> Bool {
    let before = first - 1
    let gap = groups[before].tokens.end..<groups[first].tokens.start
    guard gap.count == 1, !isTime(before, groups), !isTime(index, groups) else { return false }
    if tokens[gap.lowerBound].grammar == .openingBracket { return isName(before, groups) }
    guard tokens[gap.lowerBound].isComma, isClosed(index) || isDescription(index, groups) else {
      return false
    }
    let isNumber = tokens[groups[index].head].tag == .numeral
    guard !isNumber, tokens[groups[index].head].tag != .pronoun else { return false }
    if isContinuedList(index, groups) { return false }
    // `X Cuts Outlook, Shares Slide`
    if tokens[groups[index].head].traits.contains(.inTitleCase), !isDescription(index, groups) {
      return false
    }
    if isName(before, groups) { return !isName(index, groups) && !startsClause(index, groups) }
    return isName(index, groups) && isDescription(before, groups) && !startsClause(index, groups)
      && !endsOpeningPhrase(before, groups)

    func isClosed(_ index: Int) -> Bool {
      let next = tokens[groups[index].tokens.end]
      return next.isComma || next.isPreposition || next.grammar == .stop
        || next.tag == .punctuation
    }
  }

  private func isContinuedList(_ index: Int, _ groups: [NounGroupDraft]) -> Bool {
    groups.indices.contains(index + 1) && groups[index + 1].coordinatedWith == index
      && tokens[groups[index].tokens.start - 1].isComma && isSameKind(index - 1, index, groups)
  }

  /// Whether a group belongs to a phrase that opens its clause: `In the statement, Ann Roe, …`.
  private func endsOpeningPhrase(_ index: Int, _ groups: [NounGroupDraft]) -> Bool {
    let opener = groups[first(of: index, groups)].tokens.start - 1
    guard tokens[opener].isPreposition || tokens[opener].tag == .subordinator else { return false }
    let before = tokens[opener - 1]
    return opener == range.start || before.tag == .punctuation || before.isCoordinator
  }

  /// Whether a finite verb follows right after, so that the group is its subject.
  private func startsClause(_ index: Int, _ groups: [NounGroupDraft]) -> Bool {
    let end = groups[index].tokens.end
    return verbs.contains { $0.isFinite && $0.start == end }
  }

  private func isTime(_ index: Int, _ groups: [NounGroupDraft]) -> Bool {
    let words = tokens[groups[index].head].words
    let first = tokens[groups[index].tokens.start].words
    return words.contains(.timeNoun) || words.contains(.weekday) || words.contains(.month)
      || first.contains(.month) || tokens[groups[index].head].tag == .numeral
  }
}
