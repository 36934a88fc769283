import AverModel

/// A verb group while it is being found.
struct VerbGroupDraft: Sendable {
  var parts: [Int]
  var head: Int
  var particle: Int?
  var form: VerbGroup.Form = .bare
  var isPassive = false
  var isPerfect = false
  var isProgressive = false
  var modal: Int?
  var negation: Int?
  var governor: Int?
  var coordinatedWith: Int?

  var start: Int { parts.first ?? head }
  var end: Int { (parts.last ?? head) + 1 }
  var isFinite: Bool { form == .present || form == .past || form == .modal }

  var group: VerbGroup {
    VerbGroup(
      tokens: TokenRange(start, end),
      head: head,
      particle: particle,
      parts: parts,
      form: form,
      isPassive: isPassive,
      isPerfect: isPerfect,
      isProgressive: isProgressive,
      modal: modal,
      negation: negation,
      governor: governor,
      coordinatedWith: coordinatedWith
    )
  }
}
