import AverModel
import AverRules

/// The mentions found so far, and the contest between those that overlap.
struct MentionChart {
  /// A match of a rule that may become a mention.
  struct Candidate {
    let rule: Int
    let match: PatternMachine.Match

    /// Its tokens, counted in the document.
    func tokens(_ input: borrowing SentenceInput) -> TokenRange {
      TokenRange(input.base + match.start, input.base + match.end)
    }
  }

  private let text: AnalyzedText
  private let rules: RuleSet
  private var candidates: [Candidate] = []
  private var ruleOfMention: [Int] = []
  private var sentenceStart = 0
  /// All mentions, those that lost included: captures index them.
  private(set) var mentions: [Mention] = []
  /// Times that are not yet placed in the calendar, by mention.
  private(set) var times: [Int: UnresolvedTime] = [:]
  /// Mentions that stay, in text order.
  private(set) var survivors: [Int] = []

  init(text: AnalyzedText, rules: RuleSet) {
    self.text = text
    self.rules = rules
  }

  mutating func beginSentence() { sentenceStart = mentions.count }

  /// Settles which mentions of the sentence stay.
  mutating func endSentence<Observer: ExtractionObserver>(_ observer: inout Observer) {
    let order = (sentenceStart..<mentions.count).sorted { isBetter($0, $1) }
    var chosen: [Int] = []
    for index in order {
      let range = mentions[index].tokens
      let rule = ruleOfMention[index]
      let rival = chosen.first { mentions[$0].tokens.overlaps(range) }
      if let rival, !rules.entityRules[rule].isKept {
        observer.note(rule: rule, tokens: range, fate: .shadowed(byRule: ruleOfMention[rival]))
      } else {
        observer.note(rule: rule, tokens: range, fate: .kept)
        chosen.append(index)
      }
    }
    survivors += chosen.sorted {
      (mentions[$0].tokens, $0) < (mentions[$1].tokens, $1)
    }
  }

  /// The total order of mentions: priority, length, position, order of files and rules.
  private func isBetter(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (mentions[left], mentions[right])
    let firstPriority = rules.entityRules[ruleOfMention[left]].priority
    let secondPriority = rules.entityRules[ruleOfMention[right]].priority
    if firstPriority != secondPriority { return firstPriority > secondPriority }
    if first.tokens.count != second.tokens.count { return first.tokens.count > second.tokens.count }
    return (first.tokens.start, left) < (second.tokens.start, right)
  }

  var hasCandidates: Bool { !candidates.isEmpty }

  mutating func propose(_ candidate: Candidate) { candidates.append(candidate) }

  /// The candidates of one file, the best first.
  mutating func takeCandidates() -> [Candidate] {
    let order = candidates.sorted { left, right in
      let (first, second) = (rules.entityRules[left.rule], rules.entityRules[right.rule])
      if first.priority != second.priority { return first.priority > second.priority }
      let (firstCount, secondCount) = (
        left.match.end - left.match.start, right.match.end - right.match.start
      )
      if firstCount != secondCount { return firstCount > secondCount }
      return (left.match.start, left.rule) < (right.match.start, right.rule)
    }
    candidates.removeAll(keepingCapacity: true)
    return order
  }

  /// Adds a mention and returns its index.
  mutating func add(_ mention: Mention, time: UnresolvedTime?, rule: Int) -> Int {
    mentions.append(mention)
    ruleOfMention.append(rule)
    if let time { times[mentions.count - 1] = time }
    return mentions.count - 1
  }
}
