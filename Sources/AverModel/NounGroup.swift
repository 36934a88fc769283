/// A noun with what stands before it: `the British rival BOC`, `its $13 billion stake`, `it`.
///
/// Groups are flat: `Microsoft's acquisition of GitHub` is three groups, the first the possessor of
/// the second. A list `A, B and C` is three groups linked by `coordinatedWith`.
public struct NounGroup: Hashable, Sendable {
  /// The tokens, determiner included, a possessive `'s` at the end included.
  public let tokens: TokenRange
  /// The token of the head noun: the last noun, name, number or pronoun before a possessive.
  public let head: Int
  /// The token of the determiner or possessive pronoun it begins with, if there is one.
  public let determiner: Int?
  /// Whether it ends with a possessive `'s`.
  public let isPossessive: Bool
  /// The index of the possessive group right before it, if there is one.
  public let possessor: Int?
  /// The index of the group that it explains as an apposition (`BOC, the gas maker,`), if any.
  public let appositionOf: Int?
  /// The index of the group before it in a list (`A, B and C`), if it continues one.
  public let coordinatedWith: Int?

  /// Creates a noun group.
  public init(
    tokens: TokenRange,
    head: Int,
    determiner: Int? = nil,
    isPossessive: Bool = false,
    possessor: Int? = nil,
    appositionOf: Int? = nil,
    coordinatedWith: Int? = nil
  ) {
    self.tokens = tokens
    self.head = head
    self.determiner = determiner
    self.isPossessive = isPossessive
    self.possessor = possessor
    self.appositionOf = appositionOf
    self.coordinatedWith = coordinatedWith
  }
}
