import AverModel
import AverRules

/// The words by which a text describes its organizations, so that `the lender` and `the Turku-based
/// company` mean the one that was called so: `Norden, a lender`, `the ferry operator Norden`.
struct Descriptions {
  private let plainWords: Int?
  private let rules: RuleSet
  /// The clusters that a word describes, in text order, by the word in small letters.
  private var clustersOfWord: [String: [Int]] = [:]

  init(rules: RuleSet) {
    self.rules = rules
    plainWords = rules.list(named: StageLists.plainDescription)
  }

  /// Takes in how a sentence describes the organizations that it names.
  mutating func read(_ sentence: SentenceContext, _ clusterOfMention: [Int: Int]) {
    for (index, phrase) in sentence.phrases.enumerated() {
      guard let mention = phrase.mention, sentence.mentions[mention].type == .organization,
        let cluster = clusterOfMention[mention]
      else { continue }
      let name = sentence.mentions[mention].tokens
      add(TokenRange(phrase.tokens.start, max(phrase.tokens.start, name.start)), cluster, sentence)
      if let explained = phrase.appositionOf { add(explained, cluster, sentence) }
      for (other, found) in sentence.phrases.enumerated() where found.appositionOf == index {
        add(other, cluster, sentence)
      }
    }
  }

  private mutating func add(_ phrase: Int, _ cluster: Int, _ sentence: SentenceContext) {
    let found = sentence.phrases[phrase]
    guard found.mention == nil, !found.isPossessive else { return }
    add(found.tokens, cluster, sentence)
  }

  private mutating func add(_ tokens: TokenRange, _ cluster: Int, _ sentence: SentenceContext) {
    for word in words(tokens, sentence)
    where clustersOfWord[word]?.contains(cluster) != true {
      clustersOfWord[word, default: []].append(cluster)
    }
  }

  /// The words of a phrase that tell one organization from another.
  private func words(_ tokens: TokenRange, _ sentence: SentenceContext) -> [String] {
    tokens.indices.compactMap { token in
      switch sentence.text.tags[token] {
      case .noun, .properNoun, .adjective: break
      default: return nil
      }
      let word = sentence.text.tokenized.clean.string(sentence.token(token).range).lowercased()
      if let plainWords, rules.contains(word, inList: plainWords) { return nil }
      return word
    }
  }

  /// The one organization that most of a phrase's words describe; nil if there is none, or several.
  ///
  /// - Parameters:
  ///   - tokens: The phrase.
  ///   - sentence: Its sentence.
  ///   - needsHead: Whether its last word must be among them.
  ///   - excluded: A cluster that it cannot mean.
  /// - Returns: The cluster.
  func cluster(
    describedBy tokens: TokenRange,
    in sentence: SentenceContext,
    needsHead: Bool,
    excluding excluded: Int?
  ) -> Int? {
    let words = words(tokens, sentence)
    guard let head = words.last else { return nil }
    var counts: [(cluster: Int, count: Int)] = []
    for word in words {
      for cluster in clustersOfWord[word] ?? [] where cluster != excluded {
        if let index = counts.firstIndex(where: { $0.cluster == cluster }) {
          counts[index].count += 1
        } else {
          counts.append((cluster, 1))
        }
      }
    }
    if needsHead {
      counts.removeAll { clustersOfWord[head]?.contains($0.cluster) != true }
    }
    guard let most = counts.map(\.count).max() else { return nil }
    let best = counts.filter { $0.count == most }
    return best.count == 1 ? best[0].cluster : nil
  }
}
