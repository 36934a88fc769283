package import AverModel

/// What came of one frame around one trigger: what stood in its places, and what it lacked.
package struct FrameAttempt: Sendable {
  /// How it ended.
  package enum Outcome: Hashable, Sendable {
    /// It made a relation.
    case made
    /// The word does not trigger the frame here: no verb, or not the head of its phrase.
    case noTrigger
    /// A place that must be filled holds nothing that may fill it.
    case unfilled
    /// The rule switches the construction off.
    case switchedOff
    /// Another frame of the rule read the same words, with more roles.
    case outdone
    /// An `unless` pattern matches.
    case excluded
    /// One entity would fill both roles.
    case sameEntity(String, String)
    /// Nothing fills any of these roles, of which a claim needs one.
    case missing([String])
  }

  /// One place of the frame.
  package struct Slot: Sendable {
    package let role: String
    /// What may fill it, as the rule declares it: `ORG | PERSON`.
    package let accepted: [String]
    package let place: FramePlace
    /// The prepositions that lead to it; empty for places without.
    package let markers: [String]
    package let isOptional: Bool
    /// The words that fill it; nil if none do.
    package let filling: TokenRange?
    /// The words that stand in the place; nil if it is empty.
    package let standing: TokenRange?
    /// The head of what stands there.
    package let head: Int?
    /// The mention that is the head, by its index in the document; nil for a common noun.
    package let mention: Int?
    /// A mention inside the phrase that might fill the role if it were the head.
    package let inner: Int?

    /// Whether the frame needs it and does not have it.
    package var isLacking: Bool { filling == nil && !isOptional }
  }

  /// The index of the relation.
  package let relation: Int
  /// The index of the frame in the relation.
  package let frame: Int
  package let isNoun: Bool
  /// The trigger with its fixed words.
  package let trigger: TokenRange
  /// The index of the sentence.
  package let sentence: Int
  /// The construction; nil if the word triggers nothing here.
  package let variant: String?
  package let slots: [Slot]
  package let outcome: Outcome

  /// How many places are filled.
  package var filledCount: Int { slots.count { $0.filling != nil } }

  /// Whether there was something to make a relation of: a trigger and a filled place, and no relation.
  package var isNearMiss: Bool {
    switch outcome {
    case .unfilled: slots.contains { $0.filling != nil }
    case .excluded, .sameEntity, .missing, .switchedOff: true
    case .made, .noTrigger, .outdone: false
    }
  }

  /// How near it came: attempts that need less to pass are greater.
  package var nearness: Int {
    let lacking = slots.count(where: \.isLacking)
    return switch outcome {
    case .noTrigger: -100
    // What stands in an empty place says more than that nothing in the clause will do.
    case .missing: filledCount - 3
    default: filledCount - 2 * lacking
    }
  }
}
