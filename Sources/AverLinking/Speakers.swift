import AverModel

/// Which organizations a sentence speaks of without naming them, as mentions, and which it only names.
struct Speakers {
  let discourse: Discourse
  /// The cluster of each mention.
  let clusterOfMention: [Int: Int]
  /// The other cluster of mentions that mean two.
  private let secondOfMention: [Int: Int]
  /// The first mention of each cluster.
  private let firstMention: [Int: Int]

  init(
    discourse: Discourse,
    clusterOfMention: [Int: Int],
    secondOfMention: [Int: Int] = [:]
  ) {
    self.discourse = discourse
    self.secondOfMention = secondOfMention
    self.clusterOfMention = clusterOfMention
    var firstMention: [Int: Int] = [:]
    for (mention, cluster) in clusterOfMention {
      firstMention[cluster] = min(mention, firstMention[cluster] ?? mention)
    }
    self.firstMention = firstMention
  }

  /// The organization that is meant before a token of a sentence; nil if that is not clear.
  func organization(before token: Int, in sentence: Int) -> Int? {
    guard sentence < discourse.sentences.count else { return nil }
    return discourse.antecedent(at: token, in: sentence, .organization, .silence)
      .flatMap { firstMention[$0] }
  }

  /// What a mention means: itself, and for `the two companies` a mention of the second as well.
  func members(of mention: Int) -> [Int] {
    guard let second = secondOfMention[mention], let other = firstMention[second] else {
      return [mention]
    }
    return [mention, other]
  }

  /// Whether a name is that of an outlet or institution that is told or asked rather than acts.
  func isBystander(_ mention: Int) -> Bool {
    clusterOfMention[mention].map { discourse.isBystander($0) } ?? false
  }
}
