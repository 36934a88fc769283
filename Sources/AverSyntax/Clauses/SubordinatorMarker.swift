import AverModel

/// Finds subordinators that were tagged as prepositions: `after the company announced …`.
enum SubordinatorMarker {
  /// How many phrases may stand between the subject and its verb (`after shares of X in Y rose`).
  private static let reach = 3

  static func mark(
    _ tokens: inout SyntaxTokens,
    _ range: TokenRange,
    _ verbs: inout [VerbGroupDraft],
    _ nouns: [NounGroupDraft]
  ) {
    guard let first = verbs.first(where: \.isFinite) else { return }
    for index in nouns.indices {
      let opener = nouns[index].tokens.start - 1
      guard opener >= range.start, tokens[opener].isPreposition,
        tokens[opener].words.contains(.subordinator),
        opener == range.start || first.start < opener,
        let verb = verb(ofSubject: index, tokens, verbs, nouns)
      else { continue }
      if verbs[verb].form == .participle {
        verbs[verb].form = .past
        verbs[verb].isPassive = false
      }
      tokens.tokens[opener].tag = .subordinator
      tokens.tokens[opener].tagClass = .subordinator
    }
  }

  /// The finite verb whose subject a group is, or one that only looks like a participle.
  private static func verb(
    ofSubject index: Int,
    _ tokens: SyntaxTokens,
    _ verbs: [VerbGroupDraft],
    _ nouns: [NounGroupDraft]
  ) -> Int? {
    let head = tokens[nouns[index].head]
    guard head.tag != .numeral, !head.words.contains(.timeNoun), !head.words.contains(.weekday),
      !head.words.contains(.month)
    else { return nil }
    var last = index
    for _ in 0..<reach {
      while nouns[last].isPossessive, last + 1 < nouns.count { last += 1 }
      let end = nouns[last].tokens.end
      if let verb = verbs.firstIndex(where: { $0.start >= end }), verbs[verb].start == end {
        let isPast =
          verbs[verb].form == .participle && verbs[verb].parts.count == 1
          && tokens[verbs[verb].head].forms.contains(.past) && tokens[end + 1].grammar != .by
        return verbs[verb].isFinite || isPast ? verb : nil
      }
      let next = last + 1
      guard next < nouns.count, tokens[end].isPreposition || tokens[end].isCoordinator,
        nouns[next].tokens.start == end + 1
      else {
        return nil
      }
      last = next
    }
    return nil
  }
}
