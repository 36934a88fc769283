import AverModel
import Testing

@testable import AverSyntax

@Suite("Any analysis")
struct AnalysisPropertyTests {
  /// Words and marks from which nonsense is made: what no writer writes must not break anything.
  private static let pieces = [
    "Linde", "the", "firm", "bought", "to", "buy", "and", ",", "which", "said", "that", "\"", "if",
    "not", "was", "being", "'s", "of", "$", "5", "billion", "(", ")", "who", "has", "will", "its",
    "Shares", "after", "selling", "no", "longer", "-", ".", "over", "it", "plans", "\u{201C}",
  ]

  private static let sentences: [String] = {
    var state: UInt64 = 7
    return (0..<150).map { _ in
      (0..<24).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return pieces[Int((state >> 33) % UInt64(pieces.count))]
      }.joined(separator: " ")
    }
  }()

  @Test("has a tag for every token and every index in range")
  func keepsIndicesInRange() throws {
    for sentence in Self.sentences {
      let text = try SentenceAnalysis(sentence).text
      let tokens = text.tokenized.tokens.indices
      #expect(text.tags.count == tokens.count)
      for group in text.verbGroups {
        #expect(group.parts == group.parts.sorted())
        #expect(group.parts.allSatisfy(tokens.contains))
        #expect(group.parts.contains(group.head))
        #expect(group.tokens.contains(group.head))
        for other in [group.governor, group.coordinatedWith] {
          #expect(other.map(text.verbGroups.indices.contains) ?? true)
        }
      }
      for group in text.nounGroups {
        #expect(tokens.contains(group.tokens.last))
        #expect(group.tokens.contains(group.head))
        for other in [group.possessor, group.appositionOf, group.coordinatedWith] {
          #expect(other.map(text.nounGroups.indices.contains) ?? true)
        }
      }
      for clause in text.clauses {
        #expect(tokens.contains(clause.tokens.last))
        #expect(text.verbGroups.indices.contains(clause.verb))
        #expect(clause.subject.map(text.nounGroups.indices.contains) ?? true)
        #expect(clause.parent.map(text.clauses.indices.contains) ?? true)
      }
    }
  }

  @Test("has disjoint groups in text order, each verb in one clause, outer clauses first")
  func keepsOrder() throws {
    for sentence in Self.sentences {
      let text = try SentenceAnalysis(sentence).text
      for (group, next) in zip(text.nounGroups, text.nounGroups.dropFirst()) {
        #expect(group.tokens.end <= next.tokens.start)
      }
      for (group, next) in zip(text.verbGroups, text.verbGroups.dropFirst()) {
        #expect(group.tokens.start < next.tokens.start)
      }
      #expect(Set(text.clauses.map(\.verb)).count == text.clauses.count)
      for (clause, next) in zip(text.clauses, text.clauses.dropFirst()) {
        #expect(
          clause.tokens.start < next.tokens.start
            || (clause.tokens.start == next.tokens.start && clause.tokens.end >= next.tokens.end)
        )
      }
    }
  }

  @Test("cuts a sentence without end into pieces")
  func cutsEndlessSentence() throws {
    let sentence = Array(repeating: "Linde bought the firm and", count: 400).joined(separator: " ")
    let text = try SentenceAnalysis(sentence).text
    #expect(text.verbGroups.count == 400)
    #expect(text.clauses.allSatisfy { $0.tokens.count <= 512 })
  }

  @Test("is the same every time")
  func isDeterministic() throws {
    for sentence in Self.sentences.prefix(20) {
      let first = try SentenceAnalysis(sentence).text
      let second = try SentenceAnalysis(sentence).text
      #expect(first.tags == second.tags)
      #expect(first.verbGroups == second.verbGroups)
      #expect(first.nounGroups == second.nounGroups)
      #expect(first.clauses == second.clauses)
    }
  }
}
