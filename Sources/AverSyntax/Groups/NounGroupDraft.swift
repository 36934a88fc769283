import AverModel

/// A noun group while it is being found and linked.
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

  var group: NounGroup {
    NounGroup(
      tokens: tokens,
      head: head,
      determiner: determiner,
      isPossessive: isPossessive,
      possessor: possessor,
      appositionOf: appositionOf,
      coordinatedWith: coordinatedWith
    )
  }
}
