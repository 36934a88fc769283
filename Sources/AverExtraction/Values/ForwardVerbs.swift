import AverModel
import AverRules

/// Verbs that put what they speak of after the day of writing, whatever their own tense: `planned
/// to leave on Thursday`, `has scheduled a hearing Monday`.
struct ForwardVerbs {
  private let rules: RuleSet
  private let verbs: Int
  private let governors: Int
  private let backward: Int?

  /// The verbs that rules list; nil if they list none.
  init?(rules: RuleSet) {
    guard let verbs = rules.list(named: StageLists.forwardVerb),
      let governors = rules.list(named: StageLists.forwardGovernor)
    else { return nil }
    self.rules = rules
    self.verbs = verbs
    self.governors = governors
    backward = rules.list(named: StageLists.backwardModal)
  }

  /// Whether a verb group tells what did not happen: `could not be reached on Friday`.
  func looksBack(_ group: VerbGroup, in text: AnalyzedText) -> Bool {
    guard let backward, let modal = group.modal, group.negation != nil else { return false }
    return rules.contains(text.tokenized.tokens[modal].symbol, inList: backward)
  }

  /// Whether a verb group looks ahead, or one does that governs it.
  func looksAhead(_ groups: [VerbGroup], _ index: Int, in text: AnalyzedText) -> Bool {
    let group = groups[index]
    // `had planned to open` did not.
    if group.form != .gerund, !group.isPerfect || group.form == .present,
      contains(group, verbs, text)
    {
      return true
    }
    guard group.form == .infinitive, let governor = group.governor,
      groups[governor].form == .past || groups[governor].form == .participle
    else { return false }
    return contains(groups[governor], governors, text)
  }

  private func contains(_ group: VerbGroup, _ list: Int, _ text: AnalyzedText) -> Bool {
    rules.contains(text.tokenized.tokens[group.head].symbol, inList: list)
  }
}
