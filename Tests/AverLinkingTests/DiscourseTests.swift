import AverModel
import Testing

@testable import AverLinking

@Suite("What a text speaks of")
struct DiscourseTests {
  /// Clusters: 1 is named most, 2 and 3 once each, 9 is a news agency, 8 a regulator.
  private static func discourse(_ sentences: [[(cluster: Int, isSubject: Bool)]]) -> Discourse {
    let range = ByteRange(0, 1)
    let rule = RuleIdentifier(file: "test", name: "test")
    let named = [1, 1, 1, 2, 3, 9, 8]
    let mentions = named.indices.map {
      Mention(
        tokens: TokenRange($0, $0 + 1),
        range: range,
        type: .organization,
        value: .name("A"),
        rule: rule
      )
    }
    var clusters: [Int: Int] = [:]
    for (mention, cluster) in named.enumerated() { clusters[mention] = cluster }
    var result = Discourse(mentions, clusters, reporters: [9], bystanders: [8], lead: 0)
    for sentence in sentences {
      result.begin(
        sentence.enumerated().map { position, item in
          Discourse.Salient(
            cluster: item.cluster,
            type: .organization,
            token: position * 10 + 5,
            isSubject: item.isSubject
          )
        }
      )
    }
    return result
  }

  @Test("the organization that is named most is the topic")
  func topic() { #expect(Self.discourse([]).topic == 1) }

  @Test(
    "a reference in the second sentence means",
    arguments: [
      (.noun, [(2, true), (3, false)], 2),
      (.noun, [(3, false), (1, false)], 1),
      (.noun, [(3, false), (2, false)], 3),
      (.pronoun, [(3, false), (1, false)], 1),
      (.silence, [(2, true), (1, false)], 1),
      (.silence, [(2, true)], 2),
      (.silence, [(2, false)], 1),
      (.noun, [(9, true), (2, false)], 2),
      (.noun, [(8, false), (2, false)], 2),
      (.noun, [(8, true), (2, false)], 8),
    ] as [(Discourse.Wording, [(Int, Bool)], Int)]
  )
  func reference(
    _ wording: Discourse.Wording,
    _ first: [(Int, Bool)],
    _ meant: Int
  ) {
    let discourse = Self.discourse([first.map { (cluster: $0.0, isSubject: $0.1) }, []])
    #expect(discourse.antecedent(at: 0, in: 1, .organization, wording) == meant)
  }

  @Test("a subject of the same sentence comes first, but not what is excluded")
  func sameSentence() {
    let discourse = Self.discourse([[(1, true)], [(2, true), (3, false)]])
    #expect(discourse.antecedent(at: 50, in: 1, .organization, .noun) == 2)
    // Without a subject it is what the text is about, if that was named just before.
    #expect(discourse.antecedent(at: 50, in: 1, .organization, .noun, excluding: 2) == 1)
    #expect(discourse.antecedent(at: 50, in: 1, .organization, .noun, excluding: 1) == 2)
    #expect(discourse.antecedent(at: 50, in: 1, .person, .pronoun) == nil)
  }
}
