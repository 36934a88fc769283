import AverModel
import AverRules

/// Words that put a time after the day of writing, whatever the tense: `planned to leave on
/// Thursday`, `has scheduled a hearing Monday`, `extended the talks until Friday`, `payable Jan. 15`.
struct ForwardVerbs {
  private let rules: RuleSet
  private let verbs: Int
  private let governors: Int
  private let backward: Int?
  private let words: Int?
  private let postponing: Int?
  private let deadlines: Int?
  private let nobody: Int?
  private let forwardModal: Int?
  private let telling: Int?

  /// The verbs that rules list; nil if they list none.
  init?(rules: RuleSet) {
    guard let verbs = rules.list(named: StageLists.forwardVerb),
      let governors = rules.list(named: StageLists.forwardGovernor)
    else { return nil }
    self.rules = rules
    self.verbs = verbs
    self.governors = governors
    backward = rules.list(named: StageLists.backwardModal)
    words = rules.list(named: StageLists.forwardWord)
    postponing = rules.list(named: StageLists.postponingVerb)
    deadlines = rules.list(named: StageLists.deadlineWord)
    nobody = rules.list(named: StageLists.negativeSubject)
    forwardModal = rules.list(named: StageLists.forwardModal)
    telling = rules.list(named: StageLists.tellingVerb)
  }

  /// Whether a verb group tells what did not happen: `could not be reached on Friday`, `neither
  /// could be reached`.
  ///
  /// - Parameters:
  ///   - group: The verb group.
  ///   - start: The first token of its sentence.
  ///   - text: The text that holds them.
  /// - Returns: Whether it does.
  func looksBack(_ group: VerbGroup, from start: Int, in text: AnalyzedText) -> Bool {
    let tokens = text.tokenized.tokens
    guard let backward, let modal = group.modal,
      rules.contains(tokens[modal].symbol, inList: backward)
    else { return false }
    if group.negation != nil { return true }
    guard let nobody else { return false }
    let subject = max(start, group.tokens.start - 4)..<group.tokens.start
    return subject.contains { rules.contains(tokens[$0].symbol, inList: nobody) }
  }

  /// Whether a verb group with `have` is to come all the same: `will have sold`.
  func isToCome(_ group: VerbGroup, in text: AnalyzedText) -> Bool {
    guard let forwardModal, let modal = group.modal else { return false }
    return rules.contains(text.tokenized.tokens[modal].symbol, inList: forwardModal)
  }

  /// Whether a verb group tells what is written or shown: `says in an editorial on Thursday`.
  func tells(_ group: VerbGroup, in text: AnalyzedText) -> Bool {
    telling.map { contains(group, $0, text) } ?? false
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
    // What `had been set to expire on Friday` did not, or has done so.
    guard group.form == .infinitive, let governor = group.governor,
      groups[governor].form == .past && !groups[governor].isPerfect
        || groups[governor].form == .participle
    else { return false }
    return contains(groups[governor], governors, text)
  }

  /// Whether the words right before a token look ahead: `effective Feb. 1`, `delayed until Monday`,
  /// `set to resume Wednesday`.
  ///
  /// - Parameters:
  ///   - token: The first token of a time.
  ///   - start: The first token of its sentence.
  ///   - group: The verb group before it in the sentence, if there is one.
  ///   - text: The text that holds them.
  /// - Returns: Whether they put the time after the one that is told of.
  func looksAhead(
    before token: Int,
    from start: Int,
    _ group: VerbGroup?,
    in text: AnalyzedText
  ) -> Bool {
    let tokens = text.tokenized.tokens
    var index = token - 1
    guard index >= start else { return false }
    if let postponing, let deadlines, let group, contains(group, postponing, text),
      rules.contains(tokens[index].symbol, inList: deadlines)
    {
      return true
    }
    // `due out on Friday`.
    while index > start, token - index <= 3,
      text.tags[index] == .adposition || text.tags[index] == .adverb
        || text.tags[index] == .particle
    {
      index -= 1
    }
    if let words, rules.contains(tokens[index].symbol, inList: words) { return true }
    // An infinitive that was taken for a noun: `set to resume Wednesday`.
    guard index - 2 >= start, text.tags[index] != .verb, text.tags[index] != .auxiliary,
      text.tags[index - 1] == .adposition || text.tags[index - 1] == .particle
    else { return false }
    return rules.contains(tokens[index - 2].symbol, inList: governors)
  }

  private func contains(_ group: VerbGroup, _ list: Int, _ text: AnalyzedText) -> Bool {
    rules.contains(text.tokenized.tokens[group.head].symbol, inList: list)
  }
}
