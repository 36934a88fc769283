import AverModel

/// A verb group while it is being found and linked; links count within the sentence.
struct VerbGroupDraft: Sendable {
  var parts: VerbParts
  var head: Int
  var particle: Int?
  var marker: Int?
  var form: VerbGroup.Form = .bare
  var isPassive = false
  var isPerfect = false
  var isProgressive = false
  var modal: Int?
  var negation: Int?
  var governor: Int?
  var coordinatedWith: Int?
  var sharesAuxiliaries = false

  var start: Int { parts.first }
  var end: Int { parts.last + 1 }
  var isFinite: Bool { form == .present || form == .past || form == .modal }

  /// The group, with links counted over the whole text.
  func group(offset: Int) -> VerbGroup {
    VerbGroup(
      tokens: TokenRange(start, end),
      head: head,
      particle: particle,
      parts: parts.all,
      marker: marker,
      form: form,
      isPassive: isPassive,
      isPerfect: isPerfect,
      isProgressive: isProgressive,
      modal: modal,
      negation: negation,
      governor: governor.map { offset + $0 },
      coordinatedWith: coordinatedWith.map { offset + $0 },
      sharesAuxiliaries: sharesAuxiliaries
    )
  }
}
