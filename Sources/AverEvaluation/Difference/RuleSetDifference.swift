/// What a change of rules gains, loses and changes over a corpus, by rule.
package struct RuleSetDifference: Sendable {
  /// A change with the document it was seen in.
  package struct Occurrence: Hashable, Sendable {
    /// The document.
    package let document: String
    /// What changed.
    package let change: ClaimChange
  }

  /// The changes for which one rule answers.
  package struct Group: Sendable {
    /// The rule without its variant.
    package let rule: String
    /// In the order of documents.
    package fileprivate(set) var gained: [Occurrence] = []
    /// In the order of documents.
    package fileprivate(set) var lost: [Occurrence] = []
    /// In the order of documents.
    package fileprivate(set) var changed: [Occurrence] = []

    /// How many changes there are.
    package var count: Int { gained.count + lost.count + changed.count }

    /// Up to `limit` of one kind: the same ones in every run, from all over the corpus.
    package static func sample(_ occurrences: [Occurrence], limit: Int) -> [Occurrence] {
      guard occurrences.count > limit, limit > 0 else { return Array(occurrences.prefix(limit)) }
      return (0..<limit).map { occurrences[$0 * occurrences.count / limit] }
    }
  }

  /// The number of documents.
  package private(set) var documentCount = 0
  /// The number of claims under the old rules.
  package private(set) var oldCount = 0
  /// The number of claims under the new rules.
  package private(set) var newCount = 0
  private var groupOfRule: [String: Group] = [:]

  /// Creates a difference of nothing.
  package init() {}

  /// Adds a document; equal sections cost no look at their claims.
  package mutating func add(old: ClaimSection, new: ClaimSection) {
    documentCount += 1
    oldCount += old.claimCount
    newCount += new.claimCount
    guard old.lines != new.lines else { return }
    for change in ClaimChange.changes(from: old.claims, to: new.claims) {
      let occurrence = Occurrence(document: new.document, change: change)
      var group = groupOfRule[change.ruleName] ?? Group(rule: change.ruleName)
      switch change {
      case .gained: group.gained.append(occurrence)
      case .lost: group.lost.append(occurrence)
      case .changed: group.changed.append(occurrence)
      }
      groupOfRule[change.ruleName] = group
    }
  }

  /// The rules with changes, those with most changes first.
  package var groups: [Group] {
    groupOfRule.values.sorted { (-$0.count, $0.rule) < (-$1.count, $1.rule) }
  }

  /// Whether both rule sets make the same claims.
  package var isEmpty: Bool { groupOfRule.isEmpty }

  /// How many claims were gained, lost and changed.
  package var counts: (gained: Int, lost: Int, changed: Int) {
    groupOfRule.values.reduce((0, 0, 0)) { sum, group in
      (sum.0 + group.gained.count, sum.1 + group.lost.count, sum.2 + group.changed.count)
    }
  }
}
