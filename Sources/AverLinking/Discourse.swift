import AverModel

/// Who a text speaks of, sentence by sentence: what `the company` means, and whose a bare `revenue` is.
struct Discourse {
  /// Something that a reference may mean.
  struct Salient {
    let cluster: Int
    let type: MentionType
    let token: Int
    let isSubject: Bool
    /// Whether it is one of several, so that `it` means none of them.
    var isListed = false
    /// Whether it is no name but refers to one before.
    var isReference = false
    /// Whether it is only told beside another, as `rival Norden`: later sentences do not mean it.
    var isAside = false
    /// Whether it is among the first words of its sentence: `For Norden, the deal …`.
    var isFronted = false
  }

  /// How a reference is worded, which says what it may mean.
  enum Wording {
    /// `it`, `its`, `she`: the subject before it, else what the text is about.
    case pronoun
    /// `the company`: the same, else what was named first.
    case noun
    /// `the steel trader`: who was called so, and nobody else.
    case description
    /// `the same company`: the one just named, rather than the subject.
    case same
    /// Nothing is said at all: `Revenue rose 4%.`
    case silence
  }

  /// How many sentences back a reference may reach: further back it is a guess.
  private static let reach = 4

  /// What each sentence names or means, in text order.
  private(set) var sentences: [[Salient]] = []
  /// The organization that the text is about; nil if none stands out.
  let topic: Int?
  /// Whether the topic is named so often that `the company` means it rather than the subject before.
  private let isDominant: Bool
  /// Clusters that report rather than act, such as the agency whose name stands in the dateline.
  private let reporters: Set<Int>
  /// Clusters such as regulators, which are meant only where they are subjects.
  private let bystanders: Set<Int>

  /// - Parameters:
  ///   - mentions: All names of the document.
  ///   - clusterOfMention: The entity of each.
  ///   - reporters: Clusters that are news outlets.
  ///   - bystanders: Clusters that are institutions.
  ///   - lead: How many mentions stand in the first two sentences, where they weigh more.
  init(
    _ mentions: [Mention],
    _ clusterOfMention: [Int: Int],
    reporters: Set<Int>,
    bystanders: Set<Int>,
    lead: Int
  ) {
    var weights: [Int: Int] = [:]
    for (index, mention) in mentions.enumerated() where mention.type == .organization {
      guard let cluster = clusterOfMention[index] else { continue }
      weights[cluster, default: 0] += index < lead ? 3 : 1
    }
    let ranked = weights.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    let aside = reporters.union(bystanders)
    let first = ranked.first { !aside.contains($0.key) } ?? ranked.first
    let others = ranked.filter { $0.key != first?.key && !aside.contains($0.key) }
    let second = others.first?.value ?? 0
    topic = first.flatMap { $0.value >= 3 && $0.value * 2 >= second * 3 ? $0.key : nil }
    isDominant = topic != nil && (first?.value ?? 0) >= 2 * second
    self.reporters = first.map { reporters.subtracting([$0.key]) } ?? reporters
    self.bystanders = first.map { bystanders.subtracting([$0.key]) } ?? bystanders
  }

  /// Whether a cluster is an outlet or institution.
  func isBystander(_ cluster: Int) -> Bool {
    reporters.contains(cluster) || bystanders.contains(cluster)
  }

  /// Appends what the next sentence names.
  mutating func begin(_ sentence: [Salient]) {
    sentences.append(
      sentence.filter {
        !reporters.contains($0.cluster) && ($0.isSubject || !bystanders.contains($0.cluster))
      }
    )
  }

  /// Adds a reference to the sentence that was begun last, in text order.
  mutating func add(_ reference: Salient) {
    let last = sentences.count - 1
    let position = sentences[last].firstIndex { $0.token > reference.token }
    sentences[last].insert(reference, at: position ?? sentences[last].count)
  }

  /// Whether one of the sentences before one speaks of the topic.
  private func isTopicNear(_ sentence: Int) -> Bool {
    sentences[max(0, sentence - Self.reach)..<sentence].contains { before in
      before.contains { $0.cluster == topic }
    }
  }

  /// What a reference at a token of a sentence means.
  ///
  /// A subject of the same sentence before it, else what the sentences before it speak of, nearest first.
  func antecedent(
    at token: Int,
    in sentence: Int,
    _ type: MentionType,
    _ wording: Wording,
    excluding excluded: Int? = nil
  ) -> Int? {
    let earlier = sentences[sentence].filter {
      $0.token < token && $0.type == type && $0.cluster != excluded
    }
    if wording == .same {
      return earlier.last { !$0.isSubject }?.cluster ?? earlier.last?.cluster
    }
    if let subject = earlier.last(where: { $0.isSubject && !$0.isListed }) {
      return subject.cluster
    }
    if let about = earlier.first(where: { $0.cluster == topic }) { return about.cluster }
    let isTopical = type == .organization && topic != nil && topic != excluded
    if wording == .silence, !earlier.isEmpty { return isTopical ? topic : nil }
    if wording != .silence {
      if let meant = earlier.last(where: \.isReference) { return meant.cluster }
      let isNear = isDominant && isTopical && isTopicNear(sentence)
      if isNear, wording == .noun || !earlier.isEmpty { return topic }
      // `put $9 million into X in a round that valued it`: the nearest, where nobody is the subject.
      if let found = wording == .pronoun ? earlier.last : earlier.first { return found.cluster }
    }
    var nearest: Int?
    for before in sentences[max(0, sentence - Self.reach)..<sentence].reversed() {
      let fitting = before.filter {
        $0.type == type && $0.cluster != excluded && !$0.isAside
      }
      guard let first = fitting.first else { continue }
      let about = fitting.first { $0.cluster == topic }
      let subject = fitting.first { $0.isSubject && !$0.isListed }
      let best =
        switch wording {
        case .silence: about ?? subject
        case .pronoun: subject ?? about
        case .noun, .same, .description:
          isDominant ? about ?? subject : subject ?? (first.isFronted ? first : about)
        }
      if let best { return best.cluster }
      nearest = nearest ?? first.cluster
    }
    if let nearest, wording != .silence { return nearest }
    return isTopical && wording != .pronoun ? topic : nil
  }

  /// The two organizations that were named last before a token of the sentence that was begun last, in text
  /// order; nil if there are no two within reach.
  func pair(before token: Int) -> (Int, Int)? {
    var found: [Int] = []
    for (distance, sentence) in sentences.suffix(Self.reach + 1).reversed().enumerated() {
      for salient in sentence.reversed()
      where salient.type == .organization && (distance > 0 || salient.token < token)
        && !found.contains(salient.cluster)
      {
        found.append(salient.cluster)
        if found.count == 2 { return (found[1], found[0]) }
      }
    }
    return nil
  }
}
