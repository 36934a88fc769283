import AverModel

/// Which extracted claims of one document state which gold claims, one to one.
package struct ClaimMatching: Sendable {
  /// A gold claim and the extracted claim that states it.
  package struct Pair: Sendable {
    /// The index of the gold claim.
    package let gold: Int
    /// The index of the extracted claim.
    package let claim: Int
    /// Whether amount, date, status and polarity agree as well.
    package let isFull: Bool
    /// Whether the cited words overlap those of gold.
    package let overlapsEvidence: Bool
    /// How the slots agree.
    package let slots: [String: ClaimComparison.SlotAgreement]

    /// The slots that are not alike, sorted.
    package var wrongSlots: [String] {
      slots.filter { $0.value.isWrong }.keys.sorted()
    }
  }

  /// Pairs of which gold is not optional, by gold claim.
  package let pairs: [Pair]
  /// Indices of gold claims, optional ones aside, that no extracted claim states.
  package let missed: [Int]
  /// Indices of extracted claims that state no gold claim.
  package let unfounded: [Int]
  /// The number of extracted claims that are right or wrong: those that state an optional gold claim
  /// are neither.
  package var scoredCount: Int { pairs.count + unfounded.count }
  /// The number of gold claims that must be found.
  package var requiredCount: Int { pairs.count + missed.count }

  /// Matches the claims of one document: full matches first, then those with most slots alike.
  package init(gold: [ComparableClaim], claims: [ComparableClaim]) {
    let every = Self.pairs(gold: gold, claims: claims) { _, _ in true }
    let moot = Set(every.filter { gold[$0.gold].isOptional }.map(\.claim))
    pairs =
      moot.isEmpty
      ? every
      : Self.pairs(gold: gold, claims: claims) { !gold[$0].isOptional && !moot.contains($1) }
    let found = Set(pairs.map(\.gold))
    let used = Set(pairs.map(\.claim)).union(moot)
    missed = gold.indices.filter { !gold[$0].isOptional && !found.contains($0) }
    unfounded = claims.indices.filter { !used.contains($0) }
  }

  private static func pairs(
    gold: [ComparableClaim],
    claims: [ComparableClaim],
    where isAllowed: (_ gold: Int, _ claim: Int) -> Bool
  ) -> [Pair] {
    var candidates: [(merit: Int, overlap: Int, pair: Pair)] = []
    for left in gold.indices {
      for right in claims.indices where isAllowed(left, right) {
        guard ClaimComparison.isCoreEqual(gold[left], claims[right]) else { continue }
        let slots = ClaimComparison.slots(gold[left], claims[right])
        let merit = slots.values.reduce(0) { sum, slot in
          sum + (slot.isEqual ? 1 : 0) - (slot.isExtracted && !slot.isEqual ? 1 : 0)
        }
        let overlaps = gold[left].evidence.contains { quote in
          claims[right].evidence.contains { $0.overlaps(quote) }
        }
        let pair = Pair(
          gold: left,
          claim: right,
          isFull: ClaimComparison.isFullEqual(slots),
          overlapsEvidence: overlaps,
          slots: slots
        )
        candidates.append((merit, overlaps ? 1 : 0, pair))
      }
    }
    candidates.sort { left, right in
      (left.pair.isFull ? 0 : 1, -left.merit, -left.overlap, left.pair.gold, left.pair.claim)
        < (
          right.pair.isFull ? 0 : 1, -right.merit, -right.overlap, right.pair.gold, right.pair.claim
        )
    }
    var takenGold: Set<Int> = []
    var takenClaims: Set<Int> = []
    var pairs: [Pair] = []
    for (_, _, pair) in candidates
    where !takenGold.contains(pair.gold) && !takenClaims.contains(pair.claim) {
      takenGold.insert(pair.gold)
      takenClaims.insert(pair.claim)
      pairs.append(pair)
    }
    return pairs.sorted { $0.gold < $1.gold }
  }
}
