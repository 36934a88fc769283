import AverModel
import AverRules

/// What a frame found around a trigger: phrases for roles, and how the sentence puts it.
struct FrameMatch {
  let relation: Int
  let variant: String
  /// The trigger with its fixed words.
  let trigger: TokenRange
  /// The verb group that says it: the trigger's own, or the light verb of a noun.
  let verb: Int?
  /// Role, and the phrases that fill it.
  var fillers: [(role: Int, phrases: [Int])]
  /// Tokens in which status words count.
  let scope: [TokenRange]
  /// Tokens of the clause, governing clauses included, in which dates and words of a vocabulary count.
  let region: TokenRange
  /// Tokens in which `with` patterns look: the same, or the sentence for a relation found by a pattern.
  let fillerRegion: TokenRange
}
