/// A verb group with the words around it that belong to it.
public struct Clause: Hashable, Sendable {
  /// How the clause stands in its sentence.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// A main clause.
    case main
    /// `which bought GitHub`, `whose shares fell`
    case relative
    /// `buying GitHub`, `acquired by Microsoft`
    case participial
    /// `to buy GitHub`
    case infinitive
    /// `that it will buy GitHub` after a verb of saying
    case reported
    /// A clause inside quotation marks.
    case quoted
    /// `if it buys GitHub`
    case conditional
    /// `after it bought GitHub`, `because …`, `while …`
    case subordinate
  }

  /// The tokens from the first to the last; an inner clause's tokens are part of the outer one's.
  public let tokens: TokenRange
  /// How it stands in the sentence.
  public let kind: Kind
  /// The index of its verb group.
  public let verb: Int
  /// The index of the noun group that is its subject (of an infinitive, that of its controller; of a
  /// relative clause, its antecedent unless it has a subject of its own), if it is clear.
  public let subject: Int?
  /// The index of the clause around it, if there is one.
  public let parent: Int?

  /// Creates a clause.
  public init(tokens: TokenRange, kind: Kind, verb: Int, subject: Int?, parent: Int?) {
    self.tokens = tokens
    self.kind = kind
    self.verb = verb
    self.subject = subject
    self.parent = parent
  }
}
