import AverModel
import AverRules

/// Decides which names of a document mean the same entity.
///
/// Equal names (article and legal suffix aside), the beginning of a full form, a surname or given name, a
/// person with and without initials, an acronym of a name. A short form that a list knows as a name of its own stays apart:
/// `Amazon` is not short for `Amazon Web Services`.
struct EntityResolver {
  /// One entity in the making.
  struct Cluster {
    var type: MentionType
    var keys: [NameKey]
    var names: [String]
    var mentions: [Int]
    var identifiers: Set<String>
    /// Whether a list knows its name, or it has a legal form: it is not short for another.
    var isListed: Bool
  }

  private let suffixes: Set<String>
  /// Short names that stand beside the longer ones they begin, so that they mean something else.
  private var independent: Set<NameKey> = []
  private(set) var clusters: [Cluster] = []
  private(set) var clusterOfMention: [Int: Int] = [:]
  /// Clusters by the first and by the last word of one of their keys, in the order of their making.
  private var clustersOfFirstWord: [String: [Int]] = [:]
  private var clustersOfLastWord: [String: [Int]] = [:]

  private let rules: RuleSet
  /// Lists whose names stand for themselves.
  private let lists: [Int]

  /// - Parameter rules: The rules, with their lists of companies.
  init(rules: RuleSet) {
    self.rules = rules
    suffixes = rules.legalSuffixes
    lists = [StageLists.companies, StageLists.listedCompanies].compactMap(rules.list(named:))
  }

  /// Joins the names among the mentions, in text order.
  mutating func resolve(_ mentions: [Mention], in text: TokenizedText) {
    findIndependent(mentions, text)
    for (index, mention) in mentions.enumerated() where mention.type.isName {
      guard case .name(let name)? = mention.value, !name.isEmpty else { continue }
      let key = NameKey(name, suffixes: suffixes)
      guard !key.words.isEmpty else { continue }
      let isListed =
        !mention.identifiers.isEmpty
        || (mention.type == .organization && standsForItself(name, key))
      let cluster = cluster(for: key, isListed, mention, after: index, mentions, text)
      join(index, mention, name, key, isListed, to: cluster)
    }
    // Full forms first seen in the body also explain short forms of the headline.
    joinShortForms()
    joinAcronyms()
  }

  /// The mentions, those that look like products organizations where their entity is one: the `Borealis`
  /// of a list of products, beside `Borealis Trust`.
  mutating func retyped(_ mentions: [Mention]) -> [Mention] {
    for index in clusters.indices where clusters[index].type != .organization {
      let found = clusters[index].mentions
      let organizations = found.count { mentions[$0].type == .organization }
      let products = found.count { mentions[$0].type == .product }
      if products > 0, organizations >= products { clusters[index].type = .organization }
    }
    return mentions.enumerated().map { index, mention in
      guard mention.type == .product, let cluster = clusterOfMention[index],
        clusters[cluster].type == .organization
      else { return mention }
      return Mention(
        tokens: mention.tokens,
        range: mention.range,
        type: .organization,
        value: mention.value,
        identifiers: mention.identifiers,
        rule: mention.rule
      )
    }
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
    _ isListed: Bool,
    _ mention: Mention,
    after index: Int,
    _ mentions: [Mention],
    _ text: TokenizedText
  ) -> Int? {
    let beginning = clusters(withFirst: key.words[0])
    if let same = beginning.first(where: { isSame(clusters[$0], key, mention) }) { return same }
    if let full = fullForm(before: index, mentions, text) { return full }
    if mention.type == .person {
      let ending = clusters(withLast: key.words[key.words.count - 1])
        .filter { clusters[$0].type == .person }
      return ending.last { clusters[$0].keys.contains { key.isSamePerson(as: $0) } }
    }
    guard mention.type == .organization, !isListed, !independent.contains(key) else { return nil }
    return beginning.last { index in
      clusters[index].type == .organization
        && clusters[index].keys.contains { key.isPrefix(of: $0) }
    }
  }

  /// Whether a name has a legal form (`Lumenza Corp.` is not short for `Lumenza Saxony`) or is listed.
  private func standsForItself(_ name: String, _ key: NameKey) -> Bool {
    NameKey(name, suffixes: []).words.count > key.words.count
      || lists.contains { rules.contains(name, inList: $0) }
  }

  private func isSame(_ cluster: Cluster, _ key: NameKey, _ mention: Mention) -> Bool {
    cluster.keys.contains(key) && isCompatible(cluster, mention)
  }

  private func clusters(withFirst word: String) -> [Int] { clustersOfFirstWord[word] ?? [] }

  private func clusters(withLast word: String) -> [Int] { clustersOfLastWord[word] ?? [] }

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
    if let named = nameBeforeTicker(index, mentions, text) { return named }
    guard previous.type == mention.type, mention.tokens.start == previous.tokens.end + 1,
      mention.tokens.count == 1,
      text.clean.bytes[text.tokens[previous.tokens.end].start] == 0x28
    else { return nil }
    return clusterOfMention[index - 1]
  }

  /// The cluster of `Norden Inc.` for the mention `NRD` in `Norden Inc. (NYSE: NRD)`.
  private func nameBeforeTicker(
    _ index: Int,
    _ mentions: [Mention],
    _ text: TokenizedText
  ) -> Int? {
    let ticker = mentions[index].tokens
    guard index > 1, mentions[index].type == .organization, ticker.count == 1, ticker.start > 1,
      text.clean.bytes[text.tokens[ticker.start - 1].start] == 0x3A
    else { return nil }
    let exchange = mentions[index - 1].tokens
    let name = mentions[index - 2]
    guard exchange.end == ticker.start - 1, name.type == .organization,
      name.tokens.end + 1 == exchange.start,
      text.clean.bytes[text.tokens[name.tokens.end].start] == 0x28
    else { return nil }
    return clusterOfMention[index - 2]
  }

  private mutating func join(
    _ index: Int,
    _ mention: Mention,
    _ name: String,
    _ key: NameKey,
    _ isListed: Bool,
    to found: Int?
  ) {
    let cluster = found ?? clusters.count
    if found == nil {
      clusters.append(
        Cluster(
          type: mention.type,
          keys: [],
          names: [],
          mentions: [],
          identifiers: [],
          isListed: isListed
        )
      )
    }
    if !clusters[cluster].keys.contains(key) {
      clusters[cluster].keys.append(key)
      note(key, of: cluster)
    }
    if !clusters[cluster].names.contains(name) { clusters[cluster].names.append(name) }
    if isListed { clusters[cluster].isListed = true }
    clusters[cluster].mentions.append(index)
    clusters[cluster].identifiers.formUnion(mention.identifiers)
    clusterOfMention[index] = cluster
  }

  private mutating func note(_ key: NameKey, of cluster: Int) {
    guard let first = key.words.first, let last = key.words.last else { return }
    if !clusters(withFirst: first).contains(cluster) {
      clustersOfFirstWord[first, default: []].append(cluster)
    }
    if !clusters(withLast: last).contains(cluster) {
      clustersOfLastWord[last, default: []].append(cluster)
    }
  }

  /// Joins a short form with the one full form that begins with it, wherever that stands: `Kesterly` with
  /// `Kesterly Labs`, `Sunita` with `Sunita Krishnamurthy`.
  private mutating func joinShortForms() {
    for short in clusters.indices where clusters[short].keys.count == 1 {
      let cluster = clusters[short]
      let key = cluster.keys[0]
      guard cluster.type == .organization || cluster.type == .person,
        !cluster.isListed, !independent.contains(key),
        cluster.type == .organization || key.words.count == 1
      else { continue }
      var full = clusters(withFirst: key.words[0]).filter { other in
        other != short && clusters[other].type == cluster.type
          && clusters[other].keys.contains { key.isPrefix(of: $0) }
      }
      if full.isEmpty, cluster.type == .organization, key.words.count == 1 {
        // `Serrana` after `Grupo Serrana`.
        full = clusters(withLast: key.words[0]).filter { other in
          other != short && clusters[other].type == .organization
            && clusters[other].keys.contains { $0.words.count == 2 && key.isSuffix(of: $0) }
        }
      }
      if full.count == 1 { merge(short, into: full[0]) }
    }
  }

  /// Joins `AMD` with `Advanced Micro Devices`, whichever stands first.
  private mutating func joinAcronyms() {
    var clusterOfInitials: [String: Int] = [:]
    for index in clusters.indices where clusters[index].type == .organization {
      for name in clusters[index].names {
        for key in [NameKey(name, suffixes: suffixes), NameKey(name, suffixes: [])]
        where key.words.count >= 2 {
          for initials in key.initials where clusterOfInitials[initials] == nil {
            clusterOfInitials[initials] = index
          }
        }
      }
    }
    for short in clusters.indices where clusters[short].type == .organization {
      guard let acronym = acronym(of: clusters[short]), let full = clusterOfInitials[acronym],
        full != short, !clusters[full].keys.isEmpty
      else { continue }
      merge(short, into: full)
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
    for key in clusters[short].keys where !clusters[full].keys.contains(key) {
      clusters[full].keys.append(key)
      note(key, of: full)
    }
    clusters[full].names += clusters[short].names.filter { !clusters[full].names.contains($0) }
    clusters[full].mentions = (clusters[full].mentions + clusters[short].mentions).sorted()
    clusters[full].identifiers.formUnion(clusters[short].identifiers)
    for mention in clusters[short].mentions { clusterOfMention[mention] = full }
    clusters[short].mentions = []
    clusters[short].keys = []
  }
}
