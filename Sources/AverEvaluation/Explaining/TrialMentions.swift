import Aver
import AverLinking
import AverModel
import AverRules

/// Looks for the smallest change by which a frame would fire, by trying it.
struct TrialMentions {
  let document: LinkedDocument
  /// What the entity rules found, before names were joined.
  let mentions: [Mention]
  let rules: RuleSet

  /// A change that makes an attempt's rule fire in its sentence; nil if none was found.
  func change(for attempt: FrameAttempt, _ pipeline: borrowing Pipeline) -> String? {
    guard attempt.outcome == .unfilled else { return nil }
    let lacking = attempt.slots.filter(\.isLacking)
    let trials = lacking.compactMap(trial)
    guard !trials.isEmpty, trials.count == lacking.count else { return nil }
    let kept = mentions.filter { mention in
      !trials.contains { $0.tokens.overlaps(mention.tokens) }
    }
    let (linked, _) = pipeline.explain(
      document.analyzed,
      mentions: (kept + trials).sorted { $0.tokens < $1.tokens }
    )
    let relation = rules.relations[attempt.relation]
    let isMade = linked.relations.contains {
      $0.rule.name == relation.name && $0.rule.file == relation.file
        && $0.sentence == attempt.sentence
    }
    guard isMade else { return nil }
    let words = AttemptWords(document: document)
    return trials.map { "“\(words.text($0.tokens))” as \($0.type.name)" }
      .joined(separator: ", and ") + edits(trials, words)
  }

  /// The list entries that would do it, where a list makes such mentions.
  private func edits(_ trials: [Mention], _ words: AttemptWords) -> String {
    let edits = trials.compactMap { trial in
      rules.plainList(of: trial.type).map { "list \($0) += \(words.text(trial.tokens))" }
    }
    guard edits.count == trials.count else { return "" }
    return ", as by " + edits.map { "--with '\($0)'" }.joined(separator: " ")
      + " (aver rules diff shows what else it does)"
  }

  /// The mention that would fill a place: the name at the head of what stands there.
  private func trial(_ slot: FrameAttempt.Slot) -> Mention? {
    guard let standing = slot.standing, let head = slot.head, standing.contains(head),
      let type = slot.accepted.lazy.compactMap({ rules.type(named: $0) }).first
    else { return nil }
    let tokens = document.analyzed.tokenized.tokens
    var start = head
    while start > standing.start, tokens[start - 1].traits.contains(.capitalized),
      document.analyzed.tags[start - 1] == .properNoun
    {
      start -= 1
    }
    let range = TokenRange(start, head + 1)
    let name = document.analyzed.tokenized.string(range)
    return Mention(
      tokens: range,
      range: document.analyzed.tokenized.bytes(of: range),
      type: rules.types[type],
      value: rules.types[type].isName ? .name(name) : nil,
      rule: RuleIdentifier(file: "trial", name: "trial")
    )
  }
}
