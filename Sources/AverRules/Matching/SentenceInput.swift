package import AverModel
import Synchronization

/// One sentence as patterns see it: tokens, list entries and mentions, each by first token.
///
/// Made once a document and filled anew for each sentence, so that nothing is allocated in between.
/// It is for one reader at a time.
package final class SentenceInput {
  /// A mention that patterns may ask for.
  package struct ChartEntry: Hashable, Sendable, BitwiseCopyable {
    package let type: Int
    package let start: Int
    package let end: Int
    package let mention: Int
    fileprivate let next: Int
  }

  /// What tests ask of a token before they look at lists and letters.
  struct Word: BitwiseCopyable {
    let symbol: Symbol
    let traits: TokenTraits
    /// A bit for its tag; 0 if it has none.
    let tag: UInt32
  }

  package let text: AnalyzedText
  /// The index of the first token in the document.
  package var base: Int { first.value }
  /// The number of tokens.
  package var count: Int { tokenCount.value }
  private let first = Cell(0)
  private let tokenCount = Cell(0)
  /// The list entries in the sentence.
  package private(set) var lists = ListMatches()
  private let words = Scratch<Word>(room: Limits.sentenceTokens)
  /// The list entries once more, for loops: where those of each token begin, and the entries.
  private let entryStarts = Scratch<Int32>(room: Limits.sentenceTokens + 1)
  private let entries = ScratchList<ListMatches.Match>(capacity: 512)
  private let chart = ScratchList<ChartEntry>(capacity: 64)
  private let chartHeads = Scratch<Int>(room: Limits.sentenceTokens)
  /// Another number for each sentence that any input of the process turns to, so that machines tell
  /// them apart; nothing else depends on it.
  var identity: UInt64 { number.value }
  private let number = Cell<UInt64>(0)
  private static let identities = Atomic<UInt64>(0)
  private let rules: RuleSet
  private let automaton: ListAutomatonView
  private let startTable: MatchTableView
  private let programTable: MatchTableView
  private let wordSets: IncidenceView
  private let features: SentenceFeatures
  private let profiles: ProfileReader
  /// A bit for each profile test that some token passes.
  private let seenProfiles: Scratch<UInt64>
  /// A bit for each pattern whose trigger stands in the sentence.
  private let programs: Scratch<UInt64>

  package init(text: AnalyzedText, rules: RuleSet) {
    self.text = text
    self.rules = rules
    automaton = ListAutomatonView(rules.automaton)
    startTable = MatchTableView(rules.index.starts)
    programTable = MatchTableView(rules.index.programs)
    wordSets = IncidenceView(rules.wordSets.setsOfWords)
    features = SentenceFeatures(
      lists: rules.listNames.count,
      types: rules.types.count,
      wordSets: rules.wordSets.count
    )
    seenProfiles = Scratch(repeating: 0, count: rules.index.profiles.width)
    profiles = ProfileReader(rules.index.profiles)
    programs = Scratch(repeating: 0, count: (rules.index.programs.count + 63) / 64)
  }

  /// Turns to a sentence: finds all list entries in it, forgets all mentions.
  ///
  /// - Parameters:
  ///   - tokens: The sentence.
  ///   - isMatched: Whether patterns will be matched; if not, only the list entries are found.
  /// - Complexity: O(*n* · *k*) for *n* tokens and entries of up to *k* words.
  package func load(_ tokens: TokenRange, isMatched: Bool = true) {
    let count = min(tokens.count, Limits.sentenceTokens)
    first.value = tokens.start
    tokenCount.value = count
    number.value = Self.identities.wrappingAdd(1, ordering: .relaxed).newValue
    chart.removeAll()
    for position in 0..<count { chartHeads[position] = -1 }
    features.begin(tokens: count)
    for word in 0..<programs.count { programs[word] = 0 }
    for word in 0..<seenProfiles.count { seenProfiles[word] = 0 }
    for place in 0..<programTable.always.count { enable(Int(programTable.always[place])) }
    for position in 0..<count {
      let place = tokens.start + position
      let token = text.tokenized.tokens[place]
      let tag: UInt32 = place < text.tags.count ? 1 << UInt32(text.tags[place].rawValue) : 0
      words[position] = Word(symbol: token.symbol, traits: token.traits, tag: tag)
      if isMatched { note(token, tag, at: position) }
    }
    enableByProfiles()
    var found = ListMatches()
    swap(&found, &lists)
    found.begin(at: tokens.start, count: count)
    entries.removeAll()
    for position in 0..<count {
      found.turnToNext()
      entryStarts[position] = Int32(entries.count)
      if words[position].symbol.isKnown { scanLists(at: position, count, &found) }
    }
    found.turnToNext()
    entryStarts[count] = Int32(entries.count)
    lists = found
  }

  private static func bit(_ number: Int) -> UInt64 { 1 << UInt64(number & 63) }

  @inline(__always)
  private func enable(_ program: Int) { programs[program / 64] |= Self.bit(program) }

  @inline(__always)
  private func enable(_ table: IncidenceView, _ key: Int) {
    for place in table.places(of: key) { enable(table[place: place]) }
  }

  /// Notes what a token makes possible by its word and its looks.
  private func note(_ token: Token, _ tag: UInt32, at position: Int) {
    if token.symbol.isKnown {
      let symbol = Int(token.symbol.index)
      enable(programTable.bySymbol, symbol)
      for place in wordSets.places(of: symbol) {
        features.note(wordSet: wordSets[place: place], at: position)
      }
    }
    for word in 0..<profiles.width {
      seenProfiles[word] |= passed(token, tag, word: word)
    }
  }

  /// One word of the bits of the profile tests that a token passes.
  @inline(__always)
  private func passed(_ token: Token, _ tag: UInt32, word: Int) -> UInt64 {
    profiles.passed(
      word: word,
      at: profiles.place(of: token.traits),
      tag: tag == 0 ? ProfileTable.noTag : tag.trailingZeroBitCount,
      firstByte: text.tokenized.clean.bytes[token.start],
      length: token.end - token.start
    )
  }

  private func enableByProfiles() {
    for word in 0..<seenProfiles.count {
      var left = seenProfiles[word]
      while left != 0 {
        enable(programTable.byProfile, 64 * word + left.trailingZeroBitCount)
        left &= left - 1
      }
    }
  }

  private func scanLists(at start: Int, _ count: Int, _ found: inout ListMatches) {
    var node = automaton.root(words[start].symbol)
    guard node != 0 else { return }
    var end = start + 1
    while true {
      for place in automaton.outputPlaces(at: node) {
        let output = automaton.outputs[place]
        let isSpelled =
          output.literal < 0
          || isSpelled(start, end, as: rules.literals.utf8(of: Int(output.literal)))
        guard isSpelled else { continue }
        let list = Int(output.list)
        if features.note(list: list, at: start, isWord: end == start + 1) {
          enable(programTable.byList, list)
        }
        let entry = ListMatches.Match(
          start: Int32(start),
          end: Int32(end),
          list: output.list,
          value: output.value
        )
        found.append(entry)
        entries.append(entry)
      }
      guard end < count, let next = automaton.child(of: node, words[end].symbol) else { return }
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
  package func add(type: Int, _ start: Int, _ end: Int, mention: Int) {
    if features.note(type: type, at: start) { enable(programTable.byType, type) }
    chart.append(
      ChartEntry(type: type, start: start, end: end, mention: mention, next: chartHeads[start])
    )
    chartHeads[start] = chart.count - 1
  }

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
    guard !types.isEmpty else { return nil }
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
}

/// What the matcher's loops ask; bits are those of tokens, 64 a word.
extension SentenceInput {
  /// How many words have a bit for each token and one for the end.
  @inline(__always)
  var width: Int { features.width }

  /// The bits of a word that are tokens.
  @inline(__always)
  func tokens(inWord word: Int) -> UInt64 {
    64 * (word + 1) <= count ? UInt64.max : Self.bit(count) - 1
  }

  /// The places of the entries that begin at a token, shorter ones first.
  @inline(__always)
  func entryPlaces(at position: Int) -> Range<Int> {
    Int(entryStarts[position])..<Int(entryStarts[position + 1])
  }

  /// The list entry at a place.
  @inline(__always)
  func entry(_ place: Int) -> ListMatches.Match { entries[place] }

  /// The tokens at which an entry of a list begins.
  @inline(__always)
  func entries(of list: Int, word: Int) -> UInt64 { features.entries(of: list, word: word) }

  /// The tokens whose word is in a set of words.
  @inline(__always)
  func tokens(inWordSet set: Int, word: Int) -> UInt64 {
    features.tokens(inWordSet: set, word: word)
  }

  /// The tokens that are an entry of a list alone.
  @inline(__always)
  func words(of list: Int, word: Int) -> UInt64 { features.words(of: list, word: word) }

  /// The tokens at which a mention of a type begins.
  @inline(__always)
  func mentions(of type: Int, word: Int) -> UInt64 { features.mentions(of: type, word: word) }

  @inline(__always)
  func symbol(at position: Int) -> Symbol { words[position].symbol }

  @inline(__always)
  func hasMentions(at position: Int) -> Bool { chartHeads[position] >= 0 }

  /// Whether a token passes the part of a test that needs no look at lists or letters.
  @inline(__always)
  func passes(_ mask: TokenMask, at position: Int) -> Bool {
    let word = words[position]
    guard word.traits.isSuperset(of: mask.required), word.traits.isDisjoint(with: mask.forbidden)
    else { return false }
    if word.tag != 0 {
      if mask.tags != 0, mask.tags & word.tag == 0 { return false }
      if mask.forbiddenTags & word.tag != 0 { return false }
    }
    return true
  }

  /// Whether the letters of a token match an expression.
  func matches(_ expression: TokenExpressionView, at position: Int) -> Bool {
    let token = text.tokenized.tokens[base + position]
    let bytes = text.tokenized.clean.bytes
    return expression.matches(bytes.span, token.start, token.end)
  }
}

/// Where a pattern can begin, one token at a time: for the tools of rule authors.
extension SentenceInput {
  /// Whether a pattern can begin at a token.
  package func canStart(_ program: Program, at position: Int) -> Bool {
    let (starts, set) = (startTable, program.startSet)
    func has(_ table: IncidenceView, _ key: Int) -> Bool {
      table.places(of: key).contains { table[place: $0] == set }
    }
    if (0..<starts.always.count).contains(where: { Int(starts.always[$0]) == set }) { return true }
    let word = words[position]
    if word.symbol.isKnown, has(starts.bySymbol, Int(word.symbol.index)) { return true }
    for match in lists.matches(at: position) where has(starts.byList, Int(match.list)) {
      return true
    }
    var entry = chartHeads[position]
    while entry >= 0 {
      if has(starts.byType, chart[entry].type) { return true }
      entry = chart[entry].next
    }
    let token = text.tokenized.tokens[base + position]
    return (0..<profiles.width).contains { place in
      var left = passed(token, word.tag, word: place)
      while left != 0 {
        if has(starts.byProfile, 64 * place + left.trailingZeroBitCount) { return true }
        left &= left - 1
      }
      return false
    }
  }
}
