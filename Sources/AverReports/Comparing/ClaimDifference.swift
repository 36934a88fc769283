/// What one file of claims has and another has not.
///
/// Claims are the same if their ids are: those name text, type, fillers and place. What is left over
/// is paired by document and key, so that a change of the page or of a filler shows as one change.
package struct ClaimDifference: Sendable {
  /// A part of a claim that differs.
  package struct Slot: Hashable, Sendable {
    package let name: String
    /// Before; empty where there was none.
    package let old: String
    package let new: String
  }

  /// A claim that both files have, but not alike.
  package struct Change: Sendable {
    package let old: RecordedClaim
    package let new: RecordedClaim
    package let slots: [Slot]
  }

  /// In the order of the new file.
  package private(set) var added: [RecordedClaim] = []
  /// In the order of the old file.
  package private(set) var removed: [RecordedClaim] = []
  /// In the order of the old file; those of the same id first.
  package private(set) var changed: [Change] = []
  package private(set) var sameCount = 0

  package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  /// Compares two files.
  package init(old: [RecordedClaim], new: [RecordedClaim]) {
    let (oldRest, newRest) = pair(old, new) { $0.identifier }
    let (gone, come) = pair(oldRest, newRest) {
      $0.document.identifier + "\n" + ($0.key ?? $0.type)
    }
    removed = gone
    added = come
  }

  /// Pairs claims that have the same name, in their order; gives those that are left over.
  private mutating func pair(
    _ old: [RecordedClaim],
    _ new: [RecordedClaim],
    by name: (RecordedClaim) -> String
  ) -> (old: [RecordedClaim], new: [RecordedClaim]) {
    var positions: [String: [Int]] = [:]
    for (position, claim) in new.enumerated().reversed() {
      positions[name(claim), default: []].append(position)
    }
    var isTaken = [Bool](repeating: false, count: new.count)
    var rest: [RecordedClaim] = []
    for claim in old {
      guard let position = positions[name(claim)]?.popLast() else {
        rest.append(claim)
        continue
      }
      isTaken[position] = true
      let slots = Self.slots(claim, new[position])
      if slots.isEmpty {
        sameCount += 1
      } else {
        changed.append(Change(old: claim, new: new[position], slots: slots))
      }
    }
    return (rest, new.indices.filter { !isTaken[$0] }.map { new[$0] })
  }

  /// What differs, but for the run and its tool.
  private static func slots(_ old: RecordedClaim, _ new: RecordedClaim) -> [Slot] {
    var names: [String] = []
    let parts = [parts(of: old), parts(of: new)]
    for (name, _) in parts[0] + parts[1] where !names.contains(name) { names.append(name) }
    return names.compactMap { name in
      let texts = parts.map { $0.first { $0.name == name }?.text ?? "" }
      return texts[0] == texts[1] ? nil : Slot(name: name, old: texts[0], new: texts[1])
    }
  }

  private static func parts(of claim: RecordedClaim) -> [(name: String, text: String)] {
    var parts = claim.roles.map { role in
      let fillers = role.fillers.map { $0.shown + ($0.status.map { " (\($0))" } ?? "") }
      return (name: role.name, text: fillers.joined(separator: "; "))
    }
    parts.append(("status", claim.status))
    parts.append(("polarity", claim.polarity))
    let sources = claim.attribution.map { "\($0.name) (\($0.kind))" }
    parts.append(("attribution", sources.joined(separator: "; ")))
    parts.append(("evidence", claim.evidence.map(\.exact).joined(separator: " … ")))
    parts.append(("rule", claim.rule))
    return parts
  }
}
