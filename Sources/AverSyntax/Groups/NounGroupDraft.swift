import AverModel

/// A noun group while it is being found and linked; links count within the sentence.
struct NounGroupDraft: Sendable {
  var tokens: TokenRange
  var head: Int
  var determiner: Int?
  var isPossessive = false
  var possessor: Int?
  var appositionOf: Int?
  var coordinatedWith: Int?

  /// Whether a preposition stands before the group, or before one it is coordinated with.
  var isInPrepositionalPhrase = false

  /// The group, with links counted over the whole text.
  func group(offset: Int) -> NounGroup {
    NounGroup(
      tokens: tokens,
      head: head,
      determiner: determiner,
      isPossessive: isPossessive,
      possessor: possessor.map { offset + $0 },
      appositionOf: appositionOf.map { offset + $0 },
      coordinatedWith: coordinatedWith.map { offset + $0 }
    )
  }
}
