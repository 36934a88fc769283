/// What became of a claim between two rule sets.
package enum ClaimChange: Hashable, Sendable {
  /// Only the new rules make it.
  case gained(ClaimLine)
  /// Only the old rules made it.
  case lost(ClaimLine)
  /// Both make it, with other slots.
  case changed(old: ClaimLine, new: ClaimLine)

  /// The rule that answers for the change: the new one where there is a new claim.
  package var ruleName: String {
    switch self {
    case .gained(let claim), .lost(let claim), .changed(_, let claim): claim.ruleName
    }
  }

  /// The slots that differ, each with its old and new text, in the order of the claim.
  package var slots: [(name: String, old: String, new: String)] {
    guard case .changed(let old, let new) = self else { return [] }
    var result: [(name: String, old: String, new: String)] = []
    func compare(_ name: String, _ left: String, _ right: String) {
      if left != right { result.append((name, left, right)) }
    }
    var roles: [String] = []
    for filler in new.fillers + old.fillers where !roles.contains(filler.role) {
      roles.append(filler.role)
    }
    for role in roles { compare(role, old.text(of: role), new.text(of: role)) }
    compare("status", old.status, new.status)
    compare("polarity", old.polarity, new.polarity)
    compare(
      "attribution",
      old.attribution.joined(separator: " + "),
      new.attribution.joined(separator: " + ")
    )
    compare("rule", old.rule, new.rule)
    compare("quote", old.quote, new.quote)
    return result
  }

  /// The changes between the claims of one document.
  ///
  /// Equal claims cancel. Of what is left, a lost and a gained claim of one type are one changed claim
  /// if they share fillers: the most alike pairs first.
  ///
  /// - Returns: Changes in the order of the new claims, lost claims last.
  package static func changes(from old: [ClaimLine], to new: [ClaimLine]) -> [ClaimChange] {
    var counts: [ClaimLine: Int] = [:]
    for claim in old { counts[claim, default: 0] += 1 }
    var gained: [ClaimLine] = []
    for claim in new {
      if let count = counts[claim], count > 0 {
        counts[claim] = count - 1
      } else {
        gained.append(claim)
      }
    }
    var lost: [ClaimLine] = []
    for claim in old {
      if let count = counts[claim], count > 0 {
        counts[claim] = count - 1
        lost.append(claim)
      }
    }
    let partners = partners(of: gained, among: lost)
    let taken = Set(partners.values)
    return gained.indices.map { index in
      partners[index].map { .changed(old: lost[$0], new: gained[index]) } ?? .gained(gained[index])
    } + lost.indices.filter { !taken.contains($0) }.map { .lost(lost[$0]) }
  }

  private static func partners(of gained: [ClaimLine], among lost: [ClaimLine]) -> [Int: Int] {
    var pairs: [(likeness: Int, new: Int, old: Int)] = []
    for (new, claim) in gained.enumerated() {
      for (old, other) in lost.enumerated() {
        let likeness = likeness(claim, other)
        if likeness > 0 { pairs.append((likeness, new, old)) }
      }
    }
    pairs.sort { (-$0.likeness, $0.new, $0.old) < (-$1.likeness, $1.new, $1.old) }
    var partners: [Int: Int] = [:]
    var taken: Set<Int> = []
    for pair in pairs where partners[pair.new] == nil && !taken.contains(pair.old) {
      partners[pair.new] = pair.old
      taken.insert(pair.old)
    }
    return partners
  }

  /// How much two claims have in common; 0 if they are two claims and not one that changed.
  private static func likeness(_ left: ClaimLine, _ right: ClaimLine) -> Int {
    guard left.type == right.type else { return 0 }
    let shared = left.fillers.count { right.fillers.contains($0) }
    let isSameQuote = left.quote == right.quote
    guard shared >= 2 || (shared == 1 && isSameQuote) else { return 0 }
    return 2 * shared + (isSameQuote ? 3 : 0) + (left.rule == right.rule ? 1 : 0)
  }
}
