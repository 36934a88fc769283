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

  /// Groups the numbers of groups of words by their words.
  ///
  /// - Parameters:
  ///   - groups: Where the words of each group begin, and where those of the last end.
  ///   - keys: The words.
  init(groups: FrozenArray<Int32>, keys: FrozenArray<Symbol>) {
    let (groups, keys) = (FrozenView(groups), FrozenView(keys))
    var greatest = 0
    for place in 0..<keys.count { greatest = max(greatest, Int(keys[place].index)) }
    var bits = [UInt64](repeating: 0, count: greatest / 64 + 1)
    for place in 0..<keys.count {
      bits[Int(keys[place].index) / 64] |= 1 << UInt64(keys[place].index & 63)
    }
    var ranks = [Int32](repeating: 0, count: bits.count)
    var total = 0
    for word in bits.indices {
      ranks[word] = Int32(total)
      total += bits[word].nonzeroBitCount
    }
    func rank(_ key: Symbol) -> Int {
      let word = Int(key.index) / 64
      let before = bits[word] & ((1 << UInt64(key.index & 63)) - 1)
      return Int(ranks[word]) + before.nonzeroBitCount
    }
    var starts = [Int32](repeating: 0, count: total + 1)
    for place in 0..<keys.count { starts[rank(keys[place]) + 1] += 1 }
    for place in 0..<total { starts[place + 1] += starts[place] }
    var ends = starts
    var numbers = [Int32](repeating: 0, count: keys.count)
    for group in 0..<(groups.count - 1) {
      for place in Int(groups[group])..<Int(groups[group + 1]) {
        let rank = rank(keys[place])
        numbers[Int(ends[rank])] = Int32(group)
        ends[rank] += 1
      }
    }
    self.bits = FrozenArray(bits)
    self.ranks = FrozenArray(ranks)
    self.starts = FrozenArray(starts)
    self.numbers = FrozenArray(numbers)
  }
}

/// Which patterns a sentence can match at all, and where they can begin, by what stands in it.
///
/// A sentence asks by its own words, list entries, mentions and token profiles, so that the cost depends
/// on what occurs in it and not on the number of rules.
package final class MatchIndex: Sendable {
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

  init(profiles: ProfileTable, starts: Table, programs: Table) {
    self.profiles = profiles
    self.starts = starts
    self.programs = programs
  }
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
  convenience init(
    starts: [TriggerSet],
    triggers: [TriggerSet],
    profiles: [ProfileTest],
    symbols: Int,
    lists: Int,
    types: Int
  ) {
    func table(_ sets: [TriggerSet]) -> Table {
      Table(sets, symbols: symbols, lists: lists, types: types, profiles: profiles.count)
    }
    self.init(
      profiles: ProfileTable(profiles),
      starts: table(starts),
      programs: table(triggers)
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
