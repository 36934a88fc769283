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
    /// Those of its names that it no longer has.
    var formerNames: Set<String> = []
    /// Whether a list knows its name, or it has a legal form: it is not short for another.
    var isListed: Bool
  }

  /// Short names that stand beside the longer ones they begin, so that they mean something else.
  private var independent: Set<NameKey> = []
  private(set) var clusters: [Cluster] = []
  /// Clusters by the name that a list gives for theirs, such as `United States` for `USA`.
  private var clusterOfAlias: [String: Int] = [:]
  /// Clusters by the identifiers of one of their names.
  private var clusterOfIdentifier: [String: Int] = [:]
  /// What lists give for each name, so that they are asked once.
  private var aliases: [MentionType: [String: String?]] = [:]
  private(set) var clusterOfMention: [Int: Int] = [:]
  /// Why each mention but the first of its cluster belongs there.
  private(set) var linkOfMention: [Int: EntityLink] = [:]
  /// Clusters by the first and by the last word of one of their keys, in the order of their making.
  private var clustersOfFirstWord: [String: [Int]] = [:]
  private var clustersOfLastWord: [String: [Int]] = [:]

  private var keys: NameKeys
  private let rules: RuleSet
  /// Lists whose names stand for themselves.
  private let lists: [Int]
  /// Lists that give one name for several, by the type of what they name.
  private let aliasLists: [MentionType: [Int]]

  /// - Parameter rules: The rules, with their lists of companies.
  init(rules: RuleSet) {
    self.rules = rules
    keys = NameKeys(suffixes: rules.legalSuffixes)
    aliasLists = StageLists.aliases.mapValues { $0.compactMap(rules.list(named:)) }
    lists = [StageLists.companies, StageLists.listedCompanies].compactMap(rules.list(named:))
  }

  /// Joins the names among the mentions, in text order.
  mutating func resolve(_ mentions: [Mention], in text: TokenizedText) {
    findIndependent(mentions, text)
    for (index, mention) in mentions.enumerated() where mention.type.isName {
      guard case .name(let name)? = mention.value, !name.isEmpty else { continue }
      let key = keys.key(of: name)
      guard !key.words.isEmpty else { continue }
      let isListed =
        !mention.identifiers.isEmpty
        || (mention.type == .organization && standsForItself(name, key))
      let found = cluster(for: key, isListed, mention, after: index, mentions, text)
      join(index, mention, name, key, isListed, to: found?.cluster)
      if let found { linkOfMention[index] = found.link }
    }
    joinOtherNames(mentions, text)
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
          keys.append(self.keys.key(of: name))
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

  private mutating func cluster(
    for key: NameKey,
    _ isListed: Bool,
    _ mention: Mention,
    after index: Int,
    _ mentions: [Mention],
    _ text: TokenizedText
  ) -> (cluster: Int, link: EntityLink)? {
    let beginning = clusters(withFirst: key.words[0])
    if let same = beginning.first(where: { isSame(clusters[$0], key, mention) }) {
      return (same, .sameName)
    }
    for identifier in mention.identifiers {
      if let same = clusterOfIdentifier[identifier], clusters[same].type == mention.type {
        return (same, .listedName)
      }
    }
    if let alias = alias(of: mention), let same = clusterOfAlias[alias],
      isCompatible(clusters[same], mention)
    {
      return (same, .listedName)
    }
    if let full = fullForm(before: index, mentions, text) { return (full, .bracketedName) }
    if mention.type == .person {
      let ending = clusters(withLast: key.words[key.words.count - 1])
        .filter { clusters[$0].type == .person }
      return ending.last { clusters[$0].keys.contains { key.isSamePerson(as: $0) } }
        .map { ($0, .samePerson) }
    }
    guard mention.type == .organization, !isListed, !independent.contains(key) else { return nil }
    return beginning.last { index in
      clusters[index].type == .organization
        && clusters[index].keys.contains { key.isPrefix(of: $0) }
    }.map { ($0, .shortForm) }
  }

  /// Whether a name has a legal form (`Lumenza Corp.` is not short for `Lumenza Saxony`) or is listed.
  private mutating func standsForItself(_ name: String, _ key: NameKey) -> Bool {
    keys.fullKey(of: name).words.count > key.words.count
      || lists.contains { rules.contains(name, inList: $0) }
  }

  /// The name that a list gives for the name of a mention; nil if none does.
  private mutating func alias(of mention: Mention) -> String? {
    guard let lists = aliasLists[mention.type], case .name(let name)? = mention.value else {
      return nil
    }
    if let known = aliases[mention.type]?[name] { return known }
    var alias: String?
    for list in lists where alias == nil { alias = rules.value(of: name, inList: list) }
    aliases[mention.type, default: [:]][name] = .some(alias)
    return alias
  }

  private func isSame(_ cluster: Cluster, _ key: NameKey, _ mention: Mention) -> Bool {
    cluster.keys.contains(key) && isCompatible(cluster, mention)
  }

  /// The cluster of a name, if the text has it.
  func cluster(named name: String) -> Int? {
    let key = NameKey(name, suffixes: [])
    guard let first = key.words.first else { return nil }
    return clusters(withFirst: first).first { clusters[$0].keys.contains(key) }
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
    for identifier in mention.identifiers where clusterOfIdentifier[identifier] == nil {
      clusterOfIdentifier[identifier] = cluster
    }
    if let alias = alias(of: mention), clusterOfAlias[alias] == nil {
      clusterOfAlias[alias] = cluster
    }
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
      if full.isEmpty, cluster.type == .organization {
        // `Serrana` after `Grupo Serrana`, `Treasury Department` after `U.S. Treasury Department`.
        full = clusters(withLast: key.words[key.words.count - 1]).filter { other in
          other != short && clusters[other].type == .organization
            && clusters[other].keys.contains { key.isSuffix(of: $0) }
        }
      }
      if full.count == 1 {
        merge(short, into: full[0], cluster.type == .person ? .samePerson : .shortForm)
      }
    }
  }

  /// Joins `AMD` with `Advanced Micro Devices`, whichever stands first.
  private mutating func joinAcronyms() {
    let isAsked = clusters.contains { hasAcronym($0) && acronym(of: $0) != nil }
    guard isAsked else { return }
    var clusterOfInitials: [String: Int] = [:]
    for index in clusters.indices where hasAcronym(clusters[index]) {
      for name in clusters[index].names {
        for key in [keys.key(of: name), keys.fullKey(of: name)]
        where key.words.count >= 2 {
          for initials in key.initials where clusterOfInitials[initials] == nil {
            clusterOfInitials[initials] = index
          }
        }
      }
    }
    for short in clusters.indices where hasAcronym(clusters[short]) {
      guard let acronym = acronym(of: clusters[short]), let full = clusterOfInitials[acronym],
        full != short, !clusters[full].keys.isEmpty, clusters[full].type == clusters[short].type
      else { continue }
      merge(short, into: full, .acronym)
    }
  }

  /// Joins what the text says are two names of one: `Meta, formerly Facebook`, `Corvala (now called Zentrix)`.
  private mutating func joinOtherNames(_ mentions: [Mention], _ text: TokenizedText) {
    let cues = NameCues(rules: rules)
    // What stands between names, such as the time of `now known as`, parts them not.
    let named = mentions.indices.filter { mentions[$0].type.isName }
    for (left, right) in zip(named, named.dropFirst()) {
      guard let cue = cues.cue(between: mentions[left], mentions[right], text),
        let first = clusterOfMention[left], let second = clusterOfMention[right],
        first != second
      else { continue }
      switch cue {
      case .former: clusters[first].formerNames.formUnion(clusters[second].names)
      case .current: clusters[first].formerNames.formUnion(clusters[first].names)
      case .other: break
      }
      merge(second, into: first, .otherName)
    }
  }

  private func hasAcronym(_ cluster: Cluster) -> Bool {
    cluster.type == .organization || cluster.type == .place
  }

  private func acronym(of cluster: Cluster) -> String? {
    guard cluster.names.count == 1, let name = cluster.names.first else { return nil }
    var letters: [UInt8] = []
    for byte in name.utf8 where byte != 0x2E {
      guard byte >= 0x41 && byte <= 0x5A, letters.count < 6 else { return nil }
      letters.append(byte | 0x20)
    }
    return letters.count < 2 ? nil : String(decoding: letters, as: UTF8.self)
  }

  private mutating func merge(_ short: Int, into full: Int, _ link: EntityLink) {
    for key in clusters[short].keys where !clusters[full].keys.contains(key) {
      clusters[full].keys.append(key)
      note(key, of: full)
    }
    clusters[full].names += clusters[short].names.filter { !clusters[full].names.contains($0) }
    clusters[full].mentions = (clusters[full].mentions + clusters[short].mentions).sorted()
    clusters[full].identifiers.formUnion(clusters[short].identifiers)
    if let first = clusters[short].mentions.first { linkOfMention[first] = link }
    clusters[full].formerNames.formUnion(clusters[short].formerNames)
    if clusters[short].isListed { clusters[full].isListed = true }
    for mention in clusters[short].mentions { clusterOfMention[mention] = full }
    clusters[short].mentions = []
    clusters[short].keys = []
  }
}
