/// Where around its trigger a frame looks for a role.
package enum FramePlace: String, Hashable, Sendable {
  /// The subject of the verb, or of the light verb of a noun.
  case subject
  /// The direct object of the verb.
  case object
  /// Behind `by`.
  case agent
  /// The possessor of the noun.
  case possessor
  /// Behind `of`.
  case complement
  /// Behind a preposition that the frame names.
  case oblique
}

/// One place around a trigger, and what stands there.
struct FrameSlot {
  let role: Int
  let place: FramePlace
  /// The phrases that fill the role; empty if none does.
  var phrases: [Int]
  /// The phrase that stands in the place, whether it may fill the role or not.
  var candidate: Int?
}
