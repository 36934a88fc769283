import AverModel

/// Joins sentences such as `The deal is expected to close in May` to the relation they speak of.
struct DetailReader {
  let schemas: [String: RelationSchema]
  let entityOfMention: [Int?]

  /// How many sentences lie between an event and its details at most.
  private static let reach = 8
  /// How many sentences lie between the announcement of a deal as done and its closing at most.
  private static let announcementReach = 3
  /// The role of the time of an event.
  private static let date = "date"

  /// Gives details the core roles of what they belong to.
  ///
  /// - Parameters:
  ///   - found: The relations of a sentence.
  ///   - earlier: The relations of the sentences before it, in text order.
  ///   - mentions: The mentions of the document.
  /// - Returns: Whole relations; details that belong to none are left out.
  func completed(
    _ found: [Relation],
    after earlier: [Relation],
    _ mentions: [Mention]
  ) -> [Relation] {
    let whole = found.filter { !isDetail($0) }
    if whole.count == found.count { return found }
    return whole
      + found.filter(isDetail).compactMap { detail in
        // What the same sentence says outright needs no details from elsewhere.
        if whole.contains(where: { $0.type == detail.type }) { return nil }
        return completed(detail, after: earlier, mentions)
      }
  }

  private func isDetail(_ relation: Relation) -> Bool {
    guard let schema = schemas[relation.type] else { return false }
    return schema.coreRoles.contains { group in
      !relation.arguments.contains { group.contains($0.role) }
    }
  }

  private func completed(
    _ detail: Relation,
    after earlier: [Relation],
    _ mentions: [Mention]
  ) -> Relation? {
    let near = earlier.reversed().prefix { detail.sentence - $0.sentence <= Self.reach }
    let event =
      near.first { $0.type == detail.type && fits(detail, $0, mentions) }
      ?? near.first { $0.type == detail.type && isAnnouncement($0, of: detail, mentions) }
    guard let event else { return nil }
    let core = Set((schemas[detail.type]?.coreRoles ?? []).joined())
    let given = Set(detail.arguments.map(\.role))
    return Relation(
      type: detail.type,
      rule: detail.rule,
      trigger: detail.trigger,
      sentence: detail.sentence,
      evidence: detail.evidence,
      arguments: event.arguments.filter {
        core.contains($0.role) && !given.contains($0.role)
      } + detail.arguments,
      status: detail.isStatusStated ? detail.status : event.status,
      isStatusStated: detail.isStatusStated,
      polarity: event.polarity,
      attribution: [],
      cues: detail.cues
    )
  }

  /// Whether the details tell when a deal will close that was told as done, without a date, right before.
  ///
  /// `It has acquired Norden. The deal is expected to close in May.`
  private func isAnnouncement(
    _ event: Relation,
    of detail: Relation,
    _ mentions: [Mention]
  ) -> Bool {
    guard detail.sentence - event.sentence <= Self.announcementReach, event.status == .completed,
      detail.status == .planned, detail.isStatusStated,
      detail.arguments.contains(where: { $0.role == Self.date }),
      !event.arguments.contains(where: { $0.role == Self.date })
    else { return false }
    return detail.arguments.allSatisfy { argument in
      let same = event.arguments.filter { $0.role == argument.role }
      return same.isEmpty || same.contains { agree($0.filler, argument.filler, mentions) }
    }
  }

  /// Whether nothing that the details say contradicts the event.
  private func fits(_ detail: Relation, _ event: Relation, _ mentions: [Mention]) -> Bool {
    let isAhead = detail.isStatusStated && detail.status != .completed && detail.status != .ended
    if isAhead, event.isStatusStated, event.status == .completed { return false }
    return detail.arguments.allSatisfy { argument in
      // The day on which a deal was agreed gives way to the day on which it will close.
      if isAhead, event.status == .planned, argument.role == Self.date { return true }
      let same = event.arguments.filter { $0.role == argument.role }
      return same.isEmpty || same.contains { agree($0.filler, argument.filler, mentions) }
    }
  }

  /// Earlier relations without the dates that a later sentence puts right: the day of the agreement, where
  /// that tells when the deal will close.
  func updated(
    _ earlier: [Relation],
    by found: [Relation],
    _ mentions: [Mention]
  ) -> [Relation] {
    let dated = found.filter { later in
      later.status == .planned && later.isStatusStated
        && later.arguments.contains { $0.role == Self.date }
    }
    guard !dated.isEmpty else { return earlier }
    return earlier.map { event in
      let isOutdated = dated.contains { later in
        event.status == .planned && later.sentence > event.sentence
          && later.sentence - event.sentence <= Self.reach && tells(later, event, mentions)
      }
      if !isOutdated { return event }
      return event.with(arguments: event.arguments.filter { $0.role != Self.date })
    }
  }

  /// Whether two relations tell one event but for its date: what both say agrees, the core roles among it.
  private func tells(_ later: Relation, _ event: Relation, _ mentions: [Mention]) -> Bool {
    guard later.type == event.type, let schema = schemas[event.type] else { return false }
    return schema.coreRoles.joined().allSatisfy { role in
      event.arguments.contains { $0.role == role } && later.arguments.contains { $0.role == role }
    }
      && later.arguments.allSatisfy { argument in
        let same = event.arguments.filter { $0.role == argument.role }
        return argument.role == Self.date || same.isEmpty
          || same.contains { agree($0.filler, argument.filler, mentions) }
      }
  }

  private func agree(_ left: Filler, _ right: Filler, _ mentions: [Mention]) -> Bool {
    switch (left, right) {
    case (.mention(let first), .mention(let second)):
      if let entity = entityOfMention[first] { return entity == entityOfMention[second] }
      return mentions[first].value == mentions[second].value
    case (.vocabulary(let first, _), .vocabulary(let second, _)): return first == second
    default: return false
    }
  }
}
