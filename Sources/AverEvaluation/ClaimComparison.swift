import AverModel

/// Whether an extracted claim states what a gold claim states.
///
/// *Core*: the type and the core roles agree. *Full*: amount, its bound, date, status and polarity
/// agree as well. A slot that gold calls disputed is not looked at.
package enum ClaimComparison {
  /// How gold and an extracted claim agree in one slot.
  package struct SlotAgreement: Hashable, Sendable {
    /// Whether gold fills the slot.
    package let isInGold: Bool
    /// Whether the extracted claim fills the slot.
    package let isExtracted: Bool
    /// Whether both fill it alike.
    package let isEqual: Bool

    /// Whether the slot is filled on a side and not alike on both.
    package var isWrong: Bool { (isInGold || isExtracted) && !isEqual }
  }

  /// The core roles of each built-in type: of every inner list one role must agree.
  private static let coreRoles: [String: [[String]]] = [
    "investment": [["investor"], ["investee"]],
    "acquisition": [["acquirer"], ["target"]],
    "funding_round": [["company"], ["amount", "round", "investor"]],
    "share_sale": [["issuer"], ["amount", "kind"]],
    "valuation": [["company"], ["amount"]],
    "stake": [["holder"], ["company"], ["percent"]],
    "partnership": [["party"]],
    "contract": [["customer"], ["supplier"]],
    "commitment": [["spender"], ["amount"]],
    "product_launch": [["company"], ["product"]],
    "personnel": [["person"], ["organization"]],
    "workforce": [["organization"], ["headcount", "percent"]],
    "result": [["organization"], ["metric"], ["amount", "percent"]],
    "legal_action": [["plaintiff", "authority"], ["defendant"]],
    "restructuring": [["organization"]],
  ]

  private static let fullSlots = ["amount", "bound", "date", "status", "polarity"]

  /// Whether a claim type is one of the built-in ones.
  package static func isBuiltIn(type: String) -> Bool { coreRoles[type] != nil }

  /// Whether the type and the core roles agree.
  ///
  /// For a type that is not built in, every party of gold is a core role.
  package static func isCoreEqual(_ gold: ComparableClaim, _ claim: ComparableClaim) -> Bool {
    if gold.type != claim.type {
      return gold.acceptedTypes.contains(claim.type) && sharesParties(gold, claim)
    }
    if gold.type == "partnership" {
      return countShared(gold.roles["party"] ?? [], claim.roles["party"] ?? []) >= 2
    }
    if gold.type == "acquisition", gold.roles["kind"]?.first?.text == "merger" {
      let merged = ["acquirer", "target"]
      return countShared(
        merged.flatMap { gold.roles[$0] ?? [] },
        merged.flatMap { claim.roles[$0] ?? [] }
      ) >= 2
    }
    let groups =
      coreRoles[gold.type]
      ?? gold.roles.filter { $0.value.contains { !$0.names.isEmpty } }.keys.sorted().map { [$0] }
    for group in groups {
      let named = group.filter { gold.roles[$0] != nil }
      let agrees = named.contains { isEqual(role: $0, gold.roles[$0], claim.roles[$0]) }
      if !named.isEmpty, !agrees { return false }
    }
    return true
  }

  /// How the slots of two core-equal claims agree; disputed slots are left out.
  package static func slots(
    _ gold: ComparableClaim,
    _ claim: ComparableClaim
  ) -> [String: SlotAgreement] {
    var slots: [String: SlotAgreement] = [:]
    for role in Set(gold.roles.keys).union(claim.roles.keys) {
      let left = gold.roles[role]
      let right = claim.roles[role]
      slots[role] = SlotAgreement(
        isInGold: left != nil,
        isExtracted: right != nil,
        isEqual: isEqual(role: role, left, right)
      )
    }
    if slots["amount"]?.isEqual == true {
      let bounds = [gold, claim].map { ($0.roles["amount"]?.first?.money ?? nil)?.bound }
      slots["bound"] = filled(bounds[0] == bounds[1])
    }
    slots["status"] = filled(gold.status == claim.status)
    slots["polarity"] = filled(gold.polarity == claim.polarity)
    if !gold.attribution.isEmpty || !claim.attribution.isEmpty {
      slots["attribution"] = SlotAgreement(
        isInGold: !gold.attribution.isEmpty,
        isExtracted: !claim.attribution.isEmpty,
        isEqual: gold.attribution.contains { name in
          claim.attribution.contains { isSameText(name, $0) }
        }
      )
    }
    for slot in gold.disputed { slots[slot] = nil }
    return slots
  }

  /// Whether no slot that counts for a full match is wrong.
  package static func isFullEqual(_ slots: [String: SlotAgreement]) -> Bool {
    !fullSlots.contains { slots[$0]?.isWrong == true }
  }

  /// Whether the fillers of a role agree; of several, one on each side.
  package static func isEqual(
    role: String,
    _ gold: [ComparableFiller]?,
    _ claim: [ComparableFiller]?
  ) -> Bool {
    guard let gold, let claim, let first = gold.first, let other = claim.first else { return false }
    switch role {
    case "amount", "valuation", "price":
      return isAnyPair(gold, claim) { isSameAmount($0.money, $1.money) }
    case "percent", "stake", "headcount":
      return isAnyPair(gold, claim) { isSameNumber($0.number ?? $0.money, $1.number ?? $1.money) }
    case "change" where first.number != nil:
      return isAnyPair(gold, claim) { isSameNumber($0.number, $1.number) }
    case "date", "period", "kind", "change", "direction":
      return first.text == other.text
    default:
      if !first.names.isEmpty { return countShared(gold, claim) > 0 }
      return isAnyPair(gold, claim) { isSameText($0.text, $1.text) }
    }
  }

  private static func filled(_ isEqual: Bool) -> SlotAgreement {
    SlotAgreement(isInGold: true, isExtracted: true, isEqual: isEqual)
  }

  private static func isAnyPair(
    _ gold: [ComparableFiller],
    _ claim: [ComparableFiller],
    _ agree: (ComparableFiller, ComparableFiller) -> Bool
  ) -> Bool {
    gold.contains { left in claim.contains { agree(left, $0) } }
  }

  /// Whether the claim has the parties of gold, whatever the roles are called.
  private static func sharesParties(_ gold: ComparableClaim, _ claim: ComparableClaim) -> Bool {
    let parties = gold.roles.values.flatMap { $0 }.filter { !$0.names.isEmpty }
    return countShared(parties, claim.roles.values.flatMap { $0 }) >= min(2, parties.count)
  }

  private static func countShared(_ gold: [ComparableFiller], _ claim: [ComparableFiller]) -> Int {
    gold.count { left in claim.contains { isSameParty(left, $0) } }
  }

  /// Gold lists every name; the canonical name of the extracted claim must be one of them.
  private static func isSameParty(_ gold: ComparableFiller, _ claim: ComparableFiller) -> Bool {
    guard let name = claim.names.first else { return false }
    let key = NameKey.key(name)
    return gold.names.contains { NameKey.key($0) == key }
  }

  private static func isSameAmount(
    _ gold: ComparableFiller.Amount?,
    _ claim: ComparableFiller.Amount?
  ) -> Bool {
    guard let gold, let claim, gold.currency == claim.currency else { return false }
    return isSameNumber(gold, claim)
  }

  private static func isSameNumber(
    _ gold: ComparableFiller.Amount?,
    _ claim: ComparableFiller.Amount?
  ) -> Bool {
    guard let gold, let claim else { return false }
    if gold.bound == "between" {
      return isClose(gold.low, claim.low) && isClose(gold.high, claim.high)
    }
    return isClose(gold.value, claim.value)
  }

  private static func isClose(_ gold: Double?, _ claim: Double?) -> Bool {
    guard let gold, let claim else { return false }
    return abs(gold - claim) <= 0.01 * max(abs(gold), abs(claim), 1e-9)
  }

  /// Whether half of the words are shared, or one text holds all words of the other.
  private static func isSameText(_ gold: String, _ claim: String) -> Bool {
    let left = Set(NameKey.words(gold))
    let right = Set(NameKey.words(claim))
    guard !left.isEmpty, !right.isEmpty else { return false }
    let shared = left.intersection(right).count
    return 4 * shared >= left.count + right.count || left.isSubset(of: right)
      || right.isSubset(of: left)
  }
}
