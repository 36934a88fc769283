package import AverModel
import Synchronization

/// One sentence as patterns see it: tokens, list entries and mentions, each by first token.
///
/// Made once a document and filled anew for each sentence, so that nothing is allocated in between.
package struct SentenceInput: ~Copyable {
  /// A mention that patterns may ask for.
  package struct ChartEntry: Hashable, Sendable {
    package let type: Int
    package let start: Int
    package let end: Int
    package let mention: Int
    fileprivate let next: Int
  }

  package let text: AnalyzedText
  /// The index of the first token in the document.
  package var base: Int { lists.base }
  /// The number of tokens.
  package var count: Int { lists.count }
  /// The list entries in the sentence.
  package private(set) var lists = ListMatches()
  private var chart: [ChartEntry] = []
  private var chartHeads: [Int] = []
  private var listStamps: [UInt32]
  private var typeStamps: [UInt32]
  private var stamp: UInt32 = 0
  /// Another number for each sentence that any input of the process turns to, so that machines tell
  /// them apart; nothing else depends on it.
  private(set) var identity: UInt64 = 0
  private static let identities = Atomic<UInt64>(0)
  private let index: MatchIndex
  /// A bit for each pattern whose trigger stands in the sentence.
  private var programs: [UInt64]
  /// For each set of starts, a bit for each token where one of them stands; only where the set's stamp is
  /// the sentence's, so that sets which do not occur cost nothing.
  private var starts: [UInt64] = []
  private var startStamps: [UInt32]
  /// How many 64-bit words have a bit for each token.
  private var width = 0
  /// A bit for each profile test that some token passes.
  private var profiles: [UInt64]

  package init(text: AnalyzedText, rules: RuleSet) {
    self.text = text
    index = rules.index
    listStamps = Array(repeating: 0, count: rules.listNames.count)
    typeStamps = Array(repeating: 0, count: rules.types.count)
    startStamps = Array(repeating: 0, count: rules.index.starts.count)
    programs = Array(repeating: 0, count: (rules.index.programs.count + 63) / 64)
    profiles = Array(repeating: 0, count: rules.index.profiles.width)
  }

  /// Turns to a sentence: finds all list entries in it, forgets all mentions.
  ///
  /// - Parameters:
  ///   - tokens: The sentence.
  ///   - rules: The rules that the input was made for.
  ///   - isMatched: Whether patterns will be matched; if not, only the list entries are found.
  /// - Complexity: O(*n* · *k*) for *n* tokens and entries of up to *k* words.
  package mutating func load(_ tokens: TokenRange, rules: RuleSet, isMatched: Bool = true) {
    lists.begin(at: tokens.start, count: min(tokens.count, Limits.sentenceTokens))
    stamp += 1
    identity = Self.identities.wrappingAdd(1, ordering: .relaxed).newValue
    chart.removeAll(keepingCapacity: true)
    chartHeads.removeAll(keepingCapacity: true)
    chartHeads.append(contentsOf: repeatElement(-1, count: count))
    clearIndex()
    for position in 0..<count {
      lists.turnToNext()
      let token = text.tokenized.tokens[base + position]
      if isMatched { note(token, at: position) }
      if token.symbol.isKnown { scanLists(at: position, rules) }
    }
    lists.turnToNext()
    for word in profiles.indices {
      var left = profiles[word]
      while left != 0 {
        let profile = 64 * word + left.trailingZeroBitCount
        left &= left - 1
        enable(index.programs.byProfile, profile)
      }
    }
  }

  private mutating func clearIndex() {
    width = (count + 63) / 64
    let startCount = index.starts.count * width
    if starts.count < startCount {
      starts.append(contentsOf: repeatElement(0, count: startCount - starts.count))
    }
    for word in programs.indices { programs[word] = 0 }
    for word in profiles.indices { profiles[word] = 0 }
    for program in index.programs.always { programs[Int(program) / 64] |= Self.bit(Int(program)) }
    for set in index.starts.always {
      startStamps[Int(set)] = stamp
      for word in 0..<width { starts[Int(set) * width + word] = UInt64.max }
    }
  }

  private static func bit(_ number: Int) -> UInt64 { 1 << UInt64(number & 63) }

  private mutating func enable(_ table: Incidence, _ key: Int) {
    for place in table.places(of: key) {
      let program = table[place: place]
      programs[program / 64] |= Self.bit(program)
    }
  }

  private mutating func start(_ table: Incidence, _ key: Int, at position: Int) {
    for place in table.places(of: key) {
      let set = table[place: place]
      let row = set * width
      if startStamps[set] != stamp {
        startStamps[set] = stamp
        for word in row..<(row + width) { starts[word] = 0 }
      }
      starts[row + position / 64] |= Self.bit(position)
    }
  }

  /// Notes what a token makes possible by its word and its looks.
  private mutating func note(_ token: Token, at position: Int) {
    if token.symbol.isKnown {
      let symbol = Int(token.symbol.index)
      enable(index.programs.bySymbol, symbol)
      start(index.starts.bySymbol, symbol, at: position)
    }
    let place = base + position
    let tag = place < text.tags.count ? Int(text.tags[place].rawValue) : 31
    for word in profiles.indices {
      var left = index.profiles.passed(
        word: word,
        traits: token.traits,
        tag: tag,
        firstByte: text.tokenized.clean.bytes[token.start],
        length: token.end - token.start
      )
      profiles[word] |= left
      while left != 0 {
        let profile = 64 * word + left.trailingZeroBitCount
        left &= left - 1
        start(index.starts.byProfile, profile, at: position)
      }
    }
  }

  private mutating func scanLists(at start: Int, _ rules: RuleSet) {
    let tokens = text.tokenized.tokens
    guard var node = rules.automaton.root(tokens[base + start].symbol) else { return }
    var end = start + 1
    while true {
      for place in rules.automaton.outputPlaces(at: node) {
        let output = rules.automaton.outputs[place]
        let isSpelled =
          output.literal < 0
          || isSpelled(start, end, as: rules.literals.utf8(of: Int(output.literal)))
        guard isSpelled else { continue }
        if listStamps[Int(output.list)] != stamp {
          listStamps[Int(output.list)] = stamp
          enable(index.programs.byList, Int(output.list))
        }
        self.start(index.starts.byList, Int(output.list), at: start)
        lists.append(
          ListMatches.Match(
            start: Int32(start),
            end: Int32(end),
            list: output.list,
            value: output.value
          )
        )
      }
      guard end < count,
        let next = rules.automaton.child(of: node, tokens[base + end].symbol)
      else { return }
      node = next
      end += 1
    }
  }

  /// Whether tokens have the capitals of a literal; in a line of capitals only the letters count.
  package func isSpelled(_ start: Int, _ end: Int, as literal: Slice<FrozenArray<UInt8>>) -> Bool {
    var index = literal.startIndex
    var isShouted = literal.count > 3
    var isEqual = true
    for position in start..<end {
      let token = text.tokenized.tokens[base + position]
      if !token.traits.contains([.allCapitals, .inTitleCase]) { isShouted = false }
      if position > start {
        guard index < literal.endIndex, literal[index] == 0x20 else { return false }
        index += 1
      }
      for byte in token.start..<token.end {
        if index >= literal.endIndex || literal[index] != text.tokenized.clean.bytes[byte] {
          isEqual = false
        }
        index += 1
      }
    }
    return (isEqual && index == literal.endIndex) || isShouted
      || hasOtherApostrophe(start, end, literal)
  }

  /// Whether a spelling differs from the literal by nothing but the kind of apostrophe.
  private func hasOtherApostrophe(
    _ start: Int,
    _ end: Int,
    _ literal: Slice<FrozenArray<UInt8>>
  ) -> Bool {
    guard literal.contains(0x27) || literal.contains(0xE2) else { return false }
    let words = (start..<end).map { position -> String in
      let token = text.tokenized.tokens[base + position]
      return text.tokenized.clean.string(token.range)
    }
    let plain = { (text: String) in String(text.map { $0 == "\u{2019}" ? "'" : $0 }) }
    return plain(words.joined(separator: " ")) == plain(String(decoding: literal, as: UTF8.self))
  }

  /// Adds a mention, so that patterns of later files find it.
  package mutating func add(type: Int, _ start: Int, _ end: Int, mention: Int) {
    if typeStamps[type] != stamp {
      typeStamps[type] = stamp
      enable(index.programs.byType, type)
    }
    self.start(index.starts.byType, type, at: start)
    chart.append(
      ChartEntry(type: type, start: start, end: end, mention: mention, next: chartHeads[start])
    )
    chartHeads[start] = chart.count - 1
  }

  @inline(__always)
  func symbol(at position: Int) -> Symbol { text.tokenized.tokens[base + position].symbol }

  @inline(__always)
  func hasMentions(at position: Int) -> Bool { chartHeads[position] >= 0 }

  /// The list entries that begin at a token.
  package func listMatches(at position: Int) -> ArraySlice<ListMatches.Match> {
    lists.matches(at: position)
  }

  /// The nearest end beyond `last` of a mention of a type that begins at a token; nil if there is none.
  @inline(__always)
  func mentionEnd(of type: Int, at position: Int, after last: Int) -> Int? {
    var nearest: Int?
    var index = chartHeads[position]
    while index >= 0 {
      let entry = chart[index]
      if entry.type == type, entry.end > last, entry.end < nearest ?? Int.max {
        nearest = entry.end
      }
      index = entry.next
    }
    return nearest
  }

  /// The value of the entry of one of the lists that stands exactly here.
  package func value(_ start: Int, _ end: Int, of lists: [Int]) -> Int? {
    guard !lists.isEmpty else { return nil }
    for place in self.lists.places(at: start) {
      let match = self.lists.matches[place]
      if Int(match.end) == end, match.value >= 0, lists.contains(Int(match.list)) {
        return Int(match.value)
      }
    }
    return nil
  }

  /// The mention of one of the types that stands exactly here.
  package func mention(_ start: Int, _ end: Int, of types: [Int]) -> Int? {
    var index = chartHeads[start]
    while index >= 0 {
      if chart[index].end == end, types.contains(chart[index].type) { return chart[index].mention }
      index = chart[index].next
    }
    return nil
  }

  /// The first pattern from a number on of which something that it needs stands in the sentence.
  ///
  /// - Complexity: O(*n* / 64) for *n* numbers that are passed over.
  package func nextPossible(from number: Int, below end: Int) -> Int? {
    guard number < end else { return nil }
    var word = number / 64
    var bits = programs[word] & (UInt64.max << UInt64(number & 63))
    while bits == 0 {
      word += 1
      guard 64 * word < end else { return nil }
      bits = programs[word]
    }
    let found = 64 * word + bits.trailingZeroBitCount
    return found < end ? found : nil
  }

  /// Whether one of the things that a pattern needs stands in the sentence.
  @inline(__always)
  package func has(_ program: Program) -> Bool {
    programs[program.number / 64] & Self.bit(program.number) != 0
  }

  /// Whether a pattern can begin at a token.
  @inline(__always)
  package func canStart(_ program: Program, at position: Int) -> Bool {
    startStamps[program.startSet] == stamp
      && starts[program.startSet * width + position / 64] & Self.bit(position) != 0
  }

  /// The first token from a position on where a pattern can begin; `count` if there is none.
  @inline(__always)
  func nextStart(of program: Program, from position: Int) -> Int {
    var word = position / 64
    let row = program.startSet * width
    guard startStamps[program.startSet] == stamp, word < width else { return count }
    var bits = starts[row + word] & (UInt64.max << UInt64(position & 63))
    while bits == 0 {
      word += 1
      guard word < width else { return count }
      bits = starts[row + word]
    }
    return min(64 * word + bits.trailingZeroBitCount, count)
  }

  /// Whether a token passes the part of a test that needs no look at lists or letters.
  @inline(__always)
  func passes(_ mask: TokenMask, at position: Int) -> Bool {
    let traits = text.tokenized.tokens[base + position].traits
    guard traits.isSuperset(of: mask.required), traits.isDisjoint(with: mask.forbidden) else {
      return false
    }
    if mask.tags != 0 || mask.forbiddenTags != 0, base + position < text.tags.count {
      let bit: UInt32 = 1 << UInt32(text.tags[base + position].rawValue)
      if mask.tags != 0, mask.tags & bit == 0 { return false }
      if mask.forbiddenTags & bit != 0 { return false }
    }
    return true
  }

  /// Whether a token passes the rest of a test: lists and expressions.
  package func passesLists(_ test: borrowing TokenTest, at position: Int) -> Bool {
    for list in test.lists where !isInList(list, position) { return false }
    for list in test.forbiddenLists where isInList(list, position) { return false }
    if test.expressions.isEmpty, test.forbiddenExpressions.isEmpty { return true }
    let token = text.tokenized.tokens[base + position]
    let bytes = text.tokenized.clean.bytes.span
    for expression in test.expressions where !expression.matches(bytes, token.start, token.end) {
      return false
    }
    for expression in test.forbiddenExpressions
    where expression.matches(bytes, token.start, token.end) {
      return false
    }
    return true
  }

  private func isInList(_ list: Int, _ position: Int) -> Bool {
    for place in lists.places(at: position) {
      let match = lists.matches[place]
      if Int(match.list) == list, Int(match.end) == position + 1 { return true }
    }
    return false
  }
}
