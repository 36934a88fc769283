/// Finds what the author may have meant.
package enum Suggestion {
  /// The candidate nearest to a word, if one is near enough to be a slip of the keyboard.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, word.count / 3)
    let own = Array(word.lowercased().utf8)
    var best: (name: String, distance: Int, shared: Int)?
    for candidate in candidates.sorted() {
      let other = Array(candidate.lowercased().utf8)
      let found = distance(own, other)
      guard found <= limit else { continue }
      let shared = sharedEnds(own, other)
      // Of two as near the one that begins and ends alike: `lst` is `list`, not `let`.
      let isBetter = best.map {
        found < $0.distance || (found == $0.distance && shared > $0.shared)
      }
      if isBetter ?? true { best = (candidate, found, shared) }
    }
    return best?.name
  }

  /// `did you mean …?`, or nil if nothing is near.
  package static func hint(for word: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: word, among: candidates).map { "did you mean `\($0)`?" }
  }

  private static func sharedEnds(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let prefix = zip(left, right).prefix { $0 == $1 }.count
    return prefix + zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
  }

  /// The number of bytes to insert, delete, change or swap with their neighbour.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard abs(left.count - right.count) <= 8 else { return 9 }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        let change = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
