package import AverModel

/// One sentence as patterns see it: tokens, list entries and mentions, each by first token.
///
/// Made once a document and filled anew for each sentence, so that nothing is allocated in between.
package struct SentenceInput: Sendable {
  /// An entry of a list that stands in the sentence; positions count from its first token.
  package struct ListMatch: Hashable, Sendable {
    package let start: Int32
    package let end: Int32
    package let list: Int32
    /// The index of its value; -1 if it has none.
    package let value: Int32
  }

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
  package private(set) var base = 0
  /// The number of tokens.
  package private(set) var count = 0
  package private(set) var listMatches: [ListMatch] = []
  /// The trigger of the frame whose `with` patterns are run; empty for none.
  package var trigger = TokenRange(0, 0)
  private var listStarts: [Int32] = []
  private var chart: [ChartEntry] = []
  private var chartHeads: [Int] = []
  private var symbolStamps: [UInt32]
  private var listStamps: [UInt32]
  private var typeStamps: [UInt32]
  /// Another number for each sentence.
  private(set) var stamp: UInt32 = 0
  private var traitUnion: [TokenTraits] = []

  package init(text: AnalyzedText, rules: RuleSet) {
    self.text = text
    symbolStamps = Array(repeating: 0, count: rules.vocabulary.count)
    listStamps = Array(repeating: 0, count: rules.listNames.count)
    typeStamps = Array(repeating: 0, count: rules.types.count)
  }

  /// Turns to a sentence: finds all list entries in it, forgets all mentions.
  ///
  /// - Complexity: O(*n* · *k*) for *n* tokens and entries of up to *k* words.
  package mutating func load(_ tokens: TokenRange, rules: RuleSet) {
    base = tokens.start
    count = min(tokens.count, Limits.sentenceTokens)
    stamp += 1
    listMatches.removeAll(keepingCapacity: true)
    listStarts.removeAll(keepingCapacity: true)
    chart.removeAll(keepingCapacity: true)
    chartHeads.removeAll(keepingCapacity: true)
    chartHeads.append(contentsOf: repeatElement(-1, count: count))
    traitUnion.removeAll(keepingCapacity: true)
    for position in 0..<count {
      listStarts.append(Int32(listMatches.count))
      let token = text.tokenized.tokens[base + position]
      symbolStamps[Int(token.symbol.index)] = stamp
      if !traitUnion.contains(token.traits) { traitUnion.append(token.traits) }
      if token.symbol.isKnown { scanLists(at: position, rules) }
    }
    listStarts.append(Int32(listMatches.count))
  }

  private mutating func scanLists(at start: Int, _ rules: RuleSet) {
    let tokens = text.tokenized.tokens
    guard var node = rules.automaton.root(tokens[base + start].symbol) else { return }
    var end = start + 1
    while true {
      for output in rules.automaton.outputs(at: node) {
        let isSpelled =
          output.literal < 0
          || isSpelled(start, end, as: rules.literals.utf8(of: Int(output.literal)))
        guard isSpelled else { continue }
        listStamps[Int(output.list)] = stamp
        listMatches.append(
          ListMatch(
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
  package func isSpelled(_ start: Int, _ end: Int, as literal: ArraySlice<UInt8>) -> Bool {
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
  private func hasOtherApostrophe(_ start: Int, _ end: Int, _ literal: ArraySlice<UInt8>) -> Bool {
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
    typeStamps[type] = stamp
    chart.append(
      ChartEntry(type: type, start: start, end: end, mention: mention, next: chartHeads[start])
    )
    chartHeads[start] = chart.count - 1
  }

  /// The list entries that begin at a token.
  package func listMatches(at position: Int) -> ArraySlice<ListMatch> {
    listMatches[Int(listStarts[position])..<Int(listStarts[position + 1])]
  }

  /// Where the mentions of a type that begin at a token end, in rising order.
  package func mentionEnds(of type: Int, at position: Int) -> [Int] {
    var ends: [Int] = []
    var index = chartHeads[position]
    while index >= 0 {
      if chart[index].type == type { ends.append(chart[index].end) }
      index = chart[index].next
    }
    return ends.count < 2 ? ends : ends.sorted()
  }

  /// The value of the entry of one of the lists that stands exactly here.
  package func value(_ start: Int, _ end: Int, of lists: Set<Int>) -> Int? {
    for match in listMatches(at: start)
    where Int(match.end) == end && match.value >= 0 && lists.contains(Int(match.list)) {
      return Int(match.value)
    }
    return nil
  }

  /// The mention of one of the types that stands exactly here.
  package func mention(_ start: Int, _ end: Int, of types: Set<Int>) -> Int? {
    var index = chartHeads[start]
    while index >= 0 {
      if chart[index].end == end, types.contains(chart[index].type) { return chart[index].mention }
      index = chart[index].next
    }
    return nil
  }

  /// Whether one of the things that a pattern needs stands in the sentence.
  package func has(_ program: Program) -> Bool {
    let trigger = program.flatTrigger
    if trigger.isAny { return true }
    for symbol in trigger.symbols where symbolStamps[Int(symbol.index)] == stamp { return true }
    for list in trigger.lists where listStamps[list] == stamp { return true }
    for type in trigger.types where typeStamps[type] == stamp { return true }
    for traits in trigger.traits where traitUnion.contains(where: { $0.contains(traits) }) {
      return true
    }
    return false
  }

  /// Whether a pattern can begin at a token.
  package func canStart(_ program: Program, at position: Int) -> Bool {
    let start = program.flatStart
    if start.isAny { return true }
    let token = text.tokenized.tokens[base + position]
    for traits in start.traits where token.traits.contains(traits) { return true }
    if token.symbol.isKnown, start.contains(token.symbol) { return true }
    if !start.lists.isEmpty {
      for match in listMatches(at: position) where start.lists.contains(Int(match.list)) {
        return true
      }
    }
    if !start.types.isEmpty {
      var index = chartHeads[position]
      while index >= 0 {
        if start.types.contains(chart[index].type) { return true }
        index = chart[index].next
      }
    }
    return false
  }

  /// Whether a token passes the part of a test that needs no look at lists or letters.
  package func passes(_ mask: TokenMask, at position: Int) -> Bool {
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
    for match in listMatches(at: position)
    where Int(match.list) == list && Int(match.end) == position + 1 {
      return true
    }
    return false
  }
}
