import AverModel

/// Numbers grouped by a key from 0 up: what each word, list, type or test leads to.
///
/// Few keys have any: a bit for each key tells which, and the count of bits before it where its numbers are.
package struct Incidence: Sendable {
  /// A bit for each key that has numbers.
  let bits: FrozenArray<UInt64>
  /// How many bits are set before each word of `bits`.
  let ranks: FrozenArray<Int32>
  /// Where the numbers of each key with numbers begin, and where those of the last end.
  let starts: FrozenArray<Int32>
  let numbers: FrozenArray<Int32>

  /// Creates a grouping from its parts; nil if they do not fit together.
  init?(
    bits: FrozenArray<UInt64>,
    ranks: FrozenArray<Int32>,
    starts: FrozenArray<Int32>,
    numbers: FrozenArray<Int32>
  ) {
    guard bits.count == ranks.count, !starts.isEmpty,
      Int(starts[starts.count - 1]) == numbers.count
    else { return nil }
    self.bits = bits
    self.ranks = ranks
    self.starts = starts
    self.numbers = numbers
  }

  /// Groups pairs of a key below `keyCount` and a number; the numbers of a key keep their order.
  init(_ pairs: [(key: Int, number: Int)], keyCount: Int) {
    var numbersOfKeys = [[Int32]](repeating: [], count: keyCount)
    for pair in pairs { numbersOfKeys[pair.key].append(Int32(pair.number)) }
    var bits = [UInt64](repeating: 0, count: (keyCount + 63) / 64)
    var ranks = [Int32](repeating: 0, count: bits.count)
    var starts: [Int32] = [0]
    var numbers: [Int32] = []
    for (key, found) in numbersOfKeys.enumerated() {
      if key % 64 == 0 { ranks[key / 64] = Int32(starts.count - 1) }
      guard !found.isEmpty else { continue }
      bits[key / 64] |= 1 << UInt64(key % 64)
      numbers += found
      starts.append(Int32(numbers.count))
    }
    self.bits = FrozenArray(bits)
    self.ranks = FrozenArray(ranks)
    self.starts = FrozenArray(starts)
    self.numbers = FrozenArray(numbers)
  }

  /// The places in `self[place:]` of the numbers of a key; empty for keys beyond the last.
  @inline(__always)
  func places(of key: Int) -> Range<Int> {
    let word = key / 64
    guard word < bits.count else { return 0..<0 }
    let bit: UInt64 = 1 << UInt64(key & 63)
    guard bits[word] & bit != 0 else { return 0..<0 }
    let rank = Int(ranks[word]) + (bits[word] & (bit - 1)).nonzeroBitCount
    return Int(starts[rank])..<Int(starts[rank + 1])
  }

  @inline(__always)
  subscript(place place: Int) -> Int { Int(numbers[place]) }
}

/// Which patterns a sentence can match at all, and where they can begin, by what stands in it.
///
/// A sentence asks by its own words, list entries, mentions and token profiles, so that the cost depends
/// on what occurs in it and not on the number of rules.
package struct MatchIndex: Sendable {
  /// Sets of starts (or patterns) by what leads to them.
  struct Table: Sendable {
    let bySymbol: Incidence
    let byList: Incidence
    let byType: Incidence
    let byProfile: Incidence
    /// Those that ask for nothing.
    let always: FrozenArray<Int32>
    /// The number of sets or patterns.
    let count: Int
  }

  let profiles: ProfileTable
  /// Sets of things that can stand at a first token.
  let starts: Table
  /// Patterns, by number.
  let programs: Table
}

extension MatchIndex {
  /// Creates an index.
  ///
  /// - Parameters:
  ///   - starts: What can stand at a first token, by the number of the set.
  ///   - triggers: What must occur in a sentence, by the number of the pattern.
  ///   - profiles: The profile tests that both name.
  ///   - symbols: The number of symbols.
  ///   - lists: The number of lists.
  ///   - types: The number of mention types.
  init(
    starts: [TriggerSet],
    triggers: [TriggerSet],
    profiles: [ProfileTest],
    symbols: Int,
    lists: Int,
    types: Int
  ) {
    self.profiles = ProfileTable(profiles)
    self.starts = Table(
      starts,
      symbols: symbols,
      lists: lists,
      types: types,
      profiles: profiles.count
    )
    programs = Table(
      triggers,
      symbols: symbols,
      lists: lists,
      types: types,
      profiles: profiles.count
    )
  }
}

extension MatchIndex.Table {
  init(_ sets: [TriggerSet], symbols: Int, lists: Int, types: Int, profiles: Int) {
    var bySymbol: [(key: Int, number: Int)] = []
    var byList: [(key: Int, number: Int)] = []
    var byType: [(key: Int, number: Int)] = []
    var byProfile: [(key: Int, number: Int)] = []
    var always: [Int32] = []
    for (number, set) in sets.enumerated() {
      guard !set.isAny else {
        always.append(Int32(number))
        continue
      }
      bySymbol += set.symbols.map { (Int($0.index), number) }
      byList += set.lists.map { ($0, number) }
      byType += set.types.map { ($0, number) }
      byProfile += set.profiles.map { ($0, number) }
    }
    self.bySymbol = Incidence(bySymbol, keyCount: symbols)
    self.byList = Incidence(byList, keyCount: lists)
    self.byType = Incidence(byType, keyCount: types)
    self.byProfile = Incidence(byProfile, keyCount: profiles)
    self.always = FrozenArray(always)
    count = sets.count
  }
}
