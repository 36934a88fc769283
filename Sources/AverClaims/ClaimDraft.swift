import AverModel

/// A claim while the relations that speak of its event are still being gathered.
struct ClaimDraft {
  private let schema: RelationSchema
  private let builder: FillerBuilder
  private var roles: [(name: String, fillers: [Claim.RoleFiller])]
  private var status: ClaimStatus
  private var isStatusStated: Bool
  /// Whether a pattern read the status, which sees less of the sentence than a construction.
  private var isStatusOfPattern: Bool
  /// Whether a verb in the past states the status, which may be how things once stood.
  private var isStatusRetold: Bool
  private var polarity: Polarity
  private var attribution: [AttributedSource]
  private var evidence: [ByteRange]
  private let rule: RuleIdentifier
  /// The last sentence that speaks of it.
  private var sentence: Int
  private var steps: [RuleIdentifier]
  private var cues: [ClaimCue]
  private let type: String

  init(_ relation: Relation, schema: RelationSchema, _ builder: FillerBuilder) {
    self.schema = schema
    self.builder = builder
    type = relation.type
    roles = []
    for argument in relation.arguments {
      let filler = builder.filler(argument)
      if let index = roles.firstIndex(where: { $0.name == argument.role }) {
        if !Self.contains(filler, roles[index].fillers) { roles[index].fillers.append(filler) }
      } else {
        roles.append((argument.role, [filler]))
      }
    }
    status = relation.status
    isStatusStated = relation.isStatusStated
    isStatusOfPattern = relation.rule.variant == "pattern"
    isStatusRetold = relation.cues.contains { cue in
      cue.slot == "status" && builder.isPast(cue.tokens)
    }
    polarity = relation.polarity
    attribution = relation.attribution
    evidence = [relation.evidence]
    rule = relation.rule
    sentence = relation.sentence
    steps = relation.arguments.compactMap { argument in
      guard case .mention(let index) = argument.filler else { return nil }
      return builder.document.mentions[index].rule
    }
    cues = relation.cues.map { ClaimCue(slot: $0.slot, range: builder.bytes(of: $0.tokens)) }
  }

  /// Whether every group of core roles has a filler.
  var isComplete: Bool {
    let filled = { (name: String) in fillers(of: name).count }
    return schema.coreRoles.allSatisfy { group in group.contains { filled($0) > 0 } }
      && schema.leastCounts.allSatisfy { filled($0.key) >= $0.value }
  }

  private func fillers(of role: String) -> [Claim.RoleFiller] {
    roles.first { $0.name == role }?.fillers ?? []
  }

  /// Whether two drafts speak of one event: core roles that both fill agree, and nothing contradicts.
  func isSameEvent(as other: ClaimDraft) -> Bool {
    // Two rules that read one sentence differ about a `not` only where one of them does not see it.
    guard type == other.type, polarity == other.polarity || sentence == other.sentence else {
      return false
    }
    for group in schema.coreRoles {
      let shared = group.filter { !fillers(of: $0).isEmpty && !other.fillers(of: $0).isEmpty }
      // `cut 300 jobs` and, in the next sentence, `8% of its staff` tell the same by other means.
      if shared.isEmpty {
        if group.count > 1, abs(other.sentence - sentence) <= Self.nearby { continue }
        return false
      }
      // Of several roles that tell which event it is one must agree, and no figure contradict; more
      // investors may be named elsewhere.
      let agreeing = shared.filter { role in
        agree(fillers(of: role), other.fillers(of: role), all: schema.leastCounts[role] != nil)
      }
      if agreeing.isEmpty { return false }
      for role in shared where !agreeing.contains(role) {
        let names = fillers(of: role) + other.fillers(of: role)
        if group.count == 1 || names.contains(where: { $0.entity == nil }) { return false }
      }
    }
    let core = Set(schema.coreRoles.joined())
    for role in roles where !core.contains(role.name) {
      let theirs = other.fillers(of: role.name)
      guard !theirs.isEmpty else { continue }
      let isValue = role.fillers.contains {
        $0.value.map(Self.isValue) ?? ($0.vocabularyWord != nil)
      }
      if isValue, !agree(role.fillers, theirs, all: false) {
        // Two readings of one sentence may take its times differently; the day on which what is done was agreed
        // is another than that on which it was done.
        let areTimes = Self.areTimes(role.fillers + theirs)
        let isOne = sentence == other.sentence || isStep(other) || other.isStep(self)
        if !areTimes || !isOne { return false }
      }
    }
    return true
  }

  /// Whether this tells, in the past, a step on the way to what another draft tells.
  private func isStep(_ other: ClaimDraft) -> Bool {
    status == .planned && isStatusRetold
      && (other.status == .completed || other.status == .ended) && other.isStatusStated
  }

  /// How far the sentences may lie apart that tell one event by different core roles.
  private static let nearby = 2

  private static func areTimes(_ fillers: [Claim.RoleFiller]) -> Bool {
    fillers.allSatisfy {
      if case .time? = $0.value { true } else { false }
    }
  }

  private static func isValue(_ value: MentionValue) -> Bool {
    if case .name = value { return false }
    return true
  }

  /// Whether two lists of fillers share one, or, with `all`, are the same.
  private func agree(_ left: [Claim.RoleFiller], _ right: [Claim.RoleFiller], all: Bool) -> Bool {
    if all {
      return left.allSatisfy { one in right.contains { agree(one, $0) } }
        && left.count == right.count
    }
    return left.contains { one in right.contains { agree(one, $0) } }
  }

  private func agree(_ left: Claim.RoleFiller, _ right: Claim.RoleFiller) -> Bool {
    if let first = left.entity, let second = right.entity { return first == second }
    if let first = left.vocabularyWord, let second = right.vocabularyWord { return first == second }
    let isPlain = { (value: MentionValue?) in value.map { !Self.isValue($0) } ?? true }
    switch (left.value, right.value) {
    case (.money(let first)?, .money(let second)?):
      return first.currency == second.currency && Self.agree(first.amount, second.amount)
    case (.number(let first)?, .number(let second)?):
      return first.unit == second.unit && Self.agree(first.amount, second.amount)
    case (.time(let first)?, .time(let second)?):
      // `2018` and `2018-06-04` may be the same day, said more or less exactly.
      return first.value.hasPrefix(second.value) || second.value.hasPrefix(first.value)
    case (let one, let other) where isPlain(one) && isPlain(other):
      // `the FerryPass app` and `FerryPass`
      let first = Set(builder.words(of: left))
      let second = Set(builder.words(of: right))
      return first.isSubset(of: second) || second.isSubset(of: first)
    default: return false
    }
  }

  private static func agree(_ left: Amount, _ right: Amount) -> Bool {
    switch (left, right) {
    case (.single(let first, _), .single(let second, _)): first == second
    case (.between(let low, let high), .between(let otherLow, let otherHigh)):
      low == otherLow && high == otherHigh
    default: false
    }
  }

  private static func contains(_ filler: Claim.RoleFiller, _ fillers: [Claim.RoleFiller]) -> Bool {
    fillers.contains { known in
      filler.entity.map { $0 == known.entity } ?? (filler.range == known.range)
    }
  }

  /// Takes in what another relation says of the same event; the later stated status counts.
  mutating func merge(_ later: ClaimDraft) {
    let isFarther = Self.progress(later.status) > Self.progress(status)
    takeStatus(of: later)
    sentence = max(sentence, later.sentence)
    for role in later.roles {
      guard let index = roles.firstIndex(where: { $0.name == role.name }) else {
        roles.append(role)
        continue
      }
      // The time of what was done takes the place of that of its announcement.
      if isFarther, Self.areTimes(role.fillers) { roles[index].fillers = role.fillers }
      for filler in role.fillers where filler.entity != nil {
        let isKnown = roles[index].fillers.contains { agree($0, filler) }
        if !isKnown { roles[index].fillers.append(filler) }
      }
    }
    for source in later.attribution where !attribution.contains(where: { $0.name == source.name }) {
      attribution.append(source)
    }
    for range in later.evidence where !evidence.contains(range) { evidence.append(range) }
    for step in later.steps where !steps.contains(step) { steps.append(step) }
    cues += later.cues
  }

  /// Of two readings of one sentence that of a construction counts rather than that of a pattern, then the one
  /// that sees a `not`, then the one that is less sure; of two sentences the later that words state.
  private mutating func takeStatus(of later: ClaimDraft) {
    if polarity != later.polarity {
      let isBetter =
        isStatusOfPattern == later.isStatusOfPattern
        ? later.polarity == .negated : isStatusOfPattern
      if isBetter {
        polarity = later.polarity
        copyStatus(of: later)
      }
      return
    }
    guard later.isStatusStated else { return }
    if isStatusStated, sentence == later.sentence {
      let isSurer =
        isStatusOfPattern == later.isStatusOfPattern
        ? Self.sureness(status) <= Self.sureness(later.status) : later.isStatusOfPattern
      if isSurer { return }
    } else if later.isStatusRetold, Self.progress(later.status) < Self.progress(status) {
      // `completed its purchase of X. It agreed to buy X in May.`
      return
    }
    copyStatus(of: later)
  }

  /// How far an event has come.
  private static func progress(_ status: ClaimStatus) -> Int {
    switch status {
    case .possible: 0
    case .inTalks: 1
    case .planned: 2
    case .completed: 3
    case .ended: 4
    }
  }

  private mutating func copyStatus(of later: ClaimDraft) {
    status = later.status
    isStatusStated = later.isStatusStated
    isStatusOfPattern = later.isStatusOfPattern
    isStatusRetold = later.isStatusRetold
  }

  private static func sureness(_ status: ClaimStatus) -> Int {
    switch status {
    case .ended: 0
    case .inTalks: 1
    case .possible: 2
    case .planned: 3
    case .completed: 4
    }
  }

  /// The finished claim.
  func claim() -> Claim {
    let ordered = roles.map { Claim.Role(name: $0.name, fillers: $0.fillers) }
    return Claim(
      type: type,
      key: key,
      statement: statement,
      roles: ordered,
      status: status,
      polarity: polarity,
      attribution: attribution.sorted { $0.range < $1.range },
      evidence: evidence.sorted(),
      rule: rule,
      steps: steps,
      cues: cues
    )
  }

  private var statement: String? {
    guard let template = schema.statement else { return nil }
    return StatementWriter(template: template, status: status, polarity: polarity) { role in
      fillers(of: role).map { builder.plainWords(of: $0) }
    }.sentence()
  }

  /// `type(role=Name; role=Name)` over the core roles that name a party, sorted by role.
  private var key: String {
    let parts = schema.coreRoles.joined().sorted().compactMap { role -> String? in
      let names = fillers(of: role).compactMap(\.name).sorted()
      return names.isEmpty ? nil : "\(role)=" + names.joined(separator: ", ")
    }
    return "\(type)(" + parts.joined(separator: "; ") + ")"
  }
}
