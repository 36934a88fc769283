import AverModel

/// Where in a sentence lists, mention types, profiles and words of sets stand, and so where patterns can
/// begin: a bit for each token.
final class SentenceFeatures {
  /// The most 64-bit words that a sentence needs.
  static let greatestWidth = Limits.sentenceTokens / 64 + 1

  /// How many 64-bit words have a bit for each token and one for the end.
  @inline(__always)
  var width: Int { currentWidth.value }
  private let firstType: Int
  private let firstProfile: Int
  private let firstSet: Int
  private let partStarts: FrozenView<Int32>
  private let partFeatures: FrozenView<Int32>
  private let always: FrozenView<Int32>
  /// Rows of the features; what stands in one counts only where its stamp is the sentence's, so that what
  /// does not occur costs nothing.
  private let rows: Scratch<UInt64>
  private let stamps: Scratch<UInt32>
  /// For each list the tokens that are an entry of it alone; its stamp counts.
  private let words: Scratch<UInt64>
  /// For each set of starts the tokens whose word is in it.
  private let startRows: Scratch<UInt64>
  private let startStamps: Scratch<UInt32>
  private let currentWidth = Cell(1)
  private let currentStamp = Cell<UInt32>(0)

  @inline(__always)
  private var stamp: UInt32 { currentStamp.value }

  init(_ index: MatchIndex, wordSets: Int) {
    firstType = index.startParts.firstType
    firstProfile = index.startParts.firstProfile
    firstSet = index.startParts.featureCount
    let featureCount = firstSet + wordSets
    partStarts = FrozenView(index.startParts.starts)
    partFeatures = FrozenView(index.startParts.features)
    always = FrozenView(index.starts.always)
    rows = Scratch(room: Self.greatestWidth * featureCount)
    stamps = Scratch(repeating: 0, count: featureCount)
    words = Scratch(room: Self.greatestWidth * index.startParts.firstType)
    startRows = Scratch(room: Self.greatestWidth * index.starts.count)
    startStamps = Scratch(repeating: 0, count: index.starts.count)
  }

  /// Turns to a sentence of so many tokens, in which nothing is noted yet.
  func begin(tokens: Int) {
    let width = tokens / 64 + 1
    let stamp = currentStamp.value + 1
    currentWidth.value = width
    currentStamp.value = stamp
    for place in 0..<always.count {
      let set = Int(always[place])
      startStamps[set] = stamp
      for word in 0..<width { startRows[set * width + word] = UInt64.max }
    }
  }

  /// Notes an entry of a list; true for the first of the sentence.
  @inline(__always)
  func note(list: Int, at position: Int, isWord: Bool) -> Bool {
    let isFirst = stamps[list] != stamp
    if isFirst { for word in 0..<width { words[list * width + word] = 0 } }
    mark(list, at: position)
    if isWord { words[list * width + position / 64] |= 1 << UInt64(position & 63) }
    return isFirst
  }

  /// Notes a mention of a type; true for the first of the sentence.
  func note(type: Int, at position: Int) -> Bool {
    let isFirst = stamps[firstType + type] != stamp
    mark(firstType + type, at: position)
    return isFirst
  }

  /// Notes that a token passes a profile test; true for the first of the sentence.
  @inline(__always)
  func note(profile: Int, at position: Int) -> Bool {
    let isFirst = stamps[firstProfile + profile] != stamp
    mark(firstProfile + profile, at: position)
    return isFirst
  }

  /// Notes that a token's word is in a set of words.
  @inline(__always)
  func note(wordSet set: Int, at position: Int) { mark(firstSet + set, at: position) }

  /// Notes that a token's word is in a set of starts.
  @inline(__always)
  func note(start set: Int, at position: Int) {
    if startStamps[set] != stamp {
      startStamps[set] = stamp
      for word in 0..<width { startRows[set * width + word] = 0 }
    }
    startRows[set * width + position / 64] |= 1 << UInt64(position & 63)
  }

  @inline(__always)
  private func mark(_ feature: Int, at position: Int) {
    if stamps[feature] != stamp {
      stamps[feature] = stamp
      for word in 0..<width { rows[feature * width + word] = 0 }
    }
    rows[feature * width + position / 64] |= 1 << UInt64(position & 63)
  }

  /// One word of the tokens where one of a set of starts stands; beyond the last token there may be others.
  @inline(__always)
  func starts(_ set: Int, word: Int) -> UInt64 {
    var bits = startStamps[set] == stamp ? startRows[set * width + word] : 0
    for place in Int(partStarts[set])..<Int(partStarts[set + 1]) {
      let feature = Int(partFeatures[place])
      if stamps[feature] == stamp { bits |= rows[feature * width + word] }
    }
    return bits
  }

  /// One word of the tokens at which an entry of a list begins.
  @inline(__always)
  func entries(of list: Int, word: Int) -> UInt64 {
    stamps[list] == stamp ? rows[list * width + word] : 0
  }

  /// One word of the tokens that are an entry of a list alone.
  @inline(__always)
  func words(of list: Int, word: Int) -> UInt64 {
    stamps[list] == stamp ? words[list * width + word] : 0
  }

  /// One word of the tokens whose word is in a set of words.
  @inline(__always)
  func tokens(inWordSet set: Int, word: Int) -> UInt64 {
    let feature = firstSet + set
    return stamps[feature] == stamp ? rows[feature * width + word] : 0
  }

  /// One word of the tokens at which a mention of a type begins.
  @inline(__always)
  func mentions(of type: Int, word: Int) -> UInt64 {
    let feature = firstType + type
    return stamps[feature] == stamp ? rows[feature * width + word] : 0
  }
}
