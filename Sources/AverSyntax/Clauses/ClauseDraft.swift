import AverModel

/// A clause while it is being found; indices count within the sentence.
struct ClauseDraft {
  var kind: Clause.Kind
  var start: Int
  var end: Int?
  var verb: Int?
  /// The noun group that is its subject.
  var subject: Int?
  /// The clause whose subject is this one's, too; that may not be known yet.
  var subjectOf: Int?
  /// What a relative clause explains.
  var antecedent: Int?
  var parent: Int?
  /// Whether a comma stands before it, so that a comma ends it.
  var isSetOff = false
}
