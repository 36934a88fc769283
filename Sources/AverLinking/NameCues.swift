import AverModel
import AverRules

/// Words between two names that say that both are names of one: `formerly`, `now called`.
struct NameCues {
  /// Which of two names is no longer in use.
  enum Cue {
    /// The second: `Meta, formerly Facebook`.
    case former
    /// The first: `Corvala, now called Zentrix`.
    case current
    /// Neither: `Corvala, also known as Zentrix`.
    case other
  }

  /// More words than these no cue has.
  private static let longest = 6

  private let rules: RuleSet
  private let lists: [(list: Int, cue: Cue)]

  init(rules: RuleSet) {
    self.rules = rules
    let names: [(String, Cue)] = [
      (StageLists.formerNameCue, .former), (StageLists.currentNameCue, .current),
      (StageLists.otherNameCue, .other),
    ]
    lists = names.compactMap { name, cue in rules.list(named: name).map { ($0, cue) } }
  }

  /// What the words between two mentions of one type say, a comma or bracket before them aside.
  func cue(between first: Mention, _ second: Mention, _ text: TokenizedText) -> Cue? {
    guard first.type == second.type else { return nil }
    var start = first.tokens.end
    let end = second.tokens.start
    guard start < end else { return nil }
    let byte = text.clean.bytes[text.tokens[start].start]
    if byte == 0x2C || byte == 0x28 { start += 1 }
    guard start < end, end - start <= Self.longest, text.tokens[start].symbol.isKnown else {
      return nil
    }
    let words = text.words(of: TokenRange(start, end))
    return lists.first { rules.contains(words, inList: $0.list) }?.cue
  }
}
