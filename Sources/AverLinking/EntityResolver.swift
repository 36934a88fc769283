import AverModel
import AverRules

/// Decides which names of a document mean the same entity.
///
/// Equal names (article and legal suffix aside), a short form after its full form, a surname after the
/// full name, an acronym of a name. A short form that a list knows as a name of its own stays apart:
/// `Amazon` is not short for `Amazon Web Services`.
struct EntityResolver {
  /// One entity in the making.
  struct Cluster {
    var type: MentionType
    var keys: [NameKey]
    var names: [String]
    var mentions: [Int]
    var identifiers: Set<String>
  }

  private let suffixes: Set<String>
  /// Short names that stand beside the longer ones they begin, so that they mean something else.
  private var independent: Set<NameKey> = []
  private(set) var clusters: [Cluster] = []
  private(set) var clusterOfMention: [Int: Int] = [:]

  /// - Parameter suffixes: Folded legal suffixes without stops.
  init(suffixes: Set<String>) { self.suffixes = suffixes }

  /// Joins the names among the mentions, in text order.
  mutating func resolve(_ mentions: [Mention], in text: TokenizedText) {
    findIndependent(mentions, text)
    // Full forms first seen in the body also explain short forms of the headline, so acronyms are
    // joined in a second pass.
    for (index, mention) in mentions.enumerated() where mention.type.isName {
      guard case .name(let name)? = mention.value, !name.isEmpty else { continue }
      let key = NameKey(name, suffixes: suffixes)
      guard !key.words.isEmpty else { continue }
      let cluster = cluster(for: key, name, mention, after: index, mentions, text)
      join(index, mention, name, key, to: cluster)
    }
    joinAcronyms()
  }

  /// Finds names such as the `Vodafone` of `Vodafone, which owns 45% of Vodafone Idea`.
  private mutating func findIndependent(_ mentions: [Mention], _ text: TokenizedText) {
    var next = 0
    for sentence in text.sentences {
      while next < mentions.count, mentions[next].tokens.start < sentence.tokens.start { next += 1 }
      var keys: [NameKey] = []
      while next < mentions.count, mentions[next].tokens.start < sentence.tokens.end {
        if mentions[next].type == .organization, case .name(let name)? = mentions[next].value,
          keys.count < 16
        {
          keys.append(NameKey(name, suffixes: suffixes))
        }
        next += 1
      }
      // Behind the longer name the short one is most often short for it.
      for (index, short) in keys.enumerated()
      where keys[index...].contains(where: { short.isPrefix(of: $0) })
        && !keys[..<index].contains(where: { short.isPrefix(of: $0) })
      {
        independent.insert(short)
      }
    }
  }

  private func cluster(
    for key: NameKey,
    _ name: String,
    _ mention: Mention,
    after index: Int,
    _ mentions: [Mention],
    _ text: TokenizedText
  ) -> Int? {
    if let same = clusters.firstIndex(where: { $0.keys.contains(key) && isCompatible($0, mention) })
    {
      return same
    }
    if let full = fullForm(before: index, mentions, text) { return full }
    let isListed = !mention.identifiers.isEmpty
    let candidates = clusters.indices.filter { clusters[$0].type == mention.type }
    if mention.type == .person, key.words.count == 1 {
      return candidates.last { clusters[$0].keys.contains { key.isSuffix(of: $0) } }
    }
    if mention.type == .person {
      // `Mr. Sam Altman` after `Altman`: the full form joins the surname seen in the headline.
      return candidates.last {
        clusters[$0].keys.contains { $0.words.count == 1 && $0.isSuffix(of: key) }
      }
    }
    guard mention.type == .organization, !isListed, !independent.contains(key) else { return nil }
    return candidates.last { clusters[$0].keys.contains { key.isPrefix(of: $0) } }
  }

  private func isCompatible(_ cluster: Cluster, _ mention: Mention) -> Bool {
    cluster.type == mention.type || (cluster.type != .person && mention.type != .person)
      || cluster.keys.allSatisfy { $0.words.count == 1 }
  }

  /// The cluster of `Electronic Arts` for the mention `EA` in `Electronic Arts (EA)`.
  private func fullForm(
    before index: Int,
    _ mentions: [Mention],
    _ text: TokenizedText
  ) -> Int? {
    guard index > 0 else { return nil }
    let mention = mentions[index]
    let previous = mentions[index - 1]
    guard previous.type == mention.type, mention.tokens.start == previous.tokens.end + 1,
      mention.tokens.count == 1,
      text.clean.bytes[text.tokens[previous.tokens.end].start] == 0x28
    else { return nil }
    return clusterOfMention[index - 1]
  }

  private mutating func join(
    _ index: Int,
    _ mention: Mention,
    _ name: String,
    _ key: NameKey,
    to found: Int?
  ) {
    let cluster = found ?? clusters.count
    if found == nil {
      clusters.append(
        Cluster(type: mention.type, keys: [], names: [], mentions: [], identifiers: [])
      )
    }
    if !clusters[cluster].keys.contains(key) { clusters[cluster].keys.append(key) }
    if !clusters[cluster].names.contains(name) { clusters[cluster].names.append(name) }
    clusters[cluster].mentions.append(index)
    clusters[cluster].identifiers.formUnion(mention.identifiers)
    clusterOfMention[index] = cluster
  }

  /// Joins `AMD` with `Advanced Micro Devices`, whichever stands first.
  private mutating func joinAcronyms() {
    for short in clusters.indices {
      guard clusters[short].type == .organization, let acronym = acronym(of: clusters[short]) else {
        continue
      }
      let full = clusters.indices.first { other in
        other != short && clusters[other].type == .organization
          && clusters[other].keys.contains {
            $0.words.count >= 2 && $0.initials.contains(acronym)
          }
      }
      if let full { merge(short, into: full) }
    }
  }

  private func acronym(of cluster: Cluster) -> String? {
    guard cluster.names.count == 1, let name = cluster.names.first else { return nil }
    let letters = name.filter { $0 != "." }
    guard (2...6).contains(letters.utf8.count),
      letters.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A })
    else { return nil }
    return letters.lowercased()
  }

  private mutating func merge(_ short: Int, into full: Int) {
    clusters[full].keys += clusters[short].keys
    clusters[full].names += clusters[short].names
    clusters[full].mentions = (clusters[full].mentions + clusters[short].mentions).sorted()
    clusters[full].identifiers.formUnion(clusters[short].identifiers)
    for mention in clusters[short].mentions { clusterOfMention[mention] = full }
    clusters[short].mentions = []
    clusters[short].keys = []
  }

  /// Adds a reference such as `the company` to an entity.
  mutating func add(reference index: Int, to cluster: Int) {
    clusters[cluster].mentions.append(index)
    clusterOfMention[index] = cluster
  }
}
