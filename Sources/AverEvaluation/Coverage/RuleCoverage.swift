package import AverRules

/// How much work each rule of a set does over a corpus.
package struct RuleCoverage: Sendable {
  /// What became of a rule, or of one construction of it.
  package struct Counts: Hashable, Sendable {
    /// In how many sentences (for frames: at how many triggers) it was tried.
    package var tried = 0
    /// How often it matched.
    package var matched = 0
    /// How many matches became mentions or claims.
    package var kept = 0
    /// How many matches lost their words to another.
    package var shadowed = 0
    /// How many matches a condition refused.
    package var refused = 0

    /// Adds other counts.
    package static func += (left: inout Counts, right: Counts) {
      left.tried += right.tried
      left.matched += right.matched
      left.kept += right.kept
      left.shadowed += right.shadowed
      left.refused += right.refused
    }
  }

  /// A construction of a relation.
  package struct Construction: Hashable, Sendable, Comparable {
    /// The index of the relation.
    package let relation: Int
    /// `active`, `passive`, … or the name of a pattern.
    package let variant: String

    package static func < (left: Construction, right: Construction) -> Bool {
      (left.relation, left.variant) < (right.relation, right.variant)
    }
  }

  /// An entry of a list, as its words.
  package struct Entry: Hashable, Sendable {
    /// The index of the list.
    package let list: Int
    /// The words, folded, with single spaces.
    package let words: String
  }

  /// The number of documents and of sentences.
  package var documentCount = 0
  package var sentenceCount = 0
  /// Counts by entity rule.
  package var entities: [Counts]
  /// Counts by relation; a frame is tried at each of its triggers.
  package var relations: [Counts]
  /// Matched and kept by construction.
  package var constructions: [Construction: Counts] = [:]
  /// How often each entry of a list stood in the text, and how often inside a mention of a rule that
  /// names the list.
  package var entries: [Entry: (seen: Int, used: Int)] = [:]
  /// For each entity rule the rules that took its words, with how often.
  package var rivals: [Int: [Int: Int]] = [:]
  /// For each pattern how often each of its steps was on the way to a kept match.
  package var steps: [Int: [Int]] = [:]

  /// Creates a coverage of no document.
  package init(rules: RuleSet) {
    entities = Array(repeating: Counts(), count: rules.entityRules.count)
    relations = Array(repeating: Counts(), count: rules.relations.count)
  }

  /// Adds what another part of the corpus gave; the order of parts does not matter.
  package mutating func add(_ other: RuleCoverage) {
    documentCount += other.documentCount
    sentenceCount += other.sentenceCount
    for index in entities.indices { entities[index] += other.entities[index] }
    for index in relations.indices { relations[index] += other.relations[index] }
    for (key, counts) in other.constructions { constructions[key, default: Counts()] += counts }
    for (entry, counts) in other.entries {
      let known = entries[entry] ?? (0, 0)
      entries[entry] = (known.seen + counts.seen, known.used + counts.used)
    }
    for (rule, others) in other.rivals {
      for (rival, count) in others { rivals[rule, default: [:]][rival, default: 0] += count }
    }
    for (pattern, counts) in other.steps {
      guard let known = steps[pattern] else {
        steps[pattern] = counts
        continue
      }
      steps[pattern] = zip(known, counts).map(+)
    }
  }
}
