/// A verb with its auxiliaries, negation and particle: `has not been bought`, `to take over`.
public struct VerbGroup: Hashable, Sendable {
  /// The form of the whole group.
  public enum Form: UInt8, Hashable, Sendable {
    /// Finite, present: `buys`, `has bought`, `is buying`.
    case present
    /// Finite, past: `bought`, `had bought`, `was bought`.
    case past
    /// With a modal: `will buy`, `could have been bought`.
    case modal
    /// With `to`: `to buy`, `to have bought`.
    case infinitive
    /// `buying` without `be`.
    case gerund
    /// A past participle without auxiliary: `GitHub, acquired by …`.
    case participle
    /// A bare form without subject: imperatives, headlines' `to`-less forms.
    case bare
  }

  /// All tokens from the first part to the last.
  public let tokens: TokenRange
  /// The main verb.
  public let head: Int
  /// The token of the particle of a phrasal verb (`take over`), if there is one.
  public let particle: Int?
  /// The tokens that are parts: auxiliaries, `to`, negation, head, particle; in order.
  public let parts: [Int]
  /// The token of an infinitive's `to`, if it has one of its own.
  public let marker: Int?
  /// The form of the whole group.
  public let form: Form
  /// Whether it has `be` or `get` and a past participle, or is a bare participle.
  public let isPassive: Bool
  /// Whether it has `have` and a past participle.
  public let isPerfect: Bool
  /// Whether it has `be` and a present participle.
  public let isProgressive: Bool
  /// The token of the modal, if there is one.
  public let modal: Int?
  /// The token that negates it (`not`, `n't`, `never`, `no` of `no longer`), if there is one.
  public let negation: Int?
  /// The index of the verb group that controls this infinitive or gerund (`agreed` of `agreed to
  /// buy`, `is` of `is in talks to buy`, `announced` of `announced plans to buy`), if there is one.
  public let governor: Int?
  /// The index of an earlier verb group that shares its subject with this one through a
  /// conjunction (`raised` of `raised $1bn and bought Foo`), if there is one.
  public let coordinatedWith: Int?
  /// Whether its form and voice are those of auxiliaries that stand with that earlier verb group
  /// (`sold` of `was bought and sold`).
  public let sharesAuxiliaries: Bool

  /// Whether it is finite: a present, past or modal form.
  public var isFinite: Bool { form == .present || form == .past || form == .modal }

  /// Creates a verb group.
  public init(
    tokens: TokenRange,
    head: Int,
    particle: Int? = nil,
    parts: [Int],
    marker: Int? = nil,
    form: Form,
    isPassive: Bool = false,
    isPerfect: Bool = false,
    isProgressive: Bool = false,
    modal: Int? = nil,
    negation: Int? = nil,
    governor: Int? = nil,
    coordinatedWith: Int? = nil,
    sharesAuxiliaries: Bool = false
  ) {
    self.tokens = tokens
    self.head = head
    self.particle = particle
    self.parts = parts
    self.marker = marker
    self.form = form
    self.isPassive = isPassive
    self.isPerfect = isPerfect
    self.isProgressive = isProgressive
    self.modal = modal
    self.negation = negation
    self.governor = governor
    self.coordinatedWith = coordinatedWith
    self.sharesAuxiliaries = sharesAuxiliaries
  }
}
